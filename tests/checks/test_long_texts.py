"""C408, C112: a title is read at a glance, and notes have room where they are printed."""

import pytest

from talkbuilder.layout.notes_page import SIZES
from talkbuilder.layout.page import Page
from tests.cases import TALK, diagnostics, talk
from tests.sample import built
from tests.sample import talk as outline


def messages(title: str, kind: str = "ask: example-action") -> list[str]:
    found = diagnostics({TALK: talk(f"- title: {title}\n  {kind}\n  notes: N.\n")})
    return [one.message for one in found if one.code == "C408"]


@pytest.mark.parametrize(("count", "told"), [(12, []), (13, ["the title has 13 words"])])
def test_twelve_words_are_enough(count: int, told: list[str]) -> None:
    assert messages(" ".join(["we"] * count)) == told


def test_three_lines_are_too_many() -> None:
    assert messages(" ".join(["incomprehensibilities"] * 6)) == ["the title has 3 lines"]


def test_what_is_stated_is_no_title() -> None:
    stated = f"- statement: {' '.join(['we'] * 13)}\n  cite: [rain]\n  notes: N.\n"
    quotes = "rain: {text: it is over, speaker: example-person, post: example-post}\n"
    found = diagnostics({TALK: talk(stated), "assets/quotes.yaml": quotes})
    assert [one for one in found if one.code == "C408"] == []


SENTENCE = "We wait, and we look at the clock and at each other. "


def found(count: int) -> list[str]:
    slides = f"- {{title: One thing to do, ask: example-action, minutes: 2, notes: '{SENTENCE * count}'}}\n"
    return [one.code for one in diagnostics({"talks/talk.yaml": talk(slides)}) if one.code == "C112"]


def page(count: int) -> Page:
    deck, _ = built(outline(f"  - {{title: T, quote: grass, notes: '{SENTENCE * count}'}}"))
    return deck.pages[2]


@pytest.mark.parametrize(("count", "codes"), [(1, []), (25, []), (60, ["C112"])])
def test_only_what_is_cut_off_is_told(count: int, codes: list[str]) -> None:
    assert found(count) == codes


def test_longer_notes_are_set_smaller_before_any_are_cut_off() -> None:
    pages = [page(count) for count in range(1, 60, 4)]
    sizes = [one.notes.sizes_pt for one in pages]
    assert sizes == sorted(sizes, reverse=True)
    assert {SIZES[0], SIZES[1], SIZES[-1]} <= set(sizes)
    assert next(at for at, one in enumerate(pages) if one.notes.surplus) > sizes.index(SIZES[-1])
