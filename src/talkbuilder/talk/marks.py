"""The marks in authors' texts: bold, italic, references, links; found in a text and again where it was written."""

import re
from collections.abc import Iterable, Iterator

from talkbuilder.claims.texts import ends_before, sentence_at
from talkbuilder.diagnostics import Span
from talkbuilder.patterns import pattern_of
from talkbuilder.source.fields import Text
from talkbuilder.talk.talk import Citation, Run

# An address, with brackets of its own; with blanks in it only where it begins like one, so that this can be reported.
_TARGET = r"(?:[^()\s]|\([^()\s]*\))*|[A-Za-z][A-Za-z0-9+.-]*:[^()]*"
_MARK = pattern_of(
    r"\\(?P<escaped>[*{}\[\\])|(?P<bold>\*\*)|(?P<italic>\*)|(?P<brace>\{\{|\}\})"
    r"|\{\s*own:(?P<own>[^{}]*)\}|\{(?P<id>[^{}\n]*)\}|(?P<loose>[{}])"
    rf"|\[(?=[^\[\]]+\]\((?P<link>{_TARGET})\))|\]\((?P<linked>{_TARGET})\)"
)
_BEGINS_MARK = pattern_of(r"[\\*{}\[\]]")
_FLANKED = pattern_of(r"\s")
_OPAQUE = pattern_of(r"\{[^{}]*\}|\[\s*pause[^\[\]]*\]|\*+", re.IGNORECASE)

RunStyle = tuple[bool, bool, Citation | None, bool, str]  # bold, italic, citation, whether it names nothing, link


def has_marks(words: str) -> bool:
    return "*" in words or "{" in words or "}" in words or "\\" in words or "](" in words


def marks_in(words: str) -> Iterator[re.Match[str]]:
    """The marks of a text. To look for their first characters alone is four times as fast."""
    begins = _BEGINS_MARK.search(words)
    while begins:
        mark = _MARK.match(words, begins.start())
        if mark:
            yield mark
        begins = _BEGINS_MARK.search(words, mark.end() if mark else begins.end())


def is_loose_star(words: str, mark: re.Match[str]) -> bool:
    """A star with blanks on both sides marks nothing: 3 * 4."""
    before, after = words[max(0, mark.start() - 1) : mark.start()], words[mark.end() : mark.end() + 1]
    return (not before or bool(_FLANKED.match(before))) and (not after or bool(_FLANKED.match(after)))


def sentence_around(words: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence stands in which a mark stands; references and pauses may begin one."""
    plain = _OPAQUE.sub(lambda mark: "X" * len(mark[0]), words)
    return sentence_at(plain, start, end)


def begun(shown: str, mark: re.Match[str]) -> str:
    """What a mark prints, with a capital where a sentence has just ended before it."""
    is_first = shown[:1].islower() and ends_before(mark.string, mark.start())
    return shown[0].upper() + shown[1:] if is_first else shown


class Runs:
    """Runs, of which neighbours in one style become one; a reference that cites something stays by itself."""

    def __init__(self) -> None:
        self._groups: list[tuple[RunStyle, list[str]]] = []  # the style of a run, and the pieces of its text

    def add(self, piece: str, style: RunStyle) -> None:
        if self._groups and not style[2] and self._groups[-1][0] == style:
            self._groups[-1][1].append(piece)
        elif piece:
            self._groups.append((style, [piece]))

    def joined(self) -> tuple[Run, ...]:
        return tuple(
            Run("".join(pieces), bold, italic, citation, unresolved=unresolved, link=link)
            for (bold, italic, citation, unresolved, link), pieces in self._groups
        )


class Marks:
    """Counts the marks of a text, and finds them again in its source, where blanks and line breaks are others."""

    def __init__(self, text: Text) -> None:
        self._text = text
        self._counted = 0
        self._places: list[tuple[int, int]] | None = None

    def count(self) -> int:
        """The number of one more mark."""
        self._counted += 1
        return self._counted - 1

    def span(self, number: int) -> Span:
        """Where a mark stands; the whole text where escapes in the source make that uncertain."""
        whole = self._text.span
        if self._places is None:
            raw, value = whole.source.text[whole.start : whole.end], self._text.value
            found = [mark.span() for mark in marks_in(raw)]
            is_same = value in raw and len(raw) <= len(value) + 2  # which may be quote marks
            self._places = found if is_same or _written(raw, found) == [*map(_words, marks_in(value))] else []
        if not self._places:
            return whole
        start, end = self._places[number]
        return Span(whole.source, whole.start + start, whole.start + end)


def _written(raw: str, places: Iterable[tuple[int, int]]) -> list[list[str]]:
    return [raw[start:end].split() for start, end in places]


def _words(mark: re.Match[str]) -> list[str]:
    return mark[0].split()
