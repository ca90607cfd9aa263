"""`talkbuilder protect`: puts names and details on the list of what no deck may hold, as hashes."""

import argparse
import getpass
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from shutil import which

from msgspec import Struct

from talkbuilder.commands.console import count, typed
from talkbuilder.commands.folder import protected_of, root_of
from talkbuilder.commands.options import Folder
from talkbuilder.commands.status import FINE, WrongUse
from talkbuilder.diagnostics import Refused
from talkbuilder.evidence.library.exposed import without_names
from talkbuilder.evidence.library.facts import ordinal
from talkbuilder.evidence.library.library import PROTECTED
from talkbuilder.evidence.library.protected import Protected, freed, protect
from talkbuilder.posts.archive.neutral import neutralise
from talkbuilder.posts.archive.protecting import new_salt, write_lists
from talkbuilder.posts.archive.store import Store

DESCRIPTION = (
    "Protects names, places, streets or phrases: from then on no deck is built that holds one. Without NAME it asks for"
    " them, so that no history of commands keeps them; from a pipe it reads one a line. With --sources it takes titles "
    "and words of sources that protect people out of what is committed."
)


class Options(Struct, frozen=True):
    folder: Folder
    names: tuple[str, ...]
    person: bool
    free: bool
    sources: bool

    @staticmethod
    def add(parser: argparse.ArgumentParser) -> None:
        parser.add_argument("names", nargs="*", metavar="NAME", help="a name, or a phrase in quote marks")
        help = "they are names of people: each part of them is protected too, and their initials"
        parser.add_argument("--person", action="store_true", help=help)
        parser.add_argument("--free", action="store_true", help="take them off the list again: they are no names")
        help = "give sources that protect people neutral ids, and move what would lead to them into assets/posts"
        parser.add_argument("--sources", action="store_true", help=help)
        Folder.add(parser)


def run(options: Options) -> int:
    root = root_of(options.folder)
    try:
        return _neutral(root) if options.sources else _listed(options, root)
    except Refused as fault:
        raise WrongUse(fault.diagnostic.message, fault.diagnostic.hint) from fault


def _listed(options: Options, root: Path) -> int:
    before = kept = protected_of(root)
    names = options.names or _asked()
    if not names:
        raise WrongUse("no name was given", "type 'talkbuilder protect' in a terminal: it asks for the names")
    for number, name in enumerate(names, start=1):
        try:
            kept = freed(kept, name) if options.free else protect(kept, name, new_salt(), options.person)
        except ValueError as fault:
            raise WrongUse(
                f"the {ordinal(number)} name cannot be protected: {fault}", "give it as it is written"
            ) from fault
    changed = abs(len(kept.hashes) - len(before.hashes))
    if changed:
        _write(kept, root)
    forms = f"{count(changed, 'form')} less" if options.free else count(changed, "new form")
    print(f"{count(len(names), 'name')}, {forms} in {typed(PROTECTED)}, which names nobody")
    if not options.free and which("git") and (files := tuple(_committed(root, kept))):
        print(f"git holds them in {', '.join(files)}; its history keeps them even once they are taken out there")
    return FINE


def _committed(root: Path, kept: Protected) -> Iterator[str]:
    """The files of the last commit in which protected names stand now, without those in their names."""
    listed = ("git", "-C", str(root), "ls-tree", "-r", "-z", "--name-only", "HEAD")
    names = subprocess.run(listed, capture_output=True, check=False).stdout.decode("utf-8", "replace")
    for file in (root / name for name in names.split("\0") if name.endswith((".yaml", ".txt", ".json", ".md"))):
        if file.is_file() and kept.hits(file.read_text("utf-8", "replace")):
            yield without_names(str(file.relative_to(root)), kept)


def _write(kept: Protected, root: Path) -> None:
    # Only among the posts may nobody else write, and is the folder to be kept out of git.
    with Store(root).changing():
        write_lists(root, kept)


def _neutral(root: Path) -> int:
    _write(protected_of(root), root)
    made = neutralise(root)
    for old, new in made.ids.items():
        told = f"from now on {new}, without its title" if new != old else "its voices are told by places, without words"
        print(f"{old}: {told}")
    if made.away:
        hint = "import them, and try again: their titles are kept beside their texts"
        raise WrongUse(f"the texts of these are not here: {', '.join(made.away)}", hint)
    if made.ids:
        print("run 'talkbuilder verify', which writes the lock anew")
    else:
        print("no source tells a title or words of a voice that it should not")
    return FINE


def _asked() -> tuple[str, ...]:
    """The names that somebody types, unseen, up to an empty line; or those of a pipe."""
    if not sys.stdin.isatty():
        return tuple(line.strip() for line in sys.stdin if line.strip())
    names = []
    with suppress(EOFError):  # Ctrl-D, which ends them as Enter does
        while name := getpass.getpass("Name to protect (not shown; Enter ends): ").strip():
            names.append(name)
    return tuple(names)
