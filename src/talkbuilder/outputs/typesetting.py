"""Typst source to PDF or SVG, in our fonts and the same on every machine; the only module that knows Typst itself.

Typst takes the first font of a family that has the style, and asks no other of that family for letters it lacks. So
our files are families of their own, named after their scripts, and `families` lists those of one. Fonts that are not
named are looked at only where a text has letters that none of ours has; one that nobody knows is never replaced in
silence.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Literal

from talkbuilder.layout import typefaces
from talkbuilder.layout.items import Face
from talkbuilder.layout.typefaces import FONTS

if TYPE_CHECKING:
    import typst

PIXELS_AN_INCH = 48  # of a page as pixels: a slide is seen 45 mm wide then, at 360 an inch
_MAIN = "main.typ"


class Untypeset(Exception):
    """Typst refused a source, or would have set it in other fonts than it names; `where` is the place, "" for none."""

    def __init__(self, message: str, hints: Iterable[str] = (), where: str = "") -> None:
        super().__init__(message)
        self.hints, self.where = tuple(hints), where


def families(family: str) -> tuple[str, ...]:
    """What Typst is to try for a family, one after the other: our twin of it by scripts, and what has the others.

    One that has no twin comes first, where this machine has it.
    """
    ours = tuple(_named(file) for file in typefaces.scripts(typefaces.twin(family)))
    return (family, *ours) if not typefaces.has_twin(family) and family in _families_of_machine() else ours


@cache
def _families_of_machine() -> frozenset[str]:
    return frozenset(_fonts(False).families())


def quoted(text: str) -> str:
    """A text as a source writes it."""
    return '"{}"'.format(text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n"))


def typeset(source: str, read: Mapping[str, bytes], form: Literal["pdf", "svg", "png"] = "pdf") -> list[bytes]:
    """A PDF, accepted as accessible (PDF/UA-1), or a picture a page, in an SVG with letters as outlines.

    `read` is what the source reads, by their paths. Raises Untypeset.
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
                font_paths=_fonts(lacks),
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
    return Untypeset(told.message, told.hints, re.sub(rf"\S*{root.name}[/\\]", "", told.diagnostic))


@cache
def _has(letter: str) -> bool:
    return not letter.isprintable() or all(file for file, _ in typefaces.by_file(letter, Face("Calibri")))


@cache
def _fonts(has_those_of_typst: bool) -> "typst.Fonts":
    """The fonts that we carry and those of the machine, for templates that name them."""
    import typst

    return typst.Fonts(True, has_those_of_typst, [FONTS])


def _named(file: str) -> str:
    """The family of a file, or of all files of a script: `carlito-latin-ext` is Carlito Latin Ext."""
    words = [word for word in file.split("-") if word.isalpha() and word not in ("normal", "italic")]
    return " ".join(words).title()
