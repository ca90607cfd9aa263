"""A file that an output makes: where it goes, and how it is written; or why it cannot be."""

from collections.abc import Callable
from functools import partial
from typing import IO, NamedTuple

from talkbuilder.diagnostics import Diagnostic


class File(NamedTuple):
    """`path` is relative to the folder of outputs, with forward slashes."""

    path: str
    write: Callable[[IO[bytes]], None]


class Undelivered(Exception):
    """A deck was not written; what was there before is whole. Carries the diagnostic that says why."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


def data_file(path: str, data: bytes) -> File:
    """A file of bytes."""
    return File(path, partial(_write_data, data))


def _write_data(data: bytes, out: IO[bytes]) -> None:
    out.write(data)
