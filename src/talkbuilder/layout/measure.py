"""Text metrics: how wide words are and where lines break, from the fonts that decks are shown in."""

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from math import inf

from msgspec import Struct

from talkbuilder.layout import scripts, typefaces
from talkbuilder.layout.items import Face

# An unknown family is measured with Carlito, widened: Arial and Verdana are 8 to 20 % wider than Calibri.
_UNKNOWN_FAMILY = 1.2
# A letter that our subsets lack, as Gelasio lacks Cyrillic, is measured in Carlito, and widened until the widest of
# those fits that stand in for Georgia: DejaVu Serif is 1.26 to 1.28 times as wide there, Noto Serif 1.20 to 1.23.
_FOREIGN_LETTER = 1.28
_MOST_KNOWN = 65_536
_BREAK_AFTER = "-–—/"


class Stretch(Struct, frozen=True, gc=False):  # as in Span
    """Text in one face, and where it leads. Sizes and spacing in points."""

    text: str
    face: Face
    size_pt: float
    spacing_pt: float = 0.0
    link: str = ""


class Piece(Struct, frozen=True, gc=False):  # as in Span
    """What stands of a stretch on a line; `stretch` is its number among those that were broken."""

    stretch: int
    text: str
    width_pt: float


class Lines(Struct, frozen=True, gc=False):  # as in Span
    """How a paragraph breaks: its lines, the widest in points, and the height of one at 100 %.

    `next_pt` is the least width at which a line would hold a word more; infinite where there is one line.
    """

    stretches: tuple[Stretch, ...]
    pieces: tuple[tuple[Piece, ...], ...]
    texts: tuple[str, ...]
    widest_pt: float
    line_height_pt: float
    next_pt: float


@lru_cache(maxsize=2048)  # a text is set in several sizes until it fits, and many slides rest on the same
def wrap(stretches: tuple[Stretch, ...], width_pt: float, first_indent_pt: float = 0.0) -> Lines:
    """Breaks text into lines no wider than `width_pt`, as a word processor does: as much as fits on each."""
    heights = [line_height(one.face.family) * one.size_pt for one in stretches] or [0.0]
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
    return Lines(stretches, tuple(lines), texts, widest, max(heights), next_pt)


class _Widths(dict[str, float]):
    """The widths of words in a face, in ems, measured when they are first asked for; most are on many slides."""

    def __init__(self, face: Face) -> None:
        self._face = face
        self._latin = typefaces.latin_widths(face) if typefaces.has_twin(face.family) else None

    def __missing__(self, word: str) -> float:
        if len(self) > _MOST_KNOWN:
            self.clear()
        self[word] = width = self._measured(word)
        return width

    def _measured(self, word: str) -> float:
        """The width of a word, of whose letters nobody has to be asked for each where all are ASCII, as most are."""
        if self._latin and word.isascii() and (units := self._latin.of(word)) is not None:
            return units / self._latin.em
        return _advance_em(word, self._face)


@cache
def _widths(face: Face) -> _Widths:
    return _Widths(face)


class _Word(Struct, frozen=True):
    """A word with the blank after it; it may run through several stretches."""

    pieces: tuple[Piece, ...]
    width_pt: float
    blank: str
    blank_pt: float


def _line(words: list[_Word]) -> tuple[Piece, ...]:
    """A line of words as its pieces, one for each stretch; the blank at its end is not set."""
    pieces: list[Piece] = []
    number, text, width_pt, blank, blank_pt = -1, "", 0.0, "", 0.0
    for word in words:
        for piece in word.pieces:
            if number not in (-1, piece.stretch):
                pieces.append(Piece(number, text + blank, width_pt + blank_pt))
                text, width_pt, blank, blank_pt = "", 0.0, "", 0.0
            number, text, width_pt = piece.stretch, text + blank + piece.text, width_pt + blank_pt + piece.width_pt
            blank, blank_pt = "", 0.0
        blank, blank_pt = word.blank, word.blank_pt
    return (*pieces, Piece(number, text, width_pt)) if number >= 0 else ()


def _words(stretches: Iterable[Stretch]) -> Iterator[_Word]:
    pieces: tuple[Piece, ...] = ()
    width = 0.0
    for number, stretch in enumerate(stretches):
        breaks_anywhere = not stretch.text.isascii() and scripts.has_ideographs(stretch.text)
        widths, size_pt, spacing_pt = _widths(stretch.face), stretch.size_pt, stretch.spacing_pt
        for bare, blank in scripts.words(stretch.text).findall(stretch.text):
            if bare:
                width_pt = widths[bare] * size_pt + len(bare) * spacing_pt
                width += width_pt
                pieces = (*pieces, Piece(number, bare, width_pt))
            if blank or (bare and (bare[-1] in _BREAK_AFTER or breaks_anywhere)):
                yield _Word(pieces, width, blank, widths[blank] * size_pt + len(blank) * spacing_pt if blank else 0.0)
                pieces, width = (), 0.0
    if pieces:
        yield _Word(pieces, width, "", 0.0)


def width_of(text: str, stretch: Stretch) -> float:
    """The width of unbroken text in points."""
    return _widths(stretch.face)[text] * stretch.size_pt + len(text) * stretch.spacing_pt


def _advance_em(text: str, face: Face) -> float:
    if not typefaces.has_twin(face.family) and (known := typefaces.machine_em(text, face)) is not None:
        return known
    total = sum(_run_em(part, file, face) for file, part in typefaces.by_file(text, face))
    return total if typefaces.has_twin(face.family) else total * _UNKNOWN_FAMILY


def _run_em(text: str, file: str, face: Face) -> float:
    if not file:
        return sum(map(scripts.roughly_em, text))
    foreign = typefaces.family_of(file) != typefaces.twin(face.family)
    return typefaces.advance_em(text, file) * (_FOREIGN_LETTER if foreign else 1.0)


@cache
def line_height(family: str) -> float:
    """The height of a line at 100 % spacing, in ems."""
    return typefaces.line_height_em(family)
