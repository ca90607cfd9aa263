"""A file that an output makes: where it goes, how it is written, and for which paper; or why it cannot be."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import IO, Literal, NamedTuple

from msgspec import Struct

Size = Literal["a4", "letter"]

SIZES_PT: Mapping[Size, tuple[float, float]] = {"a4": (595.28, 841.89), "letter": (612.0, 792.0)}


class Paper(Struct, frozen=True):
    """`has_notes` puts the notes under each slide of a PDF."""

    size: Size = "a4"
    has_notes: bool = False

    @property
    def mark(self) -> str:
        """What tells files for it from those for A4."""
        return "" if self.size == "a4" else f"-{self.size}"


A4 = Paper()


class File(NamedTuple):
    """`path` is relative to the folder of outputs, with forward slashes."""

    path: str
    write: Callable[[IO[bytes]], None]


def data_file(path: str, data: bytes) -> File:
    """A file of bytes."""
    return File(path, partial(_write_data, data))


def _write_data(data: bytes, out: IO[bytes]) -> None:
    out.write(data)
