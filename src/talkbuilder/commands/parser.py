"""The parser of the command line: teaches where nothing is asked for, and says of a slip what was meant."""

import argparse
import re
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import NoReturn

from talkbuilder import __version__
from talkbuilder.commands import COMMANDS, module_of
from talkbuilder.commands.status import WrongUse

EXAMPLES = """\
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
  talkbuilder pull build/talk.pptx   bring what was changed in a deck by hand back into its outline
  talkbuilder explain E001           what a code means, with a bad and a good example

A talk is a file in talks/; the facts and quotes that it draws on are in assets/. Run a command anywhere
below the folder that holds them, or name the folder: talkbuilder build -C my-folder
'talkbuilder help COMMAND' tells of one command.
"""
_CALLED = "talkbuilder"
# With each option, argparse makes what lays out a help, which imports for 2 ms what knows the width of the screen.
_UNSEEN = partial(argparse.HelpFormatter, width=80)

# What argparse says, and what that means to somebody who types commands for the first time.
_PLAINLY = (
    (r"argument COMMAND: ", ""),
    (r"the following arguments are required: (.+)", r"\1 is missing"),
    (r"argument (?:-\w, ?)?(\S+): expected (?:one|at least one) argument", r"a value is missing behind \1"),
    (r"argument (?:-\w, ?)?(\S+): (?!not allowed)", r"\1: "),
)


class Parser(argparse.ArgumentParser):
    """Reads a command line, and raises WrongUse for what it cannot read."""

    def error(self, message: str) -> NoReturn:
        example = re.search(rf"^  ({self.prog} \S.*?)  ", EXAMPLES, re.MULTILINE)
        such = f"as in '{example[1]}'; " if example and "required" in message else ""
        asked = f"{such}'{self.prog} --help' tells what it takes"
        for pattern, plainly in _PLAINLY:
            message = re.sub(pattern, plainly, message)
        raise WrongUse(message, asked)


def parse(given: Sequence[str]) -> argparse.Namespace:
    """What is asked for. Raises WrongUse; ends the process, as argparse does, after --help and --version."""
    given = _asked(list(given))
    _check_dashes(given)
    if given[0].startswith("--") and given[0] not in ("--help", "--version"):
        hint = f"options stand behind it: {_CALLED} COMMAND {given[0]}"
        raise WrongUse(f"{given[0]} stands before the command", hint)
    named = _named(given)
    if named and named not in COMMANDS:
        from talkbuilder.diagnostics import also, near

        is_talk = Path("talks", f"{named}.yaml").is_file()
        likely = f"did you mean '{_CALLED} build {named}'?" if is_talk else near(named, COMMANDS)
        hint = also(likely, f"'{_CALLED} help' lists all")
        raise WrongUse(f"there is no command '{named}'", hint)
    parser, commands = parsers([named] if named else [])
    namespace, unknown = parser.parse_known_args(given)
    if unknown:
        _refuse(unknown[0], named, commands[named])
    return namespace


def _asked(given: list[str]) -> list[str]:
    """A command line with `help` and nothing at all in the form that argparse knows."""
    if given[:1] == ["help"]:
        return [*given[1:2], "--help"]
    return given or ["--help"]


def _named(given: Sequence[str]) -> str:
    """The command that a command line names; before it may stand -C with its folder."""
    rest = iter(given)
    for one in rest:
        if one == "-C":
            next(rest, None)
        elif not one.startswith("-"):
            return one
    return ""


def _check_dashes(given: Sequence[str]) -> None:
    """Raises WrongUse where a word processor has made a dash of the hyphens of an option."""
    if found := next((one for one in given if re.fullmatch(r"-?[–—]-?[a-z][a-z-]*(?:=.*)?", one)), ""):
        raise WrongUse(f"'{found}' begins with a dash", f"type two plain hyphens: --{found.lstrip('-–—')}")


def parsers(named: Iterable[str]) -> tuple[Parser, dict[str, argparse.ArgumentParser]]:
    """The parser with the commands that are named and their options; where none is, with all, and without options."""
    parser = Parser(
        prog=_CALLED,
        description="Builds PowerPoint decks from talk outlines whose every fact and quote has a source.",
        epilog=EXAMPLES,
        formatter_class=_UNSEEN,
        allow_abbrev=False,
    )
    parser.add_argument("-V", "--version", action="version", version=f"talkbuilder {__version__}")
    parser.add_argument("-C", dest="folder", metavar="DIR", help="the talk folder; may stand after the command as well")
    parser.set_defaults(takes_folder=False)
    added = parser.add_subparsers(title="commands", metavar="COMMAND", dest="command", required=True, prog=_CALLED)
    commands: dict[str, argparse.ArgumentParser] = {}
    wanted = frozenset(named)
    for command in wanted or COMMANDS:
        commands[command] = added.add_parser(
            command, help=COMMANDS[command], allow_abbrev=False, formatter_class=_UNSEEN
        )
    for command in wanted:
        module = module_of(command)
        commands[command].description = module.DESCRIPTION
        module.Options.add(commands[command])
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    for one in commands.values():
        one.formatter_class = argparse.HelpFormatter
    return parser, commands


def _refuse(unknown: str, command: str, parser: argparse.ArgumentParser) -> NoReturn:
    """Says of what a command does not take what may have been meant. Raises WrongUse."""
    if not unknown.startswith("-"):
        hint = (
            f"what has blanks needs quote marks, as in \"two words\"; 'talkbuilder help {command}' tells what it takes"
        )
        raise WrongUse(f"'{command}' does not take '{unknown}'", hint)
    from talkbuilder.diagnostics import also, near
    from talkbuilder.outputs import OUTPUTS

    option = unknown.partition("=")[0]
    known = [one for action in parser._actions for one in action.option_strings if one.startswith("--")]
    hint = also(near(option, known), f"'talkbuilder help {command}' tells of all")
    if command == "build" and (ending := option.removeprefix("--")) in OUTPUTS:
        hint = f"write '--to {ending}'"
    raise WrongUse(f"'{command}' has no option {option}", hint)
