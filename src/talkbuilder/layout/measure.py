"""Text metrics: how wide words are and where lines break, from the fonts that decks are shown in."""

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from math import inf

from msgspec import Struct

from talkbuilder.layout import scripts, typefaces
from talkbuilder.layout.items import Face
from talkbuilder.patterns import pattern_of

# An unknown family is measured with Carlito, widened: Arial and Verdana are 8 to 20 % wider than Calibri.
_UNKNOWN_FAMILY = 1.2
# A letter that our subsets lack, as Gelasio lacks Cyrillic, is measured in Carlito, and widened until the widest of
# those fits that stand in for Georgia: DejaVu Serif is 1.26 to 1.28 times as wide there, Noto Serif 1.20 to 1.23.
_FOREIGN_LETTER = 1.28
_OTHER_BREAKS = pattern_of(r"[\t\n/–—-]")  # where lines may break beside blanks
_MOST_KNOWN = 65_536
_BREAK_AFTER = "-–—/"
_BLANKS = " \t\n"


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


def wrap(stretches: tuple[Stretch, ...], width_pt: float, first_indent_pt: float = 0.0) -> Lines:
    """Breaks text into lines no wider than `width_pt`, as a word processor does: as much as fits on each."""
    if len(stretches) == 1:
        return _wrapped_one(stretches, width_pt, first_indent_pt)
    heights = [line_height(one.face.family) * one.size_pt for one in stretches] or [0.0]
    if whole := _whole(stretches):
        whole_pt = first_indent_pt + sum([piece.width_pt for piece in whole])
        if whole_pt <= width_pt:
            text = "".join([piece.text for piece in whole])
            return Lines(stretches, (whole,), (text,), whole_pt, max(heights), inf)
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


def _whole(stretches: tuple[Stretch, ...]) -> tuple[Piece, ...]:
    """The stretches as they stand on one line; () where one begins with a blank, which is set with what precedes it."""
    pieces = []
    for number, one in enumerate(stretches):
        told = one.text if number < len(stretches) - 1 else one.text.rstrip(_BLANKS)
        if told[:1] in _BLANKS:  # or is empty
            return ()
        width_pt = _whole_em(told, one.face) * one.size_pt + len(told) * one.spacing_pt
        pieces.append(Piece(number, told, width_pt))
    return tuple(pieces)


def _wrapped_one(stretches: tuple[Stretch, ...], width_pt: float, first_indent_pt: float) -> Lines:
    """The same for a text in one face, as most are: a fifth of the time, for its lines are slices of it."""
    stretch = stretches[0]
    text, size_pt, spacing_pt = stretch.text, stretch.size_pt, stretch.spacing_pt
    height_pt = line_height(stretch.face.family) * size_pt
    told = text.rstrip(" ")
    whole_pt = _whole_em(told, stretch.face) * size_pt + len(told) * spacing_pt
    if whole_pt + first_indent_pt <= width_pt:
        piece = (Piece(0, told, whole_pt),) if told else ()
        return Lines(stretches, (piece,), (told,), whole_pt + first_indent_pt, height_pt, inf)
    pieces: list[tuple[Piece, ...]] = []
    start, end, used, blank, widest, next_pt = 0, 0, first_indent_pt, 0.0, 0.0, inf
    indent = first_indent_pt
    for begins, ends, follows, word_em, blank_em in _places(text, stretch.face):
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
    return Lines(stretches, tuple(pieces), texts, widest, height_pt, next_pt)


def line_count(stretches: tuple[Stretch, ...], width_pt: float, first_indent_pt: float = 0.0) -> int | None:
    """How many lines a text takes, in a third of the time that breaking it takes; None where that is not so easy.

    So it is where lines may break beside blanks, or a word is too wide for any.
    """
    if len(stretches) == 1 and not stretches[0].spacing_pt:
        whole_em = _whole_em(stretches[0].text.rstrip(" "), stretches[0].face)
        if whole_em * stretches[0].size_pt + first_indent_pt <= width_pt:
            return 1
    count, used_pt, open_pt = 1, first_indent_pt, 0.0  # up to the last blank, and of the word behind it
    is_open = False
    for stretch in stretches:
        text, size_pt, widths = stretch.text, stretch.size_pt, _widths(stretch.face)
        if stretch.spacing_pt or not _breaks_at_blanks(text):
            return None
        first, *others = text.split(" ")
        open_pt += widths[first] * size_pt
        is_open = bool(others[-1]) if others else is_open or bool(first)
        space_pt = widths[" "] * size_pt
        for word in others:
            end_pt = used_pt + open_pt
            if end_pt > width_pt:
                if used_pt == first_indent_pt or open_pt > width_pt:
                    return None
                count, end_pt = count + 1, open_pt
            used_pt, open_pt = end_pt + space_pt, widths[word] * size_pt
    if not is_open or used_pt + open_pt <= width_pt:
        return count
    return count + 1 if used_pt != first_indent_pt and open_pt <= width_pt else None


def _breaks_at_blanks(text: str) -> bool:
    """Whether lines break at single blanks alone."""
    if "  " in text or _OTHER_BREAKS.search(text):
        return False
    return text.isascii() or not scripts.has_ideographs(text)


@lru_cache(maxsize=2048)  # a text is set in several sizes until it fits, and many slides rest on the same
def _whole_em(text: str, face: Face) -> float:
    """How wide a text is that stands on one line."""
    widths = _widths(face)
    if _OTHER_BREAKS.search(text):
        return sum([word_em + blank_em for *_, word_em, blank_em in _places(text, face)])
    words = text.split(" ")
    return sum(map(widths.__getitem__, words)) + (len(words) - 1) * widths[" "]


# A word in a text: where it begins and ends, where the next begins, its width and that of the blank after it, in ems.
_Place = tuple[int, int, int, float, float]


@lru_cache(maxsize=512)  # a text is set in several sizes until it fits
def _places(text: str, face: Face) -> tuple[_Place, ...]:
    """The words of a text."""
    return tuple(_between_blanks(text, face) if _breaks_at_blanks(text) else _between_breaks(text, face))


def _between_blanks(text: str, face: Face) -> Iterator[_Place]:
    """The same of a text that breaks at single blanks alone, as most do, in half the time."""
    widths, begins = _widths(face), 0
    *words, last = text.split(" ")
    blank_em = widths[" "]
    for word in words:
        ends = begins + len(word)
        yield begins, ends, ends + 1, widths[word], blank_em
        begins = ends + 1
    if last:
        yield begins, len(text), len(text), widths[last], 0.0


def _between_breaks(text: str, face: Face) -> Iterator[_Place]:
    widths = _widths(face)
    for found in scripts.words(text).finditer(text):
        (begins, ends), follows = found.span(1), found.end()
        if follows > begins:
            blank_em = widths[text[ends:follows]] if follows > ends else 0.0
            yield begins, ends, follows, widths[text[begins:ends]], blank_em


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
    blank, blank_pt = "", 0.0
    for word in words:
        for piece in word.pieces:
            number, text, width_pt = piece.stretch, piece.text, piece.width_pt
            if not pieces or pieces[-1].stretch == number:
                last = pieces.pop() if pieces else Piece(number, "", 0.0)
                pieces.append(Piece(number, last.text + blank + text, last.width_pt + blank_pt + width_pt))
            else:
                if blank:
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
        breaks_anywhere = not stretch.text.isascii() and scripts.has_ideographs(stretch.text)
        for found in scripts.words(stretch.text).finditer(stretch.text):
            bare, blank = found.groups()
            if bare:
                width_pt = width_of(bare, stretch)
                width += width_pt
                pieces.append(Piece(number, bare, width_pt))
            if blank or (bare and (bare[-1] in _BREAK_AFTER or breaks_anywhere)):
                yield _Word(tuple(pieces), width, blank, width_of(blank, stretch) if blank else 0.0)
                pieces, width = [], 0.0
    if pieces:
        yield _Word(tuple(pieces), width, "", 0.0)


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
