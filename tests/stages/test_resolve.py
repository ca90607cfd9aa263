"""References become words, and the slides that a talk makes itself are there."""

import pytest

from talkbuilder.diagnostics import Report
from talkbuilder.pipeline import build
from tests.cases import LIBRARY, TALK, apart_from_timing
from tests.cases import talk as whole
from tests.memory import MemoryProject
from tests.sample import built, codes, slide, talk


def test_a_talk_has_cover_sections_closing_and_sources_in_this_order() -> None:
    deck, report = built(talk(slide("quote")))
    assert [one.kind for one in deck.plan.talk.slides] == ["cover", "section", "quote", "closing", "sources"]
    assert [section.name for section in deck.plan.talk.sections] == ["Opening", "First part", "Closing and sources"]
    assert codes(report) == []


@pytest.mark.parametrize("field", ["facts", "sources"])
def test_a_file_of_the_library_that_is_gone_is_told_once_and_none_of_what_it_held(field: str) -> None:
    slides = "- {title: One, statement: 'So {example-fact} of {example-fact}', notes: N., cite: [example-fact]}\n"
    file = f"assets/{field}.yaml"
    report = Report()
    files = {path: text for path, text in LIBRARY.items() if path != file} | {TALK: whole(slides)}
    tuple(build(MemoryProject(files), ("talk",), report))
    assert [(one.code, one.file) for one in report.diagnostics if one.is_error] == [("R001", file)]


def test_a_fact_in_a_text_is_printed_and_cited() -> None:
    deck, _ = built(talk('  - {title: "Count {herds}", statement: "So {people} it is", notes: "Hear {told}."}'))
    one = deck.plan.talk.slides[2]
    assert one.title.text == "So about 16 million it is"
    assert [cited.id for cited in one.shown] == ["people", "herds"]
    assert [cited.id for cited in one.spoken] == ["told"]


def test_a_source_line_names_each_voice_and_post_once_with_its_years() -> None:
    deck, _ = built(talk('  - {title: T, statement: "{herds}, {people} and {told}", notes: Words.}'))
    assert "".join(run.text for run in deck.plan.talk.slides[2].source) == (
        "Sources: A bureau that counts (figures for 2010 and 2012), in “The first post”, April 2012 · "
        "A witness, in the […] post, May 17, 2012"
    )


def test_a_slide_that_shows_no_fact_cites_what_is_said_over_it() -> None:
    deck, _ = built(talk('  - {title: T, statement: Nothing here, notes: "It was {herds}."}'))
    source = "".join(run.text for run in deck.plan.talk.slides[2].source)
    assert source == "Source: A bureau that counts (figure for 2010), in “The first post”, April 2012"


def test_cite_names_evidence_that_a_slide_does_not_print() -> None:
    deck, report = built(talk("  - {title: T, statement: Nothing here, cite: [herds, grass], notes: Words.}"))
    assert [(one.kind, one.id) for one in deck.plan.talk.slides[2].shown] == [("fact", "herds"), ("quote", "grass")]
    assert codes(report) == []


def test_an_unknown_reference_is_reported_wherever_it_stands() -> None:
    slides = '  - {title: "{a}", bullets: ["{b}", {"{c}": ["{d}"]}], cite: [e], notes: "{f}"}'
    _, report = built(talk(slides, 'closing: {title: "{g}", text: "{h}", ask: i, notes: "{j}"}'))
    assert [one.message.split("'")[1] for one in apart_from_timing(report.diagnostics)] == list("abcdefghij")


def test_a_slide_that_cannot_be_resolved_leaves_the_others_standing() -> None:
    deck, report = built(talk("  - {title: A, quote: nobody, notes: W.}\n  - {title: B, quote: grass, notes: W.}"))
    assert [one.title.text for one in deck.plan.talk.slides] == ["A talk", "First part", "B", "Thank you", "Sources"]
    assert codes(report) == ["E001"]


def test_retired_evidence_is_an_error_and_disputed_evidence_a_warning() -> None:
    _, report = built(talk('  - {title: T, statement: "{old} and {told}", notes: Words.}'))
    found = [(one.code, one.is_error) for one in apart_from_timing(report.diagnostics)]
    assert found == [("C006", False), ("C005", True)]


def test_a_broken_entry_is_reported_once_and_not_as_unknown() -> None:
    _, report = built(talk("  - {title: T, number: herds, notes: Words.}"), facts="herds: {says: Something}")
    assert {one.code for one in apart_from_timing(report.diagnostics)} == {"E003"}


_LINE = "closing: {title: Thank you, ask: line, notes: Goodbye.}"


def test_after_the_closing_come_sources_for_whoever_asks() -> None:
    deck, _ = built(talk(slide("statement"), _LINE))
    kinds = [(one.kind, one.in_questions) for one in deck.plan.talk.slides]
    assert kinds[-2:] == [("closing", False), ("sources", True)]
    assert deck.pages[-1].notes.before[0].text.endswith("if somebody asks")
