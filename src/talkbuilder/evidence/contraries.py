"""A word of which the source says the contrary: 'closed' where it opened, 'after' where it was before."""

from collections.abc import Iterator
from itertools import pairwise

from talkbuilder.evidence.meanings import ALIKE, CONTRARY
from talkbuilder.evidence.wording import Bend, Passage, Word, Wording
from talkbuilder.evidence.words import PASTS

# Where these stand before one and the same word, it is said of the one or the other.
_PREPOSITIONS = {
    "before": ("after", "during", "since"),
    "after": ("before", "during", "until"),
    "during": ("before", "after"),
    "since": ("before", "until"),
    "until": ("after", "since"),
    "with": ("without",),
    "without": ("with",),
    "above": ("below",),
    "below": ("above",),
    "inside": ("outside",),
    "outside": ("inside",),
    "for": ("against",),
    "against": ("for",),
}


def contrary(ours: Wording, passage: Passage, apart_from: frozenset[str] = frozenset()) -> Iterator[Bend]:
    """A word that excludes one of the post: 'closed' where it opened, 'after' where it was before."""
    for at, word in enumerate(ours.words):
        told = None
        if word.stem in apart_from or [one.text for one in ours.words[at + 1 : at + 3]] == ["in", "law"]:
            continue
        if rivals := CONTRARY.get(word.stem):
            told = _rival(ours, at, rivals - ALIKE.get(word.stem, frozenset()), passage)
        elif others := _PREPOSITIONS.get(word.text):
            told = _other_side(ours, at, others, passage.wording)
        if told:
            is_doubt = word.stem not in passage.wording.all_stems and _is_elsewhere(told, ours, passage)
            hint = "is it the same" if is_doubt else "take the word of the post"
            yield Bend("E126", f"the post says '{told}', not '{word.text}'", hint, is_doubt)
            if not is_doubt:
                return


def _is_elsewhere(told: str, ours: Wording, passage: Passage) -> bool:
    """Whether a word stands only before nouns that ours has not, and in clauses that are not pointed to."""
    words = passage.wording.words
    clauses = {words[at].clause for at in passage.wording.within(*passage.own)}
    nouns = [passage.wording.next_content(at, 1) for at, one in enumerate(words) if one.text == told]
    is_of_others = all(noun is not None and noun.stem not in ours.stems for noun in nouns)
    return is_of_others and all(one.clause not in clauses for one in words if one.text == told)


def _other_side(ours: Wording, at: int, others: tuple[str, ...], theirs: Wording) -> str | None:
    """The preposition that the post has before the same word."""
    what = ours.next_content(at)
    if what is None or _before(theirs, ours.words[at].text, ours, what):
        return None
    if ours.words[at].text == "against" and f"anti-{what.text}" in theirs.spaced:
        return None
    return next((other for other in others if _before(theirs, other, ours, what)), None)


def _rival(ours: Wording, at: int, rivals: frozenset[str], passage: Passage) -> str | None:
    """The word that the post has instead, or has of what this one is said of."""
    theirs, word = passage.wording, ours.words[at]
    places = [place for place, other in enumerate(theirs.words) if other.stem in rivals and not other.is_denied]
    if not places or word.is_denied:
        return None
    if _has_like(theirs, word, ours.next_content(at, 1)):
        return None
    if word.stem not in theirs.all_stems:
        return None if passage.explains(word.stem) else theirs.words[places[0]].text
    said = _behind(ours, at, 1)
    own = frozenset[str]().union(*(_behind(theirs, at) for at, one in enumerate(theirs.words) if one.stem == word.stem))
    mine = frozenset[str]().union(*(_behind(ours, at) for at, one in enumerate(ours.words) if one.stem in rivals))
    if mine and not mine & own:  # both are told, and what is told of the other one is not told of this one there
        return None
    swapped = (place for place in places if said & _behind(theirs, place) and not said & own)
    return next((theirs.words[place].text for place in swapped), None)


def _has_like(theirs: Wording, word: Word, noun: Word | None) -> bool:
    """Whether the post has another word for the same before the same noun: 'the former mill' for 'the old mill'."""
    alike = ALIKE.get(word.stem, frozenset())
    if _is_deed(word) and any(one.stem in alike and _is_deed(one) for one in theirs.words):
        return True
    return noun is not None and any(
        one.stem in alike and behind.stem == noun.stem for one, behind in pairwise(theirs.words)
    )


def _is_deed(word: Word) -> bool:
    return word.text in PASTS or word.text.endswith("ed")


def _behind(text: Wording, at: int, most: int = 4) -> frozenset[str]:
    """The content of the few words behind a word, in its clause; at most so many words of it."""
    clause = text.words[at].clause
    found = [one.stem for one in text.words[at + 1 : at + 5] if one.is_content and one.clause == clause]
    return frozenset(found[:most])


def _before(theirs: Wording, preposition: str, ours: Wording, what: Word) -> bool:
    return any(
        word.text == preposition
        and (found := theirs.next_content(at))
        and found.stem == what.stem
        and _is_head(theirs, found) == _is_head(ours, what)
        for at, word in enumerate(theirs.words)
    )


def _is_head(text: Wording, noun: Word) -> bool:
    """Whether a noun stands for itself, and not before another one as in 'trafficking victims'."""
    at = text.words.index(noun)
    behind = text.words[at + 1] if at + 1 < len(text.words) else None
    return behind is None or not behind.is_content or behind.clause != noun.clause or not behind.text.endswith("s")
