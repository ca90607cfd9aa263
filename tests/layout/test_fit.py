"""Texts take the largest size that fits, and one that fits at none is an error at its line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from talkbuilder.diagnostics import Source, Span
from talkbuilder.layout.fit import Caption, captions, fit, fits, settled, widths_of
from talkbuilder.layout.items import Style, Text
from talkbuilder.layout.theme import Fonts, Placeholder
from talkbuilder.talk.talk import Paragraph, Run
from talkbuilder.themes.steppe import STEPPE
from talkbuilder.units import EMU_PER_POINT, Box

_SPAN = Span(Source("talks/talk.yaml", ""), 0, 0)
_FONTS = Fonts("Georgia", "Calibri")
_SMALLER = (28.0, 24.0)
_SIZES = STEPPE.sizes


def box(width_pt: int = 400, height_pt: int = 120, size_pt: float = 32.0) -> Placeholder:
    width, height = width_pt * EMU_PER_POINT, height_pt * EMU_PER_POINT
    styles = (Style(size_pt, line_percent=100),) * 5
    return Placeholder("Text", "body", 1, Box(0, 0, width, height), styles, (size_pt, *_SMALLER))


def text(words: str) -> tuple[Paragraph, ...]:
    return (Paragraph((Run(words),), _SPAN),)


def lines(made: Text) -> tuple[str, ...]:
    return tuple(line.text for line in made.lines)


def fitted(words: str, place: Placeholder) -> Text:
    return fit("text", text(words), place, _FONTS)


def test_a_text_that_fits_keeps_the_size_of_the_layout() -> None:
    place = box()
    made = fitted("Three short words", place)
    assert made.styles is place.styles
    assert made.surplus == 0


def test_a_longer_text_steps_down_the_scale() -> None:
    made = fitted(
        "One more word in this sentence than the box can hold at the largest size of all " * 1, box(height_pt=90)
    )
    assert made.styles[0].size_pt == 24.0
    assert made.surplus == 0


def test_a_text_that_fits_at_no_size_is_drawn_whole_and_says_how_much_of_it_is_too_much() -> None:
    made = fitted("word " * 100, box())
    assert made.styles[0].size_pt == 24.0
    assert " ".join(lines(made)).split() == ["word"] * 100
    assert 0.5 < made.surplus < 1
    assert made.lines[-1].runs[0].baseline_pt > 120


def test_a_word_wider_than_the_box_is_drawn_and_never_split() -> None:
    made = fitted("Donaudampfschifffahrtsgesellschaft", box(width_pt=200))
    assert lines(made) == ("Donaudampfschifffahrtsgesellschaft",)
    assert made.surplus == 1
    assert made.lines[0].runs[0].width_pt > 200


def test_a_last_word_does_not_stand_alone_on_its_line() -> None:
    made = fitted("They moved from pasture to pasture, season after seasons", box(width_pt=662))
    assert len(made.lines) == 2
    assert " " not in lines(made)[-1]
    assert "\u00a0" in lines(made)[-1]


def test_no_more_words_are_tied_where_a_text_is_fitted_again() -> None:
    once = fitted("Where the people that I met there live", box(300))
    again = fit("text", once.paragraphs, box(300), _FONTS)
    assert again.paragraphs == once.paragraphs == text("Where the people that I met there\u00a0live")


def test_few_lines_do_not_end_in_one_that_looks_left_over_where_that_costs_none() -> None:
    def calm(words: str, width_pt: int) -> list[str]:
        place = structs.replace(box(width_pt, 400), sizes_pt=(32.0,))
        (paragraph,) = settled(fitted(words, place), place, _FONTS)
        assert paragraph.text.replace("\u00a0", " ") == words
        made = fit("text", (paragraph,), place, _FONTS)
        return [one.replace("\u00a0", " ") for one in lines(made)]

    cover = "Human trafficking, over there and here at home"
    assert calm(cover, 560) == ["Human trafficking, over there", "and here at home"]  # and not "at home"
    assert calm(cover, 440) == ["Human trafficking, over there", "and here at home"]  # where "and" has room above
    assert calm(cover, 680) == [cover]
    assert calm("A year is about 52 weeks long", 300) == ["A year is about", "52 weeks long"]  # a number with its word
    costly = "Straightforwardness incomprehensibilities so"
    assert calm(costly, 300) == costly.split()  # what is tied there would be wider than the place


def test_captions_are_as_large_as_they_can_be_in_two_lines_each_or_else_in_more() -> None:
    (head,), (short,), (long,) = map(text, ("Read it off", "the high ones are long", "the high ones are long " * 3))

    def size(words: Paragraph) -> float:
        wanted = Caption(head, words, Box(0, 0, 140 * EMU_PER_POINT, 300 * EMU_PER_POINT))
        (made,) = captions([wanted], (30.0, 28.0, 26.0, 24.0), _SIZES, _FONTS)
        assert not made.surplus
        return made.styles[0].size_pt

    assert size(long) == 30
    assert size(short) < size(long)


def test_where_one_caption_needs_two_lines_all_have_two_that_can_be_broken() -> None:
    (head,), *told = map(text, ("Pay", "Are they paid?", "Can they leave their home?", "gone"))
    wanted = [Caption(head, one, Box(0, 0, 160 * EMU_PER_POINT, 300 * EMU_PER_POINT)) for (one,) in told]
    made = captions(wanted, (24.0, 14.0), _SIZES, _FONTS)
    assert [(len(one.lines), one.styles[0].size_pt) for one in made] == [(3, 24), (3, 24), (2, 24)]


def test_a_long_last_word_may_stand_alone_where_another_program_puts_it_there() -> None:
    long = fitted("She had left without any explanation", box(width_pt=280))
    assert lines(long)[-1] == "any explanation"
    short = fitted("She left without any of her things", box(width_pt=280))
    assert lines(short)[-1] == "of her\u00a0things"
    assert lines(fitted("cattlemen, I heard", box(width_pt=180)))[-1] == "I\u00a0heard"  # no line ends in a letter


def test_a_stub_of_a_line_is_saved_by_a_smaller_size() -> None:
    words = "They moved from pasture to pasture as it was"
    made = fitted(words, box(width_pt=560))
    assert [line.replace("\u00a0", " ") for line in lines(made)] == [words]
    assert made.styles[0].size_pt == 28.0


@given(st.lists(st.text("abcdefghij", min_size=1, max_size=8), min_size=1, max_size=60), st.integers(150, 700))
def test_no_line_is_wider_than_its_box_and_no_text_higher(words: list[str], width_pt: int) -> None:
    made = fitted(" ".join(words), box(width_pt=width_pt))
    if not made.surplus:
        assert len(made.lines) * made.styles[0].size_pt * 1.2 <= 120
        assert " ".join(lines(made)).replace("\u00a0", " ") == " ".join(words)


def headline(height_pt: int = 51) -> Placeholder:
    style = (Style(38.0, font="titles", line_percent=92),)
    width, height = 830 * EMU_PER_POINT, height_pt * EMU_PER_POINT
    return Placeholder("Title", "title", 0, Box(0, 0, width, height), style, (38.0, 36.0, 32.0))


@given(words=st.lists(st.text("abcdefghij", min_size=1, max_size=12), min_size=1, max_size=12))
def test_a_headline_of_one_line_leaves_room_for_wider_letters(words: list[str]) -> None:
    made = fitted(" ".join(words), headline())
    if not made.surplus:
        (line,) = made.lines
        assert sum(run.width_pt for run in line.runs) * 1.1 <= 830


@given(
    st.lists(st.text(alphabet="iMW é-–語", max_size=120), min_size=1, max_size=5),
    st.integers(60, 500),
    st.integers(20, 300),
    st.sampled_from([14.0, 24.0]),
)
def test_a_text_is_known_to_have_room_before_it_is_set(
    words: list[str], width_pt: int, height_pt: int, size_pt: float
) -> None:
    place = structs.replace(box(width_pt, height_pt, size_pt), sizes_pt=(size_pt,))
    paragraphs = tuple(paragraph for one in words for paragraph in text(one))
    assert fits(paragraphs, place, _FONTS, size_pt) == (fit("text", paragraphs, place, _FONTS).surplus == 0)


def test_texts_in_georgia_have_room_in_the_wider_letters_that_stand_in_for_it() -> None:
    words = text("Words that are wider where a machine has none")
    titles, texts = (widths_of(words, Style(24, font=one), Fonts("Georgia", "Georgia")) for one in ("titles", "text"))
    assert texts[1] / titles[1] == pytest.approx(1.1, abs=0.001)
    place = structs.replace(box(texts[1] // EMU_PER_POINT, 40), styles=(Style(24),), sizes_pt=(24.0, 20.0))
    assert fit("text", words, place, Fonts("Georgia", "Georgia")).styles[0].size_pt == 24
    narrower = structs.replace(place, box=place.box._replace(width=round(place.box.width * 0.96)))
    assert fit("text", words, narrower, Fonts("Georgia", "Georgia")).styles[0].size_pt == 20
