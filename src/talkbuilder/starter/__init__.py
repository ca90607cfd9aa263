"""`talkbuilder new`: a small talk that builds at once and shows by example how one is written."""

import json
import re
from importlib import resources
from pathlib import Path

from talkbuilder.diagnostics import Report
from talkbuilder.evidence.facts import Fact
from talkbuilder.evidence.quotes import Quote
from talkbuilder.project import DiskProject
from talkbuilder.read import read_library
from talkbuilder.schema import schema

SCHEMA_FILE = ".vscode/outline.schema.json"
_LIBRARY = ("people", "posts", "facts", "quotes", "actions")


class Unstarted(Exception):
    """Nothing was written; says why, and what to do."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


def start(root: Path, name: str) -> tuple[Path, ...]:
    """Writes a talk, and whatever else it needs that is not there yet; returns what was written. Raises Unstarted."""
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name) or name == "events":
        better = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
        hint = "use small letters, digits and hyphens" + (f", such as '{better}'" if better and better != name else "")
        raise Unstarted(f"'{name}' cannot be the name of a talk", hint)
    talk = root / "talks" / f"{name}.yaml"
    if talk.exists():
        raise Unstarted(f"there is a talk '{name}' already", "choose another name; it was left as it is")
    wanted = {talk: _talk(root, name)}
    if not any((root / "assets" / f"{file}.yaml").exists() for file in _LIBRARY):
        wanted |= {root / "assets" / f"{file}.yaml": _file(f"{file}.yaml") for file in _LIBRARY}
    wanted[root / SCHEMA_FILE] = schema_text()
    wanted[root / ".vscode" / "settings.json"] = _file("settings.json")
    try:
        return tuple(path for path, text in wanted.items() if _write_new(path, text))
    except OSError as fault:
        raise Unstarted(
            f"cannot write to '{root}': {fault.strerror}", "choose a folder that you may write to"
        ) from fault


def schema_text() -> str:
    """The outline's schema as it lies beside a talk, for the editor."""
    return json.dumps(schema("outline"), ensure_ascii=False, indent=1) + "\n"


def _write_new(path: Path, text: str) -> bool:
    """Writes a file unless there is one; tells whether it did."""
    if path.exists():
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
    return True


def _talk(root: Path, name: str) -> str:
    """The sample talk; in a folder with a library it draws on entries that are there."""
    library = read_library(DiskProject(root), Report())
    facts = [fact.id for fact in library.facts.values() if isinstance(fact, Fact) and fact.status == "ok"]
    quotes = [quote.id for quote in library.quotes.values() if isinstance(quote, Quote) and not quote.sensitive]
    text = _file("talk.yaml").replace("NAME", name.replace("-", " ").capitalize())
    for ours, theirs in (
        ("example-fact", facts),
        ("example-quote", quotes),
        ("example-action", [*library.actions]),
    ):
        text = text.replace(ours, theirs[0] if theirs else ours)
    return text


def _file(name: str) -> str:
    return resources.files("talkbuilder").joinpath("starter", "files", name).read_text("utf-8")
