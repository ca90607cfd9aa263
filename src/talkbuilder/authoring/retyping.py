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

from talkbuilder.authoring.mending import Edit
from talkbuilder.outputs.pptx.record import same_text
from talkbuilder.patterns import pattern_of
from talkbuilder.talk.marks import is_loose_star, marks_in
from talkbuilder.talk.pronouncing import is_help
from talkbuilder.talk.talk import Run

_TOKEN = pattern_of(r"\w+|\s+|[^\w\s]")
_MARKED = pattern_of(r"[*{}\\]|\[(?=[^\[\]]*\]\()")
_GLUED_AFTER = pattern_of(r"\s?(?:%|percent|per cent|hundred|thousand|million|billion)|\w|[.,]\d", re.IGNORECASE)
_GLUED_BEFORE = pattern_of(r"(?:\w|[\d][.,]|[$€£])$")


class Piece(NamedTuple):
    """What is printed, between which offsets it is written; `sort` is "" for words, else reference, help or mark."""

    printed: str
    start: int
    end: int
    sort: str = ""


class Dispute(NamedTuple):
    """A reference whose printed words were changed by hand: as it is written, what it prints, what the deck has."""

    written: str
    printed: str
    typed: str


class Retyped(Struct, frozen=True):
    """What is to be written: as edits, and as a whole. Where it is disputed, it has the words of the deck, as typed."""

    edits: tuple[Edit, ...]
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


def retype(written: str, pieces: Sequence[Piece], typed: str) -> Retyped:
    """What a text becomes of which the pieces are, if its printed words are now these."""
    old = [(token, number) for number, piece in enumerate(pieces) for token in _TOKEN.findall(piece.printed)]
    new = _TOKEN.findall(" ".join(typed.split()))
    edits, disputes = [], []
    for first, last, words in _changes(pieces, old, new):
        touched = [one for one in pieces[slice(*_owners(old, first, last))] if one.sort == "reference"]
        if touched and re.search(r"\w", words):
            disputes += [Dispute(written[one.start : one.end], one.printed, words.strip()) for one in touched]
        edits.append(_edit(written, pieces, old, (first, last), words))
    for dispute in _glued(pieces, old, new, written):
        if dispute.written not in [one.written for one in disputes]:
            disputes.append(dispute)
    if not pieces:
        return Retyped((), escaped(typed))
    text, at = "", pieces[0].start
    for edit in edits:
        text, at = text + written[at : edit.start] + edit.text, edit.end
    text += written[at : max(one.end for one in pieces)]
    return Retyped(tuple(edits), text, tuple(disputes))


def _owners(old: Sequence[tuple[str, int]], first: int, last: int) -> tuple[int, int]:
    return (old[first][1], old[last - 1][1] + 1) if first < last else (0, 0)


def _matched(old: Sequence[tuple[str, int]], new: Sequence[str]) -> Sequence[tuple[str, int, int, int, int]]:
    ours, theirs = [same_text(one) or " " for one, _ in old], [same_text(one) or " " for one in new]
    return SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()


def _changes(
    pieces: Sequence[Piece], old: Sequence[tuple[str, int]], new: Sequence[str]
) -> Iterator[tuple[int, int, str]]:
    """The stretches of tokens that are others now, with their new words; a reference is touched as a whole or not."""
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
        yield first, last, "".join(new[max(begin, 0) : end])


def _is_within(pieces: Sequence[Piece], old: Sequence[tuple[str, int]], at: int) -> bool:
    """Whether a token and the one before it are of one reference or help."""
    return old[at][1] == old[at - 1][1] and pieces[old[at][1]].sort in ("reference", "help")


def _edit(
    written: str, pieces: Sequence[Piece], old: Sequence[tuple[str, int]], tokens: tuple[int, int], words: str
) -> Edit:
    first, last = tokens
    if first == last:
        before = pieces[old[first - 1][1]] if first else None
        at = before.end if before else pieces[0].start
        if before is None:
            at = next(one.start for one in pieces if one.printed or one is pieces[-1])
        elif words[:1].isspace():  # a new word stands behind what ends here: **bold** and more
            for one in pieces[old[first - 1][1] + 1 :]:
                if one.sort != "mark" or not _closes(pieces, one):
                    break
                at = one.end
        return Edit(at, at, escaped(words))
    begin, end = _owners(old, first, last)
    kept = _unpaired([one for one in pieces[begin:end] if one.sort == "mark"], written)
    return Edit(pieces[begin].start, pieces[end - 1].end, escaped(words) + kept)


def _closes(pieces: Sequence[Piece], mark: Piece) -> bool:
    """Whether a mark ends what an equal one before it began."""
    same = [one for one in pieces if one.sort == "mark" and one.end - one.start == mark.end - mark.start]
    return same.index(mark) % 2 == 1


def _unpaired(marks: Sequence[Piece], written: str) -> str:
    """The marks of a stretch that opens or closes what goes on beyond it."""
    texts = [written[one.start : one.end] for one in marks]
    kept: list[str] = []
    for text in texts:
        opens = "[" if text.startswith("](") else text
        if opens in kept:
            kept.remove(opens)
        else:
            kept.append(text)
    return "".join(kept)


def _glued(
    pieces: Sequence[Piece], old: Sequence[tuple[str, int]], new: Sequence[str], written: str
) -> Iterator[Dispute]:
    """References that print what they did, and to which something was added that makes it another: 88.5, 88 million."""
    places: Mapping[int, int] = {
        first + step: begin + step
        for kind, first, last, begin, _ in _matched(old, new)
        if kind == "equal"
        for step in range(last - first)
    }
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
    return _MARKED.sub(lambda one: one[0] * 2 if one[0] in "{}" else f"\\{one[0]}", words)
