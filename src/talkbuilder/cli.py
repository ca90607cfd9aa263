"""The command line: finds the command that was asked for, runs it, and ends in an exit status."""

import argparse
import gc
import os
import sys
from collections.abc import Sequence

from talkbuilder.commands import module_of
from talkbuilder.commands.console import discard_output, print_faults, stand_in, write_line
from talkbuilder.commands.parser import parse
from talkbuilder.commands.status import FINE, INTERRUPTED, WRONG_USE, FaultsFound, WrongUse


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs a command line; returns the exit status: 0 fine, 1 faults found, 2 used wrongly."""
    gc.set_threshold(50_000, 20)  # a deck is many objects, of which few go in circles: to look for these is a tenth
    _speak_utf8()
    stand_in(None)
    given = sys.argv[1:] if arguments is None else arguments
    if "_ARGCOMPLETE" in os.environ:
        from talkbuilder.commands.completion import complete

        complete()
    try:
        status = _run(parse(given))
        sys.stdout.flush()
    except BrokenPipeError:
        discard_output(sys.stdout)
        return FINE
    except OSError as fault:
        named = f"'{fault.filename}': " if fault.filename else ""
        return _wrong_use(f"{named}{fault.strerror or fault}", "see whether it is there, and who may read it")
    except WrongUse as fault:
        return _wrong_use(fault.message, fault.hint)
    except KeyboardInterrupt:
        print("interrupted; what was there before is untouched", file=sys.stderr)
        return INTERRUPTED
    return status


def _run(namespace: argparse.Namespace) -> int:
    """Runs the command that was parsed, and prints what ended it early if something did; returns the exit status."""
    from talkbuilder.commands.options import taken  # which no help needs

    command = module_of(namespace.command)
    try:
        if namespace.folder is not None and not namespace.takes_folder:
            raise WrongUse(f"'{namespace.command}' works in no talk folder", "leave out -C")
        status: int = command.run(taken(command.Options, namespace))
    except FaultsFound as found:
        print_faults(
            found.diagnostics,
            namespace.format if "format" in namespace else "text",
            every=getattr(namespace, "every", True),
            strict=getattr(namespace, "strict", False),
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
