"""The words of the command line: commands, options, and help that teaches by example."""

import argparse
from collections.abc import Callable, Mapping
from typing import TypeAlias

from talkbuilder import __version__

Command = Callable[[argparse.Namespace], int]
_Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"

_EXAMPLES = """\
examples:
  talkbuilder new my-talk            begin a talk: writes talks/my-talk.yaml and a small library
  talkbuilder build                  build every talk of the folder into build/
  talkbuilder build kazakhstan       build one talk, build/kazakhstan.pptx
  talkbuilder check                  look for faults and write nothing
  talkbuilder explain E001           what a code means, with a bad and a good example

A talk is a file in talks/; the facts and quotes that it draws on are in assets/. Run a command anywhere
below the folder that holds them, or name the folder: talkbuilder build -C my-folder
"""


def parser(commands: Mapping[str, Command]) -> argparse.ArgumentParser:
    """The parser of the whole command line; `commands` holds what each subcommand runs, by its name."""
    whole = argparse.ArgumentParser(
        prog="talkbuilder",
        description="Builds PowerPoint decks from talk outlines whose every fact and quote has a source.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    whole.add_argument("--version", action="version", version=f"talkbuilder {__version__}")
    added = whole.add_subparsers(title="commands", metavar="COMMAND", required=True)
    folder = argparse.ArgumentParser(add_help=False)
    folder.add_argument("-C", dest="folder", metavar="DIR", help="the talk folder (default: the nearest upwards)")
    _add_build(added, folder)
    _add_check(added, folder)
    _add_others(added, folder)
    for name, run in commands.items():
        added.choices[name].set_defaults(run=run)
    return whole


def _add_build(commands: _Commands, folder: argparse.ArgumentParser) -> None:
    build = commands.add_parser("build", parents=[folder], help="build decks", description="Builds talks into decks.")
    build.add_argument("talks", nargs="*", metavar="TALK", help="a talk's name or file (default: all talks)")
    build.add_argument("--out", metavar="DIR", help="where decks go (default: build/ in the talk folder)")
    build.add_argument("--force", action="store_true", help="overwrite an edited deck; a numbered copy is kept")
    _add_printing(build)


def _add_check(commands: _Commands, folder: argparse.ArgumentParser) -> None:
    text = "Looks for faults in talks and library; writes nothing."
    check = commands.add_parser("check", parents=[folder], help="look for faults", description=text)
    check.add_argument("talks", nargs="*", metavar="TALK", help="a talk's name or file (default: all talks)")
    _add_printing(check)


def _add_others(commands: _Commands, folder: argparse.ArgumentParser) -> None:
    explain = commands.add_parser("explain", help="what a code means", description="Explains a diagnostic code.")
    explain.add_argument("code", metavar="CODE", help="such as E001; 'all' lists them")
    schema = commands.add_parser("schema", help="print a JSON Schema", description="Prints the JSON Schema of a file.")
    schema.add_argument(
        "file", nargs="?", default="outline", metavar="FILE", help="outline (default), facts, quotes, …"
    )
    new = commands.add_parser("new", parents=[folder], help="begin a talk", description="Begins a small talk.")
    new.add_argument("name", metavar="NAME", help="the talk's name: small letters, digits and hyphens")


def _add_printing(command: argparse.ArgumentParser) -> None:
    formats = ("text", "json", "github")
    command.add_argument("--format", choices=formats, default="text", help="how faults are printed (default: text)")
    command.add_argument("--strict", action="store_true", help="let warnings count as errors")
