"""Whether a statement says that something rises, falls or stays as it is, as its source does."""

from collections.abc import Iterator, Mapping
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
_NO = frozenset(("no", "not", "neither", "nor"))
_THAN_NEAR = 8  # words behind a 'more' in which 'than' stands
_AS_NEAR = 4  # words behind 'as many' in which the other 'as' stands
_AMOUNTS = frozenset(("number", "amount", "sum", "count", "total", "quantity", "size", "price", "share", "rate"))
_UNLIKE = frozenset(
    ("by", "almost", "nearly", "near", "twice", "times", "half", "about")
)  # before 'the same', 'as many'


def bends(ours: Wording, passage: Passage) -> Iterator[Bend]:
    """A direction that is not that of the post, told of the same."""
    theirs = passage.wording
    posts = ways(theirs)
    denied = _no_more(ours)
    so = tuple(one for one in posts if not theirs.words[one[0]].is_denied)
    yield from _evened(ours, passage, so, denied)
    yield from _uneven(ours, passage, so, denied)
    if not posts and not ways(passage.leant_on):
        yield from _put_in(ours)
    if not posts or any(theirs.words[other].is_denied for other, _ in posts):
        return
    for at, sign in ways(ours):
        if ours.words[at].is_denied or at in denied:
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


def _evened(
    ours: Wording, passage: Passage, posts: tuple[tuple[int, int], ...], denied: Mapping[int, int]
) -> Iterator[Bend]:
    """'No more than' of what rose, 'no more and no fewer' of what is not told to be as many."""
    theirs, levels = passage.wording, _levels(passage.wording)
    inside = frozenset(theirs.within(*passage.own))
    for at, sign in denied.items():
        word = f"{ours.words[at - 1].text} {ours.words[at].text}"
        around = ours.stems - {ours.words[at].stem}
        near = {place: (place in inside, len(around & _around(theirs, place))) for place, _ in (*posts, *levels)}
        best = max(near.values(), default=(False, 0))
        told = {way: theirs.words[place].text for place, way in (*posts, *levels) if near[place] == best}
        is_both = -sign in denied.values()  # 'no more and no fewer'
        if 0 in told:
            continue
        if sign in told and (is_both or -sign not in told):
            yield Bend("E110", f"the post says '{told[sign]}', not '{word}'", "tell it in the direction of the post")
            return
        if -sign in told:
            yield Bend("E110", f"the post says '{told[-sign]}', and it says only '{word}'", "is it meant so", True)
        if is_both and not told:
            yield Bend("E110", f"it says '{word}', and the post calls nothing equal", "is it as much", True)
            return


def _uneven(
    ours: Wording, passage: Passage, posts: tuple[tuple[int, int], ...], denied: Mapping[int, int]
) -> Iterator[Bend]:
    """'More than' of what the post tells, where it is pointed to, to be as much."""
    inside = frozenset(passage.wording.within(*passage.own))
    level = next((place for place, _ in _levels(passage.wording) if place in inside), None)
    if level is None or not inside.isdisjoint(place for place, _ in posts):
        return
    for at, _ in ways(ours):
        word = ours.words[at]
        if word.text in _UP_WORDS | _DOWN_WORDS and at not in denied and not word.is_denied and _is_compared(ours, at):
            message = f"the post says '{_told(passage.wording, level)}', not '{word.text}'"
            yield Bend("E110", message, "let what is equal stay equal")
            return


def _told(text: Wording, at: int) -> str:
    """The word of direction at a place; of 'as many as', both."""
    word = text.words[at].text
    return f"as {word}" if word in ("many", "much") else word


def _no_more(text: Wording) -> Mapping[int, int]:
    """The words of comparing before which a 'no' stands, each with its direction: 'no more and no fewer than'."""
    found: dict[int, int] = {}
    for at, word in enumerate(text.words):
        if word.text not in _UP_WORDS | _DOWN_WORDS:
            continue
        before = [one.text for one in text.words[max(0, at - 2) : at]]
        if before[-1:] == ["any"]:
            before.pop()
        if (before and before[-1] in _NO) or (before[-1:] == ["or"] and at - 2 in found):
            found[at] = 1 if word.text in _UP_WORDS else -1
    return found if any(_is_compared(text, at) for at in found) else {}


def _is_compared(text: Wording, at: int) -> bool:
    """Whether a 'than' stands behind, and no figure behind that: 'no more than 80' is the hedge of a figure."""
    behind = [one.text for one in text.words[at + 1 : at + 1 + _THAN_NEAR]]
    if "than" not in behind:
        return False
    number = at + 2 + behind.index("than")
    return not figures(" ".join(one.text for one in text.words[number : number + 1]))


@lru_cache(maxsize=256)
def _levels(text: Wording) -> tuple[tuple[int, int], ...]:
    """Where a text tells that something is as much as something else: 'the same number as', 'as many as'."""
    return tuple((at, 0) for at in range(len(text.words)) if _is_level(text, at))


def _is_level(text: Wording, at: int) -> bool:
    word, behind = text.words[at], [one.text for one in text.words[at + 1 : at + 1 + _AS_NEAR]]
    led = [one.text for one in text.words[max(0, at - 2) : at]]
    if word.is_denied or not _UNLIKE.isdisjoint(led[:1]):
        return False
    if word.text == "same":
        return behind[:1] == ["as"] or ("as" in behind and behind[0] in _AMOUNTS)
    if word.text in ("many", "much"):
        is_hedge = behind[:1] == ["as"] and bool(figures(" ".join(behind[1:2])))  # 'as many as 40'
        return led[-1:] == ["as"] and "as" in behind and not is_hedge
    return word.text == "unchanged"


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
