"""Measures compared: equal ones whose figures contradict, and such as are most likely one, written in two ways."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from itertools import islice

from talkbuilder.claims.currencies import measure
from talkbuilder.claims.figures import scale_of
from talkbuilder.claims.normal import lowered
from talkbuilder.claims.reckoning import measure_of
from talkbuilder.claims.texts import content_stems
from talkbuilder.diagnostics import Diagnostic
from talkbuilder.evidence.library.derived import Computed
from talkbuilder.evidence.library.facts import Fact, write_number
from talkbuilder.patterns import pattern_of

# What tells one part of a year from another.
_TIMES = pattern_of(
    r"\b(?:before|after|during|until|since|earlier|later|first|last|early|late|beginning|end|spring|summer|autumn"
    r"|winter|january|february|march|april|may|june|july|august|september|october|november|december)\b"
)
_MOST_TOLD = 3  # of those that one fact contradicts: who mends these sees the next, and many facts stay many, not many²


def contradictions(facts: Mapping[str, Fact]) -> Iterator[tuple[str, Diagnostic]]:
    """Facts of equal measure, place, year and kind of unit that differ, and do not say so; each with a few that
    precede it."""
    groups: defaultdict[tuple[str, str, str, str], defaultdict[float, list[Fact]]] = defaultdict(
        lambda: defaultdict(list)
    )
    told: Counter[str] = Counter()  # reported for those that precede
    listed = {fact.id: frozenset(id.value for id in fact.conflicts_with) for fact in facts.values()}

    def is_declared(one: Fact, other: Fact) -> bool:
        names_it = one.id in listed[other.id] or other.id in listed[one.id]
        return names_it and "ok" not in (one.status, other.status)

    for fact in facts.values():
        if fact.value is not None and fact.measure and fact.as_of and fact.status != "retired":
            place = fact.place.value if fact.place else ""
            by_value = groups[fact.measure.value, place, fact.as_of.value[:4], _dimension(fact)]
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
    if _time(fact) != _time(other):
        hint = "if they are of two times, such as before and after, all is well; else write 'status: conflict' in both"
        return Diagnostic("E112", f"{message}: are they of two times in one year?", fact.measure.span, hint)
    return Diagnostic("E111", message, fact.measure.span, hint)


def _time(fact: Fact) -> tuple[str, frozenset[str]]:
    """When in its year a fact is counted, as far as it tells."""
    return fact.as_of.value[4:] if fact.as_of else "", frozenset(_TIMES.findall(lowered(fact.says.value)))


def _number(fact: Fact) -> str:
    return write_number(fact.value or 0.0)


def _dimension(fact: Fact) -> str:
    """In what it is measured: a share, a currency, a time, a length; "" for a number of things."""
    unit = fact.unit.value if fact.unit else ""
    return measure(unit) or measure_of(unit) or ""


def _value(fact: Fact) -> float:
    return (fact.value or 0.0) * (scale_of(fact.unit.value) if fact.unit else 1.0)


def lookalikes(facts: Mapping[str, Fact]) -> Iterator[tuple[str, Diagnostic]]:
    """Measures that differ in words of grammar, in endings or in the order of their words alone."""
    first: dict[tuple[str, ...], Fact] = {}
    for fact in facts.values():
        if fact.measure is None or fact.status == "retired" or isinstance(fact, Computed):
            continue
        like = first.setdefault(tuple(sorted(content_stems(lowered(fact.measure.value)))), fact)
        if like.measure and like.measure.value != fact.measure.value:
            hint = f"write '{like.measure.value}', or say in what they differ"
            yield fact.id, Diagnostic("E112", f"this measure nearly is that of '{like.id}'", fact.measure.span, hint)
