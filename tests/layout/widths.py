"""Makes the tables of how wide Latin letters are, as HarfBuzz says: run by hand when a font is changed.

    python -m tests.layout.widths

A table is written beside each font of ours that has Latin letters.
"""

import msgspec
import uharfbuzz

from talkbuilder.layout.typefaces import FONTS, Widths

# What talks in Western languages are written in: ASCII, Latin-1, and the marks of careful typing.
LETTERS = (*map(chr, range(0x20, 0x7F)), *map(chr, range(0xA0, 0x100)), *"‘’‚“”„‹›–—…•€™−½œŒ\u2011\u202f")


def latin() -> list[str]:
    """The files of Latin letters, which have tables."""
    return [file.stem for file in sorted(FONTS.glob("*-latin-[0-9]*.ttf"))]


def font_of(file: str) -> uharfbuzz.Font:
    return uharfbuzz.Font(uharfbuzz.Face((FONTS / f"{file}.ttf").read_bytes()))


def shaped(font: uharfbuzz.Font, text: str) -> int:
    """The width of a text as it is drawn: no ligatures."""
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    uharfbuzz.shape(font, buffer, {"liga": False, "clig": False})
    return sum(one.x_advance for one in buffer.glyph_positions)


def measured(file: str) -> Widths:
    """The table of a font."""
    font = font_of(file)
    letters = {one: shaped(font, one) for one in LETTERS if font.get_nominal_glyph(ord(one)) is not None}
    pairs = ((one + other, letters[one] + letters[other]) for one in letters for other in letters)
    kerning = {pair: moved for pair, apart in pairs if (moved := shaped(font, pair) - apart)}
    extents = font.get_font_extents("ltr")
    line = int(extents.ascender - extents.descender + extents.line_gap)
    return Widths(font.face.upem, line, letters, kerning)


if __name__ == "__main__":
    for name in latin():
        (FONTS / f"{name}.widths.msgpack").write_bytes(msgspec.msgpack.encode(measured(name)))
