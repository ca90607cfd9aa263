"""What the editor of an author says while typing, asked of the language server that editors have for YAML."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from talkbuilder.authoring.starter import SCHEMA_FILES
from talkbuilder.diagnostics.codes import CODES
from talkbuilder.evidence.library.library import MODELS
from talkbuilder.kinds import WRITTEN
from talkbuilder.themes import THEMES
from tests.conftest import ROOT
from tests.language_server import Editor, editing
from tests.running import run

TALK = "talks/another.yaml"
HEAD = "talk: A\nspeaker: B\nminutes: 20\nsections:\n- section: S\n  slides:\n"
OF_LIBRARY = [f"assets/{name}.yaml" for name in MODELS]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A talk folder as `new` begins it, with its ids for the editor."""
    root = tmp_path_factory.mktemp("folder")
    assert run("new", "my-talk", "-C", root)[0] == 0
    assert run("schema", "--with-ids", "-C", root)[0] == 0
    return root


@pytest.fixture(scope="module")
def editor(folder: Path) -> Iterator[Editor]:
    with editing(folder) as opened:
        yield opened


def test_nothing_is_underlined_in_a_new_folder(editor: Editor, folder: Path) -> None:
    files = [
        path.relative_to(folder).as_posix() for part in ("talks", "assets") for path in folder.glob(f"{part}/*.yaml")
    ]
    assert len(files) >= len(OF_LIBRARY)
    assert {file: editor.faults(file) for file in files} == {file: [] for file in files}


def test_nothing_is_underlined_in_the_talks_that_are_shipped() -> None:
    with editing(ROOT) as editor:
        for file in ("talks/kazakhstan.yaml", "talks/human-trafficking.yaml", "talks/events.yaml", *OF_LIBRARY):
            assert not (ROOT / file).exists() or editor.faults(file) == []


def test_a_key_that_a_file_of_the_library_does_not_have_is_underlined(editor: Editor) -> None:
    file = "assets/facts.yaml"
    assert {"Property b is not allowed.", 'Incorrect type. Expected "string".'} & {
        *editor.faults(file, "an-entry: {b: c}\n")
    }


def test_of_a_misspelt_kind_that_key_alone_is_underlined(editor: Editor) -> None:
    written = "  - title: T\n    bulets: [a]\n    notes: N.\n"
    assert editor.faults(TALK, HEAD + written) == ["Property bulets is not allowed."]
    assert set(WRITTEN) <= editor.proposals(TALK, HEAD + "  - title: T\n    bulets: [a]\n    ▮\n").keys()


def test_of_a_slide_without_content_it_says_what_to_add(editor: Editor) -> None:
    (told,) = editor.faults(TALK, HEAD + "  - title: T\n    notes: N.\n")
    assert told.startswith("the slide has no content: add one of bullets, statement, quote")


def test_kinds_are_proposed_each_with_what_it_is(editor: Editor) -> None:
    proposed = editor.proposals(TALK, HEAD + "  - title: T\n    ▮\n")
    assert {kind: proposed.get(kind, "")[:8] for kind in WRITTEN} == dict.fromkeys(WRITTEN, "A slide ")


@pytest.mark.parametrize(
    ("key", "ids"),
    [
        ("quote: ▮", ["caretaker", "fingers"]),
        ("number: ▮", ["trees-bearing", "trees-planted"]),
        ("ask: ▮", ["plant-a-tree"]),
        ("bullets: [a]\n    cite:\n    - ▮", ["caretaker", "trees-bearing", "trees-planted"]),
    ],
)
def test_ids_of_the_library_are_proposed_where_they_are_named(editor: Editor, key: str, ids: list[str]) -> None:
    assert set(ids) <= editor.proposals(TALK, f"{HEAD}  - title: T\n    {key}\n").keys()


def test_ids_are_proposed_in_the_library_and_in_events_as_well(editor: Editor) -> None:
    assert "trees-behind-the-school" in editor.proposals("assets/facts.yaml", "a-fact:\n  says: A\n  post: ▮\n")
    assert "my-talk" in editor.proposals("talks/events.yaml", "an-event:\n  talk: ▮\n")


def test_themes_and_codes_are_proposed(editor: Editor) -> None:
    assert set(THEMES) <= editor.proposals(TALK, "talk: A\ntheme: ▮\n").keys()
    allowable = {code for code, one in CODES.items() if one.may_be_allowed}
    proposed = editor.proposals(TALK, HEAD + "  - title: T\n    bullets: [a]\n    allow:\n      ▮\n")
    assert allowable <= proposed.keys()
    assert not {"C041", "SG-01", "E101"} & proposed.keys()


@pytest.mark.parametrize("rest", ["", "    bullets: [a]\n", "    bulets: [a]\n"], ids=["bare", "of a kind", "misspelt"])
def test_a_key_under_the_mouse_says_what_it_is_with_an_example(editor: Editor, rest: str) -> None:
    told = editor.hover(TALK, f"{HEAD}  - ti▮tle: T\n{rest}")
    assert "a sentence that says something" in told
    assert "Example:" in told


@pytest.mark.parametrize(
    "name", [name for name in SCHEMA_FILES if name not in ("outline", "words", "reviews", "synonyms")]
)
def test_each_file_of_entries_has_help_on_their_keys(editor: Editor, folder: Path, name: str) -> None:
    whole = json.loads((folder / SCHEMA_FILES[name]).read_text("utf-8"))
    if name in ("theme", "template"):  # one thing, in a file of its own
        key = next(iter(whole["properties"]))
        assert "Example" in editor.hover(f"assets/{name}s/ours.yaml", f"{key[0]}▮{key[1:]}: x\n")
        return
    entry = whole["additionalProperties"]
    key = next(iter(entry.get("properties") or entry["anyOf"][0]["properties"]))
    file = f"talks/{name}.yaml" if name == "events" else f"assets/{name}.yaml"
    assert "Example" in editor.hover(file, f"an-entry:\n  {key[0]}▮{key[1:]}: x\n")
