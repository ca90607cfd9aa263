"""The fonts that we carry, twins of those that Office has: which has a letter, how wide a text is, subsets of them.

A font is a file for each script and style, as they come from Fontsource. Of a family that has no twin, the machine's
own files tell how wide a text is, where they are there; none of them is ever put into what we write. Of Latin letters
tables tell what HarfBuzz would, whose import takes 25 ms: a text is as wide as its letters, and what each two of them
are moved together or apart; more these fonts do not know.
"""

import os
import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import groupby, pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from talkbuilder.layout.items import Face

if TYPE_CHECKING:
    import uharfbuzz

FONTS = Path(__file__).with_name("fonts")  # importlib.resources would take 3 ms to import

# Families that Office has, and the open twins with the same metrics.
_TWINS = {"Georgia": "Gelasio", "Calibri": "Carlito", "Arial": "Arimo"}
_ALIKE = {"times new roman": "liberation serif", "courier new": "liberation mono", "cambria": "caladea"}  # as wide
# All letters of families that are called so are as wide as those of Courier, or a little narrower.
_FIXED = re.compile(r"mono|monospace|consolas|inconsolata|courier|console|code|typewriter|menlo|monaco", re.IGNORECASE)
_ELSE = "Carlito"  # has all the scripts that we have, and stands in for every family that has no twin
_ALL = ("latin", "latin-ext", "cyrillic", "cyrillic-ext")
_SCRIPTS = {"Gelasio": _ALL[:2], "Carlito": _ALL, "Arimo": _ALL}
_GENERIC = {"Gelasio": "serif", "Carlito": "sans-serif", "Arimo": "sans-serif"}
_NO_BREAK = "\u00a0\u202f"
# PowerPoint sets no ligatures, which are narrower than their letters.
_UNLIGATED = {"liga": False, "clig": False}
_KEPT_FEATURES = ("kern", "mark", "mkmk", "ccmp", "locl")

# Where machines keep their fonts: Linux, macOS, Windows; what is not there is passed over.
_FOLDERS = (
    *("/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts"),
    *("/System/Library/Fonts", "/Library/Fonts", "~/Library/Fonts"),
    *("$WINDIR/Fonts", "$LOCALAPPDATA/Microsoft/Windows/Fonts"),
)
_BOLDER = 1.1  # how much wider bold letters are, of a family whose only file is a lighter one
_BOLD, _ITALIC, _PLAIN = 0x20, 0x01, (400, 700)  # bits of fsSelection; weights that go by the family's own name


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
    table = FONTS / f"{file}.widths.msgpack"
    return msgspec.msgpack.decode(table.read_bytes(), type=Widths) if table.exists() else None


def has_twin(family: str) -> bool:
    return family in _TWINS


def has_wider_stand_in(family: str) -> bool:
    """Whether what is taken for a family where it is missing, and our twin of it too, is wider: as Noto Serif is."""
    return twin(family) == "Gelasio"


def is_fixed(family: str) -> bool:
    """Whether the name of a family says that all its letters are equally wide."""
    return any(map(_FIXED.fullmatch, family.split()))


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
    return float(_shaped(text, _font(file)) / _font(file).face.upem)


@cache
def line_height_em(family: str) -> float:
    """The height of a line of a family at 100 % spacing, as its font has it, in ems."""
    if (own := _of_machine(Face(family))) is not None:
        return float(_line(own[0]) / own[0].face.upem)
    known = widths_of(f"{twin(family).lower()}-latin-400-normal")
    assert known
    return known.line / known.em


def is_measured(family: str) -> bool:
    """Whether a family is measured as it is: in its twin, or in the machine's own file."""
    return has_twin(family) or _of_machine(Face(family)) is not None


def is_shown(family: str) -> bool:
    """Whether what shows slides on this machine sets a family in letters as wide as they are measured."""
    if not has_wider_stand_in(family):
        return is_measured(family)
    return any((one.casefold(), False, False) in _files_of_machine() for one in (family, twin(family)))


def has_looked_for_fonts() -> bool:
    """Whether anything that was measured hangs on the fonts of this machine."""
    return _files_of_machine.cache_info().currsize > 0


def machine_em(text: str, face: Face) -> float | None:
    """How wide a text is in the machine's own font of a face, in ems; None where that is not here or lacks a letter."""
    if (own := _of_machine(face)) is None:
        return None
    font, wider = own
    if any(letter not in _NO_BREAK and font.get_nominal_glyph(ord(letter)) is None for letter in text):
        return None
    return float(_shaped(text, font) / font.face.upem * wider)


@cache
def _of_machine(face: Face) -> "tuple[uharfbuzz.Font, float] | None":
    """The machine's font for a face of a family that has no twin, and how much wider it is than that."""
    if has_twin(face.family):
        return None
    import uharfbuzz

    files, own = _files_of_machine(), face.family.casefold()
    family = own if any(one == own for one, *_ in files) else _ALIKE.get(own, own)
    for bold, italic in ((face.bold, face.italic), (face.bold, False), (False, face.italic), (False, False)):
        if found := files.get((family, bold, italic)):
            font = uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(found[0]), found[1]))
            return font, _BOLDER if face.bold and not bold else 1.0
    return None


@cache
def _files_of_machine() -> Mapping[tuple[str, bool, bool], tuple[str, int]]:
    """The machine's font files by family, bold and italic, each with the place of the font in it."""
    import uharfbuzz

    found: dict[tuple[str, bool, bool], tuple[str, int]] = {}
    folders = (os.path.expanduser(os.path.expandvars(one)) for one in _FOLDERS)
    files = (os.path.join(at, file) for one in folders for at, _, names in os.walk(one) for file in sorted(names))
    for file in (one for one in files if one.lower().endswith((".ttf", ".otf", ".ttc"))):
        try:
            blob = uharfbuzz.Blob.from_file_path(file)
        except (OSError, uharfbuzz.HarfBuzzError):
            continue  # it may be readable for others only
        for index in range(uharfbuzz.Face(blob).count):
            font = uharfbuzz.Face(blob, index)
            traits = bytes(font.reference_table("OS/2").data)
            if len(traits) >= 64:
                weight, flags = int.from_bytes(traits[4:6], "big"), int.from_bytes(traits[62:64], "big")
                names = {font.get_name(1), font.get_name(16) if weight in _PLAIN else None}
                for name in filter(None, names):
                    found.setdefault((name.casefold(), bool(flags & _BOLD), bool(flags & _ITALIC)), (file, index))
    return found


def _line(font: "uharfbuzz.Font") -> int:
    extents = font.get_font_extents("ltr")
    return int(extents.ascender - extents.descender + extents.line_gap)


def _shaped(text: str, font: "uharfbuzz.Font") -> int:
    import uharfbuzz

    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    uharfbuzz.shape(font, buffer, _UNLIGATED)
    return sum([glyph.x_advance for glyph in buffer.glyph_positions or ()])  # None, where there is no letter


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
