"""Text metrics: how wide words are and where lines break, from the fonts that decks are shown in."""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from math import inf
from typing import NamedTuple

from msgspec import Struct

from talkbuilder.layout import typefaces
from talkbuilder.layout.items import Face

# An unknown family is measured with Carlito, widened: Arial and Verdana are 8 to 20 % wider than Calibri.
_UNKNOWN_FAMILY = 1.2
# A letter that our subsets lack (Georgia's own Cyrillic, say) is measured in Carlito and widened to be safe.
_FOREIGN_LETTER = 1.15
# Unknown to all our fonts: as wide as a Chinese character, the widest there is.
_UNKNOWN_LETTER_EM = 1.0
# Lines may break after a blank, and after a hyphen, dash or slash inside a word.
_PIECES = re.compile(r"[^\s/–—-]*(?:[/–—-]+(?=\S)|\s+|$)|\S+\s*")
_BREAK_AFTER = "-–—/"


class Stretch(NamedTuple):
    """Text in one face. Sizes and spacing in points."""

    text: str
    face: Face
    size_pt: float
    spacing_pt: float = 0.0


class Piece(NamedTuple):
    """What stands of a stretch on a line; `stretch` is its number among those that were broken."""

    stretch: int
    text: str
    width_pt: float


class Lines(Struct, frozen=True):
    """How a paragraph breaks: its lines, the widest in points, and the height of one at 100 %.

    `next_pt` is the least width at which a line would hold a word more; infinite where there is one line.
    """

    stretches: tuple[Stretch, ...]
    pieces: tuple[tuple[Piece, ...], ...]
    texts: tuple[str, ...]
    widest_pt: float
    line_height_pt: float
    next_pt: float


def wrap(stretches: Iterable[Stretch], width_pt: float, first_indent_pt: float = 0.0) -> Lines:
    """Breaks text into lines no wider than `width_pt`, as a word processor does: as much as fits on each."""
    return _wrapped(tuple(stretches), width_pt, first_indent_pt)


@lru_cache(maxsize=4096)  # a text is set several times until it fits, and the bookings of a talk show the same texts
def _wrapped(stretches: tuple[Stretch, ...], width_pt: float, first_indent_pt: float) -> Lines:
    if len(stretches) == 1:
        return _wrapped_one(stretches[0], width_pt, first_indent_pt)
    lines: list[tuple[Piece, ...]] = []
    line: list[_Word] = []
    used, blank, widest, next_pt = first_indent_pt, 0.0, 0.0, inf
    for word in _words(stretches):
        if line and used + blank + word.width_pt > width_pt:
            next_pt = min(next_pt, used + blank + word.width_pt)
            lines.append(_line(line))
            line, used, blank = [], 0.0, 0.0
        used += blank + word.width_pt
        widest = max(widest, used)
        blank = word.blank_pt
        line.append(word)
    lines.append(_line(line))
    texts = tuple("".join(piece.text for piece in pieces) for pieces in lines)
    heights = [line_height(one.face.family) * one.size_pt for one in stretches] or [0.0]
    return Lines(stretches, tuple(lines), texts, widest, max(heights), next_pt)


def _wrapped_one(stretch: Stretch, width_pt: float, first_indent_pt: float) -> Lines:
    """The same for a text in one face, as most are: a fifth of the time, for its lines are slices of it."""
    text, face, size_pt, spacing_pt = stretch
    words, total_em = _measured(text, face)
    whole_pt = total_em * size_pt + len(text) * spacing_pt
    if whole_pt + first_indent_pt <= width_pt:
        told = text.rstrip(" ")
        blank_pt = words[-1].blank_em * size_pt + (len(text) - len(told)) * spacing_pt if words else 0.0
        piece = ((Piece(0, told, whole_pt - blank_pt),),) if told else ((),)
        widest = whole_pt - blank_pt + first_indent_pt
        return Lines((stretch,), piece, (told,), widest, line_height(face.family) * size_pt, inf)
    pieces: list[tuple[Piece, ...]] = []
    start, end, used, blank, widest, next_pt = 0, 0, first_indent_pt, 0.0, 0.0, inf
    indent = first_indent_pt
    for begins, ends, follows, word_em, blank_em in words:
        word_pt = word_em * size_pt + (ends - begins) * spacing_pt
        if begins > start and used + blank + word_pt > width_pt:
            next_pt = min(next_pt, used + blank + word_pt)
            pieces.append((Piece(0, text[start:end], used - indent),))
            start, used, blank, indent = begins, 0.0, 0.0, 0.0
        used += blank + word_pt
        widest = max(widest, used)
        end, blank = ends, blank_em * size_pt + (follows - ends) * spacing_pt
    pieces.append((Piece(0, text[start:end], used - indent),) if end > start else ())
    texts = tuple(piece[0].text if piece else "" for piece in pieces)
    return Lines((stretch,), tuple(pieces), texts, widest, line_height(face.family) * size_pt, next_pt)


class _Place(NamedTuple):
    """A word in a text: where it begins and ends, where the next begins, its width and that of the blank after it."""

    begins: int
    ends: int
    follows: int
    width_em: float
    blank_em: float


@lru_cache(maxsize=4096)
def _measured(text: str, face: Face) -> tuple[tuple[_Place, ...], float]:
    """The words of a text, and how wide all of it is, in ems."""
    words: list[_Place] = []
    begins, at, width_em = 0, 0, 0.0
    for piece in _pieces(text):
        bare = piece.rstrip(" \t\n")
        ends, at = at + len(bare), at + len(piece)
        width_em += _advance_em(bare, face)
        if at > ends or bare[-1:] in _BREAK_AFTER:
            words.append(_Place(begins, ends, at, width_em, _advance_em(text[ends:at], face)))
            begins, width_em = at, 0.0
    if at > begins:
        words.append(_Place(begins, at, at, width_em, 0.0))
    return tuple(words), sum(word.width_em + word.blank_em for word in words)


class _Word(NamedTuple):
    """A word with the blank after it; it may run through several stretches."""

    pieces: tuple[Piece, ...]
    width_pt: float
    blank: str
    blank_pt: float


def _line(words: list[_Word]) -> tuple[Piece, ...]:
    """A line of words as its pieces, one for each stretch; the blank at its end is not set."""
    pieces: list[Piece] = []
    blank, blank_pt = "", 0.0
    for word in words:
        for number, text, width_pt in word.pieces:
            if not pieces or pieces[-1].stretch == number:
                last = pieces.pop() if pieces else Piece(number, "", 0.0)
                pieces.append(Piece(number, last.text + blank + text, last.width_pt + blank_pt + width_pt))
            else:
                if blank and pieces:
                    last = pieces[-1]
                    pieces[-1] = Piece(last.stretch, last.text + blank, last.width_pt + blank_pt)
                pieces.append(Piece(number, text, width_pt))
            blank, blank_pt = "", 0.0
        blank, blank_pt = word.blank, word.blank_pt
    return tuple(pieces)


def _words(stretches: Iterable[Stretch]) -> Iterator[_Word]:
    pieces: list[Piece] = []
    width = 0.0
    for number, stretch in enumerate(stretches):
        for piece in _pieces(stretch.text):
            bare = piece.rstrip(" \t\n")
            blank = piece[len(bare) :]
            if bare:
                width_pt = width_of(bare, stretch)
                width += width_pt
                pieces.append(Piece(number, bare, width_pt))
            if blank or bare[-1:] in _BREAK_AFTER:
                yield _Word(tuple(pieces), width, blank, width_of(blank, stretch) if blank else 0.0)
                pieces, width = [], 0.0
    if pieces:
        yield _Word(tuple(pieces), width, "", 0.0)


@lru_cache(maxsize=4096)
def _pieces(text: str) -> tuple[str, ...]:
    return tuple(piece for piece in _PIECES.findall(text) if piece)


def width_of(text: str, stretch: Stretch) -> float:
    """The width of unbroken text in points."""
    return _advance_em(text, stretch.face) * stretch.size_pt + len(text) * stretch.spacing_pt


@lru_cache(maxsize=65536)
def _advance_em(text: str, face: Face) -> float:
    total = sum(_run_em(part, file, face) for file, part in typefaces.by_file(text, face))
    return total if typefaces.has_twin(face.family) else total * _UNKNOWN_FAMILY


def _run_em(text: str, file: str, face: Face) -> float:
    if not file:
        return len(text) * _UNKNOWN_LETTER_EM
    foreign = typefaces.family_of(file) != typefaces.twin(face.family)
    return typefaces.advance_em(text, file) * (_FOREIGN_LETTER if foreign else 1.0)


@cache
def line_height(family: str) -> float:
    """The height of a line at 100 % spacing, in ems."""
    return typefaces.line_height_em(family)
