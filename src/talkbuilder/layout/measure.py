"""Text metrics: how wide words are and where lines break, from the fonts that decks are shown in."""

from bisect import bisect_right
from collections.abc import Iterator
from functools import cache, cached_property, lru_cache
from itertools import accumulate, pairwise
from math import inf

from msgspec import Struct

from talkbuilder.layout import scripts, typefaces
from talkbuilder.layout.items import Face

# An unknown family is measured with Carlito, widened: Arial and Verdana are 8 to 20 % wider than Calibri, bold more.
_UNKNOWN_FAMILY, _UNKNOWN_BOLD = 1.2, 1.26
_FIXED_EM = 0.605  # DejaVu Sans Mono, Lucida Console and Courier have 0.6 to 0.603, Consolas 0.55
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


class Lines(Struct, frozen=True, dict=True):  # the dict is for what stands on lines, which a .pptx seldom asks for
    """How a paragraph breaks: its lines, the widest in points, and the height of one at 100 %.

    `next_pt` is the least width at which a line would hold a word more; infinite where there is one line.
    """

    stretches: tuple[Stretch, ...]
    words: tuple[str, ...]  # behind each the blank after it; a word of two stretches is two
    stretch_of: tuple[int, ...]  # the number of the stretch of each word
    ends: tuple[int, ...]  # how many words there are up to the end of each line
    widths_pt: tuple[float, ...]
    widest_pt: float  # with the indent of the first
    line_height_pt: float
    next_pt: float

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """The text of each line."""
        places = pairwise((0, *self.ends))
        return tuple("".join(self.words[2 * start : 2 * end - 1]) for start, end in places)

    @cached_property
    def pieces(self) -> tuple[tuple[Piece, ...], ...]:
        """What stands on each line."""
        return tuple(tuple(self._pieces(start, end)) for start, end in pairwise((0, *self.ends)))

    def _pieces(self, start: int, end: int) -> Iterator[Piece]:
        """A line of words, a piece for each stretch; the blank at its end is not set."""
        number, text, width_pt, blank, blank_pt = -1, "", 0.0, "", 0.0
        words = self.words[2 * start : 2 * end]
        for word, behind, at in zip(words[::2], words[1::2], self.stretch_of[start:end], strict=True):
            stretch = self.stretches[at]
            if word:
                if number not in (-1, at):
                    yield Piece(number, text + blank, width_pt + blank_pt)
                    text, width_pt, blank, blank_pt = "", 0.0, "", 0.0
                number, text, width_pt = at, text + blank + word, width_pt + blank_pt + width_of(word, stretch)
                blank, blank_pt = "", 0.0
            blank, blank_pt = blank + behind, blank_pt + width_of(behind, stretch)
        if number >= 0:
            yield Piece(number, text, width_pt)


@lru_cache(maxsize=2048)  # a text is set in several sizes until it fits, and many slides rest on the same
def wrap(stretches: tuple[Stretch, ...], width_pt: float, first_indent_pt: float = 0.0) -> Lines:
    """Breaks text into lines no wider than `width_pt`, as a word processor does: as much as fits on each."""
    words, stretch_of, widths, may_end = _words(stretches)
    places = [*accumulate(widths, initial=0.0)]  # where each word begins and ends, were all of them on one line
    right = places[1::2] if len(may_end) == len(stretch_of) else [places[2 * end - 1] for end in may_end]
    ends: list[int] = []
    widths_pt: list[float] = []
    at, left, start_pt, widest, next_pt = 0, -first_indent_pt, 0.0, 0.0, inf
    while at < len(right):
        to = max(at + 1, bisect_right(right, left + width_pt))
        # Of several words, more than there is room can only be an error of rounding.
        widest = max(widest, right[at] - left, min(right[to - 1] - left, width_pt))
        widths_pt.append(right[to - 1] - start_pt)
        ends.append(may_end[to - 1])
        if to < len(right):
            next_pt = min(next_pt, right[to] - left)
        at, left = to, places[2 * ends[-1]]
        start_pt = left
    heights = [typefaces.line_height_em(one.face.family) * one.size_pt for one in stretches] or [0.0]
    return Lines(
        stretches,
        *(tuple(words), tuple(stretch_of), tuple(ends or [0]), tuple(widths_pt or [0.0])),
        widest,
        max(heights),
        next_pt,
    )


def _words(
    stretches: tuple[Stretch, ...],
) -> tuple[list[str], list[int], list[float], list[int]]:
    """The words of all stretches with their blanks, the stretch of each, how wide all are, and where a line may end."""
    words: list[str] = []
    stretch_of: list[int] = []
    widths: list[float] = []
    may_end: list[int] = []
    for number, stretch in enumerate(stretches):
        found = scripts.words(stretch.text)
        if not found:
            continue
        words += found
        may_end += range(len(stretch_of) + 1, len(words) // 2 + 1)
        stretch_of += [number] * (len(found) // 2)
        known, size_pt, spacing_pt = _widths(stretch.face), stretch.size_pt, stretch.spacing_pt
        if spacing_pt:
            widths += [known[one] * size_pt + len(one) * spacing_pt for one in found]
        else:
            widths += [known[one] * size_pt for one in found]
        word, blank = found[-2:]
        if number + 1 < len(stretches) and not (
            blank or word[-1] in _BREAK_AFTER or scripts.has_ideographs(stretch.text)
        ):
            may_end.pop()  # it goes on in the next
    if words and may_end[-1:] != [len(stretch_of)]:
        may_end.append(len(stretch_of))
    return words, stretch_of, widths, may_end


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


def width_of(text: str, stretch: Stretch) -> float:
    """The width of unbroken text in points."""
    return _widths(stretch.face)[text] * stretch.size_pt + len(text) * stretch.spacing_pt


def _advance_em(text: str, face: Face) -> float:
    if not typefaces.has_twin(face.family) and (known := typefaces.machine_em(text, face)) is not None:
        return known
    total = sum(_run_em(part, file, face) for file, part in typefaces.by_file(text, face))
    if typefaces.has_twin(face.family) or typefaces.is_fixed(face.family):
        return total
    return total * (_UNKNOWN_BOLD if face.bold else _UNKNOWN_FAMILY)


def _run_em(text: str, file: str, face: Face) -> float:
    if not file:
        return sum(map(scripts.roughly_em, text))
    if typefaces.is_fixed(face.family):
        return len(text) * _FIXED_EM
    foreign = typefaces.family_of(file) != typefaces.twin(face.family)
    return typefaces.advance_em(text, file) * (_FOREIGN_LETTER if foreign else 1.0)
