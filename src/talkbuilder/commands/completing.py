"""How a command line may go on: commands, options, and the talks, ids and codes that a folder has."""

import argparse
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from talkbuilder.commands import COMMANDS
from talkbuilder.commands.parser import parsers
from talkbuilder.commands.status import WrongUse

if TYPE_CHECKING:
    from talkbuilder.source.project import DiskProject


def complete() -> None:
    """Answers the shell that runs this, by argcomplete's protocol, and ends the process."""
    import argcomplete

    parser, commands = parsers(COMMANDS)
    for command, one in commands.items():
        for action in one._actions:
            if completer := _completer(command, action):
                action.completer = _quietly(completer)  # type: ignore[attr-defined]  # where argcomplete looks for it
    argcomplete.autocomplete(parser, always_complete_options="long")


def _completer(command: str, action: argparse.Action) -> "Callable[..., Iterable[str]] | None":
    """What may stand for an argument; None where the shell knows better, as with files."""
    match action.dest:
        case "talks" | "talk":
            return _talks
        case "ids":
            return _entries
        case "names" if command == "review":
            return _entries
        case "event":
            return _events
        case "codes":
            return _codes
    return None


def _quietly(completer: "Callable[..., Iterable[str]]") -> "Callable[..., Iterable[str]]":
    """The same, with nothing to offer where there is no talk folder: somebody who types is not to be interrupted."""

    def offered(**asked: object) -> Iterable[str]:
        try:
            return completer(**asked)
        except WrongUse:
            return ()

    return offered


def _talks(parsed_args: object, **_: object) -> Iterable[str]:
    from talkbuilder.stages.read import talk_names

    return talk_names(_project(parsed_args))


def _events(parsed_args: object, **_: object) -> Iterable[str]:
    from talkbuilder.diagnostics import Report
    from talkbuilder.stages.read import read_events

    return read_events(_project(parsed_args), Report())


def _entries(parsed_args: object, **_: object) -> Iterable[str]:
    from talkbuilder.diagnostics import Report
    from talkbuilder.stages.read import read_library

    library = read_library(_project(parsed_args), Report())
    return (*library.facts, *library.quotes, *library.actions, *library.people, *library.sources, *library.media)


def _codes(**_: object) -> Iterable[str]:
    from talkbuilder.diagnostics.codes import CODES

    return CODES


def _project(parsed_args: object) -> "DiskProject":
    from talkbuilder.commands.folder import root_of
    from talkbuilder.commands.options import Folder
    from talkbuilder.source.project import DiskProject

    return DiskProject(root_of(Folder(getattr(parsed_args, "folder", None))))
