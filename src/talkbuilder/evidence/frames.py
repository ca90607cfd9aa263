"""Whose view something is: what the post tells as held by others must not become plainly so."""

import re
from collections.abc import Iterator

from talkbuilder.evidence.limits import FRAME, HELD
from talkbuilder.evidence.normal import lowered
from talkbuilder.evidence.wording import Bend, Passage, wording

_KEPT = re.compile(
    r"\b(?:according to|common|commonly|usual|usually|widely|idea|belief|believ\w+|view|opinion|myth|legend|rumou?r"
    r"|sa(?:ys|id|ying)|say (?=that\b)|(?:they|people|some|many|most|to) (?:\w+ )?say(?= (?:that|what|so))"
    r"|think|thinks|thought|claim\w*|hold|holds|held|assum\w+|suppos\w+|alleg\w+|report\w*"
    r"|apparent\w*|seem\w*|appear(?:s|ed)?|seen as|regarded|considered|heard|told|officially|on paper|in theory"
    r"|complain\w*|insist\w*|estimat\w*|warn\w*|argu\w+|stat(?:es|ed|ing)|fear\w*|suspect\w*|boast\w*|predict\w*"
    r"|declar\w+|maintain\w*|assert\w*|in (?:the )?(?:\w+ )?(?:words|eyes) of"
    r"|as if|as though|at (?:best|worst)|purported\w*|impression|notion|days?)\b"
)
# Who tells it stands at the end, and is nobody whose view it is: '…, a student wrote'.
_TELLER = re.compile(r", (?:in )?[^,]*\b(?:wr(?:ote|ites)|sa(?:id|ys)|t(?:old|ells)|thinks?|believes?|opinion|view)\Z")
# Others who tell it in the post, and answer for it: 'two villages reported that'.
_REPORTED = re.compile(
    r"(?:\A|[.;:,\"] ?|\b(?:and|but|where|while) )(?!(?:i|we|it|there|who|which|this|that)\b)[\w'-]+(?: [\w'-]+){0,5}?"
    r" (?:also |now |once |have |has |had )?(?:reported|claimed|alleged|stated|said|estimated|complained|argued"
    r"|insisted|maintained|asserted|declared|warned|predicted|boasted|felt|thought|believed|feared"
    r"|suspected|hoped) that\b"
)
_UNSURE = re.compile(r"\b(?:perhaps|maybe|possibly|probably|likely|(?:may|might|could) have)\b")
_SENTENCE = re.compile(r"; |[.!?] ")  # a frame of one passage, or of one sentence, is none of the next
_ENDED = re.compile(r"\b(?:but|however|because)\b|\.")


def without_teller(says: str) -> str:
    """A statement without who tells it, where that stands at its end."""
    return _TELLER.sub("", says)


def bends(told: str, passage: Passage) -> Iterator[Bend]:
    """A frame before what is pointed to, or in it, that a statement has lost."""
    low = lowered(passage.text)
    start, end = passage.own
    begin = max((one.end() for one in _SENTENCE.finditer(low, 0, start)), default=0)
    for pattern in (FRAME, HELD, _REPORTED):
        for found in pattern.finditer(low, begin, end):
            cut = _ENDED.search(low, found.end())
            framed = wording(passage.text[found.end() : cut.start() if cut else len(low)])
            if (cut and cut.start() < start) or framed.stems.isdisjoint(wording(told).stems):
                continue
            is_unsure = found.re is _REPORTED and _UNSURE.search(lowered(told))
            if not is_unsure and not _KEPT.search(without_teller(lowered(told))):
                words = passage.text[found.start() : found.end()].lstrip('.;:," ')
                yield Bend("E107", f"it has lost the '{words}' of the post", "say whose view it is, as the post does")
            return
