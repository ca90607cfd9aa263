"""The command line: finds the command that was asked for, runs it, and ends in an exit status."""

import argparse
import atexit
import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import NoReturn

from talkbuilder import __version__
from talkbuilder.commands import COMMANDS, module_of
from talkbuilder.commands.console import discard_output, print_faults, stand_in, write_line
from talkbuilder.commands.status import FINE, INTERRUPTED, WRONG_USE, FaultsFound, WrongUse

_EXAMPLES = """\
examples:
  talkbuilder new my-talk            begin a talk: writes talks/my-talk.yaml and a small library
  talkbuilder build                  build every talk of the folder into build/
  talkbuilder build kazakhstan       build one talk, build/kazakhstan.pptx
  talkbuilder build --minutes 20     an edition for another slot, build/kazakhstan-20min.pptx
  talkbuilder build --event ID       for a booking of talks/events.yaml, into build/ID/
  talkbuilder time kazakhstan        how long it takes, slide by slide, drawn
  talkbuilder check                  look for faults and write nothing
  talkbuilder find shelter clothes   what posts and library hold on it, with the ids to use
  talkbuilder find --new-quote home  the best passage on it, as an entry for quotes.yaml
  talkbuilder sources kazakhstan     what the talk claims, with the evidence for each claim
  talkbuilder used population        the slides that use it, for when it has to be corrected
  talkbuilder review kazakhstan      sign what it rests on, each entry beside its passage in the post
  talkbuilder explain E001           what a code means, with a bad and a good example

A talk is a file in talks/; the facts and quotes that it draws on are in assets/. Run a command anywhere
below the folder that holds them, or name the folder: talkbuilder build -C my-folder
"""


def run() -> int:
    """The whole process: `main`, and neither a search for garbage nor a clearing up at the end.

    The one takes a seventh of the time of a build, the other 3 %: all that was built would be taken apart piece by
    piece, in a process that is over. Where workers were started, Python ends them as it always does.
    """
    gc.disable()
    atexit.register(gc.freeze)
    status = main()
    if "multiprocessing" not in sys.modules:
        for stream in (sys.stdout, sys.stderr):
            with suppress(OSError):
                stream.flush()
        os._exit(status)
    return status


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs a command line; returns the exit status: 0 fine, 1 faults found, 2 used wrongly."""
    _speak_utf8()
    stand_in(None)
    given = sys.argv[1:] if arguments is None else arguments
    namespace = _parser(given).parse_args(given)
    try:
        status = _run(namespace)
        sys.stdout.flush()
    except BrokenPipeError:
        discard_output(sys.stdout)
        return FINE
    except OSError as fault:
        named = f"'{fault.filename}': " if fault.filename else ""
        return _wrong_use(f"{named}{fault.strerror or fault}", "see whether it is there, and who may read it")
    except KeyboardInterrupt:
        print("interrupted; what was there before is untouched", file=sys.stderr)
        return INTERRUPTED
    return status


class _Parser(argparse.ArgumentParser):
    """One whose messages repeat nothing of what was typed that could command the terminal."""

    def error(self, message: str) -> NoReturn:
        from talkbuilder.diagnostics.harmless import harmless

        super().error(harmless(message))


def _parser(arguments: Sequence[str]) -> argparse.ArgumentParser:
    """The parser for a command line: all commands, and the options of the one that is named."""
    named = _named(arguments)
    parser = _Parser(
        prog="talkbuilder",
        description="Builds PowerPoint decks from talk outlines whose every fact and quote has a source.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"talkbuilder {__version__}")
    parser.add_argument("-C", dest="folder", metavar="DIR", help="the talk folder; may stand after the command as well")
    parser.set_defaults(takes_folder=False)
    added = parser.add_subparsers(title="commands", metavar="COMMAND", dest="command", required=True)
    for command, help in COMMANDS.items():
        subparser = added.add_parser(command, help=help, allow_abbrev=False)
        if command == named:
            module = module_of(command)
            subparser.description = module.DESCRIPTION
            module.Options.add(subparser)
    return parser


def _named(arguments: Sequence[str]) -> str:
    """The command that a command line names; before it may stand -C with its folder."""
    given = iter(arguments)
    for argument in given:
        if argument == "-C":
            next(given, None)
        elif not argument.startswith("-"):
            return argument
    return ""


def _run(namespace: argparse.Namespace) -> int:
    """Runs the command that was parsed, and prints what ended it early if something did; returns the exit status."""
    command = module_of(namespace.command)
    try:
        if namespace.folder is not None and not namespace.takes_folder:
            raise WrongUse(f"'{namespace.command}' works in no talk folder", "leave out -C")
        status: int = command.run(command.Options.of(namespace))
    except WrongUse as fault:
        return _wrong_use(fault.message, fault.hint)
    except FaultsFound as found:
        print_faults(
            found.diagnostics,
            namespace.format if "format" in namespace else "text",
            every=getattr(namespace, "every", True),
        )
        if found.remark:
            write_line(found.remark, sys.stderr)
        return found.status
    return status


def _wrong_use(message: str, hint: str) -> int:
    """Prints that a command was used wrongly, and what to do; returns the exit status for that."""
    from talkbuilder.diagnostics.harmless import harmless

    write_line(f"talkbuilder: {harmless(message)}\n  = hint: {harmless(hint)}", sys.stderr)
    return WRONG_USE


def _speak_utf8() -> None:
    """Windows consoles speak an older code page by default, in which curly quotes cannot be printed."""
    if os.name == "nt":
        os.system("")  # makes the console understand colours
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure") and (stream.encoding or "").lower().replace("-", "") != "utf8":
            stream.reconfigure(encoding="utf-8", errors="replace")
