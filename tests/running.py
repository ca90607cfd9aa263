"""Runs a command line in this process."""

import contextlib
import gc
import io

from talkbuilder.cli import main


def run(*arguments: object) -> tuple[int, str, str]:
    """The exit status, what was printed, and what was said aside; a traceback is never right."""
    out, err = io.StringIO(), io.StringIO()
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            status = main([str(argument) for argument in arguments])
    except SystemExit as ended:  # argparse's own way out
        status = ended.code if isinstance(ended.code, int) else -1
    finally:
        gc.enable()  # a build turns it off, which is right for a process that ends with it
    assert "Traceback" not in out.getvalue() + err.getvalue()
    return status, out.getvalue(), err.getvalue()
