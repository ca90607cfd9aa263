"""A word of which the source says the contrary: 'closed' where it opened, 'after' where it was before."""

from collections.abc import Iterator

from talkbuilder.evidence.meanings import ALIKE, CONTRARY
from talkbuilder.evidence.wording import Bend, Passage, Word, Wording

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
            yield Bend("E126", f"the post says '{told}', not '{word.text}'", "take the word of the post")
            return


def _other_side(ours: Wording, at: int, others: tuple[str, ...], theirs: Wording) -> str | None:
    """The preposition that the post has before the same word."""
    what = ours.next_content(at)
    if what is None or _before(theirs, ours.words[at].text, what):
        return None
    return next((other for other in others if _before(theirs, other, what)), None)


def _rival(ours: Wording, at: int, rivals: frozenset[str], passage: Passage) -> str | None:
    """The word that the post has instead, or has of what this one is said of."""
    theirs, word = passage.wording, ours.words[at]
    places = [place for place, other in enumerate(theirs.words) if other.stem in rivals and not other.is_denied]
    if not places or word.is_denied:
        return None
    if word.stem not in theirs.all_stems:
        return None if passage.explains(word.stem) else theirs.words[places[0]].text
    said = _behind(ours, at)
    own = frozenset[str]().union(*(_behind(theirs, at) for at, one in enumerate(theirs.words) if one.stem == word.stem))
    swapped = (place for place in places if said & _behind(theirs, place) and not said & own)
    return next((theirs.words[place].text for place in swapped), None)


def _behind(text: Wording, at: int) -> frozenset[str]:
    """The content of the few words behind a word, in its clause."""
    clause = text.words[at].clause
    return frozenset(one.stem for one in text.words[at + 1 : at + 5] if one.is_content and one.clause == clause)


def _before(theirs: Wording, preposition: str, what: Word) -> bool:
    return any(
        word.text == preposition and (found := theirs.next_content(at)) and found.stem == what.stem
        for at, word in enumerate(theirs.words)
    )
