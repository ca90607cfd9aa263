"""A .pptx as somebody left it, box by box: what texts stand in, their paragraphs, and the notes."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from msgspec import Struct

from talkbuilder.outputs.pptx.edition import BuiltFor, read_edition
from talkbuilder.outputs.pptx.reading import NoDeck
from talkbuilder.patterns import pattern_of

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_BETWEEN = (f"{_A}br", f"{_A}tab")
_TITLES = frozenset({"title", "ctrTitle"})
_OWN = frozenset({"sldNum", "dt", "ftr", "hdr", "sldImg"})  # placeholders that a program fills
_WIDE = 1.6  # a screen of 16:9 is at least so much wider than it is high
_COUNTED = pattern_of(r"\bslide (\d+) of (\d+)\b")  # in the first line of our notes

# Element is Any: lxml ships without type information.
_Element = Any


class Line(Struct, frozen=True):
    """A paragraph, and how far it is indented."""

    text: str
    level: int = 0


class Box(Struct, frozen=True):
    """What texts stand in: a shape, or a cell of a table, `cell` being its table, row and column on the slide."""

    name: str
    placeholder: str
    lines: tuple[Line, ...]
    cell: tuple[int, int, int] | None = None

    @property
    def is_title(self) -> bool:
        return self.placeholder in _TITLES


class FoundSlide(Struct, frozen=True):
    """A slide: its boxes from back to front, its notes, and the number and the count that these begin with."""

    number: int
    boxes: tuple[Box, ...]
    notes: tuple[Line, ...]
    counted: tuple[int, int] | None
    is_hidden: bool
    is_animated: bool
    pictures: int
    remarks: tuple[str, ...]

    @property
    def title(self) -> str:
        found = next((one for one in self.boxes if one.is_title), None) or next(iter(self.boxes), None)
        return " ".join(line.text for line in found.lines) if found else ""


class FoundDeck(Struct, frozen=True):
    """A whole deck, and what it says that it was built for."""

    slides: tuple[FoundSlide, ...]
    built_for: BuiltFor
    is_wide: bool


def read_boxes(path: Path) -> FoundDeck:
    """A deck. Raises NoDeck, and OSError as opening does."""
    from lxml.etree import LxmlError
    from pptx import Presentation
    from pptx.exc import PythonPptxError

    data = path.read_bytes()
    damaged = (PythonPptxError, LxmlError, zipfile.BadZipFile, zlib.error, EOFError, RuntimeError)
    try:
        deck = Presentation(io.BytesIO(data))
        slides = tuple(_slide(one, number) for number, one in enumerate(deck.slides, start=1))
        return FoundDeck(slides, read_edition(data), (deck.slide_width or 0) > _WIDE * (deck.slide_height or 1))
    except (*damaged, LookupError, ValueError, TypeError, AttributeError, OSError) as fault:
        raise NoDeck(str(fault)) from fault


def _slide(slide: Any, number: int) -> FoundSlide:
    root = slide.part._element
    notes: tuple[Line, ...] = ()
    if slide.has_notes_slide:
        all_boxes = _boxes(slide.notes_slide.part._element)
        notes = tuple(line for box in all_boxes if box.placeholder not in _OWN for line in box.lines)
    counted = next((found for line in notes if (found := _COUNTED.search(line.text))), None)
    at = (int(counted[1]), int(counted[2])) if counted else None
    boxes = tuple(box for box in _boxes(root) if box.placeholder not in _OWN)
    return FoundSlide(
        number,
        boxes,
        notes,
        at,
        root.get("show") in ("0", "false"),
        next(root.iter(f"{_P}transition", f"{_P}bldLst"), None) is not None,
        sum(1 for _ in root.iter(f"{_P}pic")),
        tuple(_remarks(slide)),
    )


def _boxes(root: _Element) -> Iterator[Box]:
    tables: list[_Element] = []
    for body in root.iter(f"{_P}txBody", f"{_A}txBody"):
        holder = next(body.iterancestors(f"{_P}sp", f"{_P}graphicFrame"), None)
        if holder is None:
            continue
        named = next(holder.iter(f"{_P}cNvPr"), None)
        place = next(holder.iter(f"{_P}ph"), None)
        kind = place.get("type", "body") if place is not None else ""
        name = named.get("name", "") if named is not None else ""
        table = next(body.iterancestors(f"{_A}tbl"), None)
        if table is None:
            yield Box(name, kind, _lines(body))
            continue
        if table not in tables:
            tables.append(table)
        cell = body.getparent()
        row = cell.getparent()
        column = list(row.iter(f"{_A}tc")).index(cell)
        rows = list(table.iter(f"{_A}tr"))
        yield Box(name, kind, _lines(body), (tables.index(table), rows.index(row), column))


def _lines(body: _Element) -> tuple[Line, ...]:
    found = []
    for paragraph in body.iter(f"{_A}p"):
        words = "".join(
            (one.text or "") if one.tag == f"{_A}t" else " "
            for one in paragraph.iter(f"{_A}t", *_BETWEEN)
            if one.getparent().tag != f"{_A}fld"  # a number that programs write anew
        )
        if text := " ".join(words.split()):
            properties = paragraph.find(f"{_A}pPr")
            level = properties.get("lvl", "0") if properties is not None else "0"
            found.append(Line(text, int(level) if level.isdigit() else 0))
    return tuple(found)


def _remarks(slide: Any) -> Iterator[str]:
    """The comments that somebody left at a slide, in whichever of the two forms PowerPoint has of them."""
    for related in slide.part.rels.values():
        if not related.is_external and related.reltype.rsplit("/", 1)[-1] == "comments":
            from lxml import etree

            root = etree.fromstring(related.target_part.blob)
            for one in root.iter("{*}cm"):
                words = " ".join("".join(part.text or "" for part in one.iter("{*}text", f"{_A}t")).split())
                if words:
                    yield words
