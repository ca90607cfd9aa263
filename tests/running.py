"""Runs a command line in this process, and asks commands for their options."""

import contextlib
import io
import re

from talkbuilder.cli import main

OPTION = r"(?<![\w-])--[a-z][a-z-]*"  # a long option in a text


def run(*arguments: object) -> tuple[int, str, str]:
    """The exit status, what was printed, and what was said aside; a traceback is never right."""
    out, err = io.StringIO(), io.StringIO()
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            status = main([str(argument) for argument in arguments])
    except SystemExit as ended:  # argparse's own way out
        status = ended.code if isinstance(ended.code, int) else -1
    assert "Traceback" not in out.getvalue() + err.getvalue()
    return status, out.getvalue(), err.getvalue()


def options(command: str) -> set[str]:
    """The long options that a command's help lists; those of the program itself for ""."""
    status, out, _ = run(*([command] if command else []), "--help")
    assert status == 0
    listed = re.findall(rf"^  (?:-\w(?: [A-Z]+)?, )?({OPTION})", out, re.MULTILINE)
    assert "--help" in listed
    return {*listed} - {"--help"}
