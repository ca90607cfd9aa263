"""What a statement tells more widely than its passage: of another place, of one part, made by others, without terms."""

import re
from collections.abc import Iterator

from talkbuilder.evidence.figures import figures
from talkbuilder.evidence.meanings import is_explained
from talkbuilder.evidence.normal import lowered
from talkbuilder.evidence.wording import Passage, Word, Wording, wording

_TERMS = re.compile(
    r"\b(?:provided (?:that )?(?=they|he|she|it|we|the|no|all)|providing that|on (?:the )?condition|(?:as|so) long as"
    r"|in (?:exchange|return) for|subject to|with the (?:consent|permission|approval|help) of"
    r"|upon (?:payment|request|proof)|after (?:paying|signing|agreeing|promising)"
    r"|against (?:payment|a (?:fee|deposit)))"
    r"(?P<what>[^,;.:]*)"
)
_KEEPS_TERMS = re.compile(
    r"\b(?:if|when|once|who|whoever|unless|until|after|before|only|provided|providing|condition|long|exchange|return"
    r"|subject|with|for|against|upon|while|without)\b"
)
_FAR_TERMS = 12  # words between what is pointed to and its terms
_TOTAL = re.compile(r"\b(?:overall|in all|in total|total(?:s|ed)?|altogether|combined|together|in sum|the sum)\b")
_JOINT = re.compile(r"\band\b|[,;]|\bwhile\b")
_RELATIVE = re.compile(
    r"\b(?:who|whom|which|where|that(?= (?:had|did|got|has|have|let|made|put|took|gave|went|came|was|were) )) "
    r"(?:(?!(?:who|whom|which|where)\b)[^,;.:])+"
)
_LEAST = 3  # words of such a clause: 'who was' is cut off
_MADE = re.compile(
    r"\b(?P<who>[\w'-]+) (?:(?:has|have|had|\w+ly) )?(?P<how>made|had|got|let|forced|ordered|told|pushed|persuaded) "
    r"(?P<whom>(?:the |a |an |its |their |his |her )?[\w'-]+(?: [\w'-]+){0,2}?) (?:to )?(?P<deed>[\w'-]+)"
)
_MAKING = re.compile(
    r"\b(?:m[ai]k\w*|made|forc\w+|let|lets|order\w*|press\w*|push\w*|persuad\w+|caus\w+|l[ei]a?d|drov\w+|driv\w+|requir\w+"
    r"|compel\w*|told|tell\w*|ask\w*|help\w*|allow\w*|permit\w*|invit\w+|t[ea]\w+ght|train\w*|encourag\w+|got|had)\b"
)
_OF_PLACE = 3  # words between a verb and the place that is named behind it
_ARTICLES = frozenset(("the", "a", "an", "its", "their", "his", "her", "all"))


def reasons(says: str, passage: Passage) -> Iterator[str]:
    """What makes one doubt that it holds so widely; of each kind the first."""
    ours = wording(says)
    yield from _of_place(says, ours, passage)
    yield from _of_part(says, ours, passage)
    yield from _without_terms(says, ours, passage)
    yield from _known_by(says, passage)
    yield from _made_by(says, ours, passage)


def _of_place(says: str, ours: Wording, passage: Passage) -> Iterator[str]:
    """'Leave the inn' told as 'leave Norway': a place that only the fact names, instead of what the post has there."""
    theirs = passage.wording
    for at, name in enumerate(ours.words):
        if not (name.is_content and name.start and says[name.start].isupper()) or name.stem in theirs.all_stems:
            continue
        led = next((back for back in range(at - 1, max(-1, at - 2 - _OF_PLACE), -1) if ours.words[back].is_content), -1)
        if led < 0 or ours.words[led].clause != name.clause or says[ours.words[led].start].isupper():
            continue
        for place, one in enumerate(theirs.words):
            thing = theirs.next_content(place, _OF_PLACE) if one.stem == ours.words[led].stem else None
            if thing is None or is_explained(thing.stem, ours.all_stems):
                continue
            if _between(ours, led, at) == _between(theirs, place, theirs.words.index(thing)):
                told = passage.text[one.start : thing.end]
                yield f"the post says '{told}', and not '{says[ours.words[led].start : name.end]}'"
                return


def _between(text: Wording, first: int, last: int) -> list[str]:
    return [one.text for one in text.words[first + 1 : last] if one.text not in _ARTICLES]


def _of_part(says: str, ours: Wording, passage: Passage) -> Iterator[str]:
    """'$30 overall' told of one of those whose sums stand in the sentence before."""
    if not (found := _TOTAL.search(lowered(passage.text))) or _TOTAL.search(lowered(says)):
        return
    told = [one for one in figures(says) if not one.is_year]
    if not any(one.has(mine.values[0]) for one in figures(passage.text) if not one.is_year for mine in told):
        return
    parts = _parts(passage.before, passage.leant_on)
    for word in ours.words:
        if word.stem in parts and not is_explained(word.stem, passage.wording.all_stems):
            yield f"the post says '{found[0]}' of it, and '{word.text}' of a part, in a sentence before"
            return


def _parts(text: str, before: Wording) -> frozenset[str]:
    """What tells two sums of a sentence from each other: 'from the town' and 'from the county', or who stands first."""
    numbers = [one for one in figures(text) if not (one.is_year or one.is_rank)]
    if len(numbers) < 2:
        return frozenset()
    first, second = numbers[-2:]
    joint = max((one.end() for one in _JOINT.finditer(lowered(text), first.end, second.start)), default=first.end)
    ahead = _stems(before, joint, second.start)
    if ahead:
        return _stems(before, text.rfind(". ", 0, first.start) + 1, first.start) ^ ahead
    return _stems(before, first.end, joint) ^ _stems(before, second.end, len(text))


def _stems(text: Wording, start: int, end: int) -> frozenset[str]:
    return frozenset(one.stem for one in text.words if start <= one.start and one.end <= end and one.is_content)


def _without_terms(says: str, ours: Wording, passage: Passage) -> Iterator[str]:
    """'As long as they mend the fence', and in ours nothing of the kind."""
    if _KEEPS_TERMS.search(lowered(says)):
        return
    left, right = passage.own
    for found in _TERMS.finditer(lowered(passage.text)):
        between = passage.text[found.end() : left] if found.end() <= left else passage.text[right : found.start()]
        is_near = len(between.split()) <= _FAR_TERMS and not any(mark in between for mark in (". ", ";", "? ", "! "))
        told = passage.text[found.start() : min(found.end(), left) if found.start() < left else found.end()]
        if is_near and wording(told[found.start("what") - found.start() :]).stems.isdisjoint(ours.stems):
            yield f"the post says '{told.strip()}': is it so without?"
            return


def _known_by(says: str, passage: Passage) -> Iterator[str]:
    """'The waiter who had let her in', all in small words, and the post has no such clause."""
    low = lowered(passage.text)
    for found in _RELATIVE.finditer(says):
        told, who = wording(found[0]), "".join(says[: found.start()].split()[-1:])
        if len(told.words) < _LEAST or told.stems or not wording(who).stems:
            continue
        if lowered(found[0]).partition(" ")[2] not in low:
            yield f"the passage does not say '{who} {found[0].strip()}'"
            return


def _made_by(says: str, ours: Wording, passage: Passage) -> Iterator[str]:
    """'The town got the bakers to move', of bakers who chose to."""
    theirs = passage.wording
    for found in _MADE.finditer(says):
        deed, whom, who = (_last(found[name]) for name in ("deed", "whom", "who"))
        if deed is None or whom is None or deed.stem not in theirs.stems or whom.stem not in theirs.stems:
            continue
        making = _MAKING.search(lowered(passage.text))
        behind = {one.stem for one in theirs.words if making and one.start >= making.end()}
        if making is None or (who is not None and who.stem in behind and whom.stem not in behind):
            told = f"{found['who']} {found['how']}"
            yield f"it says '{told} …': does the post say who made them do it?"
            return


def _last(text: str) -> Word | None:
    return next((one for one in reversed(wording(text).words) if one.is_content), None)
