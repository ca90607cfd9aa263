"""Who somebody is to somebody else: what is told of the husband of a daughter is not told of the daughter."""

from collections.abc import Iterator

from talkbuilder.evidence.meanings import is_explained
from talkbuilder.evidence.wording import Bend, Passage, Word, Wording

_PEOPLE = frozenset(
    word + ending
    for word in (
        *("husband", "wife", "widow", "widower", "son", "daughter", "brother", "sister", "father", "mother", "parent"),
        *("uncle", "aunt", "cousin", "nephew", "niece", "grandson", "granddaughter", "grandfather", "grandmother"),
        *("friend", "neighbor", "neighbour", "colleague", "girlfriend", "boyfriend", "rival", "enemy", "in-law"),
        *("cook", "driver", "secretary", "lawyer", "spokesman", "spokeswoman", "spokesperson", "deputy", "assistant"),
        *("adviser", "advisor", "guard", "bodyguard", "servant", "clerk", "landlord", "tenant", "heir", "relative"),
        *("successor", "predecessor", "opponent", "critic", "captor"),
    )
    for ending in ("", "s")
) | {"wives"}
_PASSED = frozenset(("one", "some", "two", "three", "many", "all", "both", "the", "a", "an", "of"))
_PASSED |= {
    "his",
    "her",
    "their",
    "its",
    "my",
    "our",
    "this",
    "that",
    "these",
    "those",
    "former",
    "late",
    "old",
    "young",
}
_ENDS = frozenset(("in", "on", "at", "from", "to", "for", "by", "with", "who", "that", "which", "and", "or", "as"))
_ENDS |= {"is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could"}
_NEAR = 3  # words of content between the one and the other


def bends(ours: Wording, passage: Passage) -> Iterator[Bend]:
    """What is told of somebody, where the post tells it of another one who belongs to them."""
    theirs = passage.wording
    clauses = {theirs.words[at].clause for at in theirs.within(*passage.own)}
    for at, head in enumerate(theirs.words):
        if head.text not in _PEOPLE or head.clause not in clauses or is_explained(head.stem, ours.all_stems):
            continue
        for owner in (*_behind_of(theirs, at), *_owners(theirs, at)):
            if any(_stands_alone(ours, place) for place, one in enumerate(ours.words) if one.stem == owner.stem):
                message = f"the post tells it of the '{head.text}', not of the '{owner.text}'"
                yield Bend("E125", message, f"name the '{head.text}'")
                return


def _behind_of(theirs: Wording, at: int) -> Iterator[Word]:
    """Those behind the 'of' of 'the husband of one of the daughters of the mayor'."""
    if [one.text for one in theirs.words[at + 1 : at + 2]] != ["of"]:
        return
    found = 0
    for word in theirs.words[at + 2 :]:
        if word.clause != theirs.words[at].clause or word.text in _ENDS or found == _NEAR:
            return
        if word.is_content and word.text not in _PASSED:
            found += 1
            yield word


def _owners(theirs: Wording, at: int) -> Iterator[Word]:
    """The mayor of 'the mayor's youngest son'."""
    for word in theirs.words[max(0, at - _NEAR) : at]:
        if word.is_content and _is_owner(word) and word.clause == theirs.words[at].clause:
            yield word


def _is_owner(word: Word) -> bool:
    """Whether it stands there with an 's, which its text has not."""
    return word.end - word.start > len(word.text)


def _stands_alone(ours: Wording, at: int) -> bool:
    """Whether a word of a statement is no owner of somebody else itself, and no place or time of a deed."""
    if _is_owner(ours.words[at]):
        return False
    before = [one.text for one in ours.words[max(0, at - 3) : at] if one.clause == ours.words[at].clause]
    while before and (before[-1] in _PASSED - {"of"}):
        before.pop()
    return not before or before[-1] not in _ENDS | {"of"}
