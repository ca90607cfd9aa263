"""What a talk folder offers is proposed where it can be named, and prescribed nowhere."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from talkbuilder.authoring.schema import schema
from talkbuilder.authoring.starter import SCHEMA_FILES, start
from talkbuilder.diagnostics.codes import NEVER_ALLOWED
from talkbuilder.kinds import WRITTEN
from tests.authoring.test_schema import EditorLoader
from tests.cases import LIBRARY, talk
from tests.running import run

FACT = (
    "another-fact: {says: An hour has 60 minutes, source: example-person, kind: secondary, post: example-post, "
    "exact: an hour has 60 minutes}\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for path, text in LIBRARY.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
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
    assert proposed(outline["properties"]["theme"]) == ["steppe"]
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
        ("outline", f"theme: another\n{talk()}"),
        ("facts", FACT.replace("example-post", "not-yet").replace("example-person", "nor-this")),
        ("facts", "a-sum: {says: So, from: [not-yet, nor-this], by: sum}\n"),
        ("quotes", "a-quote: {text: T, speaker: not-yet, post: nor-this}\n"),
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


def faults(slide: str) -> list[str]:
    """What an editor says of a slide."""
    outline = schema("outline")
    part = outline["properties"]["sections"]["items"]["properties"]["slides"]["items"]
    validator = jsonschema.Draft7Validator({**part, "definitions": outline["definitions"]})
    return [error.message for error in validator.iter_errors(yaml.safe_load(slide))]


def test_of_a_misspelt_kind_only_that_key_is_told() -> None:
    (told,) = faults("{title: T, bulets: [a]}")
    assert told.startswith("Additional properties are not allowed ('bulets' was unexpected)")


def test_of_a_slide_of_a_kind_only_its_own_keys_are_told() -> None:
    assert faults("{title: T, bullets: a}") == ["'a' is not of type 'array'"]
    assert faults("{quote: q}") == ["'title' is a required property"]
    assert faults("{title: T, quote: q, drawing: d}") == []
    (told,) = faults("{title: T, quote: q, nots: x}")
    assert "'nots' was unexpected" in told


@pytest.mark.parametrize("kind", WRITTEN)
def test_two_kinds_on_a_slide_are_told(kind: str) -> None:
    other = "ask" if kind != "ask" else "blank"
    assert faults(f"{{title: T, {kind}: x, {other}: x}}")
