"""`talkbuilder verify`: proves every fact and quotation against the posts, and writes down what is proved."""

import argparse
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct, structs

from talkbuilder.authoring.locking import write
from talkbuilder.authoring.starter import is_sample
from talkbuilder.checks import BESIDE_PROOF
from talkbuilder.commands.console import count, hushed, place_of, print_faults, print_line, typed
from talkbuilder.commands.folder import root_of
from talkbuilder.commands.options import Folder, Format, add_every, add_format
from talkbuilder.commands.status import FAULTS, FINE, WrongUse
from talkbuilder.diagnostics import Diagnostic, Report
from talkbuilder.diagnostics.harmless import written
from talkbuilder.diagnostics.printing import FORMATS
from talkbuilder.evidence.library.exposed import in_file, kept_by, without_names
from talkbuilder.evidence.library.facts import Fact
from talkbuilder.evidence.library.library import Library
from talkbuilder.evidence.library.protected import Protected
from talkbuilder.evidence.library.quotes import Quote
from talkbuilder.evidence.proof.changes import never_imported
from talkbuilder.evidence.proof.judge import Verdict
from talkbuilder.evidence.proof.lock import LOCK, Unreadable, read_lock
from talkbuilder.evidence.proof.proof import Proof, prove
from talkbuilder.evidence.review.signing import Signatures
from talkbuilder.posts.search.filling import other_page
from talkbuilder.source.project import Project
from talkbuilder.stages.checking import for_evidence, owner_of, places_of
from talkbuilder.stages.read import TALKS, read_imported, read_library, read_stretches, read_text, talk_names, texts_of
from talkbuilder.stages.uses import KINDS

_MOST_CHANGES = 3  # that are told line by line
DESCRIPTION = "Proves every fact and quotation, word for word, against the posts, and writes assets/evidence.lock."


class Options(Struct, frozen=True):
    folder: Folder
    posts: str | None
    format: Format
    every: bool

    @staticmethod
    def add(parser: argparse.ArgumentParser) -> None:
        Folder.add(parser)
        parser.add_argument("--posts", metavar="DIR", help="where the posts' texts are (default: assets/posts)")
        add_format(parser)
        add_every(parser, "print each question that a person has yet to answer, and not only their number")


def run(options: Options) -> int:
    began = time.perf_counter()
    root = root_of(options.folder)
    if options.posts and not Path(options.posts).is_dir():
        raise WrongUse(f"'{options.posts}' is no folder", "name the folder that holds the posts as ID.txt")
    report = Report()
    project = Project(root)
    library = read_library(project, report)
    if options.posts:
        library = _elsewhere(library, Path(options.posts), report)
    checked = [fault for check in BESIDE_PROOF for fault in check(library)]
    talks = (f"{TALKS}/{name}.yaml" for name in talk_names(project) if library.protected())
    kept = kept_by(library)[0]
    checked += (one for file in texts_of(project, talks) for one in in_file("E180", kept, file, "in this talk"))
    proof, rest = _beside(prove(library), library, checked, root)
    mended = tuple(_mended(proof))
    for fault in (*rest, *(one for one in proof.diagnostics if one not in mended)):
        report(fault)
    written = not options.posts and write(library, proof, root, report)
    aside = f"; wrote {typed(LOCK)}" if written else ""
    for fault in mended if not written else ():
        report(fault)
    if strange := [one for one in never_imported(library, proof.locked) if not is_sample(one, library.texts(one))]:
        aside += f"; nothing tells whether {', '.join(strange[:3])} was changed: it was never imported"
    report = for_evidence(report, library)
    if asked := list(_asked(proof, library)):
        listed = "" if options.every else ", which '--all' lists"
        aside = f"; {count(len(asked), 'question')} to a person{listed}{aside}"
    _print(proof, report, kept, options.format, time.perf_counter() - began, aside)
    for place, question in asked if options.every and options.format == "text" else ():
        print_line(f"  {place}: {without_names(question, kept)}")
    if written:
        _print_changes([one.message for one in hushed(mended) if one.code == "E169"], options.format)
    return FAULTS if report.failed or not all(one.proved for one in proof.verdicts) else FINE


def _beside(
    proof: Proof, library: Library, faults: Sequence[Diagnostic], root: Path
) -> tuple[Proof, tuple[Diagnostic, ...]]:
    """The proof with what else is wrong with its entries, which are not proved then, or to be asked of their pages, and
    the faults of none of them."""
    found: dict[tuple[str, str], list[Diagnostic]] = {(one.kind, one.id): [] for one in proof.verdicts}
    rest: list[Diagnostic] = []
    places = places_of(library)
    for fault in faults:
        file, id = owner_of(fault, places) or ("", "")
        found.get((KINDS.get(file, ""), id), rest).append(fault)
    verdicts = []
    for one in proof.verdicts:
        more = tuple(found[one.kind, one.id])
        stands = None if any(fault.is_error for fault in more) else one.proved
        asked = one.question or (_asked_of_page(library.entry(one.kind, one.id), root) if stands else "")
        verdicts.append(structs.replace(one, faults=one.faults + more, proved=stands, question=asked))
    return structs.replace(proof, verdicts=tuple(verdicts)), tuple(rest)


def _asked_of_page(entry: object, root: Path) -> str:
    if not isinstance(entry, Fact | Quote) or not entry.page:
        return ""
    words = entry.exact if isinstance(entry, Fact) else entry.text
    return other_page(root, entry.post.value, words.value, entry.page.value)


def _asked(proof: Proof, library: Library) -> Iterator[tuple[str, str]]:
    """What a person has yet to answer, with the place of each entry: who has signed one has seen its question."""
    signatures = Signatures(library)
    for one in proof.verdicts:
        entry = library.entry(one.kind, one.id)
        if not (one.question and one.proved and isinstance(entry, Fact | Quote)):
            continue
        if signatures.standing(one.kind, entry).state != "signed":
            place = place_of(entry.span)
            yield f"{place['file']}:{place['line']}: {one.id}", one.question


def _mended(proof: Proof) -> Iterator[Diagnostic]:
    """What a new lock puts right: changes of actions, and all that was changed where the posts or nothing proves it."""
    yield from (one for one in proof.faults if one.code in ("E164", "E169"))
    here = (one for one in proof.verdicts if one.proved and not one.from_lock)
    yield from (fault for one in here for fault in one.faults if fault.code == "E169")


def _print_changes(changes: Sequence[str], format: Format) -> None:
    """What the new lock takes for right that the old one did not."""
    out = sys.stderr if format == "json" else sys.stdout
    for change in changes[:_MOST_CHANGES]:
        print(f"  {change}", file=out)
    if len(changes) > _MOST_CHANGES:
        print(f"  and {count(len(changes) - _MOST_CHANGES, 'change')} more", file=out)


def _elsewhere(library: Library, folder: Path, report: Report) -> Library:
    """The library with the posts of another folder, which must be those that the lock or our own index tells of."""
    project = Project(folder)
    try:
        held = {line.id: line.text for line in read_lock(library.lock() or b"").values() if line.kind == "post"}
    except Unreadable:
        held = {}
    known = {**read_imported(project, "", report), **library.imported(), **{id: sum for id, sum in held.items() if sum}}
    heard = read_stretches(project, "")
    return structs.replace(
        library,
        texts=lambda post: read_text(project, f"{post}.txt", report),
        imported=lambda: known,
        stretches=lambda post: heard(post) or library.stretches(post),
    )


def _print(proof: Proof, report: Report, kept: Protected, format: Format, seconds: float, aside: str) -> None:
    if format == "json":
        rows = ",\n".join(written(_object(one, proof, kept), indent=None) for one in proof.verdicts)
        print(f"[\n{rows}\n]" if rows else "[]")
        _print_aside(proof, report)
        return
    print_faults(report.diagnostics, format, sys.stdout)
    print(_summary(proof, report, seconds, aside))


def _print_aside(proof: Proof, report: Report) -> None:
    """What is wrong beside the entries, such as a file that cannot be read: programs read entries, people read this."""
    told = {fault for verdict in proof.verdicts for fault in verdict.faults}
    rest = [one for one in report.diagnostics if one.is_grave and one not in told]
    if rest:
        print(FORMATS["text"](tuple(hushed(rest)), False), file=sys.stderr)


def _summary(proof: Proof, report: Report, seconds: float, aside: str) -> str:
    kinds = [one.kind for one in proof.verdicts]
    proved = [one for one in proof.verdicts if one.proved]
    by_lock = sum(one.from_lock for one in proved)
    faults = sum(one.is_grave for one in report.diagnostics)
    parts = (
        f"{count(kinds.count('fact'), 'fact')}, {count(kinds.count('quote'), 'quote')}",
        f"{len(proved):,} found" + (f", {by_lock:,} of them by the lock alone" if by_lock else ""),
        count(faults, "fault"),
        f"{seconds:.2f} s{aside}",
    )
    return "; ".join(parts)


def _object(one: Verdict, proof: Proof, kept: Protected) -> dict[str, object]:
    """What other programs are told of an entry; the first fault counts."""
    faults = sorted(hushed(one.faults), key=lambda fault: not fault.is_grave)
    if not faults and not one.proved:
        faults = [fault for fault in proof.faults if fault.is_grave][:1]
    fault = faults[0] if faults else None
    unread = None if one.proved else "the entry, or the post that it names, could not be read"
    return {
        "id": one.id,
        "kind": one.kind,
        "ok": one.proved is not None,
        "code": fault.code if fault else None,
        "message": fault.message if fault else unread,
        "review": [without_names(one.question, kept)] if one.question else [],
    }
