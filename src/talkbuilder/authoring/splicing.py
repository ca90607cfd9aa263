"""Changes of an outline as splices of its text: every other byte stays, and the file says just what it is to say then.

Each change carries what the file is to say with it, and is tried on the file before anybody is asked about it.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from functools import cache
from itertools import accumulate, pairwise
from textwrap import dedent, indent
from typing import Any

from msgspec import Struct

from talkbuilder.authoring.adding import Edit, edited
from talkbuilder.diagnostics import Report, Source
from talkbuilder.source import nodes
from talkbuilder.source.characters import as_read
from talkbuilder.source.nodes import Node, Scalar, end_of, is_block, is_flow, line_end
from talkbuilder.source.parse import parse
from talkbuilder.source.scalars import as_item, as_quoted, as_scalar

_BLOCKS = re.compile(r"\n\s*\n")
_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
_LETTER = {  # as it is written between such marks
    **dict.fromkeys(("", "|", ">"), re.compile(r"\S")),
    "'": re.compile(r"''|\S"),
    '"': re.compile(r"\\(?:x..|u.{4}|U.{8}|.)|\S"),
}
Span = tuple[int, int]
Ref = tuple[int, int]  # a part, and a slide in it


class Place(Struct, frozen=True):
    """A value or a key of an outline, and what it stands in, from the outermost."""

    scalar: Scalar
    within: tuple[Node, ...]
    key: str  # the nearest that it stands under
    list: nodes.Sequence | None  # of points, that it is one of, of either level: the outer one
    is_key: bool = False

    @property
    def is_in_braces(self) -> bool:
        return any(is_flow(one) for one in self.within)


class Splice(Struct, frozen=True):
    """Edits of the text of an outline, and what a value, a list or a mapping of it says then instead of what it did."""

    edits: tuple[Edit, ...]
    span: Span = (0, 0)
    says: Callable[[Any], object] | None = None


class Item(Struct, frozen=True):
    """A point of a list as it is to be: of an old one, or new; `text` where that is another."""

    level: int
    place: Place | None
    text: str | None


class OutlineText:
    """An outline as it stands in its file."""

    def __init__(self, name: str, data: bytes) -> None:
        self.name, self.data = name, data
        self.source = Source(name, as_read(data))
        self.text = self.source.text
        node = parse(self.source, Report())
        assert isinstance(node, nodes.Mapping)  # it was built from
        self.node: nodes.Mapping = node
        self.places = {_span(one.scalar): one for one in _places(node, (), "", None)}
        sections = node.get("sections")
        self.sections = sections if isinstance(sections, nodes.Sequence) else nodes.Sequence((), node.span)

    def slides(self, section: int) -> nodes.Sequence:
        """The list of a part's slides, which no part of a talk is without."""
        part = self.sections.items[section]
        found = part.get("slides") if isinstance(part, nodes.Mapping) else None
        assert isinstance(found, nodes.Sequence)
        return found

    def retyped(self, place: Place, text: str) -> Splice | None:
        """A value with other words: as few letters of it changed as can be, else written anew; None for neither."""
        if collapsed(text) == collapsed(place.scalar.value):
            return None
        ways = (_in_source(place.scalar, text), (self._anew(place, text),))
        tried = (self._tried(edits, place.scalar, lambda _: collapsed(text)) for edits in ways if edits)
        return next(filter(None, tried), None)

    def relisted(self, list: nodes.Sequence, items: Sequence[Item]) -> Splice | None:
        """A list of points with others, or in another order; the lines of each that stays go with it."""
        if not items:
            return None
        if is_flow(list):
            edit = Edit(*_span(list), f"[{', '.join(map(self._in_brackets, items))}]")
        else:
            lines, chunks = self._lines(list), self.chunks(list)
            if any(one.place and _span(one.place.scalar) not in lines for one in items):
                return None
            edit = Edit(chunks[0][0], chunks[-1][1], "".join(self.points(items, lines, self.column(list))))
        return self._tried([edit], list, lambda _: _said(items))

    def _lines(self, list: nodes.Sequence) -> dict[Span, Span]:
        """The lines of each point of either level, by where its text stands."""
        found: dict[Span, Span] = {}
        for item, (begin, end) in zip(list.items, self.chunks(list), strict=True):
            match item:
                case nodes.Mapping(entries=((key, nodes.Sequence() as under),)) if not is_flow(under):
                    inner = self.chunks(under)
                    found[_span(key)] = begin, inner[0][0]
                    found |= zip(map(_span, under.items), inner, strict=True)
                case _:
                    found[_span(item)] = begin, end
        return found

    def points(self, items: Sequence[Item], lines: Mapping[Span, Span], outer: int) -> Iterator[str]:
        """Points of one or two levels, each with its lines; those of one that stays go with it."""
        within = {self.column(one.place.within[-1]) for one in items if one.level and one.place} - {outer}
        for at, item in enumerate(items):
            is_under = at > 0 and item.level > 0
            begins = f"{' ' * (min(within, default=outer + 2) if is_under else outer)}- "
            colon = ":" if not is_under and any(one.level for one in items[at + 1 : at + 2]) else ""
            if item.place is None:
                yield f"{begins}{as_scalar(item.text or '')}{colon}\n"
                continue
            scalar, own = item.place.scalar, end_of(item.place.scalar)
            raw = self.text[scalar.span.start : own].rstrip("\n")
            if item.text is not None or (colon and "\n" in raw):  # a key is one line
                text, mark = item.text or " ".join(scalar.value.split()), raw[0]
                raw = f"{mark}{_within(mark, text)}{mark}" if mark in "'\"" else as_scalar(text)
            begin, end = lines[_span(scalar)]
            behind = self.text[own:end].removeprefix(":" if item.place.is_key else "")
            text = f"{self.text[begin : self.line_start(scalar)]}{begins}{raw}{colon}{behind}"
            yield text if text.endswith("\n") else f"{text}\n"

    def _in_brackets(self, item: Item) -> str:
        if item.place and item.text is None:
            return self.text[item.place.scalar.span.start : item.place.scalar.span.end]
        return as_item(item.text or "")

    def dropped(self, place: Place) -> Splice | None:
        """An outline without a key and its value."""
        parent = place.within[-1]
        if not isinstance(parent, nodes.Mapping) or is_flow(parent) or len(parent.entries) < 2:
            return None
        key, value = next(one for one in parent.entries if one[1] is place.scalar)
        if parent.entries[0][0] is key:  # a dash stands before it
            return None
        edit = Edit(self.line_start(key), line_end(value), "")
        return self._tried([edit], parent, lambda said: {one: it for one, it in said.items() if one != key.value})

    def with_key(self, parent: nodes.Mapping, key: str, text: str) -> Splice | None:
        """An outline in which a mapping has one key more, at its end or before its notes and its parts or slides."""
        if is_flow(parent):
            at, added = parent.span.end - 1, f", {key}: {as_item(text)}"
        else:
            last = next((one for one, _ in parent.entries[1:] if one.value in ("notes", "sections", "slides")), None)
            at, indent = self.line_start(last) if last else line_end(parent), self.column(parent)
            gap = "" if self.text[at - 1 : at] == "\n" else "\n"
            added = f"{gap}{' ' * indent}{key}: {_as_value(text, indent + 2)}\n"
        return self._tried([Edit(at, at, added)], parent, lambda said: {**said, key: collapsed(text)})

    def remark(self, start: int, text: str) -> Splice:
        """A remark above a line, or above the key of it, for the author to look at; no edit where it stands there."""
        key = len(self.text[:start].rstrip()) - 1
        begin = self.text.rfind("\n", 0, key if self.text[key] == ":" else start) + 1
        indent = re.match(" *", self.text[begin:])
        lines = "".join(f"{indent[0] if indent else ''}# deck: {one}\n" for one in text.split("\n") if one.strip())
        return Splice(() if lines in self.text else (Edit(begin, begin, lines),))

    def _tried(self, edits: Sequence[Edit], node: Node, says: Callable[[Any], object]) -> Splice | None:
        """A splice with which the outline says just what it is to say; None where it would not."""
        splice = Splice((*edits,), _span(node), says)
        return splice if self.spliced([splice]) is not None else None

    def spliced(self, splices: Iterable[Splice]) -> bytes | None:
        """The file with splices; None where it would say anything else."""
        listed = tuple(splices)
        edits = sorted(edit for one in listed for edit in one.edits)
        if any(one.end > other.start for one, other in pairwise(edits)):
            return None
        data = edited(self.data, edits)
        report = Report()
        node = parse(Source(self.name, as_read(data)), report)
        is_so = node is not None and not report.failed and _plain(node) == _plain(self.node, listed)
        return data if is_so else None

    def rearranged(self, parts: Sequence[tuple[int, Sequence[Ref | str]]]) -> bytes | None:
        """The file with its parts in this order, each with its slides: by part and place in it, or new ones as YAML.

        None where it would say anything else.
        """
        chunks = [self.chunks(self.slides(at)) for at in range(len(self.sections.items))]
        of_parts, texts = self.chunks(self.sections), []
        for at, part in parts:
            (begin, end), column = of_parts[at], self.column(self.slides(at))
            is_apart = 2 * sum(self.text[begin] == "\n" for begin, _ in chunks[at][1:]) > len(chunks[at][1:])
            written = (self._moved(one, chunks, column, is_apart, to == 0) for to, one in enumerate(part))
            texts.append(f"{self.text[begin : chunks[at][0][0]]}{''.join(written)}{self.text[chunks[at][-1][1] : end]}")
        if [at for at, _ in parts] != sorted(at for at, _ in parts):
            apart = "\n\n" if any(self.text[begin] == "\n" for begin, _ in of_parts[1:]) else "\n"
            texts = [apart.join(one.strip("\n") for one in texts) + "\n"]
        data = edited(self.data, [Edit(of_parts[0][0], of_parts[-1][1], "".join(texts))])
        ours = _slides_in(self.node)
        wanted = [
            [_said_by(one) if isinstance(one, str) else ours[one[0]][one[1]] for one in part] for _, part in parts
        ]
        return data if _slides_in(parse(Source(self.name, as_read(data)), Report())) == wanted else None

    def _moved(
        self, one: Ref | str, chunks: Sequence[Sequence[Span]], column: int, is_apart: bool, is_first: bool
    ) -> str:
        """A slide at another place, as far in as those around it and apart from them as they are."""
        if isinstance(one, str):
            text, was_first = indent(f"{one}\n", " " * column), True
        else:
            (begin, end), was_first = chunks[one[0]][one[1]], one[1] == 0
            text = self.text[begin:end].removesuffix("\n") + "\n"
            if self.column(self.slides(one[0])) != column:
                text = indent(dedent(text), " " * column)
        if is_first and not was_first:
            return text.lstrip("\n")
        return f"\n{text}" if is_apart and was_first and not is_first else text

    def chunks(self, list: nodes.Sequence) -> tuple[Span, ...]:
        """The lines of each item of a list, with the remarks above it."""
        first = self.line_start(list)
        lines = self.text[:first].splitlines(keepends=True)
        while lines and lines[-1].lstrip().startswith("#"):
            first -= len(lines.pop())
        return tuple(pairwise((first, *map(line_end, list.items))))

    def line_start(self, node: Node) -> int:
        return self.text.rfind("\n", 0, node.span.start) + 1

    def column(self, node: Node) -> int:
        return node.span.start - self.line_start(node)

    def _anew(self, place: Place, text: str) -> Edit:
        begin, end = place.scalar.span.start, end_of(place.scalar)
        if place.is_key or place.is_in_braces:
            return Edit(begin, end, as_item(text) if place.is_in_braces else as_scalar(text))
        if not is_block(place.scalar):
            return Edit(begin, end, _as_value(text, self.column(place.within[-1]) + 2))
        lines = self.text[begin:end].split("\n")[1:]
        indent = next((len(one) - len(one.lstrip()) for one in lines if one.strip()), 2)
        return Edit(begin, end, f"{_as_lines(text, indent)}\n")


def _places(node: Node, within: tuple[Node, ...], key: str, points: nodes.Sequence | None) -> Iterator[Place]:
    match node:
        case Scalar():
            if within:
                yield Place(node, within, key, points)
        case nodes.Sequence(items):
            for item in items:
                yield from _places(item, (*within, node), key, points or node)
        case nodes.Mapping(entries):
            for name, value in entries:
                if points and len(entries) == 1 and isinstance(value, nodes.Sequence):
                    yield Place(name, (*within, node), key, points, is_key=True)
                    yield from _places(value, (*within, node), key, points)
                else:
                    yield from _places(value, (*within, node), name.value, None)


def _said(items: Sequence[Item]) -> object:
    """What a list of points says, as it is read again."""
    found: list[tuple[str, list[object]]] = []
    for at, item in enumerate(items):
        text = item.text if item.text is not None else item.place.scalar.value if item.place else ""
        if item.level and at:
            found[-1][1].append(collapsed(text))
        else:
            found.append((collapsed(text), []))
    return [{text: under} if under else text for text, under in found]


def _plain(node: Node, splices: Iterable[Splice] = ()) -> Any:
    """What a file says, with splices."""
    said: Any = None
    match node:
        case Scalar():
            said = None if nodes.is_empty(node) else collapsed(node.value)
        case nodes.Sequence(items):
            said = [_plain(one, splices) for one in items]
        case nodes.Mapping(entries):
            said = {str(_plain(key, splices)): _plain(value, splices) for key, value in entries}
    for one in splices:
        said = one.says(said) if one.says and one.span == _span(node) else said
    return said


def _slides_in(outline: Node | None) -> list[list[object]]:
    """What the slides of each part say."""
    said = _plain(outline) if outline else None
    sections = said.get("sections") if isinstance(said, dict) else None
    return [one.get("slides", []) for one in sections or ()]


def _said_by(slide: str) -> object:
    """What a new slide says."""
    node = parse(Source("", slide), Report())
    return _plain(node)[0] if isinstance(node, nodes.Sequence) else None


@cache
def collapsed(text: str) -> str:
    """A text as it is printed: its paragraphs, in which line breaks are blanks."""
    return "\n\n".join(" ".join(block.split()) for block in _BLOCKS.split(text.strip()))


def _letters(scalar: Scalar) -> Sequence[Span]:
    """Where each letter of a value stands in its file; none where a number behind `|` says how far it is indented."""
    text, (start, end) = scalar.span.source.text, _span(scalar)
    style = "" if scalar.plain else text[start]
    if style in ("|", ">"):
        head = text.find("\n", start, end)
        if head < 0 or re.search(r"\d", text[start:head].partition("#")[0]):
            return ()
        start = head
    elif style:
        start, end = start + 1, end - 1
    return [one.span() for one in _LETTER[style].finditer(text, start, end)]


def _in_source(scalar: Scalar, text: str) -> Sequence[Edit]:
    """The edits that make a value another text; none where it is written so that they cannot be told."""
    written = _letters(scalar)
    old, new = _TOKEN.findall(scalar.value.rstrip()), _TOKEN.findall(text)
    counts = [0, *accumulate(0 if one.isspace() else len(one) for one in old)]
    if not written or len(written) != counts[-1]:
        return ()
    style = "" if scalar.plain else scalar.span.source.text[scalar.span.start]
    indent = " " * (written[0][0] - (scalar.span.source.text.rfind("\n", 0, written[0][0]) + 1))

    def place(at: int) -> int:
        is_behind_blank = at == 0 or (old[at - 1].isspace() and counts[at] < len(written))
        return written[counts[at]][0] if is_behind_blank else written[counts[at] - 1][1]

    found = []
    for kind, first, last, begin, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        words = "".join(new[begin:end])
        if "\n" in words and style not in ("|", ">"):
            return ()
        words = _within(style, words)
        if kind != "equal":
            found.append(Edit(place(first), place(last), re.sub(r"\n(?=[^\n])", f"\n{indent}", words)))
    return found


def _within(mark: str, words: str) -> str:
    """Words as they are written between such quote marks."""
    return {"'": words.replace("'", "''"), '"': as_quoted(words)[1:-1]}.get(mark, words)


def _as_value(text: str, column: int) -> str:
    """A text as the value of a key, in lines of a block where it has several paragraphs."""
    return _as_lines(text, column) if "\n" in text else as_scalar(text)


def _as_lines(text: str, column: int) -> str:
    return f"|\n{indent(text, ' ' * column)}"


def _span(node: Node) -> Span:
    return node.span.start, node.span.end
