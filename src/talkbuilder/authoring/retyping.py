"""A text that somebody retyped, led back to what its author wrote: around references and marks, which stay.

A printed text is taken apart into pieces, each with the stretch of the written one that it comes from. What was typed
differently is laid over them word by word; where that touches what a reference prints, nothing is settled: the text is
disputed, with both wordings.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from msgspec import Struct

from talkbuilder.outputs.pptx.record import same_text
from talkbuilder.patterns import pattern_of
from talkbuilder.talk.marks import is_loose_star, marks_in
from talkbuilder.talk.pronouncing import is_help
from talkbuilder.talk.talk import Run

_TOKEN = pattern_of(r"\w+|\s+|[^\w\s]")
_MARKED = pattern_of(r"[*{}\\]|\[(?=[^\[\]]*\]\()")
_EMPHASIS = {"**": 1, "*": 2}  # what a mark turns on and off
_GLUED_AFTER = pattern_of(r"\s?(?:%|percent|per cent|hundred|thousand|million|billion)|\w|[.,]\d", re.IGNORECASE)
_GLUED_BEFORE = pattern_of(r"(?:\w|[\d][.,]|[$€£])$")


class Piece(NamedTuple):
    """What is printed, between which offsets it is written; `sort` is "" for words, else reference, help or mark."""

    printed: str
    start: int
    end: int
    sort: str = ""
    look: int = 0  # 1 if it is bold, 2 if italic, 3 if both


class Dispute(NamedTuple):
    """A reference whose printed words were changed by hand: as it is written, what it prints, what the deck has."""

    written: str
    printed: str
    typed: str
    passage: str = ""  # what it rests on


class Retyped(Struct, frozen=True):
    """What is to be written. Where it is disputed, it has the words of the deck, as typed."""

    text: str
    disputes: tuple[Dispute, ...] = ()


def pieces_of(written: str, runs: Sequence[Run], start: int = 0, end: int | None = None) -> tuple[Piece, ...] | None:
    """The pieces of a paragraph that stands in a text between two offsets; None where it prints something else."""
    try:
        return tuple(_Reader(written, runs).pieces(start, len(written) if end is None else end))
    except _Unlike:
        return None


class _Unlike(Exception):
    """What is printed is not what is written."""


class _Reader:
    """Goes through what is written and what is printed side by side."""

    def __init__(self, written: str, runs: Sequence[Run]) -> None:
        self._written, self._printed, self._at = written, "".join(run.text for run in runs), 0
        self._helps: dict[int, str] = {}
        self._references: dict[int, str] = {}
        at = 0
        for run in runs:
            if run.citation or run.unresolved:
                (self._helps if is_help(run) else self._references)[at] = run.text
            at += len(run.text)

    def pieces(self, start: int, end: int) -> Iterator[Piece]:
        look = 0
        for one in self._pieces(start, end):
            look ^= _EMPHASIS.get(self._written[one.start : one.end], 0) if one.sort == "mark" else 0
            yield one._replace(look=look)

    def _pieces(self, start: int, end: int) -> Iterator[Piece]:
        part, at = self._written[start:end], 0
        for mark in marks_in(part):
            yield from self._words(start + at, start + mark.start())
            at, span = mark.end(), (start + mark.start(), start + mark.end())
            match mark.lastgroup:
                case "escaped" | "brace" as group:
                    yield from self._literal(mark[group][0], *span)
                case "italic" if is_loose_star(part, mark):
                    yield from self._literal("*", *span)
                case "id" | "own":
                    yield from self._reference(*span)
                case _:
                    yield Piece("", *span, "mark")
        yield from self._words(start + at, end)
        yield from self._help(end)
        if self._printed[self._at :].strip():
            raise _Unlike

    def _words(self, start: int, end: int) -> Iterator[Piece]:
        for token in _TOKEN.finditer(self._written, start, end):
            if token[0].isspace():
                yield from self._help(token.start())
                if self._printed[self._at : self._at + 1].isspace():
                    self._at += 1
                    yield Piece(" ", *token.span())
                continue  # at either end, or beside a mark, nothing is printed for it
            yield from self._literal(token[0], *token.span())

    def _literal(self, text: str, start: int, end: int) -> Iterator[Piece]:
        yield from self._help(start)
        if not self._printed.startswith(text, self._at):
            raise _Unlike
        self._at += len(text)
        yield Piece(text, start, end)

    def _help(self, at: int) -> Iterator[Piece]:
        if text := self._helps.pop(self._at, ""):
            self._at += len(text)
            yield Piece(text, at, at, "help")

    def _reference(self, start: int, end: int) -> Iterator[Piece]:
        yield from self._help(start)
        text = self._references.get(self._at, "")
        if not text:
            raise _Unlike
        self._at += len(text)
        yield Piece(text, start, end, "reference")


def retype(written: str, pieces: Sequence[Piece], typed: str, look: str = "") -> Retyped:
    """What a text becomes of which the pieces are, if its printed words are now these.

    `look` has a digit for each of their characters, as in what was read; without it, words look as they did. So do
    those that stay among others if nothing is bold or italic: words that were pasted have lost that.
    """
    old = [(token, number) for number, piece in enumerate(pieces) for token in _TOKEN.findall(piece.printed)]
    found = [(one[0], one.start()) for one in _TOKEN.finditer(typed)]
    new, disputes = [token for token, _ in found], []
    text, done = _Text(written, pieces), 0
    places, marked = _places(old, new), {one.start() for one in _MARKED.finditer(typed)}
    changes = [*_changes(pieces, old, new)]
    is_pasted = bool(changes) and set(look) == {"0"}
    for first, last, begin, end in (*changes, (len(old), len(old), len(new), len(new))):
        for number in dict.fromkeys(owner for _, owner in old[done:first]):
            at = next(at for at, (_, owner) in enumerate(old) if owner == number)
            own = pieces[number].look if is_pasted or not look else int(look[found[places[at]][1]])
            text.keep(number, own)
        touched = [*dict.fromkeys(owner for _, owner in old[first:last])]
        words, done = "".join(new[begin:end]), last
        if re.search(r"\w", words):
            changed = (pieces[one] for one in touched if pieces[one].sort == "reference")
            disputes += [Dispute(written[one.start : one.end], one.printed, words.strip()) for one in changed]
        beside = pieces[touched[0] if touched else old[first - 1][1] if first else 0].look if pieces else 0
        fresh = ((_escape(one) if at in marked else one, at) for one, at in found[begin:end])
        text.replace(touched, [(one, int(look[at]) if look else beside) for one, at in fresh])
    for dispute in _glued(pieces, old, new, written):
        if dispute.written not in [one.written for one in disputes]:
            disputes.append(dispute)
    return Retyped(text.whole(), tuple(disputes))


class _Text:
    """What is to be written, as it grows: marks of bold and italic where these begin and end, all else where it was."""

    def __init__(self, written: str, pieces: Sequence[Piece]) -> None:
        self._written, self._pieces = written, pieces
        self._parts: list[str] = []
        self._end = 0  # behind the last part that is no blank
        self._look = 0

    def keep(self, number: int, look: int) -> None:
        """A piece as it is written, with the marks of a link that begins or ends at it."""
        opens, closes = self._links(number)
        piece = self._pieces[number]
        if piece.sort == "help":
            return
        self._add(self._written[piece.start : piece.end], look, piece.printed.isspace(), opens)
        self._close(closes)

    def replace(self, numbers: Sequence[int], words: Sequence[tuple[str, int]]) -> None:
        """Words in the place of pieces; a link that goes on beyond them stays."""
        links = [self._links(one) for one in numbers]
        opens, closes = "".join(one for one, _ in links), "".join(one for _, one in links)
        if opens and closes:
            opens = closes = ""
        for at, (word, look) in enumerate(words):
            self._add(word, look, word.isspace(), "" if at else opens)
        self._close(closes)

    def whole(self) -> str:
        self._turn(0)
        return "".join(self._parts)

    def _links(self, number: int) -> tuple[str, str]:
        before = next((at for at in range(number - 1, -1, -1) if self._pieces[at].printed), -1)
        after = next((at for at in range(number + 1, len(self._pieces)) if self._pieces[at].printed), None)
        marks = [self._marks_of(self._pieces[one]) for one in (slice(before + 1, number), slice(number + 1, after))]
        return "".join(one for one in marks[0] if one == "["), "".join(one for one in marks[1] if one != "[")

    def _marks_of(self, pieces: Sequence[Piece]) -> list[str]:
        texts = (self._written[one.start : one.end] for one in pieces if one.sort == "mark")
        return [one for one in texts if one not in _EMPHASIS]

    def _add(self, text: str, look: int, is_blank: bool, opens: str) -> None:
        if not is_blank:
            self._turn(look)
            self._parts += [mark for mark, digit in _EMPHASIS.items() if digit & look & ~self._look]
            self._look |= look
        self._parts += [opens, text]
        self._end = self._end if is_blank else len(self._parts)

    def _close(self, text: str) -> None:
        if text:
            self._parts.insert(self._end, text)
            self._end += 1

    def _turn(self, look: int) -> None:
        """Ends what is bold or italic and is to be so no longer, before the blanks behind it."""
        ends = [mark for mark, digit in _EMPHASIS.items() if digit & self._look & ~look]
        self._parts[self._end : self._end] = reversed(ends)
        self._end += len(ends)
        self._look &= look


def _matched(old: Sequence[tuple[str, int]], new: Sequence[str]) -> Sequence[tuple[str, int, int, int, int]]:
    ours, theirs = [same_text(one) or " " for one, _ in old], [same_text(one) or " " for one in new]
    return SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()


def _places(old: Sequence[tuple[str, int]], new: Sequence[str]) -> Mapping[int, int]:
    """Where each token that stays is among the new ones."""
    equal = ((first, last, begin) for kind, first, last, begin, _ in _matched(old, new) if kind == "equal")
    return {first + step: begin + step for first, last, begin in equal for step in range(last - first)}


def _changes(
    pieces: Sequence[Piece], old: Sequence[tuple[str, int]], new: Sequence[str]
) -> Iterator[tuple[int, int, int, int]]:
    """The stretches of tokens that are others now, and those in their place; a reference is touched whole or not."""
    found: list[list[int]] = []
    for kind, first, last, begin, end in _matched(old, new):
        if kind == "equal":
            continue
        change = [first, last, begin, end]
        while change[0] > 0 and change[0] < len(old) and _is_within(pieces, old, change[0]):
            change[0], change[2] = change[0] - 1, change[2] - 1
        while 0 < change[1] < len(old) and _is_within(pieces, old, change[1]):
            change[1], change[3] = change[1] + 1, change[3] + 1
        if found and change[0] < found[-1][1]:
            found[-1] = [found[-1][0], max(change[1], found[-1][1]), found[-1][2], max(change[3], found[-1][3])]
        else:
            found.append(change)
    for first, last, begin, end in found:
        yield first, last, max(begin, 0), end


def _is_within(pieces: Sequence[Piece], old: Sequence[tuple[str, int]], at: int) -> bool:
    """Whether a token and the one before it are of one reference or help."""
    return old[at][1] == old[at - 1][1] and pieces[old[at][1]].sort in ("reference", "help")


def _glued(
    pieces: Sequence[Piece], old: Sequence[tuple[str, int]], new: Sequence[str], written: str
) -> Iterator[Dispute]:
    """References that print what they did, and to which something was added that makes it another: 88.5, 88 million."""
    places = _places(old, new)
    for number, piece in enumerate(pieces):
        tokens = [at for at, (_, owner) in enumerate(old) if owner == number]
        if piece.sort != "reference" or not tokens or any(at not in places for at in tokens):
            continue
        after, was_after = "".join(new[places[tokens[-1]] + 1 :]), "".join(one for one, _ in old[tokens[-1] + 1 :])
        before, was_before = "".join(new[: places[tokens[0]]]), "".join(one for one, _ in old[: tokens[0]])
        found = _GLUED_AFTER.match(after), _GLUED_BEFORE.search(before)
        if (found[0] and not was_after.startswith(found[0][0])) or (found[1] and not was_before.endswith(found[1][0])):
            typed = "".join((found[1][0] if found[1] else "", piece.printed, found[0][0] if found[0] else ""))
            yield Dispute(written[piece.start : piece.end], piece.printed, typed)


def escaped(words: str) -> str:
    """Words that somebody typed into a deck, with nothing in them that would mean a mark in an outline."""
    return _MARKED.sub(lambda one: _escape(one[0]), words)


def _escape(mark: str) -> str:
    return mark * 2 if mark in "{}" else f"\\{mark}"
