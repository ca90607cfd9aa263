"""Nodes to models: every type of field with what it takes and what it refuses, and all faults of all files at once."""

from pathlib import Path

import pytest

from talkbuilder.diagnostics import Diagnostic
from tests.cases import TALK, apart_from_proof, check, diagnostics, read_case, talk
from tests.corpora.tables import from_table

FACT = "  says: It is so\n  source: example-person\n  kind: primary\n  post: example-post\n  exact: it is so\n"
ASK = "- title: One thing to do\n  ask: example-action\n  notes: Do it.\n"


def in_slide(field: str) -> tuple[Diagnostic, ...]:
    """What is reported of a slide with one more field, in a slot that is long enough for any."""
    return diagnostics({TALK: "minutes: 480\n" + talk(f"{ASK}  {field}\n")})


def in_talk(field: str) -> tuple[Diagnostic, ...]:
    return diagnostics({TALK: f"{field}\n{talk()}"})


def in_fact(field: str) -> tuple[Diagnostic, ...]:
    return apart_from_proof(diagnostics({"assets/facts.yaml": f"a-fact:\n{FACT}  {field}\n", TALK: talk()}))


def in_person(field: str) -> tuple[Diagnostic, ...]:
    return diagnostics({"assets/people.yaml": f"example-person:\n  credit: Somebody\n  role: author\n  {field}\n"})


def in_quote(field: str) -> tuple[Diagnostic, ...]:
    entry = "a-quote:\n  text: So it is\n  speaker: example-person\n  post: example-post\n"
    return diagnostics({"assets/quotes.yaml": f"{entry}  {field}\n"})


PLACES = {"slide": in_slide, "talk": in_talk, "fact": in_fact, "person": in_person, "quote": in_quote}


@from_table
def test_a_right_value_is_taken(place: str, field: str) -> None:
    # That the program's own words stay English is told of every language but that, and is no fault of the value.
    assert [one for one in PLACES[place](field) if one.code != "C113"] == []


@from_table
def test_a_wrong_value_is_refused_where_it_stands(place: str, field: str, code: str, at: str) -> None:
    (fault,) = PLACES[place](field)
    assert fault.code == code
    assert fault.span is not None
    assert fault.span.source.text[fault.span.start : fault.span.end].startswith(at)


def test_an_endless_number_is_refused() -> None:
    facts = f"a-fact:\n{FACT}  value: {'9' * 400}\n  measure: m\n  as_of: 2012\n"
    slides = "- {title: A number, number: a-fact, notes: N.}\n"
    (fault,) = diagnostics({"assets/facts.yaml": facts, TALK: talk(slides)})
    assert fault.code == "E011"


@pytest.mark.parametrize(
    ("point", "code"),
    [('"one\\vtwo"', "E012"), ('""', "E009"), ("one: ['to\x85', ~]", "E009"), ('"a\\eb": [x]', "E012")],
)
def test_a_point_is_held_to_what_holds_for_every_text(point: str, code: str) -> None:
    slide = f"- title: Points\n  bullets:\n  - {point}\n  cite: [example-fact]\n  notes: N.\n"
    assert [one.code for one in diagnostics({TALK: talk(slide)})] == [code]


def test_what_is_missing_is_said_for_each_key_on_the_first_line_of_its_place() -> None:
    found = diagnostics({TALK: "# remark\n\nsubtitle: x\nminutes: 30\n"})
    assert [(one.code, one.message, one.place[1:]) for one in found] == [
        ("E003", f"'{key}' is missing", (3, 1)) for key in ("sections", "speaker", "talk")
    ]


def test_the_hint_for_a_missing_key_says_what_it_is_for() -> None:
    (fault,) = diagnostics({TALK: talk("- {ask: example-action, notes: N.}\n")})
    assert fault.hint.startswith("add 'title:' (the headline")


@from_table
def test_a_wrong_name_is_answered_with_the_nearest_right_one(slide: str, code: str, hint: str) -> None:
    (fault,) = diagnostics({TALK: talk(f"{slide}\n")})
    assert fault.code == code
    assert fault.hint.startswith(hint)


def test_all_faults_of_all_files_come_to_light_in_one_run() -> None:
    check(read_case(Path(__file__).with_name("all_at_once.md").read_text("utf-8")))


@pytest.mark.parametrize("text", ["# nothing yet", "---\n"])
def test_a_library_file_may_hold_nothing_but_remarks(text: str) -> None:
    assert diagnostics({"assets/media.yaml": text}) == ()
