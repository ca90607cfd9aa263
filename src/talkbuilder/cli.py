"""The command line: finds the command that was asked for, runs it, and ends in an exit status."""

import argparse
import atexit
import gc
import os
import sys
from collections.abc import Sequence

from talkbuilder import __version__
from talkbuilder.commands import COMMANDS
from talkbuilder.commands.console import FINE, INTERRUPTED, stop_talking, wrong

_EXAMPLES = """\
examples:
  talkbuilder new my-talk            begin a talk: writes talks/my-talk.yaml and a small library
  talkbuilder build                  build every talk of the folder into build/
  talkbuilder build kazakhstan       build one talk, build/kazakhstan.pptx
  talkbuilder build --minutes 20     an edition that fits another slot; --audience youth keeps what is meant for them
  talkbuilder build --event ID       for a booking of talks/events.yaml, into build/ID/
  talkbuilder time kazakhstan        how long it takes, slide by slide, drawn
  talkbuilder check                  look for faults and write nothing
  talkbuilder find shelter clothes   what posts and library hold on it, with the ids to use
  talkbuilder find --new-quote home  the best passage on it, as an entry for quotes.yaml
  talkbuilder sources kazakhstan     what the talk claims, with the evidence for each claim
  talkbuilder used population        the slides that use it, for when it has to be corrected
  talkbuilder explain E001           what a code means, with a bad and a good example

A talk is a file in talks/; the facts and quotes that it draws on are in assets/. Run a command anywhere
below the folder that holds them, or name the folder: talkbuilder build -C my-folder
"""


def run() -> int:
    """The whole process: `main`, and no search for garbage, which takes a seventh of the time of a build.

    Everything that is built stays alive to the end; frozen, it is not searched once more when Python ends.
    """
    gc.disable()
    atexit.register(gc.freeze)
    return main()


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs a command line; returns the exit status: 0 fine, 1 faults found, 2 used wrongly."""
    _speak_utf8()
    options = _parser().parse_args(arguments)
    try:
        status: int = options.run(options)
        sys.stdout.flush()
    except BrokenPipeError:
        stop_talking(sys.stdout)
        return FINE
    except OSError as fault:
        return wrong(f"'{fault.filename}': {fault.strerror}", "see whether it is there, and who may read it")
    except KeyboardInterrupt:
        print("interrupted; what was there before is untouched", file=sys.stderr)
        return INTERRUPTED
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="talkbuilder",
        description="Builds PowerPoint decks from talk outlines whose every fact and quote has a source.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"talkbuilder {__version__}")
    added = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for command in COMMANDS:
        subparser = added.add_parser(command.NAME, help=command.HELP, description=command.DESCRIPTION)
        command.arguments(subparser)
        subparser.set_defaults(run=command.run)
    return parser


def _speak_utf8() -> None:
    """Windows consoles speak an older code page by default, in which curly quotes cannot be printed."""
    if os.name == "nt":
        os.system("")  # makes the console understand colours
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure") and (stream.encoding or "").lower().replace("-", "") != "utf8":
            stream.reconfigure(encoding="utf-8", errors="replace")
