"""The words that change what a claim says, as rows of `operators.tsv`, and where they stand in a text.

A row has a class, and what that class compares:

    negation    `pattern` in both texts: one side has a negation that the other has not
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
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal, get_args

from msgspec import Struct, convert

from talkbuilder.claims.normal import lowered
from talkbuilder.patterns import pattern_of

Class = Literal["negation", "hedge", "hearsay", "attribution", "condition", "intent", "direction", "quantity"]
_ANY_WORD = r"\w+"
_BETWEEN = pattern_of(r"[^\w']+")
_LETTERS = 3  # by which words are told apart
_HEAD = pattern_of(r"[a-z' -]*(?![?*{])")  # the letters that have to stand there
CLASSES: tuple[Class, ...] = get_args(Class)


class Operator(Struct, frozen=True, eq=False):
    """A row of the table."""

    of: Class
    pattern: str
    against: str
    unless: str
    refuses: bool
    question: str
    examples: tuple[str, str, str, str]  # statement and source where it fires; the same where it does not


class Found(Struct, frozen=True):
    """Words of a text that an operator knows."""

    start: int
    end: int
    words: str


@cache
def operators() -> tuple[Operator, ...]:
    """The table, row by row."""
    lines = Path(__file__).with_name("operators.tsv").read_text("utf-8").splitlines()[1:]
    return tuple(map(_operator, lines))


def _operator(line: str) -> Operator:
    of, pattern, against, unless, verdict, question, *examples = line.split("\t")
    fires_ours, fires_theirs, passes_ours, passes_theirs = examples
    return Operator(
        convert(of, Class),
        pattern,
        against,
        unless,
        verdict == "refuse",
        question,
        (fires_ours, fires_theirs, passes_ours, passes_theirs),
    )


@cache
def _words(pattern: str) -> re.Pattern[str]:
    """A pattern of the table, compiled when a text first has one of its beginnings: most texts have few."""
    return re.compile(rf"(?<![\w'])(?:{pattern})(?![\w'])")


@cache
def _beginnings(pattern: str) -> tuple[str, ...]:
    """How what a pattern finds may begin, as `_spaced` has it; "", which stands everywhere, where that is not seen."""
    return tuple(dict.fromkeys(_beginning(one) for one in _spread(pattern)))


def _beginning(way: str) -> str:
    if way.startswith(_ANY_WORD):  # `\w+n't` ends a word
        return f"{way.removeprefix(_ANY_WORD)} "
    found = _HEAD.match(way)
    head = found[0] if found else ""
    return f" {head.replace('-', ' ')}{' ' * (head == way)}" if head else ""


def _spread(pattern: str) -> Iterator[str]:
    """The ways in which a pattern may begin: its alternatives, and those of the groups that these begin with."""
    for way in _parted(pattern):
        if not way.startswith("("):
            yield way
            continue
        group = next(end for end in range(1, len(way) + 1) if way.count("(", 0, end) == way.count(")", 0, end))
        inner, rest = way[:group], way[group:]
        if not inner.startswith("(?:"):  # what it only looks at
            yield from _spread(rest)
        elif rest[:1] in ("*", "{"):
            yield "#"
        else:
            behind = rest.removeprefix("?")
            yield from (f"{one}{behind}" for one in _spread(inner[3:-1]))
            if behind != rest:  # it may be missing
                yield from _spread(behind)


def _parted(pattern: str) -> Iterator[str]:
    """What stands between the bars of a pattern, but for those in its groups."""
    way = ""
    for part in pattern.split("|"):
        way += part
        if way.count("(") == way.count(")"):
            yield way
            way = ""
        else:
            way += "|"


@lru_cache(maxsize=4096)
def _spaced(text: str) -> str:
    """The words of a text in small letters, with a blank before and behind each."""
    return _BETWEEN.sub(" ", f" {lowered(text)} ")


def may_stand(pattern: str, text: str) -> bool:
    """Whether a text has one of the beginnings of a pattern, which is soon told, and most texts have none."""
    spaced = _spaced(text)
    return any(one in spaced for one in _beginnings(pattern))


def _hits(pattern: str, text: str) -> Iterable[re.Match[str]]:
    """Where a pattern stands in a text."""
    if not may_stand(pattern, text):
        return ()
    return _words(pattern).finditer(lowered(text))


@cache
def of_class(*classes: Class) -> tuple[Operator, ...]:
    return tuple(one for one in operators() if one.of in classes)


def stands(text: str, *classes: Class) -> bool:
    """Whether words of some classes may stand in a text, on either side of their rows."""
    return not _classes_in(text).isdisjoint(classes)


@lru_cache(maxsize=4096)
def _classes_in(text: str) -> frozenset[Class]:
    spaced, low = _spaced(text), lowered(text)
    classes: set[Class] = set()
    for letters in {"", *(word[:_LETTERS] for word in spaced.split())}:
        for beginning, of, pattern in _by_letters().get(letters, ()):
            if of not in classes and beginning in spaced and _words(pattern).search(low):
                classes.add(of)
    return frozenset(classes)


@cache
def _by_letters() -> Mapping[str, list[tuple[str, Class, str]]]:
    """All patterns of the table by the letters that their words begin with, each with its class."""
    found: dict[str, list[tuple[str, Class, str]]] = {}
    for row in operators():
        for pattern in filter(None, (row.pattern, row.against)):
            for beginning in _beginnings(pattern):
                letters = beginning[1:].partition(" ")[0]
                is_seen = len(letters) >= _LETTERS or beginning.count(" ") > 1
                found.setdefault(letters[:_LETTERS] if is_seen else "", []).append((beginning, row.of, pattern))
    return found


@lru_cache(maxsize=4096)
def found(text: str, *classes: Class) -> tuple[Found, ...]:
    """The words of some classes in a text in normal form, from left to right; of words that overlap the first."""
    if not stands(text, *classes):
        return ()
    hits = sorted(
        (hit for one in of_class(*classes) for hit in places(one, text)), key=lambda hit: (hit.start, -hit.end)
    )
    kept: list[Found] = []
    for hit in hits:
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
