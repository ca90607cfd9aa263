"""What facts say beside one another: equal measures that contradict, and directions that a post tells otherwise."""

import re
from bisect import insort
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import NamedTuple

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.evidence.facts import Fact, write_number
from talkbuilder.evidence.figures import scale_of
from talkbuilder.evidence.normal import Range
from talkbuilder.evidence.post_text import PostText

_UP = re.compile(
    r"\b(?:increased?|rise|rose|risen|up|grew|grown|growth|climb(?:ed)?|jump(?:ed)?|more than doubled)(?: \w+)? from\b",
    re.IGNORECASE,
)
_DOWN = re.compile(
    r"\b(?:decreased?|declined?|drop(?:ped)?|fell|fall|fallen|down|cut|reduc(?:ed|tion))(?: \w+)? from\b", re.IGNORECASE
)
_SAME = re.compile(r"\bthe same (?:\w+ )?as\b|\bunchanged from\b", re.IGNORECASE)
_DIRECTIONS = (("more than", _UP, 1), ("less than", _DOWN, -1), ("the same as", _SAME, 0))
_MOST_TOLD = 3  # of those that one fact contradicts: who mends these sees the next, and many facts stay many, not many²


def contradictions(facts: Mapping[str, Fact]) -> Iterator[tuple[str, Diagnostic]]:
    """Facts of equal measure, place and year that differ, and do not say so; each beside a few that stand before it."""
    groups: defaultdict[tuple[str, str, str], defaultdict[float, list[Fact]]] = defaultdict(lambda: defaultdict(list))
    told: Counter[str] = Counter()  # of those that stand before
    listed = {fact.id: frozenset(id.value for id in fact.conflicts_with) for fact in facts.values()}

    def is_declared(one: Fact, other: Fact) -> bool:
        names_it = one.id in listed[other.id] or other.id in listed[one.id]
        return names_it and "ok" not in (one.status, other.status)

    for fact in facts.values():
        if fact.value is not None and fact.measure and fact.as_of and fact.status != "retired":
            place = fact.place.value if fact.place else ""
            by_value = groups[fact.measure.value, place, fact.as_of.value[:4]]
            value = _value(fact)
            others = (one for theirs, many in by_value.items() if theirs != value for one in many)
            undeclared = (one for one in others if not is_declared(one, fact))
            for one in islice(undeclared, _MOST_TOLD):
                yield fact.id, _conflict(fact, one)
                if told[one.id] < _MOST_TOLD:
                    told[one.id] += 1
                    yield one.id, _conflict(one, fact)
            by_value[value].append(fact)


def _conflict(fact: Fact, other: Fact) -> Diagnostic:
    hint = "write 'status: conflict' and 'conflicts_with' in both, or tell their measures apart"
    message = f"'{fact.id}' and '{other.id}' count the same and differ: {_number(fact)} and {_number(other)}"
    assert fact.measure is not None
    return Diagnostic("E111", message, fact.measure.span, hint)


def _number(fact: Fact) -> str:
    return write_number(fact.value or 0.0)


def _value(fact: Fact) -> float:
    return (fact.value or 0.0) * (scale_of(fact.unit.value) if fact.unit else 1.0)


Placed = tuple[Fact, Range]
"""A fact, and where it stands in its post."""


class _Valued(NamedTuple):
    """A fact in its post; they sort by their values. `told` is what the post says behind it: "an increase from"."""

    value: float
    start: int
    end: int
    fact: Fact
    told: str = ""


def directions(facts: Iterable[Placed], post_text: PostText) -> Iterator[tuple[str, Diagnostic]]:
    """Facts of one measure beside 'an increase from', whose values go the other way; all of one post."""
    groups: defaultdict[tuple[str, str, Range], list[_Valued]] = defaultdict(list)
    for fact, (start, end) in facts:
        # Of what is disputed an audience hears anyway.
        if fact.value is not None and fact.measure and fact.status == "ok":
            place = fact.place.value if fact.place else ""
            group = groups[fact.measure.value, place, post_text.sentence(start, end)]
            group.append(_Valued(_value(fact), start, end, fact))
    for (_, _, sentence), group in groups.items():
        for word, pattern, sign in _DIRECTIONS:
            if len(group) > 1 and (told := list(pattern.finditer(post_text.text, *sentence))):
                yield from _against(word, sign, told, group)


def _against(word: str, sign: int, told: list[re.Match[str]], group: list[_Valued]) -> Iterator[tuple[str, Diagnostic]]:
    """The facts of one sentence that a direction turns round, from left to right."""
    ahead = sorted(group, key=lambda one: one.end, reverse=True)
    waiting = told[::-1]
    extremes: list[_Valued] = []  # of all in front: only the least and the greatest can be the first to go wrong
    for other in sorted(group, key=lambda one: one.start):
        while waiting and waiting[-1].end() <= other.start:
            found = waiting.pop()
            while ahead and ahead[-1].end <= found.start():
                insort(extremes, ahead.pop()._replace(told=found[0]), key=lambda one: one.value)
                del extremes[_MOST_TOLD:-_MOST_TOLD]
        wrong = (one for one in extremes if _sign(one.value - other.value) != sign)
        for one in islice(wrong, _MOST_TOLD):
            message = f"the post says '{one.told}', and {_number(one.fact)} is not {word} {_number(other.fact)}"
            hint = f"see which figure is which, here and in '{one.fact.id}'"
            yield other.fact.id, Diagnostic("E110", message, other.fact.exact.span, hint)


def _sign(number: float) -> int:
    return (number > 0) - (number < 0)
