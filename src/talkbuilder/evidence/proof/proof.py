"""Proves a library: every fact and quotation against its post, or against the lock where the post is not here."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from msgspec import Struct

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.evidence.library.derived import Computed
from talkbuilder.evidence.library.facts import Fact
from talkbuilder.evidence.library.library import DAMAGED_INDEX, Library
from talkbuilder.evidence.library.quotes import Quote
from talkbuilder.evidence.proof.changes import altered, changed, unsealed
from talkbuilder.evidence.proof.judge import Judge, Verdict
from talkbuilder.evidence.proof.lock import LOCK, Lines, Proved, Unreadable, hash_entry, read_lock
from talkbuilder.evidence.proof.measures import contradictions, lookalikes
from talkbuilder.source.fields import Broken


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

    def proof(self) -> Proof:
        self._read_lock()
        facts = {id: fact for id, fact in self._library.facts.items() if isinstance(fact, Fact)}
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
        entries = (*self._library.facts.values(), *self._library.quotes.values())
        for post in dict.fromkeys(one.post.value for one in entries if isinstance(one, Fact | Quote)):
            yield from judge.post_faults.get(post, ())

    def _with_computed(self, verdicts: tuple[Verdict, ...], beside: list[tuple[str, Diagnostic]]) -> Iterator[Verdict]:
        """The verdicts in the order of the library, those on what is computed after those that they hang on."""
        computed = [fact for fact in self._library.facts.values() if isinstance(fact, Computed)]
        found = {one.id: one for one in verdicts if one.kind == "fact"}
        for fact in sorted(computed, key=lambda one: one.steps):
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

    def _read_lock(self) -> None:
        data = self._library.lock()
        try:
            self._lock = {} if data is None else read_lock(data)
        except Unreadable as fault:
            self._lock_fault = fault

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
        for kind, entries in (("fact", self._library.facts), ("quote", self._library.quotes)):
            for id, one in entries.items():
                if (kind, id) in judge.resting and isinstance(one, Fact | Quote):
                    yield one


def _with(verdicts: list[Verdict], beside: list[tuple[str, Diagnostic]]) -> Iterator[Verdict]:
    """The verdicts with what was found by comparing facts, each as (the fact's id, its fault)."""
    faults: defaultdict[str, list[Diagnostic]] = defaultdict(list)
    for id, fault in beside:
        faults[id].append(fault)
    for verdict in verdicts:
        more = tuple(faults.get(verdict.id, ())) if verdict.kind == "fact" else ()
        stands = None if any(one.is_error for one in more) else verdict.proved
        yield Verdict(verdict.kind, verdict.id, stands, verdict.faults + more, verdict.from_lock, verdict.question)
