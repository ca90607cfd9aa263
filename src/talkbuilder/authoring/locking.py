"""Writing assets/evidence.lock down: all that is proved, and what it rests on."""

from collections.abc import Iterable, Iterator, Set
from pathlib import Path

from msgspec import structs

from talkbuilder.diagnostics import Report
from talkbuilder.evidence.library.library import Library
from talkbuilder.evidence.proof.changes import KEEPS_LOCK, lines, signatures
from talkbuilder.evidence.proof.lock import LOCK, Lines, Proved, write_lock
from talkbuilder.evidence.proof.proof import Proof
from talkbuilder.evidence.proof.verbatim import with_hashes
from talkbuilder.outputs.delivery import write_whole
from talkbuilder.source.project import Project
from talkbuilder.stages.read import read_library

# An entry, or a field of it, that cannot be read.
_UNREAD = frozenset({*(f"E{number:03}" for number in range(1, 14)), "E017"})


def tell_of_reviews(root: Path, proof: Proof, taken_back: Set[str] = frozenset()) -> bool:
    """Brings the reviews in the lock, if there is one, up to date; whether it was written.

    `taken_back` are the names of reviews that were undone and may still be in the lock.
    """
    report = Report()
    library = read_library(Project(root), report)
    for fault in proof.diagnostics:
        report(fault)
    return (root / LOCK).is_file() and write(library, proof, root, report, True, taken_back)


def write(
    library: Library,
    proof: Proof,
    root: Path,
    report: Report,
    reviews_only: bool = False,
    taken_back: Set[str] = frozenset(),
) -> bool:
    """Writes the lock where it would change, whole or not at all; returns whether it did.

    It then holds all that is proved, and nothing of an entry with a fault. It is left as it is where a file or an entry
    cannot be read, which would look as if entries were gone, and where a new one would hide what was changed. What only
    the lock proves stays in it, even if its entry is gone: without the source nobody could prove it again. Where it is
    written for the sake of `reviews_only`, everything else in it stays, so that a change is still reported.
    """
    codes = {one.code for one in report.diagnostics if one.is_error}
    if codes & KEEPS_LOCK or any(code.startswith("R") or code in _UNREAD for code in codes):
        return False
    proved = [one.proved for one in proof.verdicts if one.proved]
    read = ((one.kind, one.id) for one in proof.verdicts if one.proved and not one.from_lock)
    target = root / LOCK
    if not proved and not target.is_file():
        return False
    beside = with_hashes(lines(library, proof.locked), library, proof.locked)
    rows = (*proved, *beside, *signatures(library, proof.locked, read))
    rows = (*rows, *_unproved_without(library, proof, rows))
    data = write_lock(_kept(rows, proof.locked, taken_back) if reviews_only else rows)
    if target.is_file() and target.read_bytes() == data:
        return False
    write_whole(target, data, root)
    return True


def _unproved_without(library: Library, proof: Proof, rows: Iterable[Proved]) -> Iterator[Proved]:
    """Lines of entries that are not in the library any more, and whose source is not here."""
    known = {(one.kind, one.id) for one in rows} | {(one.kind, one.id) for one in proof.verdicts}
    for key, held in proof.locked.items():
        if key[0] in ("fact", "quote") and key not in known and held.post and library.texts(held.post) is None:
            yield held


def _kept(rows: Iterable[Proved], before: Lines, taken_back: Set[str]) -> Iterator[Proved]:
    """The lines, of which only entries and reviews are new; a review that is gone stays, unless it was undone."""
    new = {(one.kind, one.id): one for one in rows}
    for key, held in before.items():
        if key[0] not in ("fact", "quote", "review"):
            new[key] = held
        elif key[0] == "review":
            if key[1] not in taken_back:
                new.setdefault(key, held)
        elif key in new:
            new[key] = structs.replace(new[key], parts=held.parts)
    return iter(new.values())
