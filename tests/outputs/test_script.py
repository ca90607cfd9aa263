"""The script on paper: speech in reading order and nothing of the pictures in it, whole slides, the clock."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from talkbuilder.layout.page import Deck
from talkbuilder.outputs.file import Size
from talkbuilder.outputs.printed.spoken import Slide, spoken
from talkbuilder.units import clock
from tests.printed import HAS_POPPLER, fonts, in_reading_order, pdf, printed, sizes_mm, texts
from tests.sample import built, part, slide, talk, timed
from tests.shipped import each_talk, shipped

needs_poppler = pytest.mark.skipif(not HAS_POPPLER, reason="poppler is not installed")
LONG = "I went to the well in the morning, and nobody was there. The rope was dry and the bucket was gone. " * 40


def saying(notes: str) -> Deck:
    return built(talk(slide("bullets", "A headline", notes)))[0]


def letters(text: str) -> str:
    """Without blanks and hyphens: pdftotext takes one at the end of a line for a divided word, and leaves it out."""
    return re.sub(r"[\s-]+", "", text)


def in_order(slide: Slide) -> Iterator[str]:
    """All of a slide as it is read: what is said in one piece, and after it what that rests on."""
    pieces = []
    for one in slide.said:
        words = "".join(run.text for run in one.runs)
        pieces += [f"||{one.pause}"] if one.pause else [words, *([f"–{one.credit}"] if one.credit else [])]
    yield letters("".join(pieces))
    yield from (letters(f"{one.words}{one.on}") for one in slide.rests)
    yield from map(letters, (*slide.sources, slide.shown))


@needs_poppler
@pytest.mark.parametrize(("piece", "size"), [("script", "letter"), ("notes", "a4")])
@each_talk
def test_speech_is_read_in_one_piece_and_what_it_rests_on_after_it(
    name: str, piece: str, size: Size, tmp_path: Path
) -> None:
    found, _ = shipped(name)
    (data,) = printed(found, "pdf", size, has_notes=True).values() if piece == "notes" else (pdf(found, piece, size),)
    told = in_reading_order(data, tmp_path)
    at, all_letters = 0, letters(told)
    for words in (words for section in spoken(found).sections for one in section.slides for words in in_order(one)):
        found_at = all_letters.find(words, at)
        assert found_at >= 0, words
        at = found_at + len(words)
    if piece == "notes":
        return
    assert "Sources:" not in told  # which stands on slides alone: a picture adds no word
    assert {name for name, _ in fonts(data, tmp_path)} <= {
        f"{family}{script}" for family in ("Carlito", "Gelasio") for script in ("Latin", "LatinExt")
    }
    assert all(is_inside for _, is_inside in fonts(data, tmp_path))


@needs_poppler
def test_russian_and_kazakh_come_out_letter_by_letter(tmp_path: Path) -> None:
    words = "Құдық басында бәрі кездеседі. Вода здесь глубоко, а әже помнит."
    outline = talk(slide("statement", notes=words)).replace("date: 2026-11", "date: 2026-11\nlanguage: ru")
    data = pdf(built(outline)[0], "script")
    told = in_reading_order(data, tmp_path)
    assert words in told
    assert "Перевернуть страницу" not in told  # what follows is for questions
    assert "страница 1 из 2" in told
    assert all(name.startswith("Carlito") and is_inside for name, is_inside in fonts(data, tmp_path))


def test_no_slide_is_broken_that_fits_a_page() -> None:
    slides = (
        slide("bullets", f"Slide {number}", f"Begins {number}. {LONG[: 100 * number]} Ends {number}.")
        for number in range(1, 9)
    )
    pages = texts(pdf(built(talk("\n".join(slides)))[0], "script"))
    for number in range(1, 9):
        assert [f"Begins {number}." in page for page in pages] == [f"Ends {number}." in page for page in pages]


def test_a_slide_longer_than_a_page_goes_on_under_its_title() -> None:
    pages = texts(pdf(saying(f"Begins. {LONG} Ends."), "script"))
    first = next(at for at, page in enumerate(pages) if "Begins." in page)
    last = next(at for at, page in enumerate(pages) if "Ends." in page)
    assert last > first
    assert all("A headline" in page for page in pages[first : last + 1])
    goes_on = ["next: the same slide goes on" in page for page in pages[first : last + 1]]
    assert goes_on == [True] * (last - first) + [False]
    assert sum(page.count("The rope was dry") for page in pages) == 40


def test_pages_are_counted_headed_by_their_part_and_tell_when_to_turn() -> None:
    parts = (part(f"Part {number}", *(f"S{number}{at} must 60" for at in range(8))) for number in range(3))
    deck, _ = built(timed(*parts, minutes=30))
    pages = texts(pdf(deck, "script"))
    assert all(f"page {number} of {len(pages)}" in page for number, page in enumerate(pages, start=1))
    assert all("next:" in page for page in pages[:-1])
    assert all("Turn the page at" in page for page, after in pairwise(pages) if "takes" in after)
    assert f"ends: {clock(deck.plan.seconds)}" in pages[-1]


def test_the_slide_of_a_part_over_which_nothing_is_said_has_its_title_as_well() -> None:
    told = talk(slide("bullets"))
    silent, spoken_over = (built(one)[0] for one in (told.replace("  notes: It begins.\n", ""), told))
    counts = [" ".join(texts(pdf(one, "script"))).count("First part") for one in (silent, spoken_over)]
    assert counts == [counts[1] + 1, counts[1]]


def test_a_draft_says_so_on_every_page_and_where_something_is_missing() -> None:
    claim = slide("statement").replace("Nobody had asked the shepherds", "The bureau counted 4711 wells")
    pages = texts(pdf(built(talk(claim))[0], "script"))
    assert all("DRAFT" in page for page in pages)
    assert "1 claim is not proved yet" in pages[0]
    assert not any("DRAFT" in page for page in texts(pdf(saying("Some words."), "script")))


def test_paper_has_the_size_that_is_asked_for_and_the_same_bytes_each_time() -> None:
    found = saying("Some words.")
    assert {*sizes_mm(pdf(found, "script"))} == {(210, 297)}
    assert {*sizes_mm(pdf(found, "script", "letter"))} == {(216, 279)}
    assert pdf(found, "script") == pdf(found, "script")
