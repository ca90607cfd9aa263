"""The JSON Schemas for editors: they accept what the program accepts, and give examples and ids to choose from."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from talkbuilder.authoring.schema import NAMES, schema
from talkbuilder.authoring.starter import SCHEMA_FILES, schema_text, start
from talkbuilder.diagnostics import Report
from talkbuilder.diagnostics.codes import NEVER_ALLOWED
from talkbuilder.evidence.library.library import MODELS
from talkbuilder.kinds import WRITTEN
from talkbuilder.source.events import Event
from talkbuilder.source.fields import fields_of
from talkbuilder.stages.read import read_events
from tests.cases import LIBRARY, TALK, diagnostics, talk
from tests.corpora.tables import from_table
from tests.memory import MemoryProject
from tests.running import put, run

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


@from_table
def test_what_builds_keeps_to_the_schema(slide: str) -> None:
    found = diagnostics({TALK: talk(f"{slide}\n")})
    assert [one for one in found if not one.code.startswith("C02")] == []  # digits that rest on nothing
    assert faults("outline", talk(f"{slide}\n")) == []


@from_table
def test_what_does_not_build_does_not_keep_to_the_schema(slide: str) -> None:
    assert diagnostics({TALK: talk(f"{slide}\n")})
    assert faults("outline", talk(f"{slide}\n"))


@pytest.mark.parametrize("field", ["minutes: 0", "date: 2026-4", "titel: x", "closing: Bye", "language: en_US"])
def test_a_wrong_key_of_the_talk_does_not_keep_to_the_schema(field: str) -> None:
    assert faults("outline", f"{field}\n{talk()}")


@from_table
def test_a_wrong_entry_does_not_keep_to_the_schema(name: str, text: str) -> None:
    assert faults(name, text)


def test_the_settings_lead_the_editor_to_the_schemas(tmp_path: Path) -> None:
    start(tmp_path, "my-talk")
    begun = (tmp_path / ".vscode" / "settings.json").read_text("utf-8")
    assert begun == (ROOT / ".vscode" / "settings.json").read_text("utf-8")
    settings = json.loads(begun)
    assert settings["yaml.schemas"] == {
        f"./{SCHEMA_FILES['outline']}": ["talks/*.yaml", "!talks/events.yaml", "!talks/*.rehearsals.yaml"],
        **{f"./{SCHEMA_FILES[name]}": f"assets/{name}.yaml" for name in MODELS},
        f"./{SCHEMA_FILES['sources']}": ["assets/sources.yaml", "assets/posts.yaml"],
        f"./{SCHEMA_FILES['theme']}": "assets/themes/*.yaml",
        f"./{SCHEMA_FILES['template']}": "assets/templates/*.yaml",
        f"./{SCHEMA_FILES['reviews']}": "assets/reviews.yaml",
        f"./{SCHEMA_FILES['events']}": "talks/events.yaml",
        f"./{SCHEMA_FILES['synonyms']}": "assets/synonyms.yaml",
    }


@from_table
def test_a_fact_stands_in_a_post_or_is_computed(written: str, is_right: bool) -> None:
    assert (faults("facts", f"some-fact: {written}\n") == []) == is_right


def keys(part: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """All keys at any depth, each with its schema."""
    if not isinstance(part, dict):
        return
    for group in ("properties", "definitions"):
        for key, inner in part.get(group, {}).items():
            if group == "properties":
                yield f"{path}/{key}", inner
            yield from keys(inner, f"{path}/{key}")
    for key in ("items", "additionalProperties"):
        yield from keys(part.get(key), f"{path}/*")
    yield from keys(part.get("else"), path)  # of a slide of no kind yet
    for form in part.get("anyOf", ()):
        yield from keys(form, path)


@pytest.mark.parametrize("name", NAMES)
def test_every_key_says_what_it_is_and_has_an_example_that_keeps_to_its_schema(name: str) -> None:
    found = list(keys(schema(name)))
    assert len(found) >= 4 or name in ("words", "synonyms")  # whose keys are the author's own
    # What lacks one is added to authoring/more/, in the file of that name.
    assert [path for path, part in found if not part.get("description") or not part.get("examples")] == []
    whole = schema(name)
    jsonschema.Draft7Validator.check_schema(whole)
    for path, part in found:
        validator = jsonschema.Draft7Validator({**part, "definitions": whole.get("definitions", {})})
        for example in part["examples"]:
            assert [error.message for error in validator.iter_errors(example)] == [], path


FACT = (
    "another-fact: {says: An hour has 60 minutes, source: example-person, kind: secondary, post: example-post, "
    "exact: an hour has 60 minutes}\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    put(tmp_path, LIBRARY)
    start(tmp_path, "my-talk")
    (tmp_path / "assets" / "drawings").mkdir()
    (tmp_path / "assets" / "drawings" / "a-gate.svg").write_text("<svg/>", "utf-8")
    return tmp_path


def read(folder: Path, name: str = "outline") -> Any:
    return json.loads((folder / SCHEMA_FILES[name]).read_text("utf-8"))


def proposed(part: dict[str, Any]) -> list[str]:
    """What a key proposes; for a list, what its items do."""
    part = part.get("items", part)
    return [name for form in part.get("anyOf", ()) for name in form.get("enum", ())]


def test_ids_are_proposed_where_they_can_be_named(folder: Path) -> None:
    assert run("schema", "--with-ids", "-C", folder)[0] == 0
    outline = read(folder)
    kinds = outline["definitions"]
    assert proposed(kinds["quote"]["properties"]["quote"]) == ["example-quote"]
    assert proposed(kinds["quote"]["properties"]["cite"]) == ["example-fact", "example-quote"]
    assert proposed(kinds["quote"]["properties"]["drawing"]) == ["a-gate"]
    assert proposed(kinds["number"]["properties"]["number"]) == ["example-fact"]
    assert proposed(kinds["ask"]["properties"]["ask"]) == ["example-action"]
    assert proposed(outline["properties"]["theme"]) == ["night", "plain", "steppe"]
    assert proposed(outline["properties"]["speaker"]) == ["example-person"]
    assert proposed(read(folder, "events")["additionalProperties"]["properties"]["talk"]) == ["my-talk"]
    assert proposed(read(folder, "quotes")["additionalProperties"]["properties"]["post"]) == ["example-post", "village"]
    assert proposed(kinds["quote"]["properties"]["id"]) == []  # a new name


def test_rules_codes_and_names_are_proposed_to_be_allowed_and_no_others(folder: Path) -> None:
    run("schema", "--with-ids", "-C", folder)
    allowable = set(read(folder)["definitions"]["allow"]["properties"])
    assert {"C002", "no-notes", "A11Y-02"} <= allowable
    assert allowable & {*NEVER_ALLOWED, "C041", "C020", "E101"} == set()
    assert read(folder)["definitions"]["quote"]["properties"]["allow"] == {"$ref": "#/definitions/allow"}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("outline", talk("- {title: T, quote: not-yet, notes: N., cite: [nor-this], drawing: nor-that}\n")),
        ("facts", FACT.replace("example-post", "not-yet").replace("example-person", "nor-this")),
        ("events", "an-event: {talk: not-yet, date: 2027-05-14}\n"),
    ],
)
def test_what_is_not_known_yet_is_no_mistake(folder: Path, name: str, text: str) -> None:
    run("schema", "--with-ids", "-C", folder)
    validator = jsonschema.Draft7Validator(read(folder, name))
    assert [error.message for error in validator.iter_errors(yaml.load(text, Loader=EditorLoader))] == []
    jsonschema.Draft7Validator.check_schema(read(folder, name))


def test_a_build_keeps_them_fresh_where_they_are(folder: Path) -> None:
    before = read(folder)
    run("build", "-C", folder)
    assert read(folder) == before  # nobody has asked for ids
    run("schema", "--with-ids", "-C", folder)
    facts = folder / "assets" / "facts.yaml"
    facts.write_text(facts.read_text("utf-8") + FACT, "utf-8")
    assert "another-fact" not in json.dumps(read(folder))
    run("verify", "-C", folder)
    run("build", "-C", folder)
    assert proposed(read(folder)["definitions"]["number"]["properties"]["number"]) == ["another-fact", "example-fact"]
    assert run("schema", "--with-ids", "-C", folder) == (0, "", "")  # as they should be


def test_it_leads_the_editor_to_them_where_nothing_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "talks").mkdir()
    written = run("schema", "--with-ids", "-C", tmp_path)[1].splitlines()
    assert written == [f"wrote {file}" for file in (".vscode/settings.json", *SCHEMA_FILES.values())]
    (tmp_path / ".vscode" / "settings.json").write_text("{}", "utf-8")
    run("schema", "--with-ids", "-C", tmp_path)
    assert (tmp_path / ".vscode" / "settings.json").read_text("utf-8") == "{}"


def said_of(slide: str) -> list[str]:
    """What an editor says of a slide."""
    outline = schema("outline")
    part = outline["properties"]["sections"]["items"]["properties"]["slides"]["items"]
    validator = jsonschema.Draft7Validator({**part, "definitions": outline["definitions"]})
    return [error.message for error in validator.iter_errors(yaml.safe_load(slide))]


def test_of_a_misspelt_kind_only_that_key_is_told() -> None:
    (told,) = said_of("{title: T, bulets: [a]}")
    assert told.startswith("Additional properties are not allowed ('bulets' was unexpected)")


def test_of_a_slide_of_a_kind_only_its_own_keys_are_told() -> None:
    assert said_of("{title: T, bullets: a}") == ["'a' is not of type 'array'"]
    assert said_of("{quote: q}") == ["'title' is a required property"]
    assert said_of("{title: T, quote: q, drawing: d}") == []
    assert said_of("{title: T, ask: a, drawing: d, labels: [a word]}") == []
    (told,) = said_of("{title: T, quote: q, nots: x}")
    assert "'nots' was unexpected" in told


def test_two_kinds_on_a_slide_are_told() -> None:
    keys_of = {kind: {field.name for field in fields_of(one.model)} for kind, one in WRITTEN.items() if one.model}
    assert keys_of.keys() == WRITTEN.keys()
    for kind in WRITTEN:
        other = next(one for one in ("ask", "blank") if one not in keys_of[kind] and kind not in keys_of[one])
        assert said_of(f"{{title: T, {kind}: x, {other}: x}}"), kind
