"""A .pptx as somebody left it, box by box: what texts stand in, their paragraphs, and the notes."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from msgspec import Struct

from talkbuilder.outputs.pptx.charts import CHART
from talkbuilder.outputs.pptx.edition import BuiltFor, read_edition
from talkbuilder.outputs.pptx.edits import places, related, slide_parts
from talkbuilder.outputs.pptx.reading import NoDeck
from talkbuilder.outputs.pptx.record import Recorded, read_record
from talkbuilder.patterns import pattern_of

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_C = f"{{{CHART}}}"
_BETWEEN = (f"{_A}br", f"{_A}tab")
_TITLES = frozenset({"title", "ctrTitle"})
_OWN = frozenset({"sldNum", "dt", "ftr", "hdr", "sldImg"})  # placeholders that a program fills
_WIDE = 1.6  # a screen of 16:9 is at least so much wider than it is high
_COUNTED = pattern_of(r"\bslide (\d+) of (\d+)\b")  # in the first line of our notes
_MOST_BYTES = 50_000_000  # of the parts that are read
_TRUE = ("1", "true")

# Element is Any: lxml ships without type information.
_Element = Any


class Line(Struct, frozen=True):
    """A paragraph, how far it is indented, and of each of its characters a digit: 1 if bold, 2 if italic, 3 if both."""

    text: str
    level: int = 0
    look: str = ""


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
    pictures: tuple[tuple[str, str], ...]  # the part of each, and its description
    remarks: tuple[str, ...]
    section: str  # the name of the native section that it lies in
    figures: frozenset[float]  # in its charts

    @property
    def title(self) -> str:
        found = next((one for one in self.boxes if one.is_title), None) or next(iter(self.boxes), None)
        return " ".join(line.text for line in found.lines) if found else ""


class FoundDeck(Struct, frozen=True):
    """A whole deck, what it says that it was built for, and its record of what it was then."""

    slides: tuple[FoundSlide, ...]
    built_for: BuiltFor
    record: tuple[Recorded, ...]
    is_wide: bool
    places: tuple[tuple[str, ...], tuple[str, ...]]  # marks of where things stood on each slide, and where they do now


def read_boxes(path: Path) -> FoundDeck:
    """A deck. Raises NoDeck, and OSError as opening does."""
    from lxml.etree import LxmlError

    data = path.read_bytes()
    damaged = (LxmlError, zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, StopIteration, NotImplementedError)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            if sum(one.file_size for one in package.infolist() if one.filename.endswith(".xml")) > _MOST_BYTES:
                raise NoDeck("its texts are too large")
            slides, is_wide = _read(package)
            return FoundDeck(slides, read_edition(data), read_record(data), is_wide, places(package))
    except (*damaged, LookupError, ValueError, TypeError, AttributeError, OSError) as fault:
        raise NoDeck(str(fault)) from fault


def picture_in(path: Path, part: str) -> bytes:
    """A picture of a deck that was read. Raises KeyError and OSError."""
    with zipfile.ZipFile(path) as package:
        return package.read(part)


def _read(package: zipfile.ZipFile) -> tuple[tuple[FoundSlide, ...], bool]:
    main = next(name for kind, name in related(package, "").values() if kind == "officeDocument")
    root = _parsed(package, main)
    size = next(root.iter(f"{_P}sldSz"))
    sections = {
        one.get("id"): section.get("name", "")
        for section in root.iter("{*}section")
        for one in section.iter("{*}sldId")
    }
    ids = [one.get("id") for one in root.iter(f"{_P}sldId")]
    slides = tuple(
        _Reader(package, part, targets).slide(number, sections.get(ids[number - 1], ""))
        for number, (part, targets) in enumerate(slide_parts(package), start=1)
    )
    return slides, int(size.get("cx")) > _WIDE * int(size.get("cy"))


def _parsed(package: zipfile.ZipFile, part: str) -> _Element:
    from lxml import etree

    return etree.fromstring(package.read(part), etree.XMLParser(resolve_entities=False, no_network=True))


class _Reader:
    """One slide of a package."""

    def __init__(self, package: zipfile.ZipFile, part: str, targets: dict[str, tuple[str, str]]) -> None:
        self._package, self._targets, self._root = package, targets, _parsed(package, part)
        self._kinds = dict(targets.values())

    def slide(self, number: int, section: str) -> FoundSlide:
        notes: tuple[Line, ...] = ()
        if part := self._kinds.get("notesSlide"):
            boxes = _boxes(_parsed(self._package, part))
            notes = tuple(line for box in boxes if box.placeholder not in _OWN for line in box.lines)
        counted = next((found for line in notes if (found := _COUNTED.search(line.text))), None)
        return FoundSlide(
            number,
            tuple(box for box in _boxes(self._root) if box.placeholder not in _OWN),
            notes,
            (int(counted[1]), int(counted[2])) if counted else None,
            self._root.get("show") in ("0", "false"),
            any(len(one) for one in self._root.iter(f"{_P}transition", f"{_P}bldLst")),
            tuple(self._pictures()),
            tuple(self._remarks()),
            section,
            frozenset(self._figures()),
        )

    def _figures(self) -> Iterator[float]:
        for kind, part in self._targets.values():
            for one in _parsed(self._package, part).iter(f"{_C}val") if kind == "chart" else ():
                for figure in one.iter(f"{_C}v"):
                    with suppress(ValueError):
                        yield float(figure.text or "")

    def _pictures(self) -> Iterator[tuple[str, str]]:
        for one in self._root.iter(f"{_P}pic"):
            blip, named = next(one.iter(f"{_A}blip"), None), next(one.iter(f"{_P}cNvPr"), None)
            _, part = self._targets.get(blip.get(f"{_R}embed", ""), ("", "")) if blip is not None else ("", "")
            yield part, named.get("descr", "") if named is not None else ""

    def _remarks(self) -> Iterator[str]:
        """The comments that somebody left at a slide, in whichever of the two forms PowerPoint has of them."""
        part = self._kinds.get("comments")
        for one in _parsed(self._package, part).iter("{*}cm") if part else ():
            words = " ".join("".join(part.text or "" for part in one.iter("{*}text", f"{_A}t")).split())
            if words:
                yield words


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
        text, look = "", ""
        for one in paragraph.iter(f"{_A}t", *_BETWEEN):
            run = one.getparent()
            if run.tag == f"{_A}fld":
                continue  # a number that programs write anew
            digit = _look_of(run)
            for letter in (one.text or "") if one.tag == f"{_A}t" else " ":
                if not letter.isspace() or text[-1:] not in ("", " "):
                    text += " " if letter.isspace() else letter
                    look += digit
        if words := text.rstrip():
            properties = paragraph.find(f"{_A}pPr")
            level = properties.get("lvl", "0") if properties is not None else "0"
            found.append(Line(words, int(level) if level.isdigit() else 0, look[: len(words)]))
    return tuple(found)


def _look_of(run: _Element) -> str:
    properties = run.find(f"{_A}rPr")
    if properties is None:
        return "0"
    return str((properties.get("b") in _TRUE) + 2 * (properties.get("i") in _TRUE))
