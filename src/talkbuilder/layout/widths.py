"""How wide texts in Latin letters are in our fonts: tables of what HarfBuzz says, whose import takes 25 ms.

A text is as wide as its letters, and what each two of them are moved together or apart: more these fonts do not know.
"""

from collections.abc import Mapping
from functools import cache
from itertools import pairwise
from pathlib import Path

import msgspec
from msgspec import Struct

FONTS = Path(__file__).with_name("fonts")  # importlib.resources would take 3 ms to import
# What talks in Western languages are written in: ASCII, Latin-1, and the marks of careful typing.
LETTERS = (*map(chr, range(0x20, 0x7F)), *map(chr, range(0xA0, 0x100)), *"‘’‚“”„‹›–—…•€™−½œŒ\u2011\u202f")


class Widths(Struct, frozen=True):
    """All in units of a font, of which `em` make an em; a letter that is not there the font lacks."""

    em: int
    line: int  # the height of a line
    letters: Mapping[str, int]
    kerning: Mapping[str, int]  # of two letters

    def of(self, text: str) -> int | None:
        """The width of a text; None where it has other letters."""
        try:
            width = sum([self.letters[letter] for letter in text])
        except KeyError:
            return None
        if self.kerning:
            width += sum([self.kerning.get(one + other, 0) for one, other in pairwise(text)])
        return width


@cache
def widths_of(file: str) -> Widths | None:
    """The table of a font, by the name of its file; None where it has none."""
    table = _table(file)
    return msgspec.msgpack.decode(table.read_bytes(), type=Widths) if table.exists() else None


def write(file: str, widths: Widths) -> None:
    _table(file).write_bytes(msgspec.msgpack.encode(widths))


def _table(file: str) -> Path:
    return FONTS / f"{file}.widths.msgpack"
