"""Proves a library: every fact and quotation against its post, or against the lock where the post is not here."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from msgspec import Struct, structs

from talkbuilder.claims.currencies import measure
from talkbuilder.claims.normal import lowered
from talkbuilder.claims.reckoning import measure_of
from talkbuilder.claims.texts import content_stems
from talkbuilder.diagnostics import Diagnostic
from talkbuilder.evidence.library.derived import Computed
from talkbuilder.evidence.library.facts import Fact, write_number
from talkbuilder.evidence.library.library import DAMAGED_INDEX, Library
from talkbuilder.evidence.library.quotes import Quote
from talkbuilder.evidence.proof.changes import altered, changed, unsealed
from talkbuilder.evidence.proof.judge import Judge, Verdict
from talkbuilder.evidence.proof.lock import LOCK, Lines, Proved, Unreadable, hash_entry, read_lock
from talkbuilder.source.fields import Broken

# What tells one part of a year from another.
_TIMES = (
    r"\b(?:before|after|during|until|since|earlier|later|first|last|early|late|beginning|end|spring|summer|autumn"
    r"|winter|january|february|march|april|may|june|july|august|september|october|november|december)\b"
)
_MOST_TOLD = 3  # of those that one fact contradicts: who mends these sees the next, and many facts stay many, not many²


class Proof(Struct, frozen=True):
    """The verdicts on all entries, and faults that are no single entry's."""

    verdicts: tuple[Verdict, ...]
    faults: tuple[Diagnostic, ...]
    locked: Lines = {}  # what the lock holds, if it can be read

    @property
    def diagnostics(self) -> Iterator[Diagnostic]:
        yield from self.faults
        for verdict in self.verdicts:
            yield from verdict.faults


def prove(library: Library, for_lock: bool = True) -> Proof:
    """Reads the posts that the library names, and no others.

    If it is not `for_lock`, what is proved by posts tells no places and no hashes, which take a quarter of the time.
    """
    return _Prover(library, for_lock).proof()


class _Prover:
    def __init__(self, library: Library, for_lock: bool) -> None:
        self._library = library
        self._for_lock = for_lock
        self._lock: Lines = {}
        self._lock_fault: Unreadable | None = None
        try:
            self._lock = {} if (data := library.lock()) is None else read_lock(data)
        except Unreadable as fault:
            self._lock_fault = fault

    def proof(self) -> Proof:
        facts = {fact.id: fact for fact in self._library.of(Fact)}
        entries: list[tuple[str, str, Fact | Quote | Broken]] = [
            ("fact", id, one) for id, one in self._library.facts.items() if not isinstance(one, Computed)
        ]
        entries += [("quote", id, one) for id, one in self._library.quotes.items()]
        judge = Judge(self._library, None if self._lock_fault else self._lock, self._for_lock)
        verdicts = [judge.verdict(*entry) for entry in entries]
        beside = [*contradictions(facts), *lookalikes(facts)]
        judged = tuple(self._with_computed(tuple(_with(verdicts, beside)), beside))
        return Proof(judged, (*self._faults_of_posts(judge), *self._faults_of_lock(judge)), self._lock)

    def _faults_of_posts(self, judge: Judge) -> Iterator[Diagnostic]:
        for post in dict.fromkeys(one.post.value for one in self._library.evidence):
            yield from judge.post_faults.get(post, ())

    def _with_computed(self, verdicts: tuple[Verdict, ...], beside: list[tuple[str, Diagnostic]]) -> Iterator[Verdict]:
        """The verdicts in the order of the library, those on what is computed after those that they hang on."""
        found = {one.id: one for one in verdicts if one.kind == "fact"}
        for fact in sorted(self._library.of(Computed), key=lambda one: one.steps):
            found[fact.id] = next(_with([self._computed(fact, found)], beside))
        yield from (found[id] for id in self._library.facts)
        yield from (one for one in verdicts if one.kind == "quote")

    def _computed(self, fact: Computed, found: Mapping[str, Verdict]) -> Verdict:
        """It is proved where what it is computed from is, and needs neither post nor lock of its own."""
        from talkbuilder.evidence.proof.results import check_result

        faults, question = check_result(fact)
        parents = [found[parent.id] for parent in fact.parents]
        from_lock = any(parent.from_lock for parent in parents)
        is_sound = all(parent.proved for parent in parents) and not any(fault.is_error for fault in faults)
        proved = Proved("fact", fact.id, entry=hash_entry(fact, None) if self._for_lock else "") if is_sound else None
        return Verdict("fact", fact.id, proved, faults, from_lock, question)

    def _faults_of_lock(self, judge: Judge) -> Iterator[Diagnostic]:
        """What is wrong with the lock: an error where something rests on it, else only to be mended."""
        if fault := self._lock_fault:
            yield Diagnostic("E115" if judge.away else "E163", str(fault), file=LOCK, hint=fault.hint)
        elif judge.away and self._lock:
            yield from altered(self._library, self._lock, judge.away, tuple(self._resting(judge)))
        yield from changed(self._library, self._lock, judge.away)
        yield from unsealed(self._library)
        if damaged := self._library.imported().get(DAMAGED_INDEX):
            hint = "delete it, and import your files again"
            yield Diagnostic("R002", DAMAGED_INDEX, file=damaged, hint=hint)

    def _resting(self, judge: Judge) -> Iterator[Fact | Quote]:
        """What the lock alone proves."""
        yield from (one for one in self._library.of(Fact) if ("fact", one.id) in judge.resting)
        yield from (one for one in self._library.of(Quote) if ("quote", one.id) in judge.resting)


def _with(verdicts: list[Verdict], beside: list[tuple[str, Diagnostic]]) -> Iterator[Verdict]:
    """The verdicts with what was found by comparing facts, each as (the fact's id, its fault)."""
    faults: defaultdict[str, list[Diagnostic]] = defaultdict(list)
    for id, fault in beside:
        faults[id].append(fault)
    for verdict in verdicts:
        more = tuple(faults.get(verdict.id, ())) if verdict.kind == "fact" else ()
        stands = None if any(one.is_error for one in more) else verdict.proved
        there = verdict.found or verdict.proved
        yield structs.replace(verdict, proved=stands, faults=verdict.faults + more, found=there)


def contradictions(facts: Mapping[str, Fact]) -> Iterator[tuple[str, Diagnostic]]:
    """Facts of equal measure, place, year and kind of unit that differ, and do not say so; each once, with a few that
    precede it and a few behind."""
    groups: defaultdict[tuple[str, str, str, str], defaultdict[float, list[Fact]]] = defaultdict(
        lambda: defaultdict(list)
    )
    beside: defaultdict[str, list[Fact]] = defaultdict(list)
    told: Counter[str] = Counter()  # of those behind
    listed = {fact.id: frozenset(id.value for id in fact.conflicts_with) for fact in facts.values()}

    def is_declared(one: Fact, other: Fact) -> bool:
        names_it = one.id in listed[other.id] or other.id in listed[one.id]
        return names_it and "ok" not in (one.status, other.status)

    for fact in facts.values():
        if fact.value is not None and fact.measure and fact.as_of and fact.status != "retired":
            place = fact.place.value if fact.place else ""
            by_value = groups[fact.measure.value, place, fact.as_of.value[:4], _dimension(fact)]
            value = fact.in_full
            others = (one for theirs, many in by_value.items() if theirs != value for one in many)
            undeclared = (one for one in others if not is_declared(one, fact) and not _are_rows(one, fact))
            for one in islice(undeclared, _MOST_TOLD):
                beside[fact.id].append(one)
                if told[one.id] < _MOST_TOLD:
                    told[one.id] += 1
                    beside[one.id].append(fact)
            by_value[value].append(fact)
    for id, against in beside.items():
        for is_other_time in (False, True):
            if same := [one for one in against if (_time(one) != _time(facts[id])) == is_other_time]:
                yield id, _conflict(facts[id], same, is_other_time)


def _are_rows(one: Fact, other: Fact) -> bool:
    """Whether they are two rows of a source's tables, which count what their first cells say."""
    (label, bar, _), (theirs, its_bar, _) = (lowered(fact.exact.value).partition(" | ") for fact in (one, other))
    return bool(bar and its_bar) and one.post.value == other.post.value and label != theirs


def _conflict(fact: Fact, others: Sequence[Fact], is_other_time: bool) -> Diagnostic:
    told = zip(*((f"'{one.id}'", write_number(one.value or 0.0)) for one in (fact, *others)), strict=True)
    names, numbers = (f"{', '.join(most)} and {last}" for *most, last in told)
    message = f"{names} count the same and differ: {numbers}"
    assert fact.measure is not None
    if is_other_time:
        hint = "if they are of two times, such as before and after, all is well; else write 'status: conflict' in each"
        return Diagnostic("E112", f"{message}: are they of two times in one year?", fact.measure.span, hint)
    hint = "write 'status: conflict' and 'conflicts_with' in each, or tell their measures apart"
    return Diagnostic("E111", message, fact.measure.span, hint)


def _time(fact: Fact) -> tuple[str, frozenset[str]]:
    """When in its year a fact is counted, as far as it tells."""
    return fact.as_of.value[4:] if fact.as_of else "", frozenset(re.findall(_TIMES, lowered(fact.says.value)))


def _dimension(fact: Fact) -> str:
    """In what it is measured: a share, a currency, a time, a length; "" for a number of things."""
    unit = fact.unit.value if fact.unit else ""
    return measure(unit) or measure_of(unit) or ""


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
