"""`talkbuilder new`: a small talk to begin with."""

import argparse
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Self

from msgspec import Struct

from talkbuilder.commands.console import display_path
from talkbuilder.commands.options import Folder
from talkbuilder.commands.status import FINE, WrongUse

DESCRIPTION = "Begins a small talk that builds, and a small library where there is none. Overwrites nothing."


class Options(Struct, frozen=True):
    name: str
    folder: Folder

    @staticmethod
    def add(parser: argparse.ArgumentParser) -> None:
        parser.add_argument("name", metavar="NAME", help="the talk's name: small letters, digits and hyphens")
        Folder.add(parser)

    @classmethod
    def of(cls, namespace: argparse.Namespace) -> Self:
        return cls(namespace.name, Folder.of(namespace))


def run(options: Options) -> int:
    from talkbuilder.authoring.starter import Unstarted, start

    root = _root(options)
    try:
        written = start(root, options.name)
    except Unstarted as fault:
        raise WrongUse(fault.message, fault.hint) from fault
    for line in _told(written, root):
        print(line)
    return FINE


def _root(options: Options) -> Path:
    """The folder to begin a talk in: this one, or the one that is named. Raises WrongUse inside of a talk folder."""
    from talkbuilder.source.project import is_talk_folder

    if options.folder.path:
        return Path(options.folder.path)
    here = Path.cwd()
    if not is_talk_folder(here) and (around := next(filter(is_talk_folder, here.parents), None)):
        up = display_path(around)
        hint = f"'talkbuilder -C {shlex.quote(up)} new {options.name}' adds a talk to it; '-C .' begins a folder here"
        raise WrongUse(f"this folder is inside the talk folder '{up}'", hint)
    return here


def _told(written: tuple[Path, ...], root: Path) -> Iterator[str]:
    """What was written, the files for the editor in one line, and what to type next."""
    editor = root / ".vscode"
    for path in written:
        if path.parent != editor:
            yield f"wrote {display_path(path)}"
    if number := sum(path.parent == editor for path in written):
        yield f"wrote {display_path(editor)}/ ({number} files, by which an editor completes what you type)"
    where = display_path(root)
    name = written[0].stem
    yield f"now: talkbuilder {f'-C {shlex.quote(where)} ' if where != '.' else ''}build {name}"
