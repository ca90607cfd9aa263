"""Every kind, written in an outline, laid out, and read back from the .pptx."""

from collections.abc import Callable
from typing import get_args

import pytest

from talkbuilder.kinds import KINDS, WRITTEN
from talkbuilder.themes import THEMES
from talkbuilder.themes.make import make
from talkbuilder.units import Aspect
from tests import listing
from tests.cases import apart_from_proof, apart_from_timing
from tests.sample import SLIDES, built, codes, slide, talk


@pytest.mark.parametrize("kind", sorted(SLIDES))
def test_a_kind_is_laid_out_and_written_as_its_golden_says(kind: str, golden: Callable[[str, str], None]) -> None:
    title = "" if kind == "statement" else f"A headline over {kind}"
    deck, report = built(talk(slide(kind, title)))
    assert codes(report) == []
    golden(f"{kind}-deck", listing.of_deck(deck))
    golden(f"{kind}-pptx", listing.of_pptx(listing.written(deck)))


def test_every_kind_that_is_written_has_a_sample() -> None:
    assert set(SLIDES) == set(WRITTEN)


@pytest.mark.parametrize("aspect", get_args(Aspect))
@pytest.mark.parametrize("theme", sorted(THEMES))
def test_every_kind_finds_its_layout_and_its_placeholders(theme: str, aspect: Aspect) -> None:
    layouts = make(THEMES[theme](aspect)).layouts
    for kind in KINDS.values():
        missing = {frame.placeholder for frame in kind.frames} - set(layouts[kind.layout].placeholders)
        assert not missing, kind.name


def test_a_hedge_stands_small_before_its_figure() -> None:
    deck, _ = built(talk(slide("number")))
    number = listing.texts(deck.pages[2])["number"].paragraphs[0]
    assert [(run.text, run.scale < 1) for run in number.runs] == [("about ", True), ("16\u00a0million", False)]


def test_a_quotation_is_set_as_it_stands_whatever_marks_it_holds() -> None:
    deck, report = built(talk(slide("quote")))
    assert codes(report) == []
    words = listing.texts(deck.pages[2])["quote"].paragraphs[0].text
    assert words == "The grass was *higher* than {we}\u00a0were."


def test_a_translated_quotation_says_so_in_its_credit() -> None:
    deck, _ = built(talk("  - {title: Wind, quote: wind, notes: Some words.}"))
    assert listing.texts(deck.pages[2])["credit"].lines[0].text == "A witness (a summary of a translation)"


def test_a_post_with_a_telling_title_is_cited_as_its_author_wants() -> None:
    deck, _ = built(talk(slide("quote")))
    assert deck.plan.talk.slides[2].source == "Source: A witness, in “The […] post”, May 17, 2012"


def test_an_action_without_an_address_cannot_be_asked_for() -> None:
    _, report = built(talk("  - {title: Think, ask: nothing, notes: Some words.}"))
    assert codes(report) == ["E016"]


def test_the_closing_slide_keeps_at_most_three_lines_to_write_down() -> None:
    deck, _ = built(talk(slide("quote"), "closing: {title: Bye, ask: call, notes: Goodbye.}"))
    contact = listing.texts(deck.pages[3])["contact"]
    assert [one.text for one in contact.paragraphs] == ["555-0100", "Text 555-0101", "example.org"]


@pytest.mark.parametrize(("photo", "code"), [("broken", "E015"), ("missing", "R001"), ("unknown", "E001")])
def test_a_picture_that_cannot_be_used_is_reported(photo: str, code: str) -> None:
    _, report = built(talk(f"  - {{title: Look, photo: {photo}, notes: Some words.}}"))
    assert codes(report) == [code]


def test_long_lists_of_sources_are_continued_on_another_slide() -> None:
    facts = "".join(
        f"fact-{n}: {{says: Fact {n}, show: x, source: s-{n}, kind: primary, post: first, exact: word}}\n"
        for n in range(30)
    )
    people = "".join(
        f"s-{n}: {{credit: A source of which there are many number {n}, role: source}}\n" for n in range(30)
    )
    cited = "".join(
        f"  - {{title: T{n}, statement: Sentence {n}, cite: [fact-{n}], notes: Words.}}\n" for n in range(30)
    )
    deck, report = built(
        talk(cited), facts=facts, people=people, posts="first: {title: T, date: 2012}", quotes="", actions="", media=""
    )
    titles = [page.title for page in deck.pages if page.kind == "sources"]
    assert not apart_from_proof(apart_from_timing(report.diagnostics))
    assert titles == [f"Sources ({n} of {len(titles)})" for n in range(1, len(titles) + 1)]
    assert len(titles) > 1
    sources = (listing.texts(page)["sources"] for page in deck.pages if page.kind == "sources")
    listed = [paragraph.text for text in sources for paragraph in text.paragraphs]
    assert len(listed) == len(set(listed)) == 30
