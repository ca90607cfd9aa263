"""A text in the form in which all texts are compared, with the way back to its own characters."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import cache
from unicodedata import normalize

from msgspec import Struct

from talkbuilder.claims.currencies import SIGNS

# What differs from one keyboard or program to another and means the same: character for character.
_CHARACTERS = {
    **dict.fromkeys("‘’‚‛`´′❛❜", "'"),
    **dict.fromkeys("“”„‟«»″＂❝❞〝〞", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("⁄∕", "/"),
}
_FRACTIONS = {one: normalize("NFKC", one).replace("⁄", "/") for one in "½¼¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"}
# And where one is longer than the other: blanks, an ellipsis of three dots, a dash of two hyphens, ½. A single blank is
# none but at both ends. Each alternative begins with a character of its own, so that all others are soon passed over.
_STRETCHES = rf"[^\S ]\s*| (?:\s+|\Z|(?<=\A )|(?<=[{SIGNS}] )(?=\d))|\.\s*\.\s*\.|--+|[{''.join(_FRACTIONS)}]"
_CHANGING = ("  ", "..", ". .", "--", "$ ")  # one of these is in every stretch of a line in ASCII that changes
_PARAGRAPH = r"\n[^\S\n]*\n|\u2029|\r[^\S\r\n]*\r"
_INNER = r'(?<!\d)"'

Range = tuple[int, int]  # two offsets into a text


def gaps(start: int, end: int, others: Iterable[Range]) -> Iterator[Range]:
    """What of a stretch none of some others covers; these come in their order."""
    for left, right in others:
        if start < right and left < end:
            if start < left:
                yield start, left
            start = right
    if start < end:
        yield start, end


def overlaps(one: Range, others: Iterable[Range]) -> bool:
    """Whether a stretch has something of one of some others."""
    return any(one[0] < end and start < one[1] for start, end in others)


class Normal(Struct, frozen=True):
    """A text in that form. `starts` to `origin_ends` tell, change by change, what stands for what in the original."""

    text: str
    paragraphs: tuple[int, ...]  # where each paragraph but the first begins
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    origin_starts: tuple[int, ...]
    origin_ends: tuple[int, ...]

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch stands in the original; half of a character, as of `½`, is the whole character there."""
        return self._origin_start(start), max(self._origin_start(start), self._origin_end(end))

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of the original stands; what changes at its ends is taken in."""
        first, last = bisect_right(self.origin_starts, start) - 1, bisect_left(self.origin_starts, end) - 1
        left, right = start, end
        if first >= 0:
            is_within = start < self.origin_ends[first]
            left = self.starts[first] if is_within else self.ends[first] + start - self.origin_ends[first]
        if last >= 0:
            right = self.ends[last] + max(0, end - self.origin_ends[last])
        return left, max(left, right)

    def _origin_start(self, at: int) -> int:
        change = bisect_right(self.starts, at) - 1
        if change >= 0 and at < self.ends[change]:
            return self.origin_starts[change]
        return self.origin_ends[change] + at - self.ends[change] if change >= 0 else at

    def _origin_end(self, at: int) -> int:
        change = bisect_left(self.starts, at) - 1
        return self.origin_ends[change] + max(0, at - self.ends[change]) if change >= 0 else at


def normalise(original: str) -> Normal:
    """Nothing but blanks, quote marks, dashes, ellipses and fractions changes; letters and digits stay as they are."""
    text = _one_by_one(original)
    if _is_plain(text):
        return Normal(text, (), (), (), (), ())
    pieces: list[str] = []
    changes: list[tuple[int, int, int, int]] = []
    paragraphs: list[int] = []
    at = length = 0
    for found in re.finditer(_STRETCHES, text):
        begin, end = found.span()
        put = _put(found[0], text[begin - 1 : begin], begin == 0 or end == len(text))
        pieces += (text[at:begin], put)
        start = length + begin - at
        length = start + len(put)
        changes.append((start, length, begin, end))
        if put == " " and re.search(_PARAGRAPH, found[0]):
            paragraphs.append(length)
        at = end
    pieces.append(text[at:])
    columns = tuple(zip(*changes, strict=True)) or ((), (), (), ())
    return Normal("".join(pieces), tuple(paragraphs), *columns)


def _is_plain(text: str) -> bool:
    """Whether nothing changes, as in most of what an author writes; the pattern would take ten times as long to say."""
    is_one_line = text.isascii() and text.isprintable() and text == text.strip()
    return is_one_line and not any(one in text for one in _CHANGING)


def _one_by_one(text: str) -> str:
    if text.isascii():
        return text.replace("`", "'")
    for character, plain in _CHARACTERS.items():
        text = text.replace(character, plain)
    return text


def _put(stretch: str, before: str, at_the_edge: bool) -> str:
    if stretch.isspace():
        return "" if at_the_edge or (before in SIGNS and stretch == " ") else " "  # '$ 70' as '$70'
    if stretch in _FRACTIONS:
        return (" " if before.isdigit() else "") + _FRACTIONS[stretch]  # 3½ as 3 ½, and as 3 1/2
    return "…" if stretch[0] == "." else "-"


def any_marks(text: str) -> str:
    """A text in normal form in which outer and inner quote marks are the same, character for character.

    A quotation within a quotation has the other kind. Behind a digit they stay: 6" are not 6'.
    """
    return re.sub(_INNER, "'", text) if '"' in text else text


def lowered(text: str) -> str:
    """A text in small letters, character for character: 'İ', which would become two, stays."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(one.lower() if len(one.lower()) == 1 else one for one in text)


# What is no letter, or may be missing.
_GROUP = re.compile(r"\([^()]*\)[?*+]?")
_LOOSE = re.compile(r"\[[^\[\]]*\][?*+]?|\\.[?*+]?|.\{[^{}]*\}\??|.[?*]")


def may_stand(pattern: str, text: str) -> bool:
    """Whether a text has letters of one of the ways of a pattern: most have none, and it need not even be compiled.

    No class of characters within a group of it may hold brackets.
    """
    return any(letters in text for letters in _letters(pattern))


@cache
def _letters(pattern: str) -> tuple[str, ...]:
    """Of each way of a pattern letters that stand in it; "" where none are seen."""
    bare, last = pattern, ""
    while bare != last:
        bare, last = _GROUP.sub("#", bare), bare
    return tuple(max(_LOOSE.sub("#", way).split("#"), key=len) for way in bare.split("|"))
