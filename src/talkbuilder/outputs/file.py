"""A file that an output makes: where it goes, and how it is written."""

from collections.abc import Callable
from functools import partial
from typing import IO, NamedTuple


class File(NamedTuple):
    """`path` is relative to the folder of outputs, with forward slashes."""

    path: str
    write: Callable[[IO[bytes]], None]


def text_file(path: str, text: str) -> File:
    """A file of text, in UTF-8."""
    return File(path, partial(_write, text))


def _write(text: str, out: IO[bytes]) -> None:
    out.write(text.encode())
