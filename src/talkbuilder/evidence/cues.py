"""Words that turn a claim round or make it rough, and what keeps the doubt of another: negations, hedges of numbers."""

import re
from collections.abc import Mapping
from functools import lru_cache

from msgspec import Struct

from talkbuilder.evidence.doubts import DOUBTS, Doubt
from talkbuilder.evidence.figures import Figure
from talkbuilder.evidence.normal import lowered

_NEGATION = re.compile(
    r"\b(?:not|never|no|nor|neither|none|nothing|nobody|nowhere|without|hardly|barely|scarcely|rarely|seldom|cannot"
    r"|unable|unless|untrue|false|\w+n't|fail(?:s|ed)? to|refus(?:e|es|ed) to|den(?:y|ies|ied)|no longer)\b",
)
# 'not only ... but' denies nothing.
_NO_NEGATION = re.compile(r"\bnot only\b|\bno doubt\b|\bno later\b|\bnot least\b")

# How somebody tells what a thing seemed: 'it looked like a palace', 'she took it for a palace'.
_LOOKS = (
    r"\b(?:look|sound)(?:s|ed)? (?:like|as (?:if|though))\b|\bfelt like\b|\b(?:have|has|had|with) the look of\b"
    r"|\bas it look(?:s|ed)\b|\bt(?:ook|akes?|aken) (?:[\w']+ ){1,3}for an? |\bappeared an? "
    r"|\b(?:struck|strikes) (?:[\w']+ ){1,3}as\b"
)
# What a statement in our own words may say where its source has a doubt.
_KEEPS: Mapping[Doubt, re.Pattern[str]] = {
    "hearsay": re.compile(
        rf"{DOUBTS['hearsay']}|\b(?:heard|told|said|claim(?:s|ed)?|felt|unchecked|seem(?:s|ed)?|appears)\b"
    ),
    "view": re.compile(
        rf"{DOUBTS['view']}|\b(?:think|believe|suspect|feel)s?\b|\b(?:view|opinion|thought|believed)\b|{DOUBTS['doubt']}",
    ),
    "limit": re.compile(rf"{DOUBTS['limit']}|\bas far as\b|\bknowledge\b|\bnot sure\b"),
    "doubt": re.compile(
        rf"{DOUBTS['doubt']}|{DOUBTS['limit']}|\b(?:think|believe|suspect|feel)s?\b"
        r"|\b(?:view|opinion|possible|potential)\b|\bsupposedly\b|\bas far as\b|\bcould be\b"
        rf"|{_LOOKS}",
    ),
}

# Words by which one voice tells what another one says.
_REPORTING = re.compile(
    r"\b(?:heard|t(?:old|ells?)|s(?:aid|ays?)|not(?:ed|es)(?= that)|wr(?:ote|ites|itten)|according to|report(?:s|ed)"
    r"|claim(?:s|ed)|fe(?:lt|els)(?= that)|mention(?:s|ed)|explain(?:s|ed)|answer(?:s|ed)|read (?:a|about|in|on|that)"
    r"|in the words of|quot(?:es|ed)|define[sd])\b",
)

# Rough numbers, and what a fact must then call its `precision`.
_ROUGH: Mapping[str, tuple[str, ...]] = {
    r"about|around|approximately|roughly|some|circa|an estimated|somewhere around": ("about",),
    r"at least|no (?:fewer|less) than|a minimum of|(?:more than )?at the very least": ("at-least",),
    r"(?<!no )more than|over|above|upwards of|exceeding|in excess of": ("over", "at-least"),
    r"almost|nearly|close to|just under|not quite|virtually": ("almost",),
    r"up to|at most|no more than|as many as|as much as|a maximum of": ("range",),
    r"(?<!no )less than|(?<!no )fewer than|under|below": ("almost", "range"),
    r"between|(?:ranging )?from": ("range",),
}
_ROUGH_WORDS = tuple((re.compile(rf"\b(?:{words})\b"), kept) for words, kept in _ROUGH.items())
_BEFORE_FIGURE = tuple(
    (re.compile(rf"\b(?:{words}) (?:only |just |the |a |an |\$ ?)*$"), kept) for words, kept in _ROUGH.items()
)
_BEHIND_FIGURE = re.compile(r" (?:\w+ )?or (?P<more>more)\b| (?:\w+ )?or (?P<so>so)\b")
_MOST = re.compile(r"\b(?:maximum|the most|longest|highest|largest|heaviest|harshest|limit)\b")  # keeps 'up to'
_LONGEST_ROUGH = 36
_BEFORE_DIGITS = frozenset({"some", "under", "above", "below"})  # 'some two villages' tells of no rough number


class Rough(Struct, frozen=True):
    """A hedge of a figure: its place, its words, and the precisions that keep it."""

    start: int
    end: int
    words: str
    precisions: tuple[str, ...]


class Negation(Struct, frozen=True):
    """A word that turns a claim round."""

    start: int
    end: int
    words: str


@lru_cache(maxsize=4096)
def negations(text: str) -> tuple[Negation, ...]:
    """The negations of a text."""
    low = lowered(text)
    found = (one for one in _NEGATION.finditer(low) if not _NO_NEGATION.match(low, one.start()))
    return tuple(Negation(one.start(), one.end(), text[one.start() : one.end()]) for one in found)


def is_reported(text: str) -> bool:
    """Whether somebody tells there what somebody else says or counts."""
    return bool(_REPORTING.search(lowered(text)))


def keeps(doubt: Doubt, text: str) -> bool:
    """Whether a statement in our own words is as uncertain."""
    return bool(_KEEPS[doubt].search(lowered(text)))


def rough(text: str, figure: Figure) -> Rough | None:
    """The hedge of a figure: the words right before it, or an 'or so' right behind it."""
    lead = lowered(text[max(0, figure.start - _LONGEST_ROUGH) : figure.start])
    for pattern, kept in _BEFORE_FIGURE:
        if (found := pattern.search(lead)) and not _is_no_hedge(text, figure, found[0].strip()):
            start = figure.start - len(lead) + found.start()
            return Rough(start, start + len(found[0].strip()), found[0].strip(), kept)
    if found := _BEHIND_FIGURE.match(text, figure.end):
        return Rough(
            found.start(), found.end(), found[0].strip(), ("at-least", "over") if found["more"] else ("about",)
        )
    return None


def _is_no_hedge(text: str, figure: Figure, words: str) -> bool:
    """'from 2009', 'between two villages', 'over the one bridge' and 'about one woman' tell of no rough number."""
    first = words.split()[0]
    if figure.is_year or lowered(text[figure.start : figure.end]) in ("one", "first"):
        return True
    if first in ("between", "from", "ranging"):
        return not re.match(r" (?:and|to|or) (?:\w+-)?[\w$]", text[figure.end : figure.end + 12])
    return "the" in words.split()[1:] or (first in _BEFORE_DIGITS and not text[figure.start].isdigit())


def is_hedged(text: str, precision: str) -> bool:
    """Whether a text has, somewhere, a hedge that makes a figure so rough: 'about', 'at least', 'or so'."""
    low = lowered(text)
    has_words = any(precision in kept and words.search(low) for words, kept in _ROUGH_WORDS)
    return has_words or bool(_BEHIND_FIGURE.search(low))


def is_kept(hedge: Rough, text: str) -> bool:
    """Whether a text holds a hedge of the same kind."""
    low = lowered(text)
    if "at-least" in hedge.precisions and (found := _BEHIND_FIGURE.search(low)) and found["more"]:
        return True
    if hedge.precisions == ("range",) and _MOST.search(low):
        return True
    return any(set(kept) & set(hedge.precisions) and words.search(low) for words, kept in _ROUGH_WORDS)
