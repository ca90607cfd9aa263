"""Whether a statement says that something rises, falls or stays as it is, as its source does."""

from collections.abc import Iterator
from functools import lru_cache

from talkbuilder.evidence.figures import figures
from talkbuilder.evidence.wording import Bend, Passage, Wording
from talkbuilder.evidence.words import stems

_UP = stems("increase rise grow climb jump gain double improve soar")
_DOWN = stems("decrease decline drop fall shrink reduce reduction dwindle halve")
_UP_WORDS, _DOWN_WORDS = frozenset(("more", "higher")), frozenset(("less", "fewer", "lower"))
_LEVEL = stems("stay unchanged stagnate")
_WAY_WORDS, _WAY_STEMS = _UP_WORDS | _DOWN_WORDS, _UP | _DOWN | _LEVEL
_SEASON = frozenset(("last", "this", "next", "of", "previous"))  # 'last fall'
_NO_FALL = frozenset(("back", "into", "for", "asleep", "ill", "apart", "victim", "short", "behind", "prey"))
_NEARBY = 9  # words around a direction that say what of


def bends(ours: Wording, passage: Passage) -> Iterator[Bend]:
    """A direction that is not that of the post, told of the same."""
    theirs = passage.wording
    posts = ways(theirs)
    if not posts and not ways(passage.leant_on):
        yield from _put_in(ours)
    if not posts or any(theirs.words[other].is_denied for other, _ in posts):
        return
    for at, sign in ways(ours):
        if ours.words[at].is_denied:
            continue
        around = ours.stems - {ours.words[at].stem}
        shared = {place: len(around & _around(theirs, place)) for place, _ in posts}
        other, told = max(posts, key=lambda one: shared[one[0]])
        if told != sign and not any(way == sign and shared[place] == shared[other] for place, way in posts):
            message = f"the post says '{theirs.words[other].text}', not '{ours.words[at].text}'"
            yield Bend("E110", message, "tell it in the direction of the post")
            return


def _put_in(ours: Wording) -> Iterator[Bend]:
    """'Rose to 31' of what the post only counts."""
    for at, way in ways(ours):
        word = ours.words[at]
        behind = [one.text for one in ours.words[at + 1 : at + 3]]
        if way and word.stem in _UP | _DOWN and behind[:1] in (["to"], ["by"]) and figures(" ".join(behind)):
            yield Bend("E110", f"it says '{word.text}', and the post tells of no change", "tell what the post counts")
            return


@lru_cache(maxsize=256)
def ways(wording: Wording) -> tuple[tuple[int, int], ...]:
    """The words of direction of a text, each with 1 for up, -1 for down or 0 for unchanged."""
    return tuple(
        (at, way)
        for at, word in enumerate(wording.words)
        if (word.text in _WAY_WORDS or word.stem in _WAY_STEMS) and (way := _direction(wording, at)) is not None
    )


def _around(wording: Wording, at: int) -> frozenset[str]:
    """What stands near a direction in its clause; in all clauses near it, where its own says nothing."""
    nearby = [word for word in wording.words[max(0, at - _NEARBY) : at + _NEARBY] if word.is_content]
    own = frozenset(word.stem for word in nearby if word.clause == wording.words[at].clause)
    return own if len(own) > 1 else frozenset(word.stem for word in nearby)


def _direction(wording: Wording, at: int) -> int | None:
    """None for a word that tells no direction there."""
    word = wording.words[at]
    behind = wording.words[at + 1].text if at + 1 < len(wording.words) else ""
    if word.text in _UP_WORDS | _DOWN_WORDS:
        further = wording.words[at + 2].text if at + 2 < len(wording.words) else ""
        # 'more than 80' is the hedge of a figure
        is_hedge = not (further if behind == "than" else behind).isalpha() or bool(
            figures(further) and behind == "than"
        )
        return None if is_hedge else (1 if word.text in _UP_WORDS else -1)
    if word.stem in _UP:
        return 1
    if word.stem in _DOWN:
        is_season = word.text == "fall" and at and wording.words[at - 1].text in _SEASON
        return None if is_season or (word.stem == "fall" and behind in _NO_FALL) else -1
    is_level = _counts(wording, at) if behind == "at" else not behind.isalpha()
    return 0 if word.stem in _LEVEL and is_level else None


def _counts(wording: Wording, at: int) -> bool:
    """Whether a figure stands behind: 'stayed at about 40', and not 'stayed at the shelter'."""
    return bool(figures(" ".join(word.text for word in wording.words[at + 2 : at + 5])))
