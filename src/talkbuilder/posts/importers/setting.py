"""Lines as they are set on pages to paragraphs: words that were parted at a line's end are whole again, and what stands
at the head or foot of every page is gone."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from msgspec import Struct

from talkbuilder.patterns import pattern_of

PARTED = "\ufffe"  # stands where a word goes on in the next line, as PDFium tells it
CELLS = " | "  # stands between the cells of a row
_USUAL, _OPEN = 1.2, 1.7  # times the height of a line is the distance of the next: as a rule, and at most
_SPACED = 1.35  # times the usual distance of lines is a blank line
_INDENTED = 0.8  # times the height of a line
_SHORT = 0.85  # of the widest line: a line that ends there ends its paragraph
_LARGER = 1.15
_ENDS = pattern_of(r"[.!?…:][\"'”’»)\]]*$")
_BULLET = pattern_of(r"[•▪‣·–—*-]\s")
_NUMBERED = pattern_of(r"\(?(?:\d{1,3}|[a-z])[.)]\s")
_SPOKEN = pattern_of(r"[A-Z][\w.’'-]{0,20}(?: [A-Z][\w.’'-]{0,20})?:\s")  # a name before what somebody says
_WORD = pattern_of(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_NUMBER = pattern_of(r"(?:page |p\. ?|[-–— ]*)?(?:\d{1,4}|[ivxlc]{1,7})(?: (?:of|/) ?\d{1,4}|[-–— ]*)?", re.I)
# What a browser prints over and under a page: the day and the time, where it stands and which page it is.
_PRINTED = pattern_of(
    r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},? \d{1,2}:\d\d\b.*|(?:https?|file)://\S+(?: \d{1,4}/\d{1,4})?", re.DOTALL
)
_LEAST_WORD = 4  # letters: "in" and "formation" are words as well
_AT_EDGE = 2  # lines at the head and at the foot of a page
_LEAST_PAGES = 3


class Line(Struct, frozen=True):
    """A line of a page, in points from its lower left corner; `size` is how high its letters are."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float


def paragraphs_of(pages: Sequence[Sequence[Line]]) -> Iterator[str]:
    """The paragraphs of some pages; one that goes on over the end of a page is one."""
    words = _words(pages)
    kept = ""
    for lines in _without_edges(pages):
        for paragraph in _paragraphs(lines, words):
            if kept and (kept.endswith(PARTED) or (not _ENDS.search(kept) and paragraph[:1].islower())):
                kept = _joined(kept, paragraph, words)
                continue
            if kept:
                yield kept
            kept = paragraph
    if kept:
        yield kept.rstrip(PARTED)


def _words(pages: Sequence[Sequence[Line]]) -> Counter[str]:
    """The words that stand whole in lines, to tell whether a hyphen at a line's end is one."""
    words: Counter[str] = Counter()
    for lines in pages:
        is_parted = False
        for line in lines:
            found = [word.lower() for word in _WORD.findall(line.text)]
            ends_parted = line.text.rstrip().endswith((PARTED, "-", "\u00ad"))
            words.update(found[is_parted : -1 if ends_parted else None])
            is_parted = ends_parted
    return words


def _without_edges(pages: Sequence[Sequence[Line]]) -> Iterator[list[Line]]:
    """Pages without the heads and feet that stand on many of them, and without their numbers."""
    seen = Counter(key for lines in pages for key in {_key(line) for line in _edges(lines)})
    repeated = {key for key, count in seen.items() if count >= max(_LEAST_PAGES, len(pages) // 4)}
    for lines in pages:
        edges = {id(line) for line in _edges(lines) if _key(line) in repeated or _is_no_text(line.text.strip())}
        yield [line for line in lines if id(line) not in edges]


def _is_no_text(line: str) -> bool:
    return (_NUMBER.fullmatch(line) or _PRINTED.fullmatch(line)) is not None


def _edges(lines: Sequence[Line]) -> list[Line]:
    if len(lines) <= 1:
        return []
    high = sorted(lines, key=lambda line: -line.top)
    return [*high[:_AT_EDGE], *high[-_AT_EDGE:]]


def _key(line: Line) -> str:
    return re.sub(r"\d+", "#", " ".join(line.text.split()))


def _paragraphs(lines: list[Line], words: Counter[str]) -> Iterator[str]:
    near = [(one.bottom - other.bottom, other.size) for one, other in pairwise(lines) if _are_near(one, other)]
    close = [step for step, size in near if step < _OPEN * size]
    step = median(close) if close else _USUAL * median(size for _, size in near) if near else 0.0
    text = ""
    before: Line | None = None
    for line in lines:
        if before is not None and _begins(line, before, step, _widest(lines, before)):
            yield text
            text = ""
        text = _joined(text, line.text.strip(" "), words) if text else line.text.strip(" ")
        before = line
    if text:
        yield text


def _are_near(one: Line, other: Line) -> bool:
    return 0 < one.bottom - other.bottom < 4 * max(one.size, 1)


def _widest(lines: list[Line], line: Line) -> float:
    """How far to the right lines of its column reach."""
    near = (one.right for one in lines if abs(one.left - line.left) < 6 * max(line.size, 1))
    return max(near, default=line.right)


def _begins(line: Line, before: Line, step: float, widest: float) -> bool:
    """Whether a line begins a paragraph behind another one."""
    if before.text.endswith(PARTED):
        return False
    if CELLS in line.text or CELLS in before.text:
        return True
    if max(line.size, before.size) > _LARGER * min(line.size, before.size):
        return True
    is_below = _are_near(before, line)
    if is_below and step and before.bottom - line.bottom > _SPACED * step:
        return True
    if _BULLET.match(line.text):
        return True
    has_ended = _ENDS.search(before.text.rstrip()) is not None
    width = widest - before.left
    is_short = width > 0 and before.right - before.left < _SHORT * width
    if _NUMBERED.match(line.text):  # a sentence may end with a number, and that begin a line
        return has_ended or is_short or before.left - line.left > _INDENTED * line.size
    if has_ended and _SPOKEN.match(line.text):
        return True
    if not is_below:
        return has_ended or line.text[:1].isupper()  # the next column goes on with the sentence
    return has_ended and (is_short or line.left - before.left > _INDENTED * line.size)


def _joined(text: str, more: str, words: Counter[str]) -> str:
    """Two lines as one: a word that was parted is whole, and a hyphen of its own stays."""
    if not text.endswith((PARTED, "-", "\u00ad")):
        return f"{text} {more}"
    stem, mark = text[:-1], text[-1]
    head, tail = re.search(r"[^\W\d_]+$", stem), re.match(r"[^\W\d_]+", more)
    if head is None or tail is None or (mark == "-" and not more[:1].islower()):
        return f"{stem}{'-' if mark != chr(0xAD) else ''}{more}"
    return f"{stem}{'-' if _keeps_hyphen(head[0], tail[0], words) else ''}{more}"


def _keeps_hyphen(head: str, tail: str, words: Counter[str]) -> bool:
    """Whether a hyphen is the word's own: the document writes it so elsewhere, or both halves as words, or it is the
    hyphen of an abbreviation."""
    whole, hyphened = words[f"{head}{tail}".lower()], words[f"{head}-{tail}".lower()]
    if whole or hyphened:
        return hyphened > whole
    if head.isupper():
        return True
    return min(len(head), len(tail)) >= _LEAST_WORD and bool(words[head.lower()] and words[tail.lower()])
