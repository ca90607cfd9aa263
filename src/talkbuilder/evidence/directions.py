"""Whether a statement says that something rises, falls or stays as it is, as its source does, and how far."""

import re
from collections.abc import Iterator
from functools import lru_cache

from talkbuilder.evidence.figures import figures
from talkbuilder.evidence.normal import lowered
from talkbuilder.evidence.wording import Bend, Passage, Wording
from talkbuilder.evidence.words import stems

_UP = stems("increase rise grow climb jump gain double improve soar")
_DOWN = stems("decrease decline drop fall shrink reduce reduction dwindle halve")
_UP_WORDS, _DOWN_WORDS = frozenset(("more", "higher")), frozenset(("less", "fewer", "lower"))
_LEVEL = stems("stay unchanged stagnate")
_WAY_WORDS, _WAY_STEMS = _UP_WORDS | _DOWN_WORDS, _UP | _DOWN | _LEVEL
_SEASON = frozenset(("last", "this", "next", "of", "previous"))  # 'last fall'
_NEARBY = 9  # words around a direction that say what of
# What is over, and what began: more than a fall, and more than a rise.
_OVER = re.compile(
    r"\b(?:end(?:s|ed|ing)?(?! (?:of|in|with) \d)|stop(?:s|ped)?|ceas(?:es?|ed)|vanish\w*|disappear\w*|abolish\w*"
    r"|eliminat\w*|eradicat\w*|died out|done away|no longer|wiped out|put an end|halt(?:ed)?|is over|was over"
    r"|(?:is|are|was|were) gone|ban(?:s|ned)?|to (?:zero|nothing)|(?:is|are|was|were) no more|extinct)\b"
)
_BEGUN = re.compile(r"\b(?:began|begins?|begun|started|starts|launched|introduced|for the first time|founded|opened)\b")
_MULTIPLES = {"doubl": 2.0, "tripl": 3.0, "trebl": 3.0, "quadrupl": 4.0, "halv": 0.5}
_MULTIPLE = re.compile(r"\b(?P<stem>doubl|tripl|trebl|quadrupl|halv)(?:ed?|es|ing)\b")
_STEEP = re.compile(
    r"\b(?:soar(?:s|ed|ing)?|skyrocket\w*|explod\w*|surg(?:es?|ed|ing)|rocket(?:s|ed)|plummet\w*|plung(?:es?|ed)"
    r"|collaps\w*|crash(?:es|ed)|slash(?:es|ed)|leap(?:s|ed)?|leapt|shot up|went through the roof)\b"
)
_STRONG = re.compile(
    r"\b(?:significant\w*|sharp\w*|steep\w*|dramatic\w*|massive\w*|strong\w*|huge\w*|rapid\w*|great\w*|enormous\w*"
    r"|drastic\w*|much|many times|by far)\b"
)
_SLIGHT = re.compile(r"\b(?:slight(?:ly)?|somewhat|marginal(?:ly)?|modest(?:ly)?|a little|a bit|hardly|barely)\b")
_CLOSE = 0.02  # how near to twice the one figure of a sentence must be to the other for 'doubled'


def bends(ours: Wording, passage: Passage, text: str = "") -> Iterator[Bend]:
    """A direction that is not that of the post, told of the same, or that goes further; `text` is that of `ours`."""
    yield from _ways(ours, passage)
    yield from _further(lowered(text), ours, passage)


def _further(told: str, ours: Wording, passage: Passage) -> Iterator[Bend]:
    """What fell is not over, what rose did not begin then, and neither doubled nor soared."""
    low, theirs = lowered(passage.text), passage.wording
    posts = [(at, way) for at, way in ways(theirs) if way and _is_near(theirs, at, passage)]
    mine = {way for _, way in ways(ours)}
    for at, way in posts:
        word = theirs.words[at].text
        ends = _OVER if way < 0 else _BEGUN
        found = None if way in mine else ends.search(told)
        found = found if found and not ends.search(low) else _STEEP.search(told)
        if found and not (_STEEP.search(low) or (found.re is _STEEP and _STRONG.search(low))):
            yield Bend("E110", f"the post says '{word}', not '{found[0]}'", "tell it as far as the post does")
            return
        slight = _SLIGHT.search(" ".join(one.text for one in theirs.words[max(0, at - 2) : at + 3]))
        if slight and way in mine and not _SLIGHT.search(told):
            yield Bend("E107", f"it has lost the '{slight[0]}' of the post", f"write '{slight[0]}' too")
            return
    if (found := _MULTIPLE.search(told)) and not _is_multiplied(found["stem"], low):
        yield Bend("E110", f"it says '{found[0]}', and the post does not", "tell it as far as the post does")


def _is_near(theirs: Wording, at: int, passage: Passage) -> bool:
    """Whether a direction stands in the clauses that are pointed to."""
    return theirs.words[at].clause in {theirs.words[place].clause for place in theirs.within(*passage.own)}


def _is_multiplied(stem: str, low: str) -> bool:
    """Whether a text says so, or holds two figures of which the one is so many times the other."""
    if re.search(rf"\b{stem}|\b(?:twice|half|times|two-?fold)\b", low):
        return True
    values = [one.values[0] for one in figures(low) if not one.is_year and one.values[0]]
    wanted = _MULTIPLES[stem]
    return any(abs(one / other - wanted) <= _CLOSE * wanted for one in values for other in values)


def _ways(ours: Wording, passage: Passage) -> Iterator[Bend]:
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
        return None if is_season else -1
    return 0 if word.stem in _LEVEL and (behind == "at" or not behind.isalpha()) else None
