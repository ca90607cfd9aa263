"""A .pptx as an audience gets it, read back: every text of every slide, of whoever wrote it, and what has none to read.

Nothing is taken from the program that built it: the package is opened as any other, by python-pptx, after whatever
somebody did to it in PowerPoint.
"""

import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from msgspec import Struct, structs

from talkbuilder.outputs.pptx.charts import CHART
from talkbuilder.outputs.pptx.edition import BuiltFor, read_edition

if TYPE_CHECKING:
    from pptx.presentation import Presentation

Where = Literal["slide", "notes", "table", "chart", "workbook", "alt text", "layout", "link", "properties"]
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_C = f"{{{CHART}}}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_TABLE = "http://schemas.openxmlformats.org/drawingml/2006/table"
_WIDE = 1.6  # a screen of 16:9 is at least so much wider than it is high

# Element is Any: lxml ships without type information.
_Element = Any


class Piece(Struct, frozen=True):
    """A paragraph, or a single text of a chart; `number` is the value of a chart, which has no words.

    `shape` is the name of what it stands in.
    """

    where: Where
    text: str
    number: float | None = None
    shape: str = ""


class Sight(Struct, frozen=True):
    """A slide as it is seen and heard: its texts, and what shows something and has no text to read."""

    title: str
    pieces: tuple[Piece, ...]
    unreadable: tuple[str, ...]
    targets: tuple[str, ...] = ()  # where a click leads, out of the deck


class ReadDeck(Struct, frozen=True):
    """A whole deck; `built_for` is what it says of itself."""

    slides: tuple[Sight, ...]
    built_for: BuiltFor
    aspect: Literal["16:9", "4:3"]


class NoDeck(Exception):
    """A file that is no PowerPoint deck, or none that can be opened."""


def read_deck(path: Path, known_pictures: frozenset[bytes] = frozenset()) -> ReadDeck:
    """A deck; of pictures those are known that its talk has put there. Raises NoDeck, and OSError as opening does."""
    from lxml.etree import LxmlError
    from pptx import Presentation
    from pptx.exc import PythonPptxError

    data = path.read_bytes()
    damaged = (PythonPptxError, LxmlError, zipfile.BadZipFile, zlib.error, EOFError, RuntimeError)
    try:
        deck = Presentation(io.BytesIO(data))
        slides = tuple(_Reader(slide, known_pictures).sight() for slide in deck.slides)
        if slides:
            more = (*_of_layouts(deck), *_of_properties(deck))
            slides = (structs.replace(slides[0], pieces=(*slides[0].pieces, *more)), *slides[1:])
        return ReadDeck(slides, read_edition(data), _aspect(deck))
    except (*damaged, LookupError, ValueError, TypeError, AttributeError, OSError) as fault:
        raise NoDeck(str(fault)) from fault


def _aspect(deck: "Presentation") -> Literal["16:9", "4:3"]:
    return "16:9" if (deck.slide_width or 0) > _WIDE * (deck.slide_height or 1) else "4:3"


class _Reader:
    """Reads one slide."""

    def __init__(self, slide: Any, known_pictures: frozenset[bytes]) -> None:
        self._slide, self._known = slide, known_pictures
        self._unreadable: list[str] = []

    def sight(self) -> Sight:
        root = self._slide.part._element
        title = self._slide.shapes.title
        pieces = (*_texts(root, "slide"), *_alternatives(root), *self._frames(root), *self._notes(), *_tooltips(root))
        self._pictures(root)
        shown = " ".join(title.text_frame.text.split()) if title is not None else ""
        related = self._slide.part.rels.values()
        targets = tuple(sorted({one.target_ref for one in related if one.is_external}))
        return Sight(shown, pieces, tuple(self._unreadable), targets)

    def _notes(self) -> Iterator[Piece]:
        if self._slide.has_notes_slide:
            yield from _texts(self._slide.notes_slide.part._element, "notes")

    def _frames(self, root: _Element) -> Iterator[Piece]:
        """What lies in frames: charts, which are read, and whatever else, which is not; tables are read as texts."""
        for data in root.iter(f"{_A}graphicData"):
            kind = data.get("uri", "")
            if kind == CHART:
                for reference in data.iter(f"{_C}chart"):
                    yield from self._chart(reference.get(f"{_R}id"))
            elif kind != _TABLE:
                self._unreadable.append(f"an object of the kind '{kind.rpartition('/')[2]}'")

    def _chart(self, relationship: str) -> Iterator[Piece]:
        part = self._slide.part.related_part(relationship)
        chart = part._element if hasattr(part, "_element") else None
        if chart is None:
            self._unreadable.append("a chart")
            return
        yield from _texts(chart, "chart")
        for value in chart.iter(f"{_C}v"):
            yield _value("chart", value.text or "", bool(list(value.iterancestors(f"{_C}val"))))
        for data in chart.iter(f"{_C}externalData"):
            try:
                yield from _workbook(part.related_part(data.get(f"{_R}id")).blob)
            except (KeyError, zipfile.BadZipFile, ValueError):
                self._unreadable.append("the workbook of a chart")

    def _pictures(self, root: _Element) -> None:
        """Pictures that the talk has not put there may show anything."""
        for blip in root.iter(f"{_A}blip"):
            id = blip.get(f"{_R}embed") or blip.get(f"{_R}link") or ""
            try:
                known = self._slide.part.related_part(id).blob in self._known
            except (KeyError, AttributeError):
                known = False
            if not known:
                self._unreadable.append("a picture that the talk does not have")
        for tag in ("videoFile", "audioFile"):
            self._unreadable += [f"a recording ({tag[:5]})" for _ in root.iter(f"{_A}{tag}")]


def _texts(root: _Element, where: Where) -> Iterator[Piece]:
    """Its paragraphs, in groups, tables and whatever else they lie."""
    for paragraph in root.iter(f"{_A}p"):
        words = "".join(
            one.text or "" if one.tag == f"{_A}t" else " " for one in paragraph.iter(f"{_A}t", f"{_A}br", f"{_A}tab")
        )
        if text := " ".join(words.split()):
            in_table = where == "slide" and next(paragraph.iterancestors(f"{_A}tbl"), None) is not None
            yield Piece("table" if in_table else where, text, shape=_name_of(paragraph))


def _name_of(paragraph: _Element) -> str:
    """The name of the shape, or of the frame, in which a paragraph stands."""
    for holder in paragraph.iterancestors(f"{_P}sp", f"{_P}graphicFrame"):
        for properties in holder.iter(f"{_P}cNvPr"):
            return str(properties.get("name", ""))
    return ""


def _tooltips(root: _Element) -> Iterator[Piece]:
    """What is shown while a pointer rests on a link."""
    for link in root.iter(f"{_A}hlinkClick", f"{_A}hlinkHover"):
        if text := " ".join(link.get("tooltip", "").split()):
            yield Piece("link", text)


def _of_layouts(deck: "Presentation") -> Iterator[Piece]:
    """What stands on every slide of a layout or of a master; what only asks to be filled is no text of it."""
    for master in deck.slide_masters:
        for holder in (master, *master.slide_layouts):
            for shape in holder.shapes:
                if not shape.is_placeholder:
                    yield from _texts(shape._element, "layout")


def _of_properties(deck: "Presentation") -> Iterator[Piece]:
    """What the file says of itself."""
    told = deck.core_properties
    for text in (told.title, told.subject, told.keywords, told.category, told.content_status):
        if text:
            yield Piece("properties", " ".join(text.split()))


def _alternatives(root: _Element) -> Iterator[Piece]:
    """What is told of pictures to whoever cannot see them."""
    for shape in root.iter(f"{_P}cNvPr"):
        for name in ("descr", "title"):
            if text := " ".join(shape.get(name, "").split()):
                yield Piece("alt text", text, shape=shape.get("name", ""))


def _workbook(data: bytes) -> Iterator[Piece]:
    """The cells of a workbook, whose numbers PowerPoint draws as soon as somebody edits them."""
    from lxml import etree

    with zipfile.ZipFile(io.BytesIO(data)) as book:
        names = book.namelist()
        shared: list[str] = []
        if "xl/sharedStrings.xml" in names:
            strings = etree.fromstring(book.read("xl/sharedStrings.xml")).iter(f"{_SHEET}si")
            shared = ["".join(one.text or "" for one in string.iter(f"{_SHEET}t")) for string in strings]
        for name in sorted(name for name in names if name.startswith("xl/worksheets/") and name.endswith(".xml")):
            for cell in etree.fromstring(book.read(name)).iter(f"{_SHEET}c"):
                told = "".join(one.text or "" for one in cell.iter(f"{_SHEET}v", f"{_SHEET}t"))
                text = shared[int(told)] if cell.get("t") == "s" else told
                yield _value("workbook", text, cell.get("t") in (None, "n"))


def _value(where: Where, text: str, is_number: bool) -> Piece:
    try:
        number = float(text) if is_number else None
    except ValueError:
        number = None
    return Piece(where, " ".join(text.split()), number)
