"""`talkbuilder verify`: proves every fact and quotation against the posts, and writes down what is proved."""

import argparse
import json
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Self

from msgspec import Struct

from talkbuilder.commands.console import count, print_faults
from talkbuilder.commands.folder import root_of
from talkbuilder.commands.options import Folder, Format, add_format
from talkbuilder.commands.status import FAULTS, FINE, WrongUse

if TYPE_CHECKING:
    from talkbuilder.diagnostics import Report
    from talkbuilder.evidence.library import Library
    from talkbuilder.evidence.proof import Proof, Verdict

DESCRIPTION = "Proves every fact and quotation, word for word, against the posts, and writes assets/evidence.lock."


class Options(Struct, frozen=True):
    folder: Folder
    posts: str | None
    format: Format

    @staticmethod
    def add(parser: argparse.ArgumentParser) -> None:
        Folder.add(parser)
        parser.add_argument("--posts", metavar="DIR", help="where the posts' texts are (default: assets/posts)")
        add_format(parser)

    @classmethod
    def of(cls, namespace: argparse.Namespace) -> Self:
        return cls(Folder.of(namespace), namespace.posts, namespace.format)


def run(options: Options) -> int:
    from talkbuilder.checks import dangling_reference
    from talkbuilder.commands.locking import write
    from talkbuilder.diagnostics import Report
    from talkbuilder.evidence.grounds import never_imported
    from talkbuilder.evidence.proof import prove
    from talkbuilder.source.project import DiskProject
    from talkbuilder.stages.read import read_library

    began = time.perf_counter()
    root = root_of(options.folder)
    if options.posts and not Path(options.posts).is_dir():
        raise WrongUse(f"'{options.posts}' is no folder", "name the folder that holds the posts as ID.txt")
    report = Report()
    library = read_library(DiskProject(root), report)
    if options.posts:
        library = _elsewhere(library, Path(options.posts), report)
    proof = prove(library)
    found = (one for one in proof.diagnostics if options.posts or one.code != "E164")  # actions: it locks them anew
    for fault in (*dangling_reference.check(library), *found):
        report(fault)
    written = not options.posts and write(library, proof, root, report)
    aside = "; wrote assets/evidence.lock" if written else ""
    if strange := never_imported(library, proof.locked):
        aside += f"; nothing tells whether {', '.join(strange[:3])} was changed: it was never imported"
    _print(proof, report, options.format, time.perf_counter() - began, aside)
    return FAULTS if report.failed or not all(one.proved for one in proof.verdicts) else FINE


def _elsewhere(library: "Library", folder: Path, report: "Report") -> "Library":
    """The library with the posts of another folder, which must be those that the lock or our own index tells of."""
    from msgspec import structs

    from talkbuilder.evidence.lock import Unreadable, read_lock
    from talkbuilder.source.project import DiskProject
    from talkbuilder.stages.read import read_imported, read_text

    project = DiskProject(folder)
    try:
        held = {line.id: line.text for line in read_lock(library.lock() or b"").values() if line.kind == "post"}
    except Unreadable:
        held = {}
    known = {**read_imported(project, "", report), **library.imported(), **{id: sum for id, sum in held.items() if sum}}
    return structs.replace(
        library, texts=lambda post: read_text(project, f"{post}.txt", report), imported=lambda: known
    )


def _print(proof: "Proof", report: "Report", format: Format, seconds: float, aside: str) -> None:
    if format == "json":
        rows = ",\n".join(json.dumps(_object(one, proof), ensure_ascii=False) for one in proof.verdicts)
        print(f"[\n{rows}\n]" if rows else "[]")
        _print_aside(proof, report)
        return
    print_faults(report.diagnostics, format, sys.stdout)
    print(_summary(proof, report, seconds, aside))


def _print_aside(proof: "Proof", report: "Report") -> None:
    """What is wrong beside the entries, such as a file that cannot be read: programs read entries, people read this."""
    from talkbuilder.diagnostics.printing import FORMATS

    told = {fault for verdict in proof.verdicts for fault in verdict.faults}
    rest = [one for one in report.diagnostics if one.is_error and one not in told]
    if rest:
        print(FORMATS["text"](rest, False), file=sys.stderr)


def _summary(proof: "Proof", report: "Report", seconds: float, aside: str) -> str:
    kinds = [one.kind for one in proof.verdicts]
    proved = [one for one in proof.verdicts if one.proved]
    by_lock = sum(one.from_lock for one in proved)
    faults = sum(one.is_error for one in report.diagnostics)
    parts = (
        f"{count(kinds.count('fact'), 'fact')}, {count(kinds.count('quote'), 'quote')}",
        f"{len(proved):,} proved" + (f", {by_lock:,} of them by the lock alone" if by_lock else ""),
        count(faults, "fault"),
        f"{seconds:.2f} s{aside}",
    )
    return "; ".join(parts)


def _object(one: "Verdict", proof: "Proof") -> dict[str, object]:
    """What other programs are told of an entry; the first fault counts."""
    faults = sorted(one.faults, key=lambda fault: not fault.is_error)
    if not faults and not one.proved:
        faults = [fault for fault in proof.faults if fault.is_error][:1]
    fault = faults[0] if faults else None
    unread = None if one.proved else "the entry, or the post that it names, could not be read"
    return {
        "id": one.id,
        "kind": one.kind,
        "ok": one.proved is not None,
        "code": fault.code if fault else None,
        "message": fault.message if fault else unread,
        "review": one.review,
    }
