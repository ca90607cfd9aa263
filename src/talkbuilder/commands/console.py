"""How commands speak: faults, counts, paths and exit statuses, the same from all of them."""

import argparse
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from talkbuilder.diagnostics import Diagnostic

FINE, FAULTS, WRONG_USE, INTERRUPTED = 0, 1, 2, 130


def add_printing(parser: argparse.ArgumentParser) -> None:
    """The options of commands that report faults."""
    formats = ("text", "json", "github")
    parser.add_argument("--format", choices=formats, default="text", help="how faults are printed (default: text)")
    parser.add_argument("--strict", action="store_true", help="let warnings count as errors")


def print_faults(
    diagnostics: "Iterable[Diagnostic]", options: argparse.Namespace, stream: TextIO | None = None
) -> bool:
    """Prints diagnostics in the format that was asked for; tells whether they stop the command."""
    from talkbuilder.diagnostics.printing import FORMATS

    out = sys.stdout if options.format != "text" else stream or sys.stderr
    found = tuple(diagnostics)
    errors = sum(one.is_error for one in found)
    if found or (options.format == "json" and stream is sys.stdout):
        say(FORMATS[options.format](found, has_colour(out)), out)
    if found and options.format == "text":
        counts = ((errors, "error"), (len(found) - errors, "warning"))
        say(", ".join(count(number, thing) for number, thing in counts if number), out)
    return bool(errors or (found and options.strict))


def wrong(message: str, hint: str) -> int:
    """Says that a command was used wrongly, and what to do; returns the exit status for that."""
    say(f"talkbuilder: {message}\n  = hint: {hint}", sys.stderr)
    return WRONG_USE


def remark(message: str) -> None:
    """Says something aside: what is printed stays what was asked for."""
    from talkbuilder.diagnostics.printing import harmless

    say(harmless(message), sys.stderr)


def say(line: str, stream: TextIO) -> None:
    """Prints a line, and goes on where nobody listens: whoever stopped reading, like `head`, still wants the decks."""
    try:
        print(line, file=stream, flush=True)
    except BrokenPipeError:
        stop_talking(stream)


def stop_talking(stream: TextIO) -> None:
    """Lets a stream whose reader has gone end in the void."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def count(number: int, thing: str) -> str:
    """1 slide, 2 slides, 1,000 slides."""
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def shown(path: Path, root: Path) -> str:
    """A path as messages print it: from the talk folder where it lies below it."""
    try:
        return path.resolve().relative_to(root.resolve()).as_posix()
    except ValueError:
        return str(path)


def has_colour(stream: TextIO) -> bool:
    """Whether colours are welcome: on a terminal, unless NO_COLOR (no-color.org) says otherwise."""
    return stream.isatty() and not os.environ.get("NO_COLOR")
