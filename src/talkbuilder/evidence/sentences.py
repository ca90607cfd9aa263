"""Where sentences end, in a post as it was written as well as in its normal form; the one place that knows."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

_END = re.compile(r"""[.!?…]["'”’»)\]]*(?:\s+|\Z)""")
_OPENING = re.compile(r"""["'“‘«(\[]*""")
# A stop behind these ends no sentence. A sentence taken too long is only searched for more hedges.
_SHORT = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Prof|Gov|Sen|Rev|Gen|Col|Capt|Lt|Sgt|Hon|Jr|Sr|Mt|Ft|Inc|Ltd|Co|No"
    r"|[Ss]ubd|vs|approx|[Aa]rt|Sec|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
    r"|\b[A-Za-z]\.[A-Za-z]|\b[A-Z])\.\Z"
)
_LONGEST_SHORT = 8
_NEAR = 40  # characters, which hold whatever ends a sentence
_SMALL = frozenset({"subd", "vs", "approx", "art"})  # those of them in small letters
# 'U.S.' may end a sentence all the same, where a word follows that begins one, and no name: 'U.S. Embassy'.
_LETTERS = re.compile(r"[A-Za-z]\.[A-Za-z]\.[\"'”’»)\]]*\s+\Z")
_BEGINNING = re.compile(
    r"(?:The|This|That|These|Those|There|Here|It|I|We|He|She|They|You|My|Our|His|Her|Their|Its|A|An|But|And|So|Yet|However"
    r"|If|When|While|Although|As|Some|Many|Most|All|No(?!\.)|Not|Nobody|Everybody|What|Why|How|Who|Where|After|Before|Then|Now)\b"
)


def sentence_ends(text: str, start: int = 0, end: int | None = None) -> Iterator[int]:
    """Where sentences end in a part of a text, each with the blanks behind it; the last ends with the part."""
    stop = len(text) if end is None else end
    for found in _END.finditer(text, start, stop):
        if not _is_short(text, start, found) and (found.end() == stop or _begins(text, found.end())):
            yield found.end()


def sentences(text: str) -> Iterator[str]:
    """The sentences of a text."""
    start = 0
    for end in sentence_ends(text):
        yield text[start:end].strip()
        start = end
    if rest := text[start:].strip():
        yield rest


def sentence_at(text: str, begins: int, ends: int, start: int = 0, stop: int | None = None) -> tuple[int, int]:
    """Where the sentence stands, or the sentences, over which a stretch goes, in a part of a text."""
    stop = len(text) if stop is None else stop
    return among(tuple(sentence_ends(text, start, stop)), begins, ends, start, stop)


def among(sentence_ends: Sequence[int], begins: int, ends: int, start: int, stop: int) -> tuple[int, int]:
    """The same, of a text of which it is known where its sentences end."""
    last = bisect_left(sentence_ends, ends)
    first = bisect_right(sentence_ends, begins, 0, last)
    return (
        sentence_ends[first - 1] if first else start,
        sentence_ends[last] if last < len(sentence_ends) else stop,
    )


def ends_before(text: str, at: int) -> bool:
    """Whether a sentence ends right before a place, where something stands that can begin one."""
    if not text[:at].endswith((" ", "\n")):
        return False
    start = max(0, at - _NEAR)
    return at - start in sentence_ends(f"{text[start:at]}X")


def _begins(text: str, at: int) -> bool:
    """Whether what stands at a place can begin a sentence: a capital or a digit, behind quote marks or brackets."""
    first = text[at : at + 1]
    if not first.isalnum() and (opening := _OPENING.match(text, at)):
        first = text[opening.end() : opening.end() + 1]
    return first.isalnum() and not first.islower()


def _is_short(text: str, start: int, found: re.Match[str]) -> bool:
    """Whether a stop ends an abbreviation, and no sentence."""
    at = found.start()
    if text[at] != ".":
        return False
    first = max(start, at - _LONGEST_SHORT)
    if _is_plain(text[max(first, text.rfind(" ", first, at) + 1) : at]) or not _SHORT.search(text[first : at + 1]):
        return False
    is_letters = _LETTERS.search(text[first : found.end()])
    return not (is_letters and _BEGINNING.match(text, found.end()))


def _is_plain(word: str) -> bool:
    """Whether what ends in a stop is a word in small letters, as most are; the pattern takes much longer to say."""
    return word.islower() and word.isalpha() and word not in _SMALL
