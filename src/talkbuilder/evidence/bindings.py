"""What the post binds by a pronoun, a list or a reason: what a person is asked where a statement binds it otherwise."""

import re
from collections.abc import Iterator
from itertools import pairwise

from talkbuilder.evidence.meanings import is_explained
from talkbuilder.evidence.normal import lowered
from talkbuilder.evidence.wording import Passage, Word, Wording, wording

_POSSESSIVES = frozenset(("their", "its", "his", "her"))
_PRONOUNS = frozenset(("they", "he", "she", "it", "we"))
_WHERE = frozenset(("in", "at", "from", "of", "with", "near", "to", "for", "by", "than", "about"))
_ITEM = re.compile(r"(?<![\w(])(?:\d{1,2}|[a-h])\) |;")
_REASON = re.compile(
    r"\b(?:because|since(?! (?:\d|then|last))|due to|owing to|thanks to"
    r"|(?<!far )(?<!soon )(?<!long )(?<!well )(?<!such )as (?=they|he|she|it|we|there))"
)
_WHICH = frozenset(("who", "which", "that", "whom"))
_ENDS_EFFECT = re.compile(r"[,;:.] ?|\bbut\b")
_LIMIT = re.compile(r"\b(?:until|till|unless|before|instead of|rather than|without)\b")
_POSSESSIVE = re.compile(r"'s\b|s' ")
_BEFORE_VERB = 3  # words


def reasons(says: str, passage: Passage) -> Iterator[str]:
    """What is told of another one than the post binds it to; of all the first."""
    ours = wording(says)
    for find in (_whose, _who, _of_another_item, _other_effect):
        if told := next(find(says, ours, passage), None):
            yield told
            return


def shown(show: str, says: str) -> Iterator[str]:
    """What is shown alone, and is only the end or the condition of what `says` tells: 'paid' of 'held until paid'."""
    told = wording(show).stems
    low = lowered(says)
    for found in _LIMIT.finditer(low):
        before, behind = wording(says[: found.start()]).stems, wording(says[found.end() :]).stems
        if told and told <= behind and told.isdisjoint(before) and not _LIMIT.search(lowered(show)) and before:
            yield f"'show' prints what 'says' has behind '{found[0]}': what does it tell alone?"
            return


def _whose(says: str, ours: Wording, passage: Passage) -> Iterator[str]:
    """'Their land', told as that of one whom only a sentence before names, and it names others too."""
    theirs = passage.wording
    for at, word in enumerate(theirs.words):
        thing = theirs.next_content(at, 2) if word.text in _POSSESSIVES else None
        owner = _owner(ours, says, thing) if thing else None
        if thing is None or owner is None or is_explained(owner.stem, theirs.all_stems):
            continue
        others = {one.stem for one in _names(passage.leant_on, passage.before)} - {owner.stem}
        if owner.stem in passage.leant_on.all_stems and others:
            yield f"the post says '{word.text} {thing.text}': is it that of '{owner.text}'?"
            return


def _owner(ours: Wording, says: str, thing: Word) -> Word | None:
    """Whose a thing is in our own words: 'the miller's land', 'the land of the miller'."""
    for at, word in enumerate(ours.words):
        if word.stem != thing.stem:
            continue
        before = ours.words[at - 1] if at else None
        if before and before.is_content and _POSSESSIVE.search(says, before.start, before.end + 2):
            return before
        of = ours.words[at + 1].text if at + 1 < len(ours.words) else ""
        if of == "of":
            return ours.next_content(at + 1, 3)
    return None


def _names(text: Wording, written: str) -> Iterator[Word]:
    """Words with a capital within a sentence."""
    for one in text.words:
        if one.is_content and one.start > 1 and written[one.start].isupper() and written[one.start - 2] not in ".?!":
            yield one


def _who(says: str, ours: Wording, passage: Passage) -> Iterator[str]:
    """'They stay', told of a name that stands in another clause of the sentence."""
    theirs = passage.wording
    for at, verb in enumerate(theirs.words[1:], 1):
        pronoun = theirs.words[at - 1]
        is_own = passage.own[0] <= pronoun.start < passage.own[1] and verb.clause == pronoun.clause
        if pronoun.text not in _PRONOUNS or not is_own:
            continue
        place = next((place for place, one in enumerate(ours.words) if one.stem == verb.stem), 0)
        for one in ours.words[max(0, place - _BEFORE_VERB) : place]:
            spots = [spot for spot, word in enumerate(theirs.words[:at]) if word.text == one.text]
            head = ours.words[max(0, ours.words.index(one) - 2)].stem
            is_other = bool(spots) and all(_is_beside(theirs, spot, verb, head) for spot in spots)
            if one.is_content and is_other and says[one.start].isupper() and one.clause == ours.words[place].clause:
                yield f"the post says '{pronoun.text} {verb.text}': is that '{one.text}'?"
                return


def _is_beside(text: Wording, at: int, verb: Word, head: str) -> bool:
    """Whether a word only tells where, in another clause than the verb: 'as in the harbour, though they stay'.

    What has the same `head` there, 'the sailors in the harbour', may well be meant.
    """
    before = text.words[max(0, at - 2) : at]
    is_where = any(one.text in _WHERE for one in before) and all(one.stem != head for one in before)
    return text.words[at].clause != verb.clause and is_where


def _of_another_item(says: str, ours: Wording, passage: Passage) -> Iterator[str]:
    """What the post tells of one item of a list, told of a thing of another item."""
    ends = [found.start() for found in _ITEM.finditer(passage.text)]
    if len(ends) < 2:
        return
    start = max((end for end in ends if end <= passage.own[0]), default=ends[0])
    end = min((end for end in ends if end >= passage.own[1]), default=len(passage.text))
    lead = passage.text[: ends[0]]
    near = wording(f"{lead} {passage.text[start:end]}").all_stems
    own = wording(passage.text[slice(*passage.own)]).stems
    for word in ours.words:
        is_far = word.is_content and word.stem in passage.wording.stems and not is_explained(word.stem, near)
        if is_far and not passage.explains(word.stem) and not own.isdisjoint(ours.stems):
            yield f"the post says '{word.text}' of another item of its list"
            return


def _only_which(ours: Wording, effect: list[Word], theirs: Wording) -> list[Word]:
    """What the post tells of some only to say which ones: 'who return are lonely, as' is no reason to return."""
    told = {one.stem for before, one in pairwise(theirs.words) if before.text in _WHICH and one.is_content}
    kept = {one.stem for before, one in pairwise(ours.words) if before.text in _WHICH}
    return [one for one in effect if one.stem in told - kept]


def _other_effect(says: str, ours: Wording, passage: Passage) -> Iterator[str]:
    """A reason of the post, given to something else than what it has right before it."""
    mine, low = _REASON.search(lowered(says)), lowered(passage.text)
    if mine is None:
        return
    effect = [one for one in ours.words if one.end <= mine.start() and one.is_content]
    cause = {one.stem for one in ours.words if one.start >= mine.end() and one.is_content}
    for found in _REASON.finditer(low):
        theirs = {one.stem for one in passage.wording.words if one.start >= found.end() and one.is_content}
        if not cause & theirs:
            continue
        begin = max((end.end() for end in _ENDS_EFFECT.finditer(low, 0, found.start() - 2)), default=0)
        near = frozenset(one.stem for one in passage.wording.words if begin <= one.start < found.start())
        far = [one for one in effect if one.stem in passage.wording.stems and not is_explained(one.stem, near)]
        inner = _only_which(ours, effect, passage.wording)
        if len(far) > 1 or inner:
            far = inner or far
            yield f"the post gives the reason behind '{found[0].strip()}' for something else than '{far[-1].text}'"
            return
