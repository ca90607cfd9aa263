"""`talkbuilder protect`: puts names and details on the list of what no deck may hold, as hashes."""

import argparse
import getpass
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Self

from msgspec import Struct

from talkbuilder.commands.console import count, typed
from talkbuilder.commands.folder import root_of
from talkbuilder.commands.options import Folder
from talkbuilder.commands.status import FINE, WrongUse

if TYPE_CHECKING:
    from talkbuilder.evidence.library.protected import Protected

DESCRIPTION = (
    "Protects names, places, streets or phrases: from then on no deck is built that holds one. Without NAME it asks for"
    " them, so that no history of commands keeps them; from a pipe it reads one a line."
)


class Options(Struct, frozen=True):
    folder: Folder
    names: tuple[str, ...]
    person: bool

    @staticmethod
    def add(parser: argparse.ArgumentParser) -> None:
        parser.add_argument("names", nargs="*", metavar="NAME", help="a name, or a phrase in quote marks")
        help = "they are names of people: each part of them is protected too, and their initials"
        parser.add_argument("--person", action="store_true", help=help)
        Folder.add(parser)

    @classmethod
    def of(cls, namespace: argparse.Namespace) -> Self:
        return cls(Folder.of(namespace), tuple(namespace.names), namespace.person)


def run(options: Options) -> int:
    from talkbuilder.evidence.library.library import PROTECTED
    from talkbuilder.evidence.library.protected import protect, write_protected
    from talkbuilder.outputs.delivery import write_whole

    root = root_of(options.folder)
    target = root / PROTECTED
    before = kept = _kept(target)
    names = options.names or _asked()
    if not names:
        raise WrongUse("no name was given", "type 'talkbuilder protect' in a terminal: it asks for the names")
    for number, name in enumerate(names, start=1):
        try:
            kept = protect(kept, name, _salt(), options.person)
        except ValueError as fault:
            raise WrongUse(
                f"the {_ordinal(number)} name cannot be protected: {fault}", "give it as it is written"
            ) from fault
    added = len(kept.hashes) - len(before.hashes)
    if added:
        target.parent.mkdir(exist_ok=True)
        write_whole(target, write_protected(kept), root)
    print(f"{count(len(names), 'name')}, {count(added, 'new form')} in {typed(PROTECTED)}, which names nobody")
    return FINE


def _kept(target: Path) -> "Protected":
    from talkbuilder.evidence.library.protected import Unreadable, read_protected

    try:
        return read_protected(target.read_bytes() if target.is_file() else b"")
    except Unreadable as fault:
        hint = "restore it from version control, or delete it and protect each name again"
        raise WrongUse(f"{target.name} is not as it was written, at line {fault.line}", hint) from fault


def _asked() -> tuple[str, ...]:
    """The names that somebody types, unseen, up to an empty line; or those of a pipe."""
    if not sys.stdin.isatty():
        return tuple(line.strip() for line in sys.stdin if line.strip())
    names = []
    while name := getpass.getpass("Name to protect (not shown; Enter ends): ").strip():
        names.append(name)
    return tuple(names)


def _salt() -> bytes:
    import secrets

    return secrets.token_bytes(16)


def _ordinal(number: int) -> str:
    from talkbuilder.evidence.library.facts import ordinal

    return ordinal(number)
