"""What facts say beside one another: equal measures that contradict, directions, and measures that only look alike."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.evidence.facts import Fact
from talkbuilder.evidence.figures import scale_of
from talkbuilder.evidence.reading import Reading, Stretch

_UP = re.compile(
    r"\b(?:increased?|rise|rose|risen|up|grew|grown|growth|climb(?:ed)?|jump(?:ed)?|more than doubled)(?: \w+)? from\b",
    re.IGNORECASE,
)
_DOWN = re.compile(
    r"\b(?:decreased?|declined?|drop(?:ped)?|fell|fall|fallen|down|cut|reduc(?:ed|tion))(?: \w+)? from\b", re.IGNORECASE
)
_SAME = re.compile(r"\bthe same (?:\w+ )?as\b|\bunchanged from\b", re.IGNORECASE)
_DIRECTIONS = (("more than", _UP, 1), ("less than", _DOWN, -1), ("the same as", _SAME, 0))
_LITTLE_WORDS = frozenset(
    {
        "a",
        "an",
        "the",
        "of",
        "by",
        "in",
        "for",
        "on",
        "at",
        "to",
        "and",
        "with",
        "from",
        "who",
        "that",
        "are",
        "is",
        "were",
    }
)
_LEAST_ALIKE = 5  # letters that two spellings of one word begin with


def contradictions(facts: Mapping[str, Fact]) -> Iterator[tuple[str, Diagnostic]]:
    """Facts of equal measure, place and year that differ, and do not say so."""
    groups: defaultdict[tuple[str, str, str], list[Fact]] = defaultdict(list)
    for fact in facts.values():
        if fact.value is not None and fact.measure and fact.as_of and fact.status != "retired":
            place = fact.place.value if fact.place else ""
            groups[fact.measure.value, place, fact.as_of.value[:4]].append(fact)
    for group in groups.values():
        for one, other in combinations(group, 2):
            if _value(one) != _value(other) and not _is_declared(one, other):
                hint = "write 'status: conflict' and 'conflicts_with' in both, or tell their measures apart"
                message = f"'{one.id}' and '{other.id}' count the same and differ: {one.value:g} and {other.value:g}"
                yield other.id, Diagnostic("E111", message, other.measure.span if other.measure else other.span, hint)


def _value(fact: Fact) -> float:
    return (fact.value or 0.0) * (scale_of(fact.unit.value) if fact.unit else 1.0)


def _is_declared(one: Fact, other: Fact) -> bool:
    listed = {id.value for id in one.conflicts_with} | {id.value for id in other.conflicts_with}
    return bool(listed & {one.id, other.id}) and "ok" not in (one.status, other.status)


def directions(facts: list[tuple[Fact, Stretch]], reading: Reading) -> Iterator[tuple[str, Diagnostic]]:
    """Facts of one measure beside 'an increase from', whose values go the other way; all of one post."""
    groups: defaultdict[tuple[str, str], list[tuple[Fact, Stretch]]] = defaultdict(list)
    for fact, place in facts:
        # Of what is disputed an audience hears anyway.
        if fact.value is not None and fact.measure and fact.status == "ok":
            groups[fact.measure.value, fact.place.value if fact.place else ""].append((fact, place))
    for group in groups.values():
        for (one, at), (other, behind) in combinations(sorted(group, key=lambda found: found[1]), 2):
            if at[1] <= behind[0] and reading.sentence(*at) == reading.sentence(*behind):
                yield from _direction(one, other, reading.text[at[1] : behind[1]])


def _direction(one: Fact, other: Fact, between: str) -> Iterator[tuple[str, Diagnostic]]:
    for word, pattern, sign in _DIRECTIONS:
        found = pattern.search(between)
        if found and _sign(_value(one) - _value(other)) != sign:
            message = f"the post says '{found[0]}', and {one.value:g} is not {word} {other.value:g}"
            hint = f"see which figure is which, here and in '{one.id}'"
            yield other.id, Diagnostic("E110", message, other.exact.span, hint)


def _sign(number: float) -> int:
    return (number > 0) - (number < 0)


def lookalikes(facts: Mapping[str, Fact]) -> Iterator[tuple[str, Diagnostic]]:
    """Measures that differ in little words, endings or the order of words: most likely one measure, written twice."""
    first: dict[str, Fact] = {}
    for fact in facts.values():
        if fact.measure and fact.status != "retired":
            first.setdefault(fact.measure.value, fact)
    known: dict[tuple[str, ...], str] = {}
    shorter: defaultdict[tuple[str, ...], list[tuple[str, str]]] = defaultdict(list)
    for measure, fact in first.items():
        words = re.findall(r"\w+", measure.lower())
        stems = tuple(sorted(_stem(word) for word in words if word not in _LITTLE_WORDS))
        like = known.setdefault(stems, measure)
        rests = [(stems[:at] + stems[at + 1 :], stem) for at, stem in enumerate(stems)]
        if like == measure and len(stems) > 1:
            like = next((m for rest, stem in rests for own, m in shorter[rest] if _is_alike(own, stem)), measure)
        for rest, stem in rests:
            shorter[rest].append((stem, measure))
        if like != measure and fact.measure:
            hint = f"write '{like}', or say in what they differ"
            message = f"this measure nearly is that of '{first[like].id}'"
            yield fact.id, Diagnostic("E112", message, fact.measure.span, hint)


def _stem(word: str) -> str:
    return word.removesuffix("s") if len(word) > 3 else word


def _is_alike(one: str, other: str) -> bool:
    """Whether two words begin alike and end otherwise: investigated, investigation."""
    if one == other or one.isdigit() or other.isdigit():
        return False
    same = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return same >= _LEAST_ALIKE and max(len(one), len(other)) - same <= 4
