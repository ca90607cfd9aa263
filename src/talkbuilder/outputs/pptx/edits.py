"""Which slides somebody has edited since a deck was built: each has a mark of its texts and places, kept in the deck.

PowerPoint and LibreOffice write every part anew when they save, so that no part is what it was; texts and places stay.
The marks are properties of the file, of no more characters than PowerPoint keeps of one.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

from talkbuilder.outputs.fingerprint import PROPERTIES
from talkbuilder.patterns import pattern_of

if TYPE_CHECKING:
    from zipfile import ZipFile

MARK = "talkbuilder slides"
EXTERNAL = "External"

_SLIDE = pattern_of(r"ppt/(slides/slide|notesSlides/notesSlide)(\d+)\.xml")
_TEXT = re.compile(rb"<a:t(?:\s[^>]*)?>([^<]*)</a:t>")
_FIELD = re.compile(rb"<a:fld\b.*?</a:fld>", re.DOTALL)  # a number that programs write anew
_BEGINS_FIELD = b"<a:fld"  # to look for which alone takes a tenth of the time
_PLACE = re.compile(rb'<a:(?:off|ext) (?:c?x|c?y)="(-?\d+)" (?:c?x|c?y)="(-?\d+)"/>')
_PROPERTY = pattern_of(rf'name="{MARK} \d+"[^>]*>\s*<vt:lpwstr>([0-9a-f]+)</vt:lpwstr>')
_WORD = 4  # hexadecimal digits for the texts of a slide, and as many for its places
_WIDTH = 2 * _WORD
_AT_ONCE = 30  # slides to a property: PowerPoint cuts a text of more than 255 characters
_MOST_BYTES = 50_000_000  # of the parts that are looked at
_MOST_NAMED = 12  # slides


class Marks:
    """The marks of slides, taken while their parts are written."""

    def __init__(self) -> None:
        self._slides: dict[int, tuple[int, int]] = {}  # checksums of their texts and of their places
        self._notes: dict[int, bytes] = {}  # their texts

    def take(self, part: str, data: bytes) -> None:
        """Takes the mark of a part, if it is a slide or its notes."""
        if found := _SLIDE.fullmatch(part):
            if found[1].startswith("slides"):
                self._slides[int(found[2])] = crc32(_texts(data)), _places(data)
            else:
                self._notes[int(found[2])] = _texts(data)

    def properties(self) -> Iterator[tuple[str, str]]:
        """Their names and values, in the order of the slides."""
        told = ((*self._slides[at], self._notes.get(at, b"")) for at in sorted(self._slides))
        marks = [_mark(texts, notes, places) for texts, places, notes in told]
        for at in range(0, len(marks), _AT_ONCE):
            yield f"{MARK} {at // _AT_ONCE + 1}", "".join(marks[at : at + _AT_ONCE])


def _mark(texts: int, notes: bytes, places: int) -> str:
    """The mark of a slide, of the checksums of its texts and of its places, and of what its notes say."""
    return f"{crc32(notes, texts) & 0xFFFF:0{_WORD}x}{places & 0xFFFF:0{_WORD}x}"


def _texts(data: bytes) -> bytes:
    field = data.find(_BEGINS_FIELD)
    said = b"".join(_TEXT.findall(data if field < 0 else data[:field] + _FIELD.sub(b"", data[field:])))
    if b"&" not in said:
        return said
    from html import unescape  # 1 ms, which few texts need

    return unescape(said.decode("utf-8", "replace")).encode()


def _places(data: bytes) -> int:
    return crc32(b" ".join(number for place in _PLACE.findall(data) for number in place))


def edited(path: Path) -> str:
    """Which slides of a deck are not what they were when it was built, in words; "" where nobody can tell."""
    import zlib
    from zipfile import BadZipFile, ZipFile

    damaged = (BadZipFile, zlib.error, OSError, EOFError, ValueError, LookupError, RuntimeError)
    try:
        with ZipFile(path) as package:
            if (
                sum(one.file_size for one in package.infolist() if one.filename.endswith((".xml", ".rels")))
                > _MOST_BYTES
            ):
                return ""
            before = _before(package)
            return _told(before, list(_now(package))) if before else ""
    except damaged:
        return ""


def places(package: "ZipFile") -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Marks of where things stand on each slide: as it was built, and as it is now."""
    before, now = ([mark[_WORD:] for mark in marks] for marks in (_before(package), _now(package)))
    return tuple(before), tuple(now)


def _before(package: "ZipFile") -> list[str]:
    told = package.read(PROPERTIES).decode("utf-8", "replace") if PROPERTIES in package.namelist() else ""
    kept = "".join(_PROPERTY.findall(told))
    return [kept[at : at + _WIDTH] for at in range(0, len(kept), _WIDTH)]


def _now(package: "ZipFile") -> Iterator[str]:
    """The marks of the slides that there are now, in the order in which they are shown."""
    for slide, targets in slide_parts(package):
        notes = next((one for kind, one in targets.values() if kind == "notesSlide"), "")
        said = _texts(package.read(notes)) if notes else b""
        data = package.read(slide)
        yield _mark(crc32(_texts(data)), said, _places(data))


def slide_parts(package: "ZipFile") -> Iterator[tuple[str, dict[str, tuple[str, str]]]]:
    """The slides of a package in their order: the name of each part, and what it leads to."""
    main = next(one for kind, one in related(package, "").values() if kind == "officeDocument")
    targets = related(package, main)
    for id in re.findall(r'<p:sldId\b[^>]*\br:id="([^"]+)"', _read(package, main)):
        yield targets[id][1], related(package, targets[id][1])


def related(package: "ZipFile", part: str) -> dict[str, tuple[str, str]]:
    """The parts that a part, or "" for the package, leads to: by their ids, of which kind, and their names.

    What lies outside the package is of the kind EXTERNAL.
    """
    from html import unescape  # 1 ms, which whoever builds need not pay

    folder, _, file = part.rpartition("/")
    rels = f"{folder}/_rels/{file}.rels".lstrip("/")
    found = {}
    for one in re.findall(r"<Relationship\b[^>]*>", _read(package, rels)) if rels in package.namelist() else ():
        told = dict(re.findall(r'\b(Id|Type|Target|TargetMode)="([^"]*)"', one))
        target = unescape(told["Target"])
        if told.get("TargetMode") == EXTERNAL:
            found[told["Id"]] = EXTERNAL, target
        else:
            path = target if target.startswith("/") else f"{folder}/{target}"
            found[told["Id"]] = told["Type"].rpartition("/")[2], _plain(path)
    return found


def _plain(path: str) -> str:
    """A path without steps back: /ppt/slides/../notesSlides/a.xml as ppt/notesSlides/a.xml."""
    names: list[str] = []
    for name in path.strip("/").split("/"):
        if name == "..":
            names = names[:-1]
        elif name != ".":
            names.append(name)
    return "/".join(names)


def _read(package: "ZipFile", part: str) -> str:
    return package.read(part).decode("utf-8", "replace")


def _told(before: Sequence[str], now: Sequence[str]) -> str:
    moved = [mark[_WORD:] != other[_WORD:] for mark, other in zip(before, now, strict=False)]
    if all(moved):  # by a program that reckons places in other units, and not by a hand
        before, now = [mark[:_WORD] for mark in before], [mark[:_WORD] for mark in now]
    changed: list[int] = []
    new: list[int] = []
    gone = 0
    from difflib import SequenceMatcher  # only a deck that somebody edited pays for this import

    for kind, first, last, start, end in SequenceMatcher(None, before, now, autojunk=False).get_opcodes():
        if kind != "equal":
            both = min(last - first, end - start)
            changed += range(start + 1, start + both + 1)
            new += range(start + both + 1, end + 1)
            gone += last - first - both
    parts = (
        _slides(changed, "was edited", "were edited"),
        _slides(new, "is new", "are new"),
        f"{gone} of ours {'is' if gone == 1 else 'are'} gone" if gone else "",
    )
    return ", ".join(filter(None, parts))


def _slides(numbers: list[int], one: str, many: str) -> str:
    if not numbers:
        return ""
    named = [str(number) for number in numbers[:_MOST_NAMED]]
    more = [f"{len(numbers) - _MOST_NAMED} more"] if len(numbers) > _MOST_NAMED else []
    *most, last = (*named, *more)
    listed = f"{', '.join(most)} and {last}" if most else last
    return f"slide {listed} {one}" if len(numbers) == 1 else f"slides {listed} {many}"
