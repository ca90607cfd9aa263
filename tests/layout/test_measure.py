"""Words are as wide as in the fonts that decks are shown in."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talkbuilder.layout.items import Face
from talkbuilder.layout.measure import Stretch, width_of, wrap
from talkbuilder.layout.typefaces import line_height_em

_CALIBRI = Face("Calibri")


def stretch(text: str, face: Face = _CALIBRI, size_pt: float = 100.0) -> Stretch:
    return Stretch(text, face, size_pt)


@pytest.mark.parametrize(
    ("family", "letter", "width_em"),
    [("Calibri", "n", 1076 / 2048), ("Calibri", "M", 1751 / 2048), ("Georgia", "0", 1257 / 2048)],
)
def test_letters_have_the_advance_widths_of_the_original_fonts(family: str, letter: str, width_em: float) -> None:
    measured = width_of(letter, stretch(letter, Face(family))) / 100
    assert measured == pytest.approx(width_em, abs=0.002)


def test_kazakh_letters_are_measured_not_guessed() -> None:
    assert 0.4 < width_of("қ", stretch("қ")) / 100 < 0.6
    assert width_of("Қазақстан", stretch("Қазақстан", Face("Georgia"))) > width_of("Қазақстан", stretch("Қазақстан"))


def test_a_letter_that_no_font_has_is_as_wide_as_the_widest() -> None:
    assert width_of("語", stretch("語")) == 100.0


def test_an_unknown_family_is_measured_wider_to_be_safe() -> None:
    assert width_of("word", stretch("word", Face("Verdana"))) > 1.1 * width_of("word", stretch("word"))


def test_lines_break_after_blanks_hyphens_and_dashes_and_nowhere_else() -> None:
    lines = wrap((stretch("one two-three four—five", size_pt=20),), 74).texts
    assert lines == ("one two-", "three", "four—", "five")


def test_a_no_break_space_does_not_break() -> None:
    assert wrap((stretch("one two\u00a0three", size_pt=20),), 60).texts == ("one", "two\u00a0three")


def test_a_word_that_changes_its_style_half_way_is_still_one_word() -> None:
    parts = (stretch("a un", size_pt=20), stretch("broken", Face("Calibri", bold=True), 20))
    assert wrap(parts, 70).texts == ("a", "unbroken")


def test_a_hanging_first_line_has_more_room() -> None:
    text = (stretch("one two", size_pt=20),)
    assert len(wrap(text, 55).texts) == 2
    assert len(wrap(text, 55, first_indent_pt=-20).texts) == 1


def test_an_indented_first_line_has_less_room() -> None:
    text = stretch("one two", size_pt=20)
    whole_pt = width_of("one two", text)
    assert [len(wrap((text,), whole_pt + 15, indent_pt).texts) for indent_pt in (0, 10, 20)] == [1, 1, 2]
    assert wrap((text,), whole_pt + 15, 10).widest_pt == pytest.approx(whole_pt + 10)


def test_line_heights_are_those_of_the_fonts() -> None:
    assert line_height_em("Calibri") == pytest.approx(1.2207, abs=0.001)


@given(st.text(st.characters(blacklist_categories=("Cs", "Cc", "Zl", "Zp", "Zs")) | st.just(" "), max_size=60))
def test_lines_hold_all_words_in_their_order(text: str) -> None:
    lines = wrap((stretch(text, size_pt=20),), 80).texts
    assert "".join("".join(lines).split()) == "".join(text.split())


@given(st.lists(st.from_regex(r"[ab][ab/ –-]{0,6}", fullmatch=True), min_size=2, max_size=4))
def test_a_text_of_several_faces_is_as_wide_on_one_line_as_its_words_and_blanks(texts: list[str]) -> None:
    faces = (_CALIBRI, Face("Calibri", bold=True))
    parts = tuple(stretch(text, faces[number % 2], 20) for number, text in enumerate(texts))
    lines = wrap(parts, 10_000)
    (pieces,) = lines.pieces
    assert "".join(piece.text for piece in pieces) == "".join(texts).rstrip(" ") == lines.texts[0]
    assert lines.widest_pt == pytest.approx(sum(piece.width_pt for piece in pieces))
    for piece in pieces:
        words = re.findall(r" +|[^ –/-]*[–/-]*", piece.text)
        assert piece.width_pt == pytest.approx(sum(width_of(word, parts[piece.stretch]) for word in words), abs=0.5)


@pytest.mark.parametrize("indent_pt", [-15.0, 0.0])
@pytest.mark.parametrize("room_pt", [60, 90, 400])
def test_a_line_is_as_wide_as_its_letters_wherever_it_begins(indent_pt: float, room_pt: int) -> None:
    text = stretch("one two three four", size_pt=20)
    for (piece,) in wrap((text,), room_pt, indent_pt).pieces:
        assert piece.width_pt == pytest.approx(width_of(piece.text, text), abs=0.01)
