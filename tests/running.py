"""Runs a command line in this process, on files that a test puts into a folder and edits there."""

import contextlib
import ctypes
import io
import os
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from talkbuilder.cli import main

OPTION = r"(?<![\w-])--[a-z][a-z-]*"  # a long option in a text


def run(*arguments: object, typed: str | None = None) -> tuple[int, str, str]:
    """The exit status, what was printed, and what was said aside; a traceback is never right.

    What is typed comes from no terminal.
    """
    out, err, before = io.StringIO(), io.StringIO(), sys.stdin
    sys.stdin = before if typed is None else io.StringIO(typed)
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            status = main([str(argument) for argument in arguments])
    except SystemExit as ended:  # argparse's own way out
        status = ended.code if isinstance(ended.code, int) else -1
    finally:
        sys.stdin = before
    assert "Traceback" not in out.getvalue() + err.getvalue()
    return status, out.getvalue(), err.getvalue()


def options(command: str) -> set[str]:
    """The long options that a command's help lists; those of the program itself for ""."""
    status, out, _ = run(*([command] if command else []), "--help")
    assert status == 0
    listed = re.findall(rf"^  (?:-\w(?: [A-Z]+)?, )?({OPTION})", out, re.MULTILINE)
    assert "--help" in listed
    return {*listed} - {"--help"}


def put(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Writes files into a folder; returns the folder."""
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def edit(file: Path, old: str, new: str) -> None:
    """Replaces what must stand in a file."""
    text = file.read_text("utf-8")
    assert old in text
    file.write_bytes(text.replace(old, new).encode())


@contextlib.contextmanager
def held_to_permissions() -> Iterator[None]:
    """Root may do meanwhile only what its files allow, as everybody may: it lays two of its capabilities aside."""
    if os.name == "nt" or (os.geteuid() == 0 and not sys.platform.startswith("linux")):
        pytest.skip("there are other permissions here")
    if os.geteuid() != 0:
        yield
        return
    libc = ctypes.CDLL(None)
    version_and_thread = (ctypes.c_uint32 * 2)(0x20080522, 0)  # as of version 3, and of this one
    held = (ctypes.c_uint32 * 6)()
    assert libc.capget(version_and_thread, held) == 0
    before = held[0]
    held[0] &= ~0b110  # to read, write and enter whatever the mode: CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH
    assert libc.capset(version_and_thread, held) == 0
    try:
        yield
    finally:
        held[0] = before
        libc.capset(version_and_thread, held)
