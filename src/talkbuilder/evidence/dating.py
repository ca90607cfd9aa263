"""Whether the date of a fact is that of its passage: named there, counted from the post's date, or explained."""

import re
from collections.abc import Iterator

from msgspec import Struct

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.evidence.facts import Fact
from talkbuilder.evidence.figures import figures
from talkbuilder.evidence.normal import lowered

_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_SEASON = "year|spring|summer|fall|autumn|winter|season|school year|christmas|semester"
_PERIOD = rf"{_SEASON}|month|week|night|{_MONTHS}"
# What counts from the day on which somebody speaks, and how many years ago it may be.
_RELATIVE: tuple[tuple[re.Pattern[str], tuple[int, ...]], ...] = (
    (re.compile(r"\b(?:last year|a year ago|the (?:year before|previous year|past year))\b"), (-1,)),
    (re.compile(rf"\b(?:last|the past|this past|the previous) (?:{_PERIOD})\b"), (-1, 0)),
    (
        re.compile(
            rf"\bthis (?:{_PERIOD})\b|\b(?:now|today|tonight|currently|nowadays|these days|at present|so far)\b"
        ),
        (0,),
    ),
    (re.compile(r"\b(?:yesterday|recently|just|lately|(?:days|weeks) ago)\b"), (0,)),
    (re.compile(r"\bmonths ago\b"), (-1, 0)),
    (re.compile(r"\bnext year\b"), (1,)),
)
_YEARS_AGO = re.compile(r" years? ago\b")
_DECADE = re.compile(r"\b(?P<century>1[5-9]|20)(?P<decade>\d)0'?s\b|(?<![\w'])'(?P<short>\d)0s\b")
# What is so while it is told.
_PRESENT = re.compile(
    r"\b(?:is|are|am|has|have|do|does|can|will|must|isn't|aren't|hasn't|haven't|don't|doesn't|can't|cannot|won't)\b"
    r"|\b(?:he|she|it|that|there|here|who|what)'s\b|'(?:re|ve|ll)\b|\bi'm\b"
    r"|\b(?:lives|works|counts|needs|wants|says|shows|stands|holds|makes|runs|comes|goes|mean|seem|know|think|believe|hope|live|work|need|want|say|remain)s?\b"
)
_PAST = re.compile(
    r"\b(?:was|were|had|did|wasn't|weren't|hadn't|didn't|[a-z]{2,}(?<!ne)ed|went|came|saw|told|said|got|took|gave|knew|made"
    r"|found|left|met|heard|grew|fell|rose|held|kept|sent|spent|brought|began|became|lost|wrote|spoke|stood)\b"
)


class Dated(Struct, frozen=True):
    """What is wrong with the date of a fact, and what only a person can confirm of it."""

    faults: tuple[Diagnostic, ...] = ()
    review: tuple[str, ...] = ()


def dated(fact: Fact, text: str, told: frozenset[int], post_date: str, by_author: bool) -> Dated:
    """`told` are the years that the passage gives for the fact's figure; by_author, that the post's date is theirs."""
    if fact.as_of is None:
        return Dated()
    year = int(fact.as_of.value[:4])
    if year in told:
        return Dated()
    if told and (fact.as_of_why is None or told & set(_named(fact.exact.told))):
        return Dated((_wrong(fact, told),))
    if told:  # a year of something else in the sentence, as its author says
        return Dated((), (f"the passage names {_listed(told)}, and 'as_of_why' says that it is not the figure's year",))
    if fact.as_of_why is not None or _comes_from(year, text, post_date, by_author):
        return Dated()
    named = frozenset(_named(text))
    if not named:
        return Dated((), (f"the passage does not say that this was in {year}",))
    hint = "correct 'as_of', or say in 'as_of_why' how the year is known"
    message = f"the passage names {_listed(named)}, and 'as_of' is {fact.as_of.value}"
    return Dated((Diagnostic("E137", message, fact.as_of.span, hint),))


def _wrong(fact: Fact, told: frozenset[int]) -> Diagnostic:
    assert fact.as_of is not None
    hint = "correct 'as_of', or let 'exact' point to the figure of that year"
    message = f"the post gives this for {_listed(told)}, and 'as_of' is {fact.as_of.value}"
    return Diagnostic("E109", message, fact.as_of.span, hint)


def _listed(years: frozenset[int]) -> str:
    return " and ".join(map(str, sorted(years)))


def _comes_from(year: int, text: str, post_date: str, by_author: bool) -> bool:
    """Whether the sentence names the year, counts it from the day it was written, or is told as of that day."""
    named = set(_named(text))
    if year in named or any(decade <= year < decade + 10 for decade in _decades(text)):
        return True
    if not by_author:  # of a letter or a report nobody knows the day
        return False
    low, written = lowered(text), int(post_date[:4])
    counted = {written + years for words, ways in _RELATIVE if words.search(low) for years in ways}
    counted |= {written - ago for ago in _years_ago(text)}
    if year in counted:
        return True
    return year == written and not named and _is_present(low)


def _named(text: str) -> Iterator[int]:
    return (int(one.values[0]) for one in figures(text) if one.is_year)


def _decades(text: str) -> Iterator[int]:
    for found in _DECADE.finditer(lowered(text)):
        yield int(f"19{found['short']}0" if found["short"] else f"{found['century']}{found['decade']}0")


def _years_ago(text: str) -> Iterator[int]:
    for one in figures(text):
        if _YEARS_AGO.match(lowered(text), one.end):
            yield int(one.values[0])


def _is_present(low: str) -> bool:
    """Whether a sentence is told as of the day on which it was written: its first verb decides."""
    present, past = _PRESENT.search(low), _PAST.search(low)
    return present is not None and (past is None or present.start() < past.start())
