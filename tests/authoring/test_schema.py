"""The JSON Schemas for editors: they accept what the program accepts, and refuse what it refuses."""

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from talkbuilder.authoring.schema import NAMES, schema
from talkbuilder.authoring.starter import SCHEMA_FILES, schema_text, start
from talkbuilder.diagnostics import Report
from talkbuilder.evidence.library.library import MODELS
from talkbuilder.kinds import WRITTEN
from talkbuilder.source.events import Event
from talkbuilder.source.fields import Written, fields_of
from talkbuilder.source.outline import Outline
from talkbuilder.source.project import MemoryProject
from talkbuilder.stages.read import read_events
from tests.cases import LIBRARY, TALK, diagnostics, talk

ROOT = Path(__file__).parents[2]
TALKS = sorted(
    path for path in (ROOT / "talks").glob("*.yaml") if path.stem != "events" and ".rehearsals" not in path.stem
)
EVENTS = """
first: {talk: talk, date: 2027-05-14}
second:
  talk: talk
  date: 2027-06-05
  starts: 19:30
  place: A town library
  minutes: 45
  questions: 0
  audience: school
  language: en-GB
  aspect: "4:3"
  contact: Whoever opens the door
  runs: keynote
  cover: For the Friday group
"""


class EditorLoader(yaml.SafeLoader):
    """Reads YAML as editors do, by YAML 1.2: no dates, no 1:30, and `no` is a word."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012  # as PyYAML declares it


for _tag, _pattern in (
    ("bool", r"true|false"),
    ("null", r"~|null|"),
    ("int", r"-?(?:0|[1-9][0-9]*)"),
    ("float", r"-?[0-9]+\.[0-9]+"),
):
    EditorLoader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(rf"(?:{_pattern})$"), None)


def faults(name: str, text: str) -> list[str]:
    """Where a file does not keep to its schema."""
    read: Any = yaml.load(text, Loader=EditorLoader)
    return [error.json_path for error in jsonschema.Draft7Validator(schema(name)).iter_errors(read)]


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_is_itself_valid(name: str) -> None:
    jsonschema.Draft7Validator.check_schema(schema(name))


@pytest.mark.parametrize("path", TALKS, ids=lambda path: path.stem)
def test_a_shipped_talk_keeps_to_the_schema(path: Path) -> None:
    assert faults("outline", path.read_text("utf-8")) == []


@pytest.mark.parametrize("text", [EVENTS, (ROOT / "talks" / "events.yaml").read_text("utf-8")], ids=["own", "shipped"])
def test_events_keep_to_the_schema(text: str) -> None:
    assert faults("events", text) == []


def test_events_that_keep_to_the_schema_are_read_without_a_fault() -> None:
    report = Report()
    events = read_events(MemoryProject({"talks/events.yaml": EVENTS, TALK: talk()}), report)
    assert (list(events), report.diagnostics) == (["first", "second"], ())
    # Every key that an event may have is tried.
    assert {field.name for field in fields_of(Event)} == set(yaml.safe_load(EVENTS)["second"])


@pytest.mark.parametrize("name", [name for name in NAMES if name not in ("outline", "events")])
def test_the_shipped_library_and_the_starter_keep_to_the_schema(name: str) -> None:
    shipped = ROOT / "assets" / f"{name}.yaml"
    for text in (shipped.read_text("utf-8") if shipped.exists() else "", LIBRARY.get(f"assets/{name}.yaml", "")):
        assert not text.strip() or faults(name, text) == []


def test_the_schemas_beside_the_shipped_talks_are_the_present_ones() -> None:
    for kind, file in SCHEMA_FILES.items():
        assert (ROOT / file).read_text("utf-8") == schema_text(kind)
        assert json.loads(schema_text(kind)) == schema(kind)


@pytest.mark.parametrize(
    "slide",
    [
        "- {title: T, ask: example-action, notes: N., pause: 5, minutes: 2.5, cite: [example-fact]}",
        "- {title: 1984, statement: Yes, cite: [example-fact], notes: 42}",
        "- {statement: It is so, cite: [example-quote], notes: N.}",
        "- {title: T, bullets: [a, {b: [c, d]}], cite: [example-fact], notes: N.}",
        "- {title: T, number: example-fact, caption: minutes, notes: N., only: [church], id: a-slide}",
    ],
)
def test_what_builds_keeps_to_the_schema(slide: str) -> None:
    found = diagnostics({TALK: talk(f"{slide}\n")})
    assert [one for one in found if not one.code.startswith("C02")] == []  # digits that rest on nothing
    assert faults("outline", talk(f"{slide}\n")) == []


@pytest.mark.parametrize(
    "slide",
    [
        "- {title: T, bullets: [2012], cite: [example-fact], notes: N.}",
        "- {title: T, bullets: [a: [2012]], cite: [example-fact], notes: N.}",
        "- {title: T, ask: example-action, id: 7, notes: N.}",
    ],
)
def test_digits_that_build_keep_to_the_schema(slide: str) -> None:
    found = diagnostics({TALK: talk(f"{slide}\n")})
    assert [one for one in found if not one.code.startswith("C02")] == []  # digits that rest on nothing
    assert faults("outline", talk(f"{slide}\n")) == []


@pytest.mark.parametrize(
    "slide",
    [
        "- only a text",
        "- {title: T}",
        "- {title: T, notes: N., bulets: [a]}",
        "- {ask: example-action, notes: N.}",
        "- {title: T, ask: Example Action, notes: N.}",
        "- {title: T, ask: example-action, notes: N., priority: high}",
        "- {title: T, ask: example-action, notes: N., pause: 1.5}",
        "- {title: T, ask: example-action, notes: N., minutes: 181}",
        "- {title: T, ask: example-action, notes: N., cite: example-fact}",
        "- {title: T, ask: example-action, notes: {example-fact}}",
        "- {title: T, ask: example-action, quote: example-quote, notes: N.}",
        "- {title: T, bullets: [{a: b}], notes: N.}",
        "- {title: T, bullets: [], notes: N.}",
        "- {title: T, bullets: [{a: [b], c: [d]}], notes: N.}",
    ],
)
def test_what_does_not_build_does_not_keep_to_the_schema(slide: str) -> None:
    assert diagnostics({TALK: talk(f"{slide}\n")})
    assert faults("outline", talk(f"{slide}\n"))


@pytest.mark.parametrize(
    "field",
    [
        *("minutes: 0", "minutes: half", "date: 2026-4", "date: soon", "theme: [steppe]", "titel: x", "closing: Bye"),
        *("language: English & Kazakh", "language: en_US"),
    ],
)
def test_a_wrong_key_of_the_talk_does_not_keep_to_the_schema(field: str) -> None:
    assert faults("outline", f"{field}\n{talk()}")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("facts", "a-fact: {says: It is so}"),
        ("facts", "A Fact: {says: S, source: p, kind: primary, post: q, exact: e}"),
        ("facts", "a-fact: {says: S, source: p, kind: primary, post: q, exact: e, value: '1,5'}"),
        ("people", "a-person: {credit: C, role: friend}"),
        ("people", "a-person: {credit: C, role: public, may_be_named: yes}"),
        ("sources", "a-post: {title: T, date: 2012, voices: [{who: p, from: a}]}"),
        ("quotes", "a-quote: {text: T, speaker: p, post: q, sensitive: [tears]}"),
        ("actions", "- an-action"),
        ("media", "a-picture: {file: gate.png}"),
        ("events", "an-event: {talk: talk}"),
        ("events", "an-event: {talk: talk, date: 2027-05}"),
        ("events", "an-event: {talk: A Talk, date: 2027-05-14}"),
        ("events", "an-event: {talk: talk, date: 2027-05-14, minutes: 0}"),
        ("events", "an-event: {talk: talk, date: 2027-05-14, aspect: '5:4'}"),
        ("events", "an-event: {talk: talk, date: 2027-05-14, runs: keynotes}"),
        ("events", "an-event: {talk: talk, date: 2027-05-14, language: British}"),
        ("events", "An Event: {talk: talk, date: 2027-05-14}"),
    ],
)
def test_a_wrong_entry_does_not_keep_to_the_schema(name: str, text: str) -> None:
    assert faults(name, text)


def test_every_key_explains_itself_in_the_editor() -> None:
    models: list[type[Written]] = [Outline, Event, *(kind.model for kind in WRITTEN.values() if kind.model)]
    for model in models:
        assert [field.name for field in fields_of(model) if not field.doc] == []


def test_the_settings_lead_the_editor_to_the_schemas(tmp_path: Path) -> None:
    start(tmp_path, "my-talk")
    begun = (tmp_path / ".vscode" / "settings.json").read_text("utf-8")
    assert begun == (ROOT / ".vscode" / "settings.json").read_text("utf-8")
    settings = json.loads(begun)
    assert settings["yaml.schemas"] == {
        f"./{SCHEMA_FILES['outline']}": ["talks/*.yaml", "!talks/events.yaml", "!talks/*.rehearsals.yaml"],
        **{f"./{SCHEMA_FILES[name]}": f"assets/{name}.yaml" for name in MODELS},
        f"./{SCHEMA_FILES['sources']}": ["assets/sources.yaml", "assets/posts.yaml"],
        f"./{SCHEMA_FILES['reviews']}": "assets/reviews.yaml",
        f"./{SCHEMA_FILES['events']}": "talks/events.yaml",
        f"./{SCHEMA_FILES['synonyms']}": "assets/synonyms.yaml",
    }


@pytest.mark.parametrize(
    ("written", "is_right"),
    [
        ("{says: Two, from: [a, b], by: sum}", True),
        ("{says: Two, from: [a, b], by: sum, value: 2}", False),
        ("{says: Two, from: [a, b]}", False),
        ("{says: Two, from: [a], by: sum}", False),
        ("{says: So, source: me, kind: primary, post: p, exact: so it is}", True),
        ("{says: So, source: me, kind: primary, post: p, exact: [so it is, and so]}", True),
        ("{says: So, source: me, kind: primary, post: p, exact: [so it is, and so, and so]}", False),
    ],
)
def test_a_fact_stands_in_a_post_or_is_computed(written: str, is_right: bool) -> None:
    assert (faults("facts", f"some-fact: {written}\n") == []) == is_right
