"""Sentences that refer to facts: what is printed of them, where, and all that these facts say."""

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from talkbuilder.claims.normal import Range, normalise
from talkbuilder.claims.texts import sentence_ends
from talkbuilder.evidence.facts import Fact
from talkbuilder.evidence.library import Library
from talkbuilder.talk.talk import Paragraph

_FINITE = re.compile(r"(?:is|are|was|were|has|have|had|does|did|will|can|should|may|\w+ed)\Z")
_NO_VERBS = frozenset(
    ("men", "women", "people", "children", "the", "a", "an", "some", "many", "all", "police", "it", "what")
)
_MOST = 20  # references that are read together


class Printed(Struct, frozen=True):
    """What a reference prints, and where: `text[start:end]` of its sentence."""

    start: int
    end: int
    fact: Fact


class Sentence(Struct, frozen=True):
    """A sentence as it is read, with what its references print; what the speaker marks as known is left out of it."""

    text: str
    printed: tuple[Printed, ...]

    @property
    def facts(self) -> tuple[Fact, ...]:
        return tuple(dict.fromkeys(one.fact for one in self.printed))


def sentences(paragraph: Paragraph, library: Library) -> Iterator[Sentence]:
    """The sentences of a paragraph that refer to facts."""
    text, printed = _read(paragraph, library)
    if not printed:
        return
    start = at = 0
    for end in (*sentence_ends(text), len(text)):
        own = []
        while at < len(printed) and printed[at].start < end:
            own.append(printed[at])
            at += 1
        yield from _pieces(text, start, end, own)
        start = end


def _pieces(text: str, start: int, end: int, printed: list[Printed]) -> Iterator[Sentence]:
    """A sentence; of one that refers to very many facts, piece after piece, so that long ones take no longer."""
    for first in range(0, len(printed), _MOST):
        own = printed[first : first + _MOST]
        begin = own[0].start if first else start
        stop = printed[first + _MOST].start if first + _MOST < len(printed) else end
        shifted = (Printed(one.start - begin, min(one.end, stop) - begin, one.fact) for one in own)
        yield Sentence(text[begin:stop], tuple(shifted))


def _read(paragraph: Paragraph, library: Library) -> tuple[str, list[Printed]]:
    """The text of a paragraph, as long as it is printed, and its references to facts."""
    pieces, printed, at = [], [], 0
    for run in paragraph.runs:
        kind = run.citation.kind if run.citation else ""
        pieces.append(" " * len(run.text) if kind == "own" else run.text)
        fact = library.facts.get(run.citation.id) if run.citation and kind == "fact" else None
        if isinstance(fact, Fact):
            printed.append(Printed(at, at + len(run.text), fact))
        at += len(run.text)
    return "".join(pieces), printed


def said(fact: Fact) -> str:
    """All that a fact says, in normal form."""
    parts = (fact.says, fact.show, fact.measure, fact.unit, fact.exact)
    return _normal(". ".join([part.value.rstrip(".") for part in parts if part]))


@lru_cache(maxsize=2048)  # a fact is referred to more than once
def _normal(text: str) -> str:
    return normalise(text).text


def is_advice(fact: Fact) -> bool:
    """Whether a fact only tells what is to be done: 'Prosecute officials'."""
    words = normalise(fact.says.value).text.split()
    first = words[0].lower()
    if first in _NO_VERBS or first.endswith(("s", "ed", "ing")) or any(map(_FINITE.match, words[1:4])):
        return False
    return any(part.value.lower().startswith(first) for part in (fact.exact, fact.show) if part)


def clause_of(text: str, at: int) -> Range:
    """The clause in which a place of a text stands, as its commas and colons cut it."""
    start = max((text.rfind(cut, 0, at) + len(cut) for cut in _CUTS if cut in text[:at]), default=0)
    end = min((found for cut in _CUTS if (found := text.find(cut, at)) >= 0), default=len(text))
    return start, end


_CUTS = (", ", "; ", ": ", " – ", "—", " - ", " but ", " although ", " while ", " because ")
