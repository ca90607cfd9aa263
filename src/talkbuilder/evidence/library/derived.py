"""Derivations to facts: the figure that a build computes, and what it has of the facts that it is computed from."""

from collections.abc import Iterator, Mapping
from math import ceil, floor, log10

from talkbuilder.claims.currencies import currency
from talkbuilder.claims.figures import scale_of
from talkbuilder.diagnostics import Diagnostic, Report, near
from talkbuilder.evidence.library.facts import By, Derived, Fact, FactKind, Precision, write_number
from talkbuilder.source.fields import Broken, Id, Text

# From what nobody has checked to what is known best: a figure is as good as the worst that it is computed from.
_WEAKEST_FIRST = ("opinion", "hearsay", "unsourced", "secondary", "observation", "primary")
# Whether the true number may be more than the stated one (1), less (-1), or both.
_LEANING: Mapping[str, frozenset[int]] = {
    "exact": frozenset(),
    "about": frozenset((1, -1)),
    "at-least": frozenset((1,)),
    "at-most": frozenset((-1,)),
    "over": frozenset((1,)),
    "almost": frozenset((-1,)),
}
_MOST_STEPS = 5  # that a reader can still follow
_OPERATORS: Mapping[By, str] = {"sum": " + ", "difference": " - ", "ratio": " / ", "percent": " / "}


class Computed(Fact, frozen=True, kw_only=True):
    """A fact with the facts that it is computed from; its place in a post is that of the first of them."""

    from_: tuple[Id, ...]
    by: By
    parents: tuple[Fact, ...]
    steps: int  # of computing, from what posts say
    unrounded: float  # what is computed, below nothing where the second is more than the first

    @property
    def sum_written(self) -> str:
        """The sum as a reader can do it: 88 (2010) - 49 (2009)."""
        dates = {parent.as_of.value for parent in self.parents if parent.as_of}
        told = _OPERATORS[self.by].join(_operand(parent, len(dates) > 1) for parent in self.parents)
        return f"{told}, as a percentage" if self.by == "percent" else told


def _operand(parent: Fact, with_date: bool) -> str:
    date = f" ({parent.as_of.value})" if with_date and parent.as_of else ""
    return f"{write_number(full_value(parent))}{date}"


def full_value(fact: Fact) -> float:
    """The number in full, where the unit is 'million people' too; of a computed one, before it was rounded."""
    if isinstance(fact, Computed):
        return abs(fact.unrounded)
    return (fact.value or 0.0) * (scale_of(fact.unit.value) if fact.unit else 1.0)


def ancestors(fact: Computed) -> Iterator[Fact]:
    """All facts that it is computed from, those between included."""
    seen: set[str] = set()
    waiting = list(fact.parents)
    while waiting:
        one = waiting.pop()
        if one.id not in seen:
            seen.add(one.id)
            yield one
            if isinstance(one, Computed):
                waiting += one.parents


def derive(entries: Mapping[str, Fact | Derived | Broken], report: Report) -> dict[str, Fact | Broken]:
    """The facts with all that is computed in their places; what cannot be computed is reported, and Broken."""
    done: dict[str, Fact | Broken] = {id: one for id, one in entries.items() if not isinstance(one, Derived)}
    for one in entries.values():
        if isinstance(one, Derived):
            _derive(one, entries, done, report)
    return {id: done[id] for id in entries}


def _derive(
    asked: Derived, entries: Mapping[str, Fact | Derived | Broken], done: dict[str, Fact | Broken], report: Report
) -> None:
    """Computes a fact, and first all that it rests on; a list of what waits, since chains may be of any length."""
    waiting = [asked]
    begun: set[str] = set()
    while waiting:
        one = waiting[-1]
        if one.id in done:
            waiting.pop()
            continue
        begun.add(one.id)
        ahead = [entry for id in one.from_ if isinstance(entry := entries.get(id.value), Derived)]
        open_ones = [entry for entry in ahead if entry.id not in done]
        if circle := next((entry for entry in open_ones if entry.id in begun), None):
            hint = "let it rest on facts that stand in a post"
            span = next(id.span for id in one.from_ if id.value == circle.id)
            report(Diagnostic("E131", f"'{circle.id}' is computed from itself", span, hint))
            done[one.id] = Broken(one.span, one.id)
        elif open_ones:
            waiting.append(open_ones[0])
        else:
            done[one.id] = _computed(one, done, report)
            waiting.pop()


def _computed(one: Derived, facts: Mapping[str, Fact | Broken], report: Report) -> Fact | Broken:
    found = list(_faults(one, facts))
    parents = tuple(fact for id in one.from_ if isinstance(fact := facts.get(id.value), Fact))
    if not found and len(parents) == len(one.from_) > 1:  # of a list that held an empty item, less is left
        found = list(_uncertain(one, parents))
        if not found:
            return _fact(one, parents)
    for fault in found:
        report(fault)
    return Broken(one.span, one.id)


def _faults(one: Derived, facts: Mapping[str, Fact | Broken]) -> Iterator[Diagnostic]:
    """Why nothing can be computed from these; parents with faults of their own are reported elsewhere."""
    if one.by != "sum" and len(one.from_) > 2:
        message = f"a {one.by} is of two facts; here are {len(one.from_)}"
        yield Diagnostic("E132", message, one.from_[2].span, "leave the others out, or write 'by: sum'")
    seen: dict[str, Id] = {}
    first: Fact | None = None
    for id in one.from_:
        fact = facts.get(id.value)
        if fact is None:
            yield Diagnostic("E001", f"no fact '{id.value}'", id.span, near(id.value, facts))
        elif id.value in seen:
            yield Diagnostic("E132", f"'{id.value}' is there twice", id.span, "leave it out once")
        elif isinstance(fact, Fact):
            if why := _why_not(fact):
                hint = "compute from facts with a number that stands"
                yield Diagnostic("E132", f"nothing can be computed from '{id.value}': {why}", id.span, hint)
            elif first is not None and unit_of(first) != unit_of(fact):
                units = f"'{first.id}' is in {unit_of(first) or 'no unit'}, '{id.value}' in {unit_of(fact) or 'none'}"
                yield Diagnostic("E133", units, id.span, "compute only from facts with the same 'unit'")
            first = first or fact
        seen.setdefault(id.value, id)


def _why_not(fact: Fact) -> str:
    if fact.status != "ok":
        return f"its status is {fact.status}"
    if fact.value is None:
        return "it has no value"
    return {"rank": "it is a rank", "range": "it is a range"}.get(fact.precision, "")


def _steps(parents: tuple[Fact, ...]) -> int:
    return max((parent.steps for parent in parents if isinstance(parent, Computed)), default=0)


def unit_of(fact: Fact) -> str:
    """What a fact counts, without the scale of 'million people'."""
    unit = fact.unit.value if fact.unit else ""
    unit = unit.partition(" ")[2] if scale_of(unit) != 1 else unit
    return currency(unit) or unit


def _uncertain(one: Derived, parents: tuple[Fact, ...]) -> Iterator[Diagnostic]:
    """Results that are no number, or of which no hedge would be true."""
    if one.by in ("ratio", "percent") and not full_value(parents[1]):
        yield Diagnostic("E139", f"'{parents[1].id}' is 0, and has no parts", one.from_[1].span, "tell both")
    elif _steps(parents) >= _MOST_STEPS:
        hint = "compute it from facts that stand in a post"
        message = f"'{one.id}' rests on more than {_MOST_STEPS} facts that are computed one from another"
        yield Diagnostic("E132", message, one.from_[0].span, hint)
    elif _precision(one.by, parents) is None:
        told = " and ".join(f"'{parent.id}' {parent.precision}" for parent in parents if parent.precision != "exact")
        message = f"nobody can say how much the {one.by} is: {told}"
        yield Diagnostic("E139", message, one.from_[0].span, "give the facts one after the other")


def _precision(by: By, parents: tuple[Fact, ...]) -> Precision | None:
    """The hedge of the result; None where there is no word for it: of 90 without 'at least 40' remain 50 at most."""
    leaning: set[int] = set()
    for at, parent in enumerate(parents):
        turns = at > 0 and by != "sum"
        leaning |= {-way if turns else way for way in _LEANING[parent.precision]}
    hedges = {parent.precision for parent in parents} - {"exact"}
    if not leaning:
        return "exact"
    if leaning == {1, -1}:
        return "about" if hedges == {"about"} else None
    if leaning == {1}:
        return "over" if hedges <= {"over", "almost"} else "at-least"
    if hedges <= {"almost", "at-most"}:
        return "almost" if hedges == {"almost"} else "at-most"
    return None


def _fact(one: Derived, parents: tuple[Fact, ...]) -> Computed:
    result = _result(one.by, [full_value(parent) for parent in parents])
    precision = _precision(one.by, parents)
    assert precision is not None
    value = _rounded(one.by, abs(result), precision)
    if precision == "exact" and abs(value - abs(result)) > 1e-9:
        precision = "about"
    first = parents[0]
    unit = {"ratio": "times", "percent": "%"}.get(one.by, unit_of(first))
    if one.by == "difference" and unit == "%":
        unit = "percentage points"
    latest = max((parent.as_of for parent in parents if parent.as_of), key=lambda date: date.value, default=None)
    places = {parent.place.value if parent.place else "" for parent in parents}
    return Computed(
        span=one.span,
        id=one.id,
        says=one.says,
        show=one.show,
        value=value,
        unit=Text(unit, one.span) if unit else None,
        precision=precision,
        measure=one.measure or Text(_measure(one.by, parents), one.span),
        place=first.place if len(places) == 1 else None,
        as_of=latest if all(parent.as_of for parent in parents) else None,
        source=first.source,
        kind=_kind(parents),
        post=first.post,
        exact=first.exact,
        within=first.within,
        from_=one.from_,
        by=one.by,
        parents=parents,
        steps=_steps(parents) + 1,
        unrounded=result,
    )


def _result(by: By, values: list[float]) -> float:
    match by:
        case "sum":
            return round(sum(values), 9)
        case "difference":
            return round(values[0] - values[1], 9)
        case "ratio":
            return values[0] / values[1]
        case "percent":
            return 100 * values[0] / values[1]
        case _:
            raise AssertionError("unreachable")


def _rounded(by: By, result: float, precision: Precision) -> float:
    """A share as it is read: whole percents, two digits of a ratio; what is at least so much is never rounded up."""
    if by in ("sum", "difference") or not result:
        return result
    digits = max(0, 1 - floor(log10(result))) if by == "ratio" or result < 1 else 0
    if by == "percent" and 99 < result < 101:
        digits = 1
    step = 10.0**-digits
    steps = round(result / step, 6)
    whole = {"at-least": floor, "over": floor, "almost": ceil, "at-most": ceil}.get(precision, round)(steps)
    return round(whole * step, digits)


def _measure(by: By, parents: tuple[Fact, ...]) -> str:
    told = list(dict.fromkeys(parent.measure.value if parent.measure else parent.id for parent in parents))
    match by:
        case "sum" if len(told) == 1:
            return f"{told[0]}, together"
        case "sum":
            return ", and ".join(told)
        case "difference" if len(told) == 1:
            return f"{told[0]}, the difference"
        case "difference":
            return f"{told[0]}, without {told[1]}"
        case _ if len(told) == 1:
            return f"{told[0]}, compared"
        case _:
            return f"{told[0]}, compared with {told[-1]}"


def _kind(parents: tuple[Fact, ...]) -> FactKind:
    return min((parent.kind for parent in parents), key=_WEAKEST_FIRST.index)


def depends_on(fact: Fact) -> Iterator[Fact]:
    """The facts of the posts that a fact rests on, each once: itself, unless it is computed."""
    seen: set[str] = set()
    waiting = [fact]
    while waiting:
        one = waiting.pop()
        if one.id not in seen:
            seen.add(one.id)
            if isinstance(one, Computed):
                waiting += one.parents[::-1]
            else:
                yield one
