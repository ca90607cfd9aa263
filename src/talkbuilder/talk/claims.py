"""Claims in prose: what of a text could be looked up and be wrong. What is left is plain talk."""

import re
from collections.abc import Iterator

from msgspec import Struct

from talkbuilder.talk.accusing import accusations
from talkbuilder.talk.capitals import IsKnown, names
from talkbuilder.talk.counted import WORD, Sort, counted
from talkbuilder.talk.hearsay import hearsay
from talkbuilder.talk.ordering import orders
from talkbuilder.talk.sayings import sayings
from talkbuilder.talk.spans import Spans
from talkbuilder.talk.unmasked import unmasked

_PAUSE = re.compile(r"\[\s*pause[^\[\]\n]*\]", re.IGNORECASE)
_QUOTED = re.compile(
    r"[“„«][^“”„«»\n]*[”“»]|(?<![\w\"])\"[^\"\n]+\"(?!\w)|(?<!\w)‘(?=\w)[^‘’\n]*(?:(?<=\w)’(?=\w)[^‘’\n]*)*’(?!\w)"
)
_ADDRESS = re.compile(r"https?://\S+|\b[\w.-]+@[\w.-]+\w|\b(?:www\.)?[\w-]+\.(?:org|com|net|gov|edu|info)\b(?:/\S*)?")
# A sign of each, which is looked for in a tenth of the time.
_QUOTES = re.compile('[“„«»"‘]')
_BESIDE_OTHERS = frozenset(("saying", "accusation"))  # sorts that may stand over the words of another claim
_IN_ADDRESS = re.compile(r"://|@|\w\.\w")


class Claim(Struct, frozen=True):
    """What a stretch of a text claims: `text[start:end]`; its words are as they are seen there."""

    sort: Sort
    start: int
    end: int
    words: str


def _nothing(name: str) -> bool:
    return False


def claims(text: str, is_known: IsKnown = _nothing) -> tuple[Claim, ...]:
    """All claims of a text in their order; `is_known` tells names that need no evidence, as those of countries."""
    found: list[Claim] = []
    taken = Spans()
    seen, places = unmasked(text)
    for sort, begins, ends in _found(_without_pauses(seen), is_known):
        start, end = places[begins], places[ends - 1] + 1
        if sort in _BESIDE_OTHERS:
            found.append(Claim(sort, start, end, seen[begins:ends]))
        elif not taken.meets(start, end):
            taken.add(start, end)
            found.append(Claim(sort, start, end, seen[begins:ends]))
    return tuple(sorted(found, key=lambda one: (one.start, one.end)))


def _found(text: str, is_known: IsKnown) -> Iterator[tuple[Sort, int, int]]:
    if _QUOTES.search(text):
        yield from (("quoted", *quoted.span()) for quoted in _QUOTED.finditer(text))
    words = frozenset(WORD.findall(text))
    small = frozenset(map(str.lower, words))
    for start, end in (*sayings(text, small), *hearsay(text, small), *orders(text)):
        yield "saying", start, end
    for start, end in accusations(text):
        yield "accusation", start, end
    if _IN_ADDRESS.search(text):
        text = _ADDRESS.sub(_blank, text)
    yield from counted(text, words)
    for start, end in names(text, is_known):
        yield "name", start, end


def _without_pauses(text: str) -> str:
    """The same without marks of silence, at the same length, so that places stay."""
    return _PAUSE.sub(_blank, text) if "[" in text else text


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])
