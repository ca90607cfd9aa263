"""Whether the date of a fact is that of its passage: named there, counted from the post's date, or explained."""

import re
from collections.abc import Iterator

from msgspec import Struct

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.evidence.facts import Fact
from talkbuilder.evidence.figures import compared_years, figures, main_years
from talkbuilder.evidence.normal import lowered, normalise

_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_PERIOD = (
    rf"spring|summer|fall|autumn|winter|season|school year|christmas|semester|month|week|night|{'|'.join(_MONTHS)}"
)
# What counts from the day on which somebody speaks, and how many years ago it may be.
_RELATIVE: tuple[tuple[re.Pattern[str], tuple[int, ...]], ...] = (
    (re.compile(r"\b(?:last year|a year ago|the (?:year before|previous year|past year))\b"), (-1,)),
    (re.compile(rf"\b(?:last|the past|this past|the previous|over) (?:{_PERIOD})\b|\bmonths ago\b"), (-1, 0)),
    (
        re.compile(
            rf"\bthis (?:year|{_PERIOD})\b|\b(?:days|weeks) ago\b"
            r"|\b(?:now|today|tonight|yesterday|currently|nowadays|these days|at present|so far|recently|just|lately)\b"
        ),
        (0,),
    ),
    (re.compile(r"\bnext year\b"), (1,)),
    (re.compile(r"\ba decade ago\b"), (-10,)),
)
_MONTH = re.compile(rf"\b(?:in|since|by|until|early|late|mid-?) (?P<month>{'|'.join(_MONTHS)})\b(?! \d)")
_YEARS_AGO = re.compile(r" years? ago\b")
_DECADE = re.compile(r"\b(?P<century>1[5-9]|20)(?P<decade>\d)0'?s\b|(?<![\w'])'(?P<short>\d)0s\b")
_SHORT_YEAR = re.compile(r"(?<![\w'])'(?P<year>\d\d)\b(?!s)")
_SPAN = re.compile(
    r"\b(?:between|from) (?P<first>(?:1[5-9]|20)\d\d) (?:and|to|until|through) (?P<last>(?:1[5-9]|20)\d\d)\b"
    r"|\b(?P<whole>(?:1[5-9]|20)\d\d)[-/](?P<next>\d\d(?:\d\d)?)\b"
)
_SAME = re.compile(r"\b(?:the same|as (?:many|much|few)|no more|no fewer)\b")
_SINCE = re.compile(r"\bsince (?:\w+ )?(?P<year>(?:1[5-9]|20)\d\d)\b")
_IRREGULAR = (
    "went|came|saw|told|said|got|took|gave|knew|made|found|left|met|heard|grew|fell|rose|held|kept|sent|spent|brought|began"
    "|became|lost|wrote|spoke|stood|broke|drove|ran|ate|sat|lay|bought|thought|taught|caught|built|felt|led|won|paid|sold"
)
# What is so while it is told.
_PRESENT = re.compile(
    r"\b(?:is|are|am|has|have|do|does|can|will|must|isn't|aren't|hasn't|haven't|don't|doesn't|can't|cannot|won't)\b"
    r"|\b(?:he|she|it|that|there|here|who|what)'s\b|'(?:re|ve|ll)\b|\bi'm\b"
    r"|\b(?:lives|works|counts|needs|wants|says|shows|stands|holds|makes|runs|comes|goes|seem|mean|remain|need|live)s?\b"
    rf"|\b(?:i|we|you|they) (?:(?:still|often|always|never|also|only) )*(?!(?:was|were|had|did|{_IRREGULAR})\b)"
    r"[a-z]+(?<!ed)\b"
)
_PAST = re.compile(
    rf"\b(?:was|were|had|did|wasn't|weren't|hadn't|didn't|could|would|[a-z]{{2,}}(?<!ne)ed|{_IRREGULAR})\b"
)


class Dated(Struct, frozen=True):
    """What is wrong with the date of a fact, and what only a person can confirm of it."""

    faults: tuple[Diagnostic, ...] = ()
    review: tuple[str, ...] = ()


def dated(
    fact: Fact,
    text: str,
    told: frozenset[int],
    post_date: str,
    by_author: bool,
    before: str = "",
    post: str = "",
    around: str = "",
) -> Dated:
    """`told` are the years that the passage gives for the fact's figure; by_author, that the post's date is theirs.

    `before` are the sentences before the passage, `post` is all of the post, and `around` credits the source.
    """
    if fact.as_of is None:
        return Dated()
    year = int(fact.as_of.value[:4])
    if year in told or year in _spanned(text, int(post_date[:4]) if by_author else 0):
        return Dated()
    if told and (fact.as_of_why is None or told & set(_named(fact.exact.told))):
        return Dated((_wrong(fact, told),))
    if told:  # a year of something else in the sentence, as its author says
        return Dated((), (f"the passage names {_listed(told)}, and 'as_of_why' says that it is not the figure's year",))
    if year in _compared(fact, text):
        return Dated((), (f"the passage names {year} only as what it compares this with",))
    if _comes_from(year, text, post_date, by_author):
        return Dated()
    if fact.as_of_why is not None:
        why = fact.as_of_why.value
        doubted = tuple(_doubted(year, post_date, before, post))
        follows = year in main_years(before) or (by_author and year == int(post_date[:4]))
        is_counted = follows or _is_counted(year, why, around)
        return Dated((), doubted if is_counted else (f"'as_of' is {year} only because “{why}”: is it so?", *doubted))
    named = frozenset(_named(text))
    if not named:
        return Dated((), (f"the passage does not say that this was in {year}",))
    hint = "correct 'as_of', or say in 'as_of_why' how the year is known"
    message = f"the passage names {_listed(named)}, and 'as_of' is {fact.as_of.value}"
    return Dated((Diagnostic("E137", message, fact.as_of.span, hint),))


def _compared(fact: Fact, text: str) -> frozenset[int]:
    """The years with which the passage compares what a fact points to; 'the same as in 2009' tells of both."""
    exact = normalise(fact.exact.value).text
    if _SAME.search(lowered(text)) or exact not in text:
        return frozenset()
    return compared_years(text, text.index(exact)) - set(_named(exact))


def _doubted(year: int, post_date: str, before: str, post: str) -> Iterator[str]:
    """What makes an explained year doubtful: that what stands before tells of another, or that nothing names it."""
    near = main_years(before)
    if near and year not in near:
        yield f"the sentences before tell of {_listed(near)}, and 'as_of' is {year}"
    elif not near and year != int(post_date[:4]) and year not in set(_named(post)):
        yield f"the post names no {year}: see what 'as_of_why' says"


def _is_counted(year: int, why: str, around: str) -> bool:
    """Whether a reason counts the year from that of its source: a report of 2011 tells of 2010."""
    named = set(_named(why))
    return year in named and year + 1 in named and year + 1 in set(_named(around))


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
    counted |= {written - (_MONTHS.index(one["month"]) >= _month(post_date)) for one in _MONTH.finditer(low)}
    if year in counted:
        return True
    return year == written and not named and _is_present(low)


def _month(date: str) -> int:
    return int(date[5:7] or 12)


def _named(text: str) -> Iterator[int]:
    yield from (int(one.values[0]) for one in figures(text) if one.is_year)
    for one in _SHORT_YEAR.finditer(text):
        yield from (century + int(one["year"]) for century in (1900, 2000))


def _spanned(text: str, written: int) -> frozenset[int]:
    """The years of 'from 2001 to 2005' and of '2010-11', and those since 2005 up to the day of writing."""
    found: set[int] = set()
    for one in _SPAN.finditer(lowered(text)):
        first, last = (one["first"], one["last"]) if one["first"] else (one["whole"], one["next"])
        found |= {*range(int(first), int(first[: 4 - len(last)] + last) + 1)}
    for one in _SINCE.finditer(lowered(text)):
        found |= {*range(int(one["year"]), written + 1)}
    return frozenset(found)


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
