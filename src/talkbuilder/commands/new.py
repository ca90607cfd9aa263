"""`talkbuilder new`: a small talk to begin with; at a terminal it asks what only a person knows."""

import argparse
import shlex
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct, structs

from talkbuilder.authoring.manual import page
from talkbuilder.authoring.starter import About, Unstarted, check_name, start
from talkbuilder.commands.browsing import Browser, browse
from talkbuilder.commands.console import display_path
from talkbuilder.commands.folder import refuse_protected
from talkbuilder.commands.keyboard import ask_key, ask_line, is_terminal
from talkbuilder.commands.options import Folder, minutes
from talkbuilder.commands.status import FINE, WrongUse
from talkbuilder.outputs.delivery import write_whole
from talkbuilder.source.ids import as_id
from talkbuilder.source.project import is_talk_folder

DESCRIPTION = (
    "Begins a small talk that builds, and a small library where there is none. At a terminal it asks for title, "
    "minutes and speaker. Overwrites nothing."
)
_SLOT = 20  # minutes, as many are given
_MANUAL = "manual.html"


class Options(Struct, frozen=True):
    name: str  # "" where it is made of the title
    folder: Folder
    title: str = ""
    minutes: int | None = None
    speaker: str = ""

    @staticmethod
    def add(parser: argparse.ArgumentParser) -> None:
        help = "the talk's name: small letters, digits and hyphens (default: made of its title)"
        parser.add_argument("name", nargs="?", default="", metavar="NAME", help=help)
        Folder.add(parser)
        parser.add_argument("--title", type=str.strip, default="", metavar="TEXT", help="the title of the talk")
        parser.add_argument("--minutes", type=minutes, metavar="N", help="its slot")
        parser.add_argument(
            "--speaker", type=str.strip, default="", metavar="TEXT", help="who speaks, as the cover shows it"
        )


def run(options: Options) -> int:
    root = _root(options)
    asks = is_terminal()
    try:
        if options.name:
            check_name(root, options.name)  # before anything is asked
        options = _asked(options) if asks else options
        if not options.title and not options.name:
            raise WrongUse("the talk has no name", "'talkbuilder new my-talk' begins one of that name")
        name = options.name or _named(options.title)
        refuse_protected(root, name)
        written = start(root, name, About(options.title or _titled(options.name), options.minutes, options.speaker))
    except Unstarted as fault:
        raise WrongUse(fault.message, fault.hint) from fault
    for line in _told(written, _bring_manual(root), root):
        print(line)
    if asks and ask_key("Look at it in the browser now, y or n?", "yn") == "y":
        browse(root, name, Browser(None, opens=True))
    return FINE


def _root(options: Options) -> Path:
    """The folder to begin a talk in: this one, or the one that is named. Raises WrongUse inside of a talk folder."""
    if options.folder.folder:
        return Path(options.folder.folder)
    here = Path.cwd()
    if not is_talk_folder(here) and (around := next(filter(is_talk_folder, here.parents), None)):
        up = display_path(around)
        named = options.name or "my-talk"
        hint = f"'talkbuilder -C {shlex.quote(up)} new {named}' adds a talk to it; '-C .' begins a folder here"
        raise WrongUse(f"this folder is inside the talk folder '{up}'", hint)
    return here


def _asked(options: Options) -> Options:
    """With what the keyboard tells; what is in brackets is taken where nothing is typed."""
    title = options.title or _answer("What is the talk called?", _titled(options.name))
    slot = options.minutes
    while slot is None:
        try:
            slot = minutes(_answer("How many minutes is it to take, questions included?", str(_SLOT)))
        except argparse.ArgumentTypeError as fault:
            print(fault)
    speaker = options.speaker or ask_line("Who speaks, as the cover is to show it?") or ""
    return structs.replace(options, title=title, minutes=slot, speaker=speaker)


def _answer(question: str, usual: str) -> str:
    return ask_line(f"{question} [{usual}]") or usual


def _titled(name: str) -> str:
    return (name or "my-talk").replace("-", " ").capitalize()


def _named(title: str) -> str:
    """The name of a talk, in any alphabet: Колодец as kolodets."""
    from anyascii import anyascii

    return as_id(anyascii(title)) or "my-talk"


def _bring_manual(root: Path) -> Path | None:
    """Puts the manual into the folder, unless it is there; the path, where it was."""
    file = root / _MANUAL
    if file.exists() or (root / "talks" / "README.md").exists():
        return None
    write_whole(file, page(), root)
    return file


def _told(written: tuple[Path, ...], manual: Path | None, root: Path) -> Iterator[str]:
    """What was written, the files for the editor in one line, and what to type next."""
    editor = root / ".vscode"
    for path in written:
        if path.parent != editor:
            yield f"wrote {display_path(path)}"
    if number := sum(path.parent == editor for path in written):
        yield f"wrote {display_path(editor)}/ ({number} files, by which an editor completes what you type)"
    if manual:
        yield f"wrote {display_path(manual)} (the manual, with a picture of every kind of slide, for your browser)"
    where = display_path(root)
    name = written[0].stem
    yield f"now: talkbuilder {f'-C {shlex.quote(where)} ' if where != '.' else ''}build {name}"
