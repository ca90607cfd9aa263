"""What is shown of a fact, cut out of what it says: without the 'no', the 'few', the 'nearly' that stands there."""

import re
from collections.abc import Iterator

from talkbuilder.evidence.cues import Negation, negations
from talkbuilder.evidence.cut import Dropped, losses
from talkbuilder.evidence.doubts import doubts
from talkbuilder.evidence.figures import figures
from talkbuilder.evidence.normal import Range, lowered
from talkbuilder.evidence.wording import Bend, wording
from talkbuilder.evidence.words import PASTS

# Of how many it is told; not 'at all', 'all day'.
_OF_ALL = re.compile(
    r"(?<!at )(?<!after )(?<!above )(?<!in )(?<!first of )\b(?:all|every|each|everybody|everyone|everything|always"
    r"|entire)\b(?! (?:day|night|year|week|summer|winter|along|over|around|right|but|about|in)\b)"
)
_AS_MANY = re.compile(r"\b(?:any|both|never|nobody|none|no one|only|whole|per|everywhere|total|completely)\b")
_WORD = re.compile(r"[\w$'-]+(?:[.,]\d+)*")
_MOST_PIECES = 3  # of more of them, what is shown is in words of its own
# Behind these begins what is not denied: 'nobody was hurt when | the bridge fell'.
_NEW = re.compile(
    r"[,;:()]|\b(?:when|because|while|where|after|before|since|as|but|although|though|than|except|so|if|until)\b"
)
_RELATIVE = re.compile(r"\b(?:who|which|that|whose)(?: \w+){0,3}\W*\Z")
_REASON_FOR = re.compile(r"\A (?:\w+ ){1,2}for\b")  # 'no reason for | closing the school': it was closed
_WHATS = frozenset(("a quantifier", "a limit"))
# Before these nothing is denied of what they name: 'for fear of retribution'.
_WHY = re.compile(r"(?:for|because|since|due to|out of|until|when|after|before)\b")
_HEDGES = re.compile(
    r"\b(?:few|some|nearly|almost|may|might|could|perhaps|maybe|probably|possibly|only|often|sometimes|mostly|partly"
    r"|should|must|seem\w*|tr(?:y|ied|ies)|plan\w*|want\w*|hop(?:e[sd]?|ing))\b"
)
# Of whom a predicate is told, where it is told of some alone: 'few bakers were | paid'.
_OF_SOME = re.compile(
    r"\b(?P<words>few|some|only|most|half|hardly any|almost no|one in \w+|not all)"
    r"(?: of (?:the|these|those|its|their))?"
    r"(?: [\w'-]+){0,3}?(?: (?:has|have|had|is|are|was|were|been|being|be|not))* ?\Z"
)
# What stands right before the words shown, and by which they are not so.
_TURNED = re.compile(
    r"\b(?P<words>doubtful (?:that|whether)|unlikely (?:that|to)|little|yet to|far from|instead of|unclear"
    r" (?:that|whether)|illegal to|forbidden to|hard to|afraid to|afraid of)(?: the| a| an)? ?\Z"
)
_SOME = re.compile(r"\b(?:few|some|only|most|half|hardly|almost|one|not)\b")
_NO_LIMITS = frozenset(("former", "can", "could", "used to", "had to", "has to", "have to"))
_VERBAL = re.compile(
    rf"(?:could|can|will|would|has|have|had|is|are|was|were|do|does|did|[a-z]+ed|{'|'.join(sorted(PASTS))})\b"
)


def bends(show: str, says: str, post: str = "") -> Iterator[Bend]:
    """Where what is shown says the contrary of what is said, or more; all in normal form."""
    yield from _wider(lowered(show), lowered(says), lowered(post))
    yield from _lost(show, says)


def _wider(show: str, says: str, post: str) -> Iterator[Bend]:
    """'All guests', of what is said and in the post told of the old guests."""
    found = _OF_ALL.search(show)
    if found and not (_OF_ALL.search(says) or _AS_MANY.search(says) or _OF_ALL.search(post)):
        yield Bend("E124", f"it says '{found[0]}', and 'says' does not", "is it so of all", True)


def _lost(show: str, says: str) -> Iterator[Bend]:
    places = _places(_words(show), says)
    if not places or _is_denied(show):
        return
    if lost := next(_denied(says, places), None):
        words, is_doubt = lost
        hint = "is it so without" if is_doubt else f"show '{words}' too"
        yield Bend("E106", f"it has lost the '{words}' of 'says'", hint, is_doubt)
        return
    if figures(show):
        return  # whose hedges are compared with the post's
    if words := next(_limited(says, places, lowered(show)), ""):
        yield Bend("E107", f"it has lost the '{words}' of 'says'", "is it so without", True)


def _is_denied(show: str) -> bool:
    return bool(negations(show)) or any(one.denies for one in wording(show).words)


def _words(text: str) -> list[tuple[str, int, int]]:
    return [(found[0], found.start(), found.end()) for found in _WORD.finditer(lowered(text))]


def _places(show: list[tuple[str, int, int]], says: str) -> tuple[Range, ...]:
    """Where the words shown stand in what is said, in the same order and in few pieces; () where they do not."""
    mine, theirs = [word for word, _, _ in show], _words(says)
    if not mine:
        return ()
    for first, (word, _, _) in enumerate(theirs):
        if word == mine[0] and (found := _pieces(mine, theirs, first)):
            return found
    return ()


def _pieces(mine: list[str], theirs: list[tuple[str, int, int]], first: int) -> tuple[Range, ...]:
    found: list[Range] = []
    at = first
    for word in mine:
        place = next((place for place in range(at, len(theirs)) if theirs[place][0] == word), None)
        if place is None:
            return ()
        _, start, end = theirs[place]
        if found and place == at:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
        at = place + 1
    return tuple(found) if len(found) <= _MOST_PIECES else ()


def _denied(says: str, places: tuple[Range, ...]) -> Iterator[tuple[str, bool]]:
    """What denies the words shown, and whether that is only likely: some words stand between."""
    found = negations(says)
    for start, _ in places:
        for one in found:
            between = says[one.end : start]
            if one.end > start or any(left < one.end and one.start < right for left, right in places):
                continue
            if _NEW.search(lowered(between)) or _is_of_another(says, one, between):
                continue
            own = [word.text for word in wording(between).words if word.is_content]
            is_name = (one.start > 0 and says[one.start].isupper()) or says[one.end + 1 : one.end + 2].isupper()
            if not is_name and not _WHY.match(lowered(says), start):
                yield one.words, bool(own)


def _is_of_another(says: str, one: Negation, between: str) -> bool:
    """Whether a 'no' stands in a clause that only tells who does it, or denies a reason for what is so."""
    is_inner = bool(_RELATIVE.search(lowered(says[: one.start]))) and any(
        word.is_content for word in wording(between).words
    )
    return is_inner or bool(_REASON_FOR.match(lowered(f"{between} ")))


def _limited(says: str, places: tuple[Range, ...], show: str) -> Iterator[str]:
    """What limits the words shown, right before them, and they do not tell: 'few', 'nearly', 'may have', 'plans to'."""
    low, at = lowered(says), 0
    for start, end in places:
        before = low[at:start]
        if re.search(r"\w", before) and not before.endswith("not only "):
            part = Dropped(before, low[:at], low[start:])
            found = [one.words for one in losses(part) if one.what in _WHATS and one.is_certain]
            found += [one.words for one in doubts(says) if one.kind == "doubt" and one.end == start - 1]
            yield from (one for one in found if one not in _NO_LIMITS and not _HEDGES.search(show))
            if turned := _TURNED.search(before):
                yield turned["words"]
            if (some := _OF_SOME.search(before)) and _VERBAL.match(low, start) and not _SOME.search(show):
                yield some["words"]
        at = end
