"""`talkbuilder completion`: what a shell needs to complete command lines with the Tab key, and what it is answered."""

import argparse
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from msgspec import Struct

from talkbuilder.commands import COMMANDS
from talkbuilder.commands.parser import parsers
from talkbuilder.commands.status import FINE, WrongUse

if TYPE_CHECKING:
    from talkbuilder.source.project import DiskProject

DESCRIPTION = "Prints what your shell needs to complete commands, options, talks and ids with the Tab key."
_WHERE = {
    "bash": 'add to ~/.bashrc:  eval "$(talkbuilder completion bash)"',
    "zsh": 'add to ~/.zshrc, behind compinit:  eval "$(talkbuilder completion zsh)"',
    "fish": "talkbuilder completion fish > ~/.config/fish/completions/talkbuilder.fish",
    "powershell": "add to the file that $PROFILE names:  talkbuilder completion powershell | Out-String | "
    "Invoke-Expression",
}


class Options(Struct, frozen=True):
    shell: str

    @staticmethod
    def add(parser: argparse.ArgumentParser) -> None:
        parser.epilog = "\n".join(("to have it in every new window:", *(f"  {line}" for line in _WHERE.values())))
        parser.formatter_class = argparse.RawDescriptionHelpFormatter
        parser.add_argument("shell", choices=tuple(_WHERE), metavar="SHELL", help=", ".join(_WHERE))


def run(options: Options) -> int:
    from argcomplete.shell_integration import shellcode

    print(shellcode(["talkbuilder"], shell=options.shell))
    return FINE


def complete() -> None:
    """Answers a shell that asks how a command line may go on, by argcomplete's protocol, and ends the process."""
    import argcomplete

    parser, commands = parsers(COMMANDS)
    for command, one in commands.items():
        for action in one._actions:
            if known := _known(command, action):
                action.completer = _completer(known)  # type: ignore[attr-defined]  # where argcomplete looks for it
    argcomplete.autocomplete(parser, always_complete_options="long")


def _known(command: str, action: argparse.Action) -> "Callable[[DiskProject], Iterable[str]] | None":
    """What there is in a folder for an argument; None where the shell knows better, as with files."""
    match action.metavar, action.dest:
        case "TALK", "names":
            return _talks
        case ("ID", "ids") | ("NAME", "names") if command in ("used", "review"):
            return _entries
        case "ID", "event":
            return _events
        case "CODE", _:
            return _codes
    return None


def _completer(known: "Callable[[DiskProject], Iterable[str]]") -> "Callable[..., Iterable[str]]":
    """With nothing to offer where there is no talk folder: somebody who types is not to be interrupted."""
    from talkbuilder.commands.folder import root_of
    from talkbuilder.commands.options import Folder
    from talkbuilder.source.project import DiskProject

    def offered(parsed_args: object, **_: object) -> Iterable[str]:
        try:
            return known(DiskProject(root_of(Folder(getattr(parsed_args, "folder", None)))))
        except WrongUse:
            return ()

    return offered


def _talks(project: "DiskProject") -> Iterable[str]:
    from talkbuilder.stages.read import talk_names

    return talk_names(project)


def _events(project: "DiskProject") -> Iterable[str]:
    from talkbuilder.diagnostics import Report
    from talkbuilder.stages.read import read_events

    return read_events(project, Report())


def _entries(project: "DiskProject") -> Iterable[str]:
    from talkbuilder.diagnostics import Report
    from talkbuilder.stages.read import read_library

    library = read_library(project, Report())
    return (*library.facts, *library.quotes, *library.actions, *library.people, *library.sources, *library.media)


def _codes(_: "DiskProject") -> Iterable[str]:
    from talkbuilder.diagnostics.codes import CODES

    return CODES
