"""Corrects what can be read in one way only in the prose of a talk: straight quote marks, apostrophes, doubled blanks.

Quotations are somebody's words and stay as they are; so do references, addresses, every paragraph whose quote marks do
not pair, and every other byte of the file.
"""

import difflib
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from msgspec import Struct

from talkbuilder.diagnostics import Report, Source
from talkbuilder.patterns import pattern_of
from talkbuilder.source.nodes import Mapping, Node, Scalar
from talkbuilder.source.nodes import Sequence as Items
from talkbuilder.source.parse import is_blank, parse
from talkbuilder.source.spelled import characters_of

# The keys whose texts are prose; all others name something: an entry, a theme, a city on a map.
_ON_SLIDES = ("lead", "statement", "caption", "head", "text", "note", "others", "says", "called", "question", "begin")
_LISTED = ("bullets", "points", "rows")
_AROUND = ("talk", "subtitle", "summary", "section", "title", "notes", "blank", "place", "cover")
PROSE = frozenset((*_ON_SLIDES, *_LISTED, *_AROUND))
_STRAIGHT = str.maketrans("“”’", '""\'')

_PARAGRAPH = pattern_of(r"(?:[^\n]|\n(?!\s*\n))+")
_UNTOUCHED = pattern_of(r"\{[^{}]*\}|\]\([^()\s]*\)|\S*(?:://|www\.|@)\S*")
_FOREIGN = pattern_of("[‘‚„«»‹›`\0]")  # marks of other customs, under which ' and " may mean something else
_WITHIN = pattern_of(r"(?<=[^\W\d_])'(?=[^\W\d_])")  # don't
_DECADE = pattern_of(r"(?<!\w)'(?=\d0s\b)")  # the '90s
_PLURAL = pattern_of(r"(?<=[sS])'(?!\w)")  # the students' bus
_OPENING = pattern_of(r"(?<!\w)'(?=\S)(?!\d0s\b)")
_BLANKS = pattern_of(r"(?<=\S)  +(?=\S)")
_BEFORE, _AFTER = frozenset("([—–"), frozenset(".,;:!?)]—–…")


class Edit(NamedTuple):
    """A stretch of a text and what replaces it."""

    start: int
    end: int
    text: str


class Mended(Struct, frozen=True):
    """A file before and after, as its bytes."""

    name: str
    before: bytes
    after: bytes

    @property
    def difference(self) -> str:
        """As a unified diff, to be agreed to."""
        before, after = (normal(data).splitlines(keepends=True) for data in (self.before, self.after))
        return "".join(difflib.unified_diff(before, after, self.name, self.name))


def mend(name: str, data: bytes) -> Mended | None:
    """A file as it will be; None where there is nothing safe to mend, or the file cannot be read without a fault."""
    try:
        source = Source(name, normal(data))
    except UnicodeDecodeError:
        return None
    edits = sorted(_edits(source))
    if not edits:
        return None
    written = spliced(data.decode("utf-8"), edits).encode("utf-8")
    # A second look: a file that would say anything else is left alone.
    return Mended(name, data, written) if _is_same(source, Source(name, normal(written))) else None


def normal(data: bytes) -> str:
    """The text of a file as it is read: in one form of line ends."""
    return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")


def _edits(source: Source) -> Iterator[Edit]:
    node = _read(source)
    for scalar, is_prose in _scalars(node) if node else ():
        if is_prose:
            characters = characters_of(scalar)
            for edit in edits_of("".join(one.text for one in characters)):
                yield Edit(characters[edit.start].start, characters[edit.end - 1].end, edit.text)


def _read(source: Source) -> Node | None:
    report = Report()
    node = None if is_blank(source.text) else parse(source, report)
    return None if report.diagnostics else node


def _scalars(node: Node, key: str = "") -> Iterator[tuple[Scalar, bool]]:
    """All values and keys of a file, each with whether it is prose."""
    match node:
        case Scalar():
            yield node, key in PROSE
        case Items(items):
            for item in items:
                yield from _scalars(item, key)
        case Mapping(entries):
            for name, value in entries:
                yield name, False
                # Under a point there are points, and its own words are their key.
                yield from _scalars(value, key if key == "bullets" else name.value)


def spliced(raw: str, edits: Iterable[Edit]) -> str:
    """The text of a file with edits; their offsets are those of the text as `normal` makes it."""
    begin = int(raw.startswith("\ufeff"))
    if "\r\n" in raw:
        places: Sequence[int] = [*(begin + one.start() for one in re.finditer(r"\r\n|[\s\S]", raw[begin:])), len(raw)]
    else:
        places = range(begin, len(raw) + 1)
    pieces, at = [], 0
    for edit in edits:
        pieces += [raw[at : places[edit.start]], edit.text]
        at = places[edit.end]
    return "".join((*pieces, raw[at:]))


def _is_same(before: Source, after: Source) -> bool:
    """Whether two files say the same, but for the marks and blanks of their prose."""
    ours, theirs = _read(before), _read(after)
    return ours is not None and theirs is not None and list(_said(ours)) == list(_said(theirs))


def _said(node: Node) -> Iterator[tuple[str, ...]]:
    yield from _shape(node)
    for scalar, is_prose in _scalars(node):
        value = re.sub(" +", " ", scalar.value.translate(_STRAIGHT)) if is_prose else scalar.value
        yield value, str(scalar.plain)


def _shape(node: Node) -> Iterator[tuple[str, ...]]:
    """How a file is built: where its lists and mappings begin and end."""
    children: Iterable[Node] = ()
    match node:
        case Items(items):
            children = items
        case Mapping(entries):
            children = (value for _, value in entries)
    yield (type(node).__name__,)
    for child in children:
        yield from _shape(child)
    yield ("end",)


def edits_of(text: str) -> tuple[Edit, ...]:
    """All corrections of a text, in order."""
    found: list[Edit] = []
    for paragraph in _PARAGRAPH.finditer(text):
        words = paragraph[0]
        if _FOREIGN.search(words):
            continue
        marks, quoted, is_open = _quotations(words)
        if is_open:
            break  # a quotation that goes on in the next paragraph
        if quoted is None:
            continue
        untouched = [*quoted, *(one.span() for one in _UNTOUCHED.finditer(words))]
        others = (
            one for one in _others(words) if not any(one.start < end and start < one.end for start, end in untouched)
        )
        found += [
            Edit(paragraph.start() + one.start, paragraph.start() + one.end, one.text) for one in (*marks, *others)
        ]
    return tuple(sorted(found))


def _quotations(words: str) -> tuple[list[Edit], list[tuple[int, int]] | None, bool]:
    """Quote marks to correct; what stands in quotation marks, None where that is unclear; whether one is left open."""
    straight = [at for at, one in enumerate(words) if one == '"']
    curly = [at for at, one in enumerate(words) if one in "“”"]
    if straight and curly:
        return [], None, words.count("“") != words.count("”")
    roles = [_role(words, at) for at in straight] if straight else [words[at] for at in curly]
    expected = ["“", "”"] * (len(roles) // 2)
    if roles != expected:
        return [], None, not straight and roles.count("“") > roles.count("”")
    if any(one.start() < at < one.end() for one in _UNTOUCHED.finditer(words) for at in straight):
        return [], None, False
    places = straight or curly
    inside = [(opens, closes + 1) for opens, closes in zip(places[::2], places[1::2], strict=True)]
    marks = [Edit(at, at + 1, role) for at, role in zip(places, roles, strict=True)] if straight else []
    return marks, inside, False


def _role(words: str, at: int) -> str:
    """The curly mark for a straight one, by what stands around it; "" where that is unclear."""
    before, after = words[:at].rstrip("*")[-1:], words[at + 1 :].lstrip("*")[:1]
    opens = (not before or before.isspace() or before in _BEFORE) and bool(after) and not after.isspace()
    closes = bool(before) and not before.isspace() and (not after or after.isspace() or after in _AFTER)
    return "" if opens == closes else "“" if opens else "”"


def _others(words: str) -> Iterator[Edit]:
    """Apostrophes and doubled blanks."""
    apostrophes = [_WITHIN, _DECADE]
    if not _OPENING.search(words):
        apostrophes.append(_PLURAL)  # else it may close what was opened
    for pattern in apostrophes:
        for mark in pattern.finditer(words):
            yield Edit(*mark.span(), "’")
    for blanks in _BLANKS.finditer(words):
        yield Edit(*blanks.span(), " ")
