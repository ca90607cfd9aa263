"""Where things stand on the slides of a deck, as a mark of each, kept in its properties; and the parts of a deck.

PowerPoint and LibreOffice write every part anew when they save, so that no part is what it was; places stay.
"""

import re
from collections.abc import Iterator
from posixpath import normpath
from typing import TYPE_CHECKING
from zlib import crc32

from talkbuilder.outputs.fingerprint import properties_in
from talkbuilder.patterns import pattern_of

if TYPE_CHECKING:
    from zipfile import ZipFile

MARK = "talkbuilder places"

_SLIDE = pattern_of(r"ppt/slides/slide(\d+)\.xml")
_PLACE = re.compile(rb'<a:(?:off|ext) (?:c?x|c?y)="(-?\d+)" (?:c?x|c?y)="(-?\d+)"/>')
_PROPERTY = pattern_of(rf'name="{MARK} \d+"[^>]*>\s*<vt:lpwstr>([0-9a-f]+)</vt:lpwstr>')
_WIDTH = 4  # hexadecimal digits of a mark
_AT_ONCE = 60  # slides to a property: PowerPoint cuts a text of more than 255 characters


class Marks:
    """The marks of slides, taken while their parts are written."""

    def __init__(self) -> None:
        self._slides: dict[int, str] = {}

    def take(self, part: str, data: bytes) -> None:
        """Takes the mark of a part, if it is a slide."""
        if found := _SLIDE.fullmatch(part):
            self._slides[int(found[1])] = _mark(data)

    def properties(self) -> Iterator[tuple[str, str]]:
        """Their names and values, in the order of the slides."""
        marks = [self._slides[at] for at in sorted(self._slides)]
        for at in range(0, len(marks), _AT_ONCE):
            yield f"{MARK} {at // _AT_ONCE + 1}", "".join(marks[at : at + _AT_ONCE])


def _mark(data: bytes) -> str:
    return f"{crc32(b' '.join(number for place in _PLACE.findall(data) for number in place)) & 0xFFFF:0{_WIDTH}x}"


def places(package: "ZipFile") -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Marks of where things stand on each slide: as it was built, and as it is now."""
    kept = "".join(_PROPERTY.findall(properties_in(package)))
    now = tuple(_mark(package.read(slide)) for slide, _ in slide_parts(package))
    return tuple(kept[at : at + _WIDTH] for at in range(0, len(kept), _WIDTH)), now


def slide_parts(package: "ZipFile") -> Iterator[tuple[str, dict[str, tuple[str, str]]]]:
    """The slides of a package in their order: the name of each part, and what it leads to."""
    main = next(one for kind, one in related(package, "").values() if kind == "officeDocument")
    targets = related(package, main)
    for id in re.findall(r'<p:sldId\b[^>]*\br:id="([^"]+)"', _read(package, main)):
        yield targets[id][1], related(package, targets[id][1])


def related(package: "ZipFile", part: str) -> dict[str, tuple[str, str]]:
    """The parts that a part, or "" for the package, leads to: by their ids, of which kind, and their names."""
    folder, _, file = part.rpartition("/")
    rels = f"{folder}/_rels/{file}.rels".lstrip("/")
    found = {}
    for one in re.findall(r"<Relationship\b[^>]*>", _read(package, rels)) if rels in package.namelist() else ():
        told = dict(re.findall(r'\b(Id|Type|Target|TargetMode)="([^"]*)"', one))
        if told.get("TargetMode") != "External":
            path = told["Target"] if told["Target"].startswith("/") else f"{folder}/{told['Target']}"
            found[told["Id"]] = told["Type"].rpartition("/")[2], normpath(path).lstrip("/")
    return found


def _read(package: "ZipFile", part: str) -> str:
    return package.read(part).decode("utf-8", "replace")
