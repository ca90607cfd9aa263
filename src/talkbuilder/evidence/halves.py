"""The entries of a large library judged on two cores: those of half of its posts by a copy of the process."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from msgspec import Struct, msgpack

from talkbuilder.beside import make_beside
from talkbuilder.diagnostics import Diagnostic, Source
from talkbuilder.diagnostics.carried import carried, taken
from talkbuilder.evidence.comparing import Placed
from talkbuilder.evidence.facts import Fact
from talkbuilder.evidence.judge import Judge, Verdict
from talkbuilder.evidence.library import Library
from talkbuilder.evidence.lock import Proved
from talkbuilder.evidence.normal import Range
from talkbuilder.evidence.quotes import Quote
from talkbuilder.source.fields import Broken

Entry = tuple[str, str, Fact | Quote | Broken]
"""Its kind, its id, and what stands there."""

_MANY = 400  # entries: of fewer, a copy of the process costs more than it saves
_VERY_MANY = 2000  # where the other core has a deck to lay out first


class _Judged(Struct, frozen=True, array_like=True):
    """A verdict, without its faults; they are carried beside."""

    kind: str
    id: str
    proved: Proved | None
    from_lock: bool
    review: tuple[str, ...]
    faults: int


class _Told(Struct, frozen=True, array_like=True):
    """What a judge found; of faults, how many each has."""

    verdicts: tuple[_Judged, ...]
    post_faults: dict[str, int]
    turned: dict[str, tuple[str, ...]]
    misheard: set[str]
    changed: set[str]
    away: set[str]
    placed: dict[str, Range]
    resting: set[tuple[str, str]]


def judge_all(judge: Judge, entries: Sequence[Entry], library: Library) -> list[Verdict]:
    """The verdicts in the order of the entries; the judge has then found the same, whoever judged."""
    are_many = len(entries) >= (_MANY if judge.for_lock else _VERY_MANY)
    theirs = _half(entries) if are_many else frozenset[str]()
    if not theirs:
        return [judge.verdict(*one) for one in entries]
    sources = _sources(library)
    told = make_beside(lambda: _tell(judge, [one for one in entries if _post(one) in theirs], sources))
    own = {one[:2]: judge.verdict(*one) for one in entries if _post(one) not in theirs}
    own |= {(one.kind, one.id): one for one in _hear(judge, [*told()], sources)}
    return [own.get(one[:2]) or judge.verdict(*one) for one in entries]


def _post(entry: Entry) -> str:
    _, _, one = entry
    return "" if isinstance(one, Broken) else one.post.value


def _half(entries: Sequence[Entry]) -> frozenset[str]:
    """Posts on which about half of the entries rest."""
    halves: tuple[list[str], list[str]] = [], []
    filled = [0, 0]
    for post, count in Counter(map(_post, entries)).most_common():
        fewer = filled[0] > filled[1]
        halves[fewer].append(post)
        filled[fewer] += count
    return frozenset(halves[1])


def _tell(judge: Judge, entries: Sequence[Entry], sources: Sequence[Source]) -> Iterator[bytes]:
    verdicts = [judge.verdict(*one) for one in entries]
    places: defaultdict[str, list[Placed]] = defaultdict(list)
    for _, id, fact in entries:
        if isinstance(fact, Fact) and id in judge.placed:
            places[fact.post.value].append((fact, judge.placed[id]))
    turned = {post: judge.turned(post, placed) for post, placed in places.items()}
    yield msgpack.encode(
        _Told(
            tuple(_Judged(v.kind, v.id, v.proved, v.from_lock, v.review, len(v.faults)) for v in verdicts),
            {post: len(faults) for post, faults in judge.post_faults.items()},
            {post: tuple(id for id, _ in found) for post, found in turned.items()},
            judge.misheard,
            judge.changed,
            judge.away,
            judge.placed,
            judge.resting,
        )
    )
    yield carried((fault for one in verdicts for fault in one.faults), sources)
    yield carried((fault for faults in judge.post_faults.values() for fault in faults), sources)
    yield carried((fault for found in turned.values() for _, fault in found), sources)


_PIECES = 4


def _hear(judge: Judge, pieces: list[bytes], sources: Sequence[Source]) -> Iterator[Verdict]:
    """The verdicts of a copy; none where it ended early. What it found, this judge has found then, too."""
    if len(pieces) < _PIECES:
        return
    told = msgpack.decode(pieces[0], type=_Told)
    of_entries, of_posts, of_turned = (iter(taken(piece, sources)) for piece in pieces[1:])
    for post, count in told.post_faults.items():
        judge.post_faults[post] = _next(of_posts, count)
    for post, ids in told.turned.items():
        judge.turned_of[post] = tuple(zip(ids, _next(of_turned, len(ids)), strict=True))
    judge.misheard |= told.misheard
    judge.changed |= told.changed
    judge.away |= told.away
    judge.placed |= told.placed
    judge.resting |= told.resting
    for one in told.verdicts:
        yield Verdict(one.kind, one.id, one.proved, _next(of_entries, one.faults), one.from_lock, one.review)


def _next(faults: Iterator[Diagnostic], count: int) -> tuple[Diagnostic, ...]:
    return tuple(next(faults) for _ in range(count))


def _sources(library: Library) -> tuple[Source, ...]:
    """The files in which faults of entries and of posts may stand."""
    tables = (library.facts, library.quotes, library.people, library.sources, library.actions, library.media)
    found = (entry.span.source for table in tables for entry in table.values())
    return tuple({id(source): source for source in found}.values())
