"""Typst source to PDF or SVG, in our fonts and the same on every machine; the only module that knows Typst itself.

Typst takes the first font of a family that has the style, and asks no other of that family for letters it lacks. So
each of our files gets a family of its own, named after its script, and `families` lists those of one. Other fonts are
looked at only where a text has letters that none of ours has; a family that nobody knows is never replaced in silence.
"""

import re
import struct
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Literal

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.layout import typefaces
from talkbuilder.layout.items import Face
from talkbuilder.layout.typefaces import FONTS

if TYPE_CHECKING:
    import typst

PIXELS_AN_INCH = 48  # of a page as pixels: a slide is seen 45 mm wide then, at 360 an inch
_MAIN = "main.typ"
_LETTERS = re.compile('the text `"(.+)"` could not be displayed')
# The tables of a font begin behind its head, which has an entry for each; all names are for Windows, in English.
_HEAD, _ENTRY, _FOR = 12, 16, (3, 1, 0x409)
_FAMILY, _STYLE, _FULL, _POSTSCRIPT = 1, 2, 4, 6  # numbers of names


class Untypeset(Exception):
    """Typst refused a source, or would have set it in other fonts than it names; `where` is the place, "" for none."""

    def __init__(self, message: str, hints: Iterable[str] = (), where: str = "") -> None:
        super().__init__(message)
        self.hints, self.where = tuple(hints), where


class NoFont(Untypeset):
    """No font of this machine has some `letters`."""

    @property
    def letters(self) -> str:
        found = _LETTERS.search(str(self))
        return found[1] if found else ""

    def diagnostic(self, file: str) -> Diagnostic:
        """What is to be told of a file that cannot be written."""
        message = f"cannot be written: no font of this machine has “{self.letters}”"
        hint = "install a font that has these letters, such as Noto Sans, or write it in others"
        return Diagnostic("O003", message, file=file, hint=hint)


def families(family: str) -> tuple[str, ...]:
    """What Typst is to try for a family, one after the other: our twin of it by scripts, and what has the others.

    One that has no twin comes first, where this machine has it.
    """
    ours = tuple(_named(file) for file in typefaces.scripts(typefaces.twin(family)))
    return (family, *ours) if not typefaces.has_twin(family) and family in _families_of_machine() else ours


@cache
def _families_of_machine() -> frozenset[str]:
    return frozenset(_fonts(True, False).families())


def listed(family: str) -> str:
    """The same as a source writes it."""
    return f"({''.join(f'{quoted(one)}, ' for one in families(family))})"


def quoted(text: str) -> str:
    """A text as a source writes it."""
    return '"{}"'.format(text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n"))


def library(name: str) -> dict[str, bytes]:
    """A file of ours that sources import, by its name."""
    return {name: files(__package__).joinpath(name).read_bytes()}


def typeset(
    source: str, read: Mapping[str, bytes], form: Literal["pdf", "svg", "png"] = "pdf", has_foreign_fonts: bool = False
) -> list[bytes]:
    """A PDF, accepted as accessible (PDF/UA-1), or a picture a page, in an SVG with letters as outlines.

    `read` is what the source reads, by their paths; with `has_foreign_fonts` it names families that are not ours.
    Raises Untypeset.
    """
    import typst

    texts = [data.decode() for name, data in read.items() if name.endswith((".json", ".typ"))]
    lacks = any(not _has(letter) for letter in set().union(source, *texts) if not letter.isascii())
    start = f"#set document(date: none)\n#set text(ligatures: false, fallback: {str(lacks).lower()})\n"
    with TemporaryDirectory() as folder:
        root = Path(folder)
        for name, data in {**read, _MAIN: (start + source).encode()}.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        try:
            made, warnings = typst.compile_with_warnings(
                root / _MAIN,
                root=root,
                font_paths=_fonts(has_foreign_fonts or lacks, lacks),
                format=form,
                ppi=PIXELS_AN_INCH,
                pdf_standards=["ua-1"] if form == "pdf" else [],
                timestamp=0,
            )
        except typst.TypstError as fault:
            raise _refused(fault, root) from None
        for warning in warnings:
            raise _refused(warning, root)
    return made if isinstance(made, list) else [made]


def _refused(told: "typst.TypstError | typst.TypstWarning", root: Path) -> Untypeset:
    """The same without the folder that nobody else sees."""
    kind = NoFont if _LETTERS.search(told.message) else Untypeset
    return kind(told.message, told.hints, re.sub(rf"\S*{root.name}[/\\]", "", told.diagnostic))


@cache
def _has(letter: str) -> bool:
    return not letter.isprintable() or all(file for file, _ in typefaces.by_file(letter, Face("Calibri")))


@cache
def _fonts(has_those_of_machine: bool, has_those_of_typst: bool) -> "typst.Fonts":
    """The fonts that we carry, each under its own family, and others; looking for these takes a fifth of a second."""
    import typst

    return typst.Fonts(has_those_of_machine, has_those_of_typst, [Path(_folder().name)])


@cache
def _folder() -> "TemporaryDirectory[str]":
    """Where our fonts are, until the program ends."""
    folder = TemporaryDirectory(ignore_cleanup_errors=True)  # Windows keeps what Typst has open
    for path in FONTS.glob("*.ttf"):
        Path(folder.name, path.name).write_bytes(_renamed(path.read_bytes(), _named(path.stem)))
    return folder


def _named(file: str) -> str:
    """The family of a file, or of all files of a script: `carlito-latin-ext` is Carlito Latin Ext."""
    words = [word for word in file.split("-") if word.isalpha() and word not in ("normal", "italic")]
    return " ".join(words).title()


def _renamed(font: bytes, family: str) -> bytes:
    """A font under another family. Its table of names is made anew; what else it says of itself stays."""
    (count,) = struct.unpack_from(">H", font, 4)
    entries = [struct.unpack_from(">4s3I", font, _HEAD + _ENTRY * at) for at in range(count)]
    tables = {tag: font[begin : begin + length] for tag, _, begin, length in entries}
    tables[b"name"] = _names({_FAMILY: family, _STYLE: "Regular", _FULL: family, _POSTSCRIPT: family.replace(" ", "")})
    listed, body = b"", b""
    begin = _HEAD + _ENTRY * count
    for tag, table in sorted(tables.items()):
        # Nobody checks the sum of a table, which stands behind its tag.
        listed += struct.pack(">4s3I", tag, 0, begin + len(body), len(table))
        body += table + bytes(-len(table) % 4)
    return font[:_HEAD] + listed + body


def _names(names: Mapping[int, str]) -> bytes:
    entries, letters = b"", b""
    for number, name in names.items():
        encoded = name.encode("utf-16-be")
        entries += struct.pack(">6H", *_FOR, number, len(encoded), len(letters))
        letters += encoded
    return struct.pack(">3H", 0, len(names), 6 + len(entries)) + entries + letters
