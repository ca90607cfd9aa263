"""A .pptx as somebody left it: its slides box by box, all that is read and said of them, and what has no text to read.

Nothing is taken from the program that built it: the package is opened as any other, after whatever somebody did to it.
"""

import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from posixpath import join, normpath
from typing import Any, Literal, NamedTuple

from msgspec import Struct, structs

from talkbuilder.outputs.fingerprint import properties_in
from talkbuilder.outputs.pptx.charts import CHART
from talkbuilder.outputs.pptx.properties import BuiltFor, read_edition
from talkbuilder.outputs.pptx.record import Recorded, mark_of, read_record
from talkbuilder.talk.words import numbers_said

Where = Literal["slide", "notes", "table", "chart", "alt text"]
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_C = f"{{{CHART}}}"
_TABLE = "http://schemas.openxmlformats.org/drawingml/2006/table"
_SHAPES = tuple(f"{_P}{name}" for name in ("grpSp", "sp", "pic", "graphicFrame", "cxnSp"))
_BETWEEN = (f"{_A}br", f"{_A}tab")
_TITLES = frozenset({"title", "ctrTitle"})
_OWN = frozenset({"sldNum", "dt", "ftr", "hdr", "sldImg"})  # placeholders that a program fills
_WIDE = 1.6  # a screen of 16:9 is at least so much wider than it is high
_MOST_NAMED = 12  # slides that were edited
_MOST_BYTES = 50_000_000  # of the parts that are read
_TRUE = ("1", "true")
_BLANKS = re.compile(r"\s+")
_UNDER = 0.9  # of the largest letters of a list, from which a line is one level down

# Element is Any: lxml ships without type information.
_Element = Any


class Line(Struct, frozen=True):
    """A paragraph, how far it is indented, and of each of its characters a digit: 1 if bold, 2 if italic, 3 if both."""

    text: str
    level: int = 0
    look: str = ""


class Box(Struct, frozen=True):
    """What texts stand in: a shape, or a cell of a table, `cell` being its table, row and column on the slide.

    `place` is its corner and its size in EMU, where it has a place of its own.
    """

    name: str
    placeholder: str
    lines: tuple[Line, ...]
    cell: tuple[int, int, int] | None = None
    place: tuple[float, ...] = ()

    @property
    def is_title(self) -> bool:
        return self.placeholder in _TITLES


class Piece(Struct, frozen=True):
    """A paragraph, or a single text of a chart; `number` is the value of a chart, which has no words."""

    where: Where
    text: str
    number: float | None = None


class Placed(NamedTuple):
    """What lies on a slide, in a group too, and fills no placeholder: its corner and its size in EMU."""

    name: str
    box: tuple[float, float, float, float]


class FoundSlide(Struct, frozen=True):
    """A slide: its boxes from back to front, its notes, and the number and the count that these begin with.

    Only where somebody asks for it, all that is seen and heard: pieces of text, and what has none to read.
    """

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
    placed: tuple[Placed, ...]
    layout: str = ""  # its name, of a slide that was added
    pieces: tuple[Piece, ...] = ()
    unreadable: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        found = next((one for one in self.boxes if one.is_title), None) or next(iter(self.boxes), None)
        return " ".join(line.text for line in found.lines) if found else ""

    @property
    def lines(self) -> tuple[Line, ...]:
        """All paragraphs on it and in its notes."""
        return (*(line for box in self.boxes for line in box.lines), *self.notes)


class FoundDeck(Struct, frozen=True):
    """A whole deck, what it says that it was built for, and its record of what it was then."""

    slides: tuple[FoundSlide, ...]
    built_for: BuiltFor
    record: tuple[Recorded, ...]
    aspect: Literal["16:9", "4:3"]


class NoDeck(Exception):
    """A file that is no PowerPoint deck, or none that can be opened."""


def read_deck(path: Path, known_pictures: frozenset[bytes] | None = None) -> FoundDeck:
    """A deck; with all that is seen and heard if it is told which pictures its talk has put there.

    Raises NoDeck.
    """
    from lxml.etree import LxmlError

    damaged = (LxmlError, zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, StopIteration, NotImplementedError)
    try:
        with zipfile.ZipFile(path) as package:
            if sum(one.file_size for one in package.infolist() if one.filename.endswith(".xml")) > _MOST_BYTES:
                raise NoDeck("its texts are too large")
            slides, aspect = _read(package, known_pictures)
            told = properties_in(package)
            return FoundDeck(slides, read_edition(told), read_record(told), aspect)
    except (*damaged, LookupError, ValueError, TypeError, AttributeError, OSError) as fault:
        raise NoDeck(str(fault)) from fault


def edited(path: Path) -> str:
    """Which slides of a deck are not what they were when it was built, in words; "" where nobody can tell."""
    try:
        deck = read_deck(path)
    except NoDeck:
        return ""
    if not deck.record:
        return ""
    before = [frozenset(page.texts) for page in deck.record]
    now = [frozenset(mark_of(line.text) for line in slide.lines) for slide in deck.slides]
    changed = [str(at) for at, texts in enumerate(now, 1) if texts not in before]
    gone = sum(texts not in now for texts in before) - len(changed)
    listed = ", ".join((*changed[:_MOST_NAMED], *(["and more"] if len(changed) > _MOST_NAMED else [])))
    parts = f"new or edited slides: {listed}" if changed else "", f"slides that are gone: {gone}" if gone > 0 else ""
    return "; ".join(filter(None, parts))


def picture_in(path: Path, part: str) -> bytes:
    """A picture of a deck that was read. Raises KeyError and OSError."""
    with zipfile.ZipFile(path) as package:
        return package.read(part)


def _read(
    package: zipfile.ZipFile, known_pictures: frozenset[bytes] | None
) -> tuple[tuple[FoundSlide, ...], Literal["16:9", "4:3"]]:
    main = next(name for kind, name in _related(package, "").values() if kind == "officeDocument")
    root, targets, found = _parsed(package, main), _related(package, main), []
    size = next(root.iter(f"{_P}sldSz"))
    sections = {
        one.get("id"): section.get("name", "")
        for section in root.iter("{*}section")
        for one in section.iter("{*}sldId")
    }
    for number, one in enumerate(root.iter(f"{_P}sldId"), start=1):
        part = targets[one.get(f"{_R}id")][1]
        reader = _Reader(package, part, _related(package, part))
        slide = reader.slide(number, sections.get(one.get("id"), ""))
        found.append(slide if known_pictures is None else reader.with_all(slide, known_pictures))
    return tuple(found), "16:9" if int(size.get("cx")) > _WIDE * int(size.get("cy")) else "4:3"


def _related(package: zipfile.ZipFile, part: str) -> dict[str, tuple[str, str]]:
    """The parts that a part, or "" for the package, leads to: by their ids, of which kind, and their names."""
    folder, _, file = part.rpartition("/")
    rels = f"{folder}/_rels/{file}.rels".lstrip("/")
    return {
        one.get("Id"): (one.get("Type").rpartition("/")[2], normpath(join("/", folder, one.get("Target"))).lstrip("/"))
        for one in (_parsed(package, rels) if rels in package.namelist() else ())
        if one.get("TargetMode") != "External"
    }


def _parsed(package: zipfile.ZipFile, part: str) -> _Element:
    from lxml import etree

    return etree.fromstring(package.read(part), etree.XMLParser(resolve_entities=False, no_network=True))


class _Reader:
    """One slide of a package."""

    def __init__(self, package: zipfile.ZipFile, part: str, targets: dict[str, tuple[str, str]]) -> None:
        self._package, self._targets, self._root = package, targets, _parsed(package, part)
        self._kinds = kinds = dict(targets.values())
        self._notes = _parsed(package, kinds["notesSlide"]) if "notesSlide" in kinds else None
        self._comments = _parsed(package, kinds["comments"]) if "comments" in kinds else None
        self._charts = {part: _parsed(package, part) for kind, part in targets.values() if kind == "chart"}

    def slide(self, number: int, section: str) -> FoundSlide:
        notes = () if self._notes is None else _boxes(self._notes)
        lines = tuple(line for box in notes if box.placeholder not in _OWN for line in box.lines)
        counted = next((found for line in lines if (found := numbers_said("slide_of", line.text))), None)
        return FoundSlide(
            number,
            tuple(box for box in _boxes(self._root) if box.placeholder not in _OWN),
            lines,
            (counted["n"], counted["count"]) if counted else None,
            self._root.get("show") in ("0", "false"),
            any(len(one) for one in self._root.iter(f"{_P}transition", f"{_P}bldLst")),
            tuple(self._pictures()),
            tuple(self._remarks()),
            section,
            frozenset(one.number for part in self._charts for one in self._chart(part) if one.number is not None),
            tuple(_placed(self._root.find(f"{_P}cSld/{_P}spTree"))),
            "" if counted else _parsed(self._package, self._kinds["slideLayout"]).find(f"{_P}cSld").get("name", ""),
        )

    def with_all(self, slide: FoundSlide, known: frozenset[bytes]) -> FoundSlide:
        """A slide with all that is seen and heard."""
        unreadable: list[str] = []
        pieces = (
            *_pieces(self._root, "slide"),
            *_alternatives(self._root),
            *self._frames(unreadable),
            *(_pieces(self._notes, "notes") if self._notes is not None else ()),
        )
        unreadable += ["a picture that the talk does not have" for _ in self._unknown(known)]
        for tag in ("videoFile", "audioFile"):
            unreadable += [f"a recording ({tag[:5]})" for _ in self._root.iter(f"{_A}{tag}")]
        return structs.replace(slide, pieces=pieces, unreadable=tuple(unreadable))

    def _part(self, relationship: str, kind: str) -> str:
        """What a slide refers to, as the name of a part; "" where that is none of a kind in the package."""
        found = self._targets.get(relationship, ("", ""))
        return found[1] if found[0] == kind else ""

    def _pictures(self) -> Iterator[tuple[str, str]]:
        for one in self._root.iter(f"{_P}pic"):
            blip, named = next(one.iter(f"{_A}blip"), None), next(one.iter(f"{_P}cNvPr"), None)
            part = self._part(blip.get(f"{_R}embed", ""), "image") if blip is not None else ""
            yield part, named.get("descr", "") if named is not None else ""

    def _unknown(self, known: frozenset[bytes]) -> Iterator[_Element]:
        """Pictures that the talk has not put there, which may show anything."""
        for blip in self._root.iter(f"{_A}blip"):
            part = self._part(blip.get(f"{_R}embed") or "", "image")
            if part not in self._package.namelist() or self._package.read(part) not in known:
                yield blip

    def _remarks(self) -> Iterator[str]:
        """The comments that somebody left at a slide, in whichever of the two forms PowerPoint has of them."""
        for one in self._comments.iter("{*}cm") if self._comments is not None else ():
            words = " ".join("".join(part.text or "" for part in one.iter("{*}text", f"{_A}t")).split())
            if words:
                yield words

    def _frames(self, unreadable: list[str]) -> Iterator[Piece]:
        """What lies in frames: charts, which are read, and whatever else, which is not; tables are read as texts."""
        for data in self._root.iter(f"{_A}graphicData"):
            kind = data.get("uri", "")
            for reference in data.iter(f"{_C}chart"):
                if part := self._part(reference.get(f"{_R}id"), "chart"):
                    yield from self._chart(part)
                else:
                    unreadable.append("a chart")
            if kind not in (CHART, _TABLE):
                unreadable.append(f"an object of the kind '{kind.rpartition('/')[2]}'")

    def _chart(self, part: str) -> Iterator[Piece]:
        yield from (Piece("chart", line.text) for line in _lines(self._charts[part]))
        for value in self._charts[part].iter(f"{_C}v"):
            number = None
            with suppress(ValueError):
                number = float(value.text or "") if list(value.iterancestors(f"{_C}val")) else None
            yield Piece("chart", " ".join((value.text or "").split()), number)


def _placed(tree: _Element, left: float = 0, top: float = 0, across: float = 1, down: float = 1) -> Iterator[Placed]:
    """What a slide or a group holds; `left` to `down` tell where its corner lies and how far it is drawn out."""
    for one in tree.iterchildren(*_SHAPES):
        numbers = _numbers(one)
        if one.tag == _SHAPES[0]:
            x, y, width, height, *inner = numbers if len(numbers) == 8 else (0, 0, 1, 1, 0, 0, 1, 1)
            wider, higher = across * width / (inner[2] or 1), down * height / (inner[3] or 1)
            corner = left + across * x - wider * inner[0], top + down * y - higher * inner[1]
            yield from _placed(one, *corner, wider, higher)
        elif len(numbers) == 4:
            x, y, width, height = numbers
            named, place = next(one.iter(f"{_P}cNvPr")), next(one.iter(f"{_P}ph"), None)
            box = left + across * x, top + down * y, across * width, down * height
            if place is None:
                yield Placed(named.get("name", "").lower(), box)


def _numbers(shape: _Element) -> tuple[float, ...]:
    """Where a shape lies: its corner, its size, and in groups those of what is in them."""
    frame = next(shape.iterfind("{*}xfrm"), None)
    frame = next(shape.iterfind("*/{*}xfrm"), ()) if frame is None else frame
    return tuple(float(part.get(key) or part.get(f"c{key}") or 0) for part in frame for key in "xy")


def _boxes(root: _Element) -> tuple[Box, ...]:
    found, tables = [], list(root.iter(f"{_A}tbl"))
    for body in root.iter(f"{_P}txBody", f"{_A}txBody"):
        holder = next(body.iterancestors(f"{_P}sp", f"{_P}graphicFrame"), body)
        named, place = next(holder.iter(f"{_P}cNvPr"), None), next(holder.iter(f"{_P}ph"), None)
        table, cell = next(body.iterancestors(f"{_A}tbl"), None), None
        if table is not None:
            row, column = body.getparent().getparent(), body.getparent()
            cell = tables.index(table), _place(row, f"{_A}tr"), _place(column, f"{_A}tc")
        name = named.get("name", "") if named is not None else ""
        kind = place.get("type", "body") if place is not None else ""
        found.append(Box(name, kind, _lines(body), cell, _numbers(holder)))
    return tuple(found)


def _place(one: _Element, tag: str) -> int:
    return len(list(one.itersiblings(tag, preceding=True)))


def _lines(body: _Element) -> tuple[Line, ...]:
    found, paragraphs = [], list(body.iter(f"{_A}p"))
    for paragraph, level in zip(paragraphs, _levels(paragraphs), strict=True):
        text, look = "", ""
        for one in paragraph.iter(f"{_A}t", *_BETWEEN):
            run = one.getparent()
            if run.tag == f"{_A}fld":
                continue  # a number that programs write anew
            words = _BLANKS.sub(" ", one.text or "") if one.tag == f"{_A}t" else " "
            words = words.lstrip() if text[-1:] in ("", " ") else words
            text += words
            look += _look_of(run) * len(words)
        if words := text.rstrip():
            found.append(Line(words, level, look[: len(words)]))
    return tuple(found)


def _levels(paragraphs: list[_Element]) -> list[int]:
    """How far each is indented: as it says, else, where a program writes of all where they begin, as that says, and
    how large their letters are: what begins as the others, and is much smaller, stands under them."""
    given = [{} if (one := paragraph.find(f"{_A}pPr")) is None else one.attrib for paragraph in paragraphs]
    levels = [int(one.get("lvl", "0")) for one in given]
    if any(levels) or not all("indent" in one for one in given):
        return levels
    sizes = [max((int(run.get("sz", "0")) for run in one.iter(f"{_A}rPr")), default=0) for one in paragraphs]
    is_small = [0 < size < _UNDER * max(sizes) for size in sizes]
    begins = [(int(one.get("marL", "0")), small) for one, small in zip(given, is_small, strict=True)]
    return [sorted({*begins}).index(one) for one in begins]


def _look_of(run: _Element) -> str:
    properties = run.find(f"{_A}rPr")
    if properties is None:
        return "0"
    return str((properties.get("b") in _TRUE) + 2 * (properties.get("i") in _TRUE))


def _pieces(root: _Element, where: Where) -> Iterator[Piece]:
    for box in _boxes(root):
        in_table = where == "slide" and box.cell is not None
        yield from (Piece("table" if in_table else where, line.text) for line in box.lines)


def _alternatives(root: _Element) -> Iterator[Piece]:
    """What is told of pictures to whoever cannot see them."""
    for shape in root.iter(f"{_P}cNvPr"):
        for name in ("descr", "title"):
            if text := " ".join(shape.get(name, "").split()):
                yield Piece("alt text", text)
