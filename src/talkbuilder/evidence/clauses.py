"""What of a sentence bears on a few words of it: the doubts and negations of their own clause, and of no other."""

import re
from collections.abc import Iterator

from talkbuilder.evidence.cues import Negation, negations
from talkbuilder.evidence.doubts import Cue, doubts
from talkbuilder.evidence.normal import lowered

# Where one clause ends and the next begins.
_CUTS = re.compile(r"[,;:()\"]| - |\b(?:but|although|though|while|whereas|however|yet|because|so(?! that)|therefore)\b")
# Behind these begins a clause of its own, which says nothing of what stands before it.
_SUBORDINATE = re.compile(
    r"\b(?:because|which|who|whom|whose|what|that|as|since|when|where|if|unless|until|so|than|and|or|to)\b"
)
_HARD_CUTS = re.compile(r";|\b(?:but|because)\b")
# "I've heard that" reaches to the end of what was heard; 'supposedly' only over its own clause.
_REACHING = re.compile(r"(?:i|we|they|people|some|it|word|in my|as far|to my)\b")
# 'failed to screen and identified two': behind an 'and' it is another verb that these do not turn round.
_OF_ONE_VERB = re.compile(r"fail|refus|den|unable")


def bearing_doubts(text: str, start: int, end: int) -> Iterator[Cue]:
    """The doubts outside of a stretch of a sentence that bear on it."""
    found = doubts(text)
    if not found:
        return
    begin, stop = _clause(text, start, end)
    for cue in found:
        if cue.start < start < cue.end or cue.start < end < cue.end:
            yield cue  # 'heard that' of "I've heard that"
        elif cue.end <= start:
            if cue.start >= begin or _reaches(text, cue, start) or _is_set_off(text, cue):
                yield cue
        elif cue.start >= end and (cue.start < stop or _is_set_off(text, cue)):
            yield cue


def bearing_negations(text: str, start: int, end: int) -> Iterator[Negation]:
    """The negations outside of a stretch of a sentence that turn it round."""
    found = negations(text)
    if not found:
        return
    begin, stop = _clause(text, start, end)
    for one in found:
        if begin <= one.start and one.end <= start:
            if not (_OF_ONE_VERB.match(lowered(one.words)) and " and " in text[one.end : start]):
                yield one
        elif end <= one.start < stop or one.start < start < one.end or one.start < end < one.end:
            yield one


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    low = lowered(text)
    begin = max((found.end() for found in _CUTS.finditer(low, 0, start)), default=0)
    if _CUTS.match(low, start):
        begin = start
    cut = _CUTS.search(low, end)
    stop = cut.start() if cut else len(text)
    subordinate = _SUBORDINATE.search(low, end, stop)
    return begin, subordinate.start() if subordinate else stop


def _reaches(text: str, cue: Cue, start: int) -> bool:
    """Whether all that follows a cue is told under it: 'I've heard that', up to a semicolon or a 'but'."""
    return bool(_REACHING.match(lowered(cue.words))) and not _HARD_CUTS.search(lowered(text), cue.end, start)


def _is_set_off(text: str, cue: Cue) -> bool:
    """Whether a cue stands for itself between commas, and so bears on the whole sentence: 'Supposedly, …'."""
    before = text[: cue.start].rstrip()
    behind = text[cue.end :].lstrip()
    begins = not before.strip("\"'([ ") or before[-1] in ",;:(" or before.endswith(("but", "and", "because"))
    return begins and (not behind or behind[0] in ",;.!?:)")
