"""Words that make a claim less than certain: hearsay, opinions, limits of what is known, doubts.

Apart from other cues, since charts ask for these alone, and all the patterns take 5 ms to compile.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Literal

from msgspec import Struct

from talkbuilder.evidence.normal import lowered

Doubt = Literal["hearsay", "view", "limit", "doubt"]

# What somebody was told, holds, knows only so far, or is not sure of. `may` in front of a stop is no doubt ('all that
# they may have.'), nor is the month.
DOUBTS: Mapping[Doubt, str] = {
    "hearsay": (
        r"\bi(?:'ve| have| had)? (?:often |only |just |also )?heard\b|\b(?:i|we) (?:was|were|am|are|have been) told\b"
        r"|\b(?:they|people|some) say\b|\bit is said\b|\bword has it\b|\brumou?r(?:s|ed)?\b|\bhearsay\b"
        r"|\bsupposedly\b|\bapparently\b|\ballegedly\b|\breportedly\b|\bpurportedly\b|\banecdotal(?:ly)?\b"
    ),
    "view": (
        r"\bi(?: would|'d)?(?: also| still| now)? (?:think|believe|suspect|guess|assume|imagine|suppose|doubt|feel)\b"
        r"|\bin my (?:opinion|view)\b|\bit seems to me\b"
    ),
    "limit": r"\bas far as (?:i|we) (?:know|can tell)\b|\bto my knowledge\b|\bi am not sure\b|\bi'm not sure\b",
    "doubt": (
        r"\bprobably\b|\bperhaps\b|\bmaybe\b|\bmay be,?(?= it\b)|\bpossibly\b|\bpresumably\b|\blikely\b"
        r"|\b(?:may|might|could) have(?! *[.,;:!?)\"]|$)\b|\b(?:may|might)(?! have\b)(?= [a-z])"
        r"|\bseem(?:s|ed)?(?: to)?\b|\bappear(?:s|ed)? (?:to|that)\b"
    ),
}
_DOUBT = re.compile("|".join(f"(?P<{kind}>{words})" for kind, words in DOUBTS.items()))


_BEFORE_MONTH = re.compile(r"\b(?:in|of|since|until|by|last|early|late|this|next|every) \Z", re.IGNORECASE)


class Cue(Struct, frozen=True):
    """A word that makes less of a claim."""

    start: int
    end: int
    words: str
    kind: Doubt


@lru_cache(maxsize=4096)
def doubts(text: str) -> tuple[Cue, ...]:
    """The words of doubt of a text."""
    return tuple(_doubts(text))


def _doubts(text: str) -> Iterator[Cue]:
    for found in _DOUBT.finditer(lowered(text)):
        words = text[found.start() : found.end()]
        if not (words == "May" and _is_month(text, found.start(), found.end())):
            yield Cue(found.start(), found.end(), words, found.lastgroup)  # type: ignore[arg-type]


def _is_month(text: str, start: int, end: int) -> bool:
    """Whether a 'May' is one: of 2011, 'in May'."""
    return bool(re.match(r" (?:of )?\d|[,.]", text[end : end + 6]) or _BEFORE_MONTH.search(text, 0, start))
