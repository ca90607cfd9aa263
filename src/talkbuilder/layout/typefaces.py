"""The fonts that we carry, twins of those that Office has: which has a letter, how wide a text is, subsets of them.

A font is a file for each script and style, as they come from Fontsource.
"""

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from talkbuilder.layout.items import Face
from talkbuilder.layout.widths import FONTS, LETTERS, Widths, widths_of

if TYPE_CHECKING:
    import uharfbuzz

# Families that Office has, and the open twins with the same metrics.
_TWINS = {"Georgia": "Gelasio", "Calibri": "Carlito", "Arial": "Arimo"}
_ELSE = "Carlito"  # has all the scripts that we have, and stands in for every family that has no twin
_ALL = ("latin", "latin-ext", "cyrillic", "cyrillic-ext")
_SCRIPTS = {"Gelasio": _ALL[:2], "Carlito": _ALL, "Arimo": _ALL}
_GENERIC = {"Gelasio": "serif", "Carlito": "sans-serif", "Arimo": "sans-serif"}
_NO_BREAK = "\u00a0\u202f"
# PowerPoint sets no ligatures, which are narrower than their letters.
_UNLIGATED = {"liga": False, "clig": False}
_KEPT_FEATURES = ("kern", "mark", "mkmk", "ccmp", "locl")


def has_twin(family: str) -> bool:
    return family in _TWINS


def twin(family: str) -> str:
    """The family of ours in which another is measured and drawn."""
    return _TWINS.get(family, _ELSE)


def stack(family: str) -> tuple[str, ...]:
    """The families to try for one, one after the other; the last is one of the names that stand for a kind of font."""
    ours = twin(family)
    return tuple(dict.fromkeys((family, ours, _ELSE, _GENERIC[ours])))


def family_of(file: str) -> str:
    """The family that a file of ours belongs to."""
    return file.partition("-")[0].capitalize()


def scripts(family: str) -> tuple[str, ...]:
    """The files to look into for a letter of a family of ours, without their style; then those of Carlito."""
    return tuple(f"{one.lower()}-{script}" for one in dict.fromkeys((family, _ELSE)) for script in _SCRIPTS[one])


def by_file(text: str, face: Face) -> Iterator[tuple[str, str]]:
    """A text by the files that have its letters in a face: (file, part of the text); the file is "" where none has."""
    family, style = twin(face.family), _style(face)
    if text and text.isascii() and text.isprintable():  # as most words are; no font of ours lacks any of it
        yield f"{family.lower()}-latin-{style}", text
        return
    for script, letters in groupby(text, lambda letter: _script(letter, family)):
        yield script and f"{script}-{style}", "".join(letters)


def latin_widths(face: Face) -> Widths | None:
    """How wide the Latin letters of a face are."""
    return widths_of(f"{twin(face.family).lower()}-latin-{_style(face)}")


def _style(face: Face) -> str:
    return f"{700 if face.bold else 400}-{'italic' if face.italic else 'normal'}"


@cache
def _script(letter: str, family: str) -> str:
    """The family and script that have a letter: of the family, else of Carlito; "" where none has it."""
    if letter in _NO_BREAK:
        return f"{family.lower()}-latin"
    return next((name for name in scripts(family) if _has(f"{name}-400-normal", letter)), "")


def _has(file: str, letter: str) -> bool:
    known = widths_of(file)
    return (known is not None and letter in known.letters) or _font(file).get_nominal_glyph(ord(letter)) is not None


@cache
def _font(file: str) -> "uharfbuzz.Font":
    import uharfbuzz  # 25 ms, which who writes in Latin letters need not pay

    data = (FONTS / f"{file}.ttf").read_bytes()
    return uharfbuzz.Font(uharfbuzz.Face(data))


def advance_em(text: str, file: str) -> float:
    """How wide a text is in a font, in ems."""
    if (known := widths_of(file)) and (width := known.of(text)) is not None:
        return width / known.em
    return float(_shaped(text, file) / _font(file).face.upem)


def line_height_em(family: str) -> float:
    """The height of a line of a family as its font has it, in ems."""
    known = widths_of(f"{twin(family).lower()}-latin-400-normal")
    assert known
    return known.line / known.em


def measured(file: str) -> Widths:
    """The table of a font, as HarfBuzz says; `python -m talkbuilder.layout.typefaces` writes all that we carry."""
    font = _font(file)
    letters = {one: _shaped(one, file) for one in LETTERS if font.get_nominal_glyph(ord(one)) is not None}
    pairs = ((one + other, letters[one] + letters[other]) for one in letters for other in letters)
    kerning = {pair: moved for pair, apart in pairs if (moved := _shaped(pair, file) - apart)}
    extents = font.get_font_extents("ltr")
    line = extents.ascender - extents.descender + extents.line_gap
    return Widths(font.face.upem, line, letters, kerning)


def latin() -> list[str]:
    """The files of Latin letters, which have tables."""
    return [file.stem for file in sorted(FONTS.glob("*-latin-[0-9]*.ttf"))]


def _shaped(text: str, file: str) -> int:
    import uharfbuzz

    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    uharfbuzz.shape(_font(file), buffer, _UNLIGATED)
    return sum([glyph.x_advance for glyph in buffer.glyph_positions])


@lru_cache(maxsize=1024)  # slides of one deck share letters, and the editions of a talk share slides
def subset(file: str, letters: str) -> bytes:
    """A font with no more than some letters, without ligatures; it keeps its name and its copyright."""
    import uharfbuzz

    wanted = uharfbuzz.SubsetInput()
    wanted.unicode_set.update(map(ord, letters))
    wanted.flags = uharfbuzz.SubsetFlags.NO_HINTING
    wanted.layout_feature_tag_set.clear()
    wanted.layout_feature_tag_set.update(int.from_bytes(tag.encode(), "big") for tag in _KEPT_FEATURES)
    return bytes(uharfbuzz.subset(_font(file).face, wanted).blob.data)


if __name__ == "__main__":
    from talkbuilder.layout.widths import write

    for name in latin():
        write(name, measured(name))
