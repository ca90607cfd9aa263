"""Nodes to models: every type of field with what it takes and what it refuses, and all faults of all files at once."""

from collections.abc import Callable

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


Place = Callable[[str], tuple[Diagnostic, ...]]
RIGHT: dict[Place, list[str]] = {
    in_slide: [
        *("pause: 0", "pause: 3600", "pause: '5'", "minutes: 0.5", "minutes: 180", "minutes: 007", "priority: extra"),
        *("cite: []", "cite: [example-fact]", "only: [church, '9']", "id: slide-2", "id: '2'"),
    ],
    in_talk: [
        *("minutes: 1", "minutes: 480", "questions: 0", "date: 2026", "date: 2026-02-29", "subtitle: no"),
        *(
            "subtitle: 1:30",
            'subtitle: "{{"',
            "subtitle: |\n  Of two\n  lines",
            "language: kk",
            "language: no",
            "keywords: [a, 2012]",
        ),
    ],
    in_fact: [
        *("show: '88'", "show: 88", "precision: at-least", "place: US-MN", "within: [before, after]", "status: ok"),
        *("value: -3.5\n  measure: m\n  as_of: 2012", "value: 16_000_000\n  measure: m\n  as_of: 2012-04"),
    ],
    in_person: ["may_be_named: true", "may_be_named: false"],
    in_quote: ["translated: false", "translated: a summary", "sensitive: [minor, violence]"],
}
WRONG: dict[Place, list[tuple[str, str, str]]] = {
    in_slide: [
        ("pause: 1.5", "E004", "1.5"),
        ("pause: soon", "E004", "soon"),
        ("pause: -1", "E011", "-1"),
        ("pause: 3601", "E011", "3601"),
        ("pause: [1]", "E004", "[1]"),
        ("pause: {a: b}", "E004", "{a: b}"),
        ("pause: ''", "E004", "''"),
        ("pause: ~", "E009", "~"),
        ("minutes: 1,5", "E004", "1,5"),
        ("minutes: 1e3", "E004", "1e3"),
        ("minutes: .inf", "E004", ".inf"),
        ("minutes: .5", "E004", ".5"),
        ("minutes: 181", "E011", "181"),
        ("priority: Must", "E005", "Must"),
        ("priority: [must]", "E004", "[must]"),
        ("cite: example-fact", "E004", "example-fact"),
        ("cite: [example-fact, exampel-fact]", "E001", "exampel-fact"),
        ("cite: [[example-fact]]", "E004", "[example-fact]"),
        ("cite: [Example Fact]", "E010", "Example Fact"),
        ("only: [church, '']", "E009", "''"),
        ("only: [church, null]", "E009", "null"),
        ("id: -a", "E010", "-a"),
        ("id: a--b", "E010", "a--b"),
        ("id: ä", "E010", "ä"),
    ],
    in_talk: [
        ("minutes: 0", "E011", "0"),
        ("questions: -1", "E011", "-1"),
        ("date: 2026-13", "E013", "2026-13"),
        ("date: 2026-04-31", "E013", "2026-04-31"),
        ("date: 2026-4", "E013", "2026-4"),
        ("date: 25.11.2026", "E013", "25.11.2026"),
        ("subtitle: [a]", "E004", "[a]"),
        ("subtitle: {example-fact}", "E004", "{example-fact}"),
        ("subtitle: ''", "E009", "''"),
        ('subtitle: " "', "E009", '" "'),
        ('subtitle: "\\v"', "E012", '"\\v"'),
        ("subtitle: null", "E009", "null"),
        ("theme: stepe", "E001", "stepe"),
        ("language: English & Kazakh", "E017", "English & Kazakh"),
        ("language: en_US", "E017", "en_US"),
        ("language: [en]", "E004", "[en]"),
        ("closing: Thank you", "E004", "Thank you"),
        ("keywords: grass", "E004", "grass"),
    ],
    in_fact: [
        ("value: 1,500\n  measure: m\n  as_of: 2012", "E004", "1,500"),
        ("status: retierd", "E005", "retierd"),
        ("place: [KZ]", "E004", "[KZ]"),
        ("conflicts_with: other", "E004", "other"),
    ],
    in_person: [("may_be_named: yes", "E004", "yes"), ("may_be_named: 'true'", "E004", "'true'")],
    in_quote: [("sensitive: [tears]", "E005", "tears"), ("translated: []", "E004", "[]")],
}


@pytest.mark.parametrize("place", RIGHT)
def test_a_right_value_is_taken(place: Place) -> None:
    for field in RIGHT[place]:
        # That the program's own words stay English is told of every language but that, and is no fault of the value.
        assert [one for one in place(field) if one.code != "C113"] == [], field


@pytest.mark.parametrize("place", WRONG)
def test_a_wrong_value_is_refused_where_it_stands(place: Place) -> None:
    for field, code, at in WRONG[place]:
        (fault,) = place(field)
        assert fault.code == code, field
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


ALL_AT_ONCE = """
```yaml assets/people.yaml
example-person:
  credit: Somebody
  role: publick  # error[E005]
```

```yaml assets/facts.yaml
example-fact:
  says: An hour has 60 minutes
  value: sixty  # error[E004]
  source: example-person
  kind: secondary
  post: no-post  # error[E001]
  exact: an hour has 60 minutes
Second Fact: ~  # error[E004] error[E010]
```

```yaml assets/sources.yaml
example-post: {title: T}  # error[E003]
```

```yaml assets/actions.yaml
- example-action  # error[E004]
```

```yaml talks/talk.yaml
talk: A talk
speker: Your name  # error[E002]
speaker: Your name
notes: Good evening.
sections:
- section: Part
  notes: So.
  slides:
  - title: T
    statement: An hour has {example-fact}
    notes: Not {that}.  # error[E001]
  - only a text  # error[E004]
  - title: T
    statement: U  # warning[C002]
    statment: V  # error[E002]
    notes: ~  # error[E009]
- section: ""  # error[E009]
  slides: none  # error[E004]
sources: {title: Sources, notes: Ask me.}
```
"""


def test_all_faults_of_all_files_come_to_light_in_one_run() -> None:
    check(read_case(ALL_AT_ONCE))


@pytest.mark.parametrize("text", ["# nothing yet", "---\n"])
def test_a_library_file_may_hold_nothing_but_remarks(text: str) -> None:
    assert diagnostics({"assets/media.yaml": text}) == ()
