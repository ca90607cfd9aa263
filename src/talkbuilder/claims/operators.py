"""The words that change what a claim says, as rows of `operators.tsv`, and where they stand in a text.

A row has a class, and what that class compares:

    negation    `pattern` in both texts: one side has a negation that the other has not, nor what `against` names
    hedge, hearsay, attribution, condition, intent
                `pattern` in the passage, and in the statement neither that class nor what `against` names; any of the
                first three stands for the others
    direction   `pattern` on one side and `against`, its opposite, on the other
    quantity    `pattern` in the statement where the passage has `against`, which claims less

Where `unless` matches around the words, they do not count ("not only"). `verdict` is "refuse" (where the statement is
in the passage's own words, else a question) or "ask"; of conditions always "ask". The last four columns hold the row's
examples: a statement and a passage where it fires, and two where it does not; the tests try them.
"""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal, get_args

from msgspec import Struct, convert

from talkbuilder.claims.normal import Range, lowered, may_stand

Class = Literal["negation", "hedge", "hearsay", "attribution", "condition", "intent", "direction", "quantity"]
CLASSES: tuple[Class, ...] = get_args(Class)


class Operator(Struct, frozen=True, eq=False):
    of: Class
    pattern: str
    against: str
    unless: str
    refuses: bool
    question: str
    examples: tuple[str, ...]  # four: statement and source where it fires; the same where it does not


class Found(Struct, frozen=True, gc=False):  # as in Span
    """Words of a text that an operator knows."""

    start: int
    end: int
    words: str


@cache
def operators() -> tuple[Operator, ...]:
    lines = Path(__file__).with_name("operators.tsv").read_text("utf-8").splitlines()[1:]
    rows = (line.split("\t") for line in lines)
    return tuple(
        Operator(convert(of, Class), pattern, against, unless, verdict == "refuse", question, tuple(examples))
        for of, pattern, against, unless, verdict, question, *examples in rows
    )


@cache
def _words(pattern: str) -> re.Pattern[str]:
    """A pattern of the table, compiled when a text first has words of its class: most texts have few."""
    return re.compile(rf"(?<![\w'])(?:{pattern})(?![\w'])")


def _hits(pattern: str, text: str) -> Iterable[re.Match[str]]:
    low = lowered(text)
    return _words(pattern).finditer(low) if may_stand(pattern, low) else ()


@cache
def of_class(*classes: Class) -> tuple[Operator, ...]:
    return tuple(one for one in operators() if one.of in classes)


def stands(text: str, *classes: Class) -> bool:
    """Whether words of some classes stand in a text, on either side of their rows."""
    return any(_has(text, of) for of in classes)


def opposed(text: str) -> list[Range]:
    """Where words stand in a text that have an opposite."""
    return [hit.span() for hit in _any_of("direction").finditer(lowered(text))]


@lru_cache(maxsize=1 << 14)
def _has(text: str, of: Class) -> bool:
    return _any_of(of).search(lowered(text)) is not None


@cache
def _any_of(of: Class) -> re.Pattern[str]:
    """All patterns of a class as one, for most texts have none of them."""
    return _words("|".join(filter(None, (one for row in of_class(of) for one in (row.pattern, row.against)))))


@lru_cache(maxsize=4096)
def found(text: str, *classes: Class) -> tuple[Found, ...]:
    """The words of some classes in a text in normal form, from left to right; of words that overlap the first."""
    if not stands(text, *classes):
        return ()
    hits = (hit for one in of_class(*classes) for hit in places(one, text))
    kept: list[Found] = []
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end)):
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
    return tuple(kept)


def places(operator: Operator, text: str) -> tuple[Found, ...]:
    """Where the words of an operator stand in a text, but for surroundings in which they mean nothing of the kind."""
    return _places(operator.pattern, operator.unless, text)


def opposites(operator: Operator, text: str) -> tuple[Found, ...]:
    """Where the words stand that an operator holds against its own."""
    unless = operator.unless if operator.of == "direction" else ""  # 'nearly all' is less than 'all'
    return _places(operator.against, unless, text) if operator.against else ()


def _places(pattern: str, unless: str, text: str) -> tuple[Found, ...]:
    hits = [hit.span() for hit in _hits(pattern, text)]
    if hits and unless:
        free = [hit.span() for hit in _hits(unless, text)]
        hits = [(start, end) for start, end in hits if not any(a < end and start < b for a, b in free)]
    return tuple(Found(start, end, text[start:end]) for start, end in hits)
