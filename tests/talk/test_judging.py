"""What an author allows is answered, and nothing else is; what nobody may allow is refused."""

from collections.abc import Mapping

import pytest

from talkbuilder.diagnostics import Answer, Diagnostic, Report, Source, Span
from talkbuilder.diagnostics.codes import CODES, NEVER_ALLOWED
from talkbuilder.pipeline import BuildOptions, build
from talkbuilder.source.events import EVERYDAY, Occasion
from talkbuilder.stages.checking import load_library
from talkbuilder.stages.read import read_outline
from talkbuilder.stages.resolve import resolve
from talkbuilder.talk.judging import judged
from talkbuilder.talk.talk import Talk
from tests.cases import LIBRARY, TALK, picture, talk
from tests.corpora.tables import from_table
from tests.memory import MemoryProject

REASON = "{why: It speaks for itself, by: Me, on: 2026-11-25}"
SILENT = "- title: A thing to do\n  ask: example-action\n"
# What is not about what these talks are tried for.
ASIDE = {"C007", "C030", "C103", "C105"}


def report_of(slides: str, head: str = "", occasion: Occasion = EVERYDAY) -> Report:
    """What is reported of a talk of some slides, with more keys of the talk before it."""
    report = Report()
    tuple(build(MemoryProject({**LIBRARY, TALK: head + talk(slides)}), ("talk",), report, BuildOptions(occasion)))
    return report


def open_in(report: Report) -> list[str]:
    return [one.code for one in report.diagnostics if one.code not in ASIDE]


def answered_in(report: Report) -> list[str]:
    return [one.code for one in report.answered]


def allowed(*named: str) -> str:
    return "  allow: {" + ", ".join(f"{one}: {REASON}" for one in named) + "}\n"


@pytest.mark.parametrize("named", ["C002", "c002", "no-notes"])
def test_a_slide_answers_by_code_or_name(named: str) -> None:
    report = report_of(SILENT + allowed(named))
    assert (open_in(report), answered_in(report)) == ([], ["C002"])
    (one,) = report.answered
    assert one.answer
    assert (one.answer.named, one.answer.why, one.answer.by, one.answer.on) == (
        *(named, "It speaks for itself", "Me", "2026-11-25"),
    )


def test_an_error_of_a_house_rule_may_be_allowed_by_the_rule() -> None:
    again = "- title: A thing to do\n  ask: example-action\n  notes: Once more.\n"
    assert report_of(again + again).failed
    report = report_of(again + again + allowed("A11Y-02"))
    assert (open_in(report), answered_in(report), report.failed) == ([], ["C001"], False)


def test_a_slide_answers_for_no_other_slide() -> None:
    other = SILENT.replace("A thing", "Another thing")
    report = report_of(SILENT + allowed("C002") + other)
    assert (open_in(report), answered_in(report)) == (["C002"], ["C002"])
    # Nor is one answered by the slide before it whose lines end where its own begin.
    report = report_of(other + SILENT + allowed("C002"))
    assert [one.message for one in report.answered] == ["no notes for 'A thing to do'"]


def test_a_slide_does_not_answer_for_the_part_that_follows() -> None:
    next_part = "- section: Another part\n  slides:\n  - {title: Another thing, ask: example-action, notes: So.}\n"
    text = talk(SILENT + allowed("C002")).replace("sources:", next_part + "sources:")
    report = Report()
    tuple(build(MemoryProject({**LIBRARY, TALK: text}), ("talk",), report))
    assert [one.message for one in report.diagnostics if one.code == "C002"] == ["no notes for 'Another part'"]


def test_a_talk_answers_whatever_stage_has_found_it() -> None:
    report = report_of(SILENT, f"allow: {{C002: {REASON}, C103: {REASON}}}\n")
    assert sorted(answered_in(report)) == ["C002", "C103"]
    assert open_in(report) == []


def test_the_answer_that_stands_nearest_is_given() -> None:
    nearest = SILENT + "  allow: {C002: {why: On the slide, by: Me, on: 2026-11-25}}\n"
    report = report_of(nearest, f"allow: {{C002: {REASON}}}\n")
    assert [one.answer and one.answer.why for one in report.answered] == ["On the slide"]
    assert open_in(report) == ["C370"]  # the talk's, which is to nothing


def test_nothing_is_answered_that_is_not_named() -> None:
    report = report_of(SILENT + allowed("C104"))
    assert open_in(report) == ["C002", "C370"]


@pytest.mark.parametrize(
    "named", [*sorted(NEVER_ALLOWED), "C041", "typed-claim", "C020", "E101", "C201", "C370", "SG-20"]
)
def test_what_keeps_people_safe_or_the_promise_cannot_be_allowed(named: str) -> None:
    for report in (
        report_of(SILENT + "  notes: So.\n" + allowed(named)),
        report_of("", f"allow: {{{named}: {REASON}}}\n"),
    ):
        assert "C371" in open_in(report)
        assert report.failed


def test_what_cannot_be_allowed_is_not_answered_either() -> None:
    claim = "- statement: There were 4,711 people\n  cite: [example-fact]\n  notes: So.\n"
    report = report_of(claim + allowed("C020"))
    assert sorted(open_in(report)) == ["C020", "C371"]


def test_no_error_without_a_house_rule_may_be_allowed() -> None:
    allowable = [code for code in CODES.values() if code.may_be_allowed]
    assert [code.id for code in allowable if code.severity == "error" and not code.rule] == []
    assert [code.id for code in allowable if code.rule in NEVER_ALLOWED or not code.id.startswith("C")] == []
    assert {"C001", "C002", "C109"} <= {code.id for code in allowable}


@pytest.mark.parametrize("missing", ["why", "by", "on"])
def test_a_judgement_without_a_reason_a_name_or_a_day_is_an_error(missing: str) -> None:
    given = {"why": "It speaks for itself", "by": "Me", "on": "2026-11-25"}
    written = ", ".join(f"{key}: {value}" for key, value in given.items() if key != missing)
    report = report_of(SILENT + f"  allow: {{C002: {{{written}}}}}\n")
    assert [(one.code, one.message) for one in report.diagnostics if one.is_error] == [
        ("E003", f"'{missing}' is missing")
    ]
    assert report.answered == ()


@from_table
def test_a_judgement_that_is_written_wrongly_is_an_error_at_its_place(written: str, code: str) -> None:
    report = report_of(f"{SILENT}  notes: So.\n  {written}\n")
    assert [(one.code, one.place[1]) for one in report.diagnostics if one.is_error] == [(code, 11)]


def test_a_judgement_about_nothing_is_told_and_stops_nothing() -> None:
    report = report_of(SILENT + "  notes: So.\n" + allowed("C002"))
    assert (open_in(report), report.failed) == (["C370"], False)
    assert open_in(report_of("- title: T\n  ask: example-action\n  notes: So.\n", f"allow: {{C002: {REASON}}}\n")) == [
        "C370"
    ]


def test_in_an_edition_no_judgement_is_idle() -> None:
    idle = SILENT + "  notes: So.\n" + allowed("C002")
    assert "C370" not in open_in(report_of(idle, occasion=Occasion(minutes=20)))
    # Nor is that of a slide that the talk as it is written leaves out.
    kept = "- title: What stays\n  ask: example-action\n  notes: So.\n"
    assert "C370" not in open_in(report_of(kept + idle + "  priority: extra\n"))


def test_a_slide_with_a_fault_makes_no_judgement_of_the_talk_idle() -> None:
    report = report_of("- title: T\n  bulets: [a]\n", f"allow: {{C007: {REASON}}}\n")
    assert open_in(report) == ["E006"]


def resolved(slides: str, files: Mapping[str, str | bytes] = {}) -> Talk:
    project, report = MemoryProject({**LIBRARY, **files, TALK: talk(slides)}), Report()
    outline = read_outline(project, "talk", report)
    assert outline
    return resolve("talk", outline, load_library(project, report), report)


QUOTING = "- title: It is so\n  quote: example-quote\n  notes: So.\n"


def answers(slides: str, file: str) -> list[Answer | None]:
    """The answers to a warning at the first quotation, or person, of the library."""
    given = resolved(slides)
    entries = given.library.quotes if file == "quotes" else given.library.people
    entry = next(iter(entries.values()))
    return [one.answer for one in judged([Diagnostic("C109", "so it is", entry.span)], given)]


def test_a_slide_answers_for_the_entries_that_it_shows() -> None:
    (answer,) = answers(QUOTING + allowed("C109"), "quotes")
    assert answer
    assert answer.named == "C109"
    assert answers(QUOTING + allowed("C109"), "people") == [None]


def test_a_slide_answers_for_the_picture_that_it_shows() -> None:
    media = "gate: {file: gate.png, alt: A gate in a wall, credit: Me, people: []}\n"
    files: dict[str, str | bytes] = {"assets/media.yaml": media, "assets/images/gate.png": picture()}
    shown = "- title: A gate\n  photo: gate\n  notes: So.\n"
    for slides, is_answered in ((shown, False), (shown + allowed("C109"), True), (QUOTING + allowed("C109"), False)):
        given = resolved(slides, files)
        medium = given.library.media["gate"]
        (one,) = judged([Diagnostic("C109", "so it is", medium.span)], given)
        assert bool(one.answer) == is_answered


def test_an_entry_that_another_slide_shows_too_is_answered_only_by_both() -> None:
    other = QUOTING.replace("It is so", "It is still so")
    assert answers(QUOTING + allowed("C109") + other, "quotes") == [None]
    assert None not in answers(QUOTING + allowed("C109") + other + allowed("C109"), "quotes")


def test_what_one_talk_answers_is_open_in_another() -> None:
    fault = Diagnostic("C109", "so it is", file="assets/actions.yaml")
    (span,) = {one.span for one in report_of(SILENT).diagnostics if one.code == "C002"}
    assert span
    answered = Diagnostic("C109", "so it is", file=fault.file, answer=Answer("C109", "Why", "Me", "2026-11-25", span))
    for order in ((fault, answered), (answered, fault)):
        report = Report()
        for one in order:
            report(one)
        assert (report.diagnostics, report.answered) == ((fault,), ())


def test_what_must_not_be_read_stands_in_no_reason_either() -> None:
    text = "title: Of Matilda\nother: A bus\n"
    source = Source("talks/talk.yaml", text)
    name, bus = Span(source, text.index("Matilda"), text.index("Matilda") + 7), Span(source, 25, 30)
    report = Report()
    report(Diagnostic("C041", "a name", name, is_hidden=True))
    report(Diagnostic("C109", "a bus", bus, answer=Answer("C109", "Matilda said so", "Me", "2026-11-25", bus)))
    assert [one.answer and one.answer.why for one in report.answered] == ["… said so"]
