"""`talkbuilder new`: a small talk that builds at once and shows by example how one is written."""

import json
import re
from importlib import resources
from pathlib import Path

from talkbuilder.authoring.schema import schema
from talkbuilder.diagnostics import Report
from talkbuilder.evidence.actions import Action
from talkbuilder.evidence.facts import Fact
from talkbuilder.evidence.quotes import Quote
from talkbuilder.source import ids
from talkbuilder.source.project import DiskProject
from talkbuilder.stages.read import EVENTS, NO_TALKS, POSTS, read_library

SCHEMA_FILES = {"outline": ".vscode/outline.schema.json", EVENTS: ".vscode/events.schema.json"}
_POST = "example-post.txt"
_LIBRARY = ("people", "posts", "facts", "quotes", "actions")


class Unstarted(Exception):
    """Nothing was written; says why, and what to do."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


def start(root: Path, name: str) -> tuple[Path, ...]:
    """Writes a talk, and whatever else it needs that is not there yet; returns what was written. Raises Unstarted."""
    if not ids.is_id(name) or name in NO_TALKS:
        better = ids.as_id(name)
        hint = ids.ADVICE + (f", such as '{better}'" if better and better != name else "")
        raise Unstarted(f"'{name}' cannot be the name of a talk", hint)
    talk = root / "talks" / f"{name}.yaml"
    if talk.exists():
        raise Unstarted(f"there is a talk '{name}' already", "choose another name; it was left as it is")
    wanted = {talk: _talk(root, name)}
    if not _has_library(root):
        wanted |= {root / "assets" / f"{file}.yaml": _file(f"{file}.yaml") for file in _LIBRARY}
        wanted[root / POSTS / _POST] = _file(_POST)  # without it nothing would prove the sample's fact and quotation
    wanted[root / "talks" / f"{EVENTS}.yaml"] = _file(f"{EVENTS}.yaml").replace("NAME", name)
    wanted |= {root / file: schema_text(kind) for kind, file in SCHEMA_FILES.items()}
    wanted[root / ".vscode" / "settings.json"] = _file("settings.json")
    try:
        return tuple(path for path, text in wanted.items() if _write_new(path, text))
    except OSError as fault:
        raise Unstarted(
            f"cannot write to '{root}': {fault.strerror}", "choose a folder that you may write to"
        ) from fault


def schema_text(kind: str = "outline") -> str:
    """The schema of outlines, or of events, as it lies beside them for the editor."""
    return json.dumps(schema(kind), ensure_ascii=False, indent=1) + "\n"


def _write_new(path: Path, text: str) -> bool:
    """Writes a file unless there is one; tells whether it did."""
    if path.exists():
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
    return True


def _talk(root: Path, name: str) -> str:
    """The sample talk. In a folder with a library it draws on entries of that, and leaves out what has none."""
    text = _file("talk.yaml").replace("NAME", name.replace("-", " ").capitalize())
    if not _has_library(root):
        return text
    library = read_library(DiskProject(root), Report())
    found = {
        "example-fact": (one.id for one in library.facts.values() if isinstance(one, Fact) and one.status == "ok"),
        "example-quote": (one.id for one in library.quotes.values() if isinstance(one, Quote) and not one.sensitive),
        "example-action": (one.id for one in library.actions.values() if isinstance(one, Action) and one.contacts),
    }
    for ours, theirs in found.items():
        first = next(theirs, None)
        text = text.replace(ours, first) if first else _without(text, ours)
    return text


def _without(text: str, id: str) -> str:
    """The sample without the slide that is made of an entry, or else without the lines that name it."""
    blocks = [block for block in text.split("\n\n") if not re.search(rf"(quote|ask|number|cite): \[?{id}", block)]
    return "\n\n".join("\n".join(line for line in block.split("\n") if id not in line) for block in blocks)


def _has_library(root: Path) -> bool:
    return any((root / "assets" / f"{file}.yaml").exists() for file in _LIBRARY)


def _file(name: str) -> str:
    return resources.files("talkbuilder.authoring.starter").joinpath("files", name).read_text("utf-8")
