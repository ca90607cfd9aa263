"""`talkbuilder review`: shows entries beside their passages, one after the other, to be signed or sent back."""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Self

from msgspec import Struct

from talkbuilder.commands.console import print_faults, print_json, typed
from talkbuilder.commands.folder import root_of
from talkbuilder.commands.options import Folder, Format, Talks, add_format
from talkbuilder.commands.passage import print_line, protected, show
from talkbuilder.commands.status import FAULTS, FINE, INTERRUPTED, WrongUse

if TYPE_CHECKING:
    from talkbuilder.authoring.passages import Subject
    from talkbuilder.evidence.library import Library
    from talkbuilder.evidence.proof import Proof
    from talkbuilder.source.project import DiskProject

DESCRIPTION = (
    "Shows each fact and quotation that nobody has signed, or that was changed since, beside its passage in the post: "
    "y signs it, n sends it back with a note, s skips it, q quits. Writes assets/reviews.yaml, line by line."
)
_QUESTION = "Is this what the post says? [y] sign  [n] send back with a note  [s] skip  [q] quit:"
_LONGEST_NAME = 80


class Options(Struct, frozen=True):
    names: tuple[str, ...]
    folder: Folder
    by: str
    format: Format

    @staticmethod
    def add(parser: argparse.ArgumentParser) -> None:
        help = "a talk, for what it uses; or an entry, a post or a person by its id (default: the whole library)"
        parser.add_argument("names", nargs="*", metavar="NAME", help=help)
        Folder.add(parser)
        parser.add_argument("--by", metavar="NAME", default="", help="who reviews (default: asked at the beginning)")
        add_format(parser, "text to review, json to list what there is to review (default: text)")

    @classmethod
    def of(cls, namespace: argparse.Namespace) -> Self:
        """Raises WrongUse where the name is none."""
        by = " ".join(namespace.by.split())
        if len(by) > _LONGEST_NAME or (namespace.by and not by) or not by.isprintable():
            raise WrongUse("--by takes a name", "write the reviewer's name, such as --by 'A. Reader'")
        return cls(tuple(namespace.names), Folder.of(namespace), by, namespace.format)


def run(options: Options) -> int:
    from talkbuilder.authoring.passages import subjects
    from talkbuilder.diagnostics import Report
    from talkbuilder.evidence.proof import prove
    from talkbuilder.source.project import DiskProject
    from talkbuilder.stages.read import read_library

    root = root_of(options.folder, Talks(options.names))
    report, project = Report(), DiskProject(root)
    library = read_library(project, report)
    library.reviews()  # so that its faults are reported
    if report.failed:
        print_faults(report.diagnostics, "text")
        return FAULTS
    proof = prove(library)
    found = _wanted(subjects(library, proof), options.names, library, project)
    if options.format == "json":
        _print_json(found, library)
        return FINE
    return _Session(root, library, project.today, proof).walk(found, options)


def _wanted(
    all: "Sequence[Subject]", names: tuple[str, ...], library: "Library", project: "DiskProject"
) -> "tuple[Subject, ...]":
    """What is to be reviewed: by default whatever nobody has signed as it is now; what is named, in any case."""
    from talkbuilder.stages.read import talk_names

    open = {(one.kind, one.id): one for one in all if one.standing.state != "signed"}
    if not names:
        return tuple(open.values())
    known = {(one.kind, one.id): one for one in all}
    talks = talk_names(project)
    found: dict[tuple[str, str], Subject] = {}
    for name in names:
        talk = Path(name).stem if name.endswith((".yaml", ".yml")) else name
        keys, among = (_used(talk, library, project), open) if talk in talks else (_named(name, library, talks), known)
        found |= {key: among[key] for key in keys if key in among}
    return tuple(found.values())


def _used(talk: str, library: "Library", project: "DiskProject") -> "Iterator[tuple[str, str]]":
    """What a talk uses, in its order."""
    from talkbuilder.diagnostics import Report
    from talkbuilder.stages.read import read_source
    from talkbuilder.stages.uses import uses

    source = read_source(project, talk, Report())
    for use in uses(talk, source, library) if source else ():
        yield use.kind, use.id


def _named(name: str, library: "Library", talks: tuple[str, ...]) -> "Iterator[tuple[str, str]]":
    """The entries that an id means, its own or what rests on a post or a person. Raises WrongUse for others."""
    from talkbuilder.diagnostics import near
    from talkbuilder.stages.uses import names, resting_on

    meant = names(library, name)
    if not meant:
        raise WrongUse(f"'{name}' is no talk and no entry", near(name, (*talks, *library.facts, *library.quotes)))
    for one in meant:
        yield from resting_on(library, one)


class _Session:
    """One reviewer going through entries; each answer is on disk before the next entry is shown."""

    def __init__(self, root: Path, library: "Library", today: str, proof: "Proof") -> None:
        self._root, self._library, self._today, self._proof = root, library, today, proof
        self._done = {"signed": 0, "returned": 0, "skipped": 0}

    def walk(self, found: "tuple[Subject, ...]", options: Options) -> int:
        shown = [one for one in found if one.passage and (options.names or one.standing.state != "returned")]
        for line in _aside(found):
            print_line(line)
        if not shown:
            print_line("nothing to review" if not found else "nothing that can be reviewed here")
            return FAULTS if any(not one.passage for one in found) else FINE
        try:
            by = options.by or _ask_name()
            for number, subject in enumerate(shown, start=1):
                if not self._review(subject, f"{number:,} of {len(shown):,}", by):
                    break
        except KeyboardInterrupt:
            self._end(len(shown))
            return INTERRUPTED
        self._end(len(shown))
        return FINE

    def _review(self, subject: "Subject", number: str, by: str) -> bool:
        """Shows an entry and does what is answered; False to end."""
        from talkbuilder.commands.keyboard import ask_key, ask_line
        from talkbuilder.source.characters import without_unprintable

        show(subject, number, self._library)
        while True:
            match ask_key(_QUESTION, "ynsq"):
                case "y":
                    self._write(subject, "signed", by, "")
                    return True
                case "n":
                    note = without_unprintable(ask_line("What is wrong with it?") or "").strip()
                    if note:
                        self._write(subject, "returned", by, note)
                        return True
                    print_line("nothing was written: a note tells its author what to mend")
                case "s":
                    self._done["skipped"] += 1
                    return True
                case _:
                    return False

    def _write(self, subject: "Subject", state: str, by: str, note: str) -> None:
        """Adds a line to the file as it is now, which somebody else may have added to as well."""
        from talkbuilder.evidence.reviews import HEAD, REVIEWS, written
        from talkbuilder.outputs.delivery import write_unless_changed

        path = self._root / REVIEWS
        line = written((subject.kind, subject.id), state, by, self._today, note, subject.hashes)
        while True:
            before = path.read_bytes() if path.is_file() else b""
            end = b"\r\n" if b"\r\n" in before else b"\n"
            gap = end if before and not before.endswith(b"\n") else b""
            after = (before or HEAD.encode()) + gap + line.encode().replace(b"\n", end)
            if write_unless_changed(path, before, after, self._root):
                break
        self._done[state] += 1

    def _end(self, total: int) -> None:
        """Tells what was done; the lock, if there is one, then tells of the new reviews."""
        from talkbuilder.evidence.lock import LOCK
        from talkbuilder.evidence.reviews import REVIEWS

        signed, returned, skipped = self._done.values()
        left = total - signed - returned - skipped
        locked = (signed or returned) and self._lock()
        print_line(
            f"\n{signed:,} signed, {returned:,} sent back, {skipped:,} skipped, {left:,} not yet shown"
            + (f"; wrote {typed(REVIEWS)}" if signed or returned else "")
            + (f" and {typed(LOCK)}" if locked else "")
        )

    def _lock(self) -> bool:
        from talkbuilder.commands.locking import write
        from talkbuilder.diagnostics import Report
        from talkbuilder.evidence.lock import LOCK
        from talkbuilder.source.project import DiskProject
        from talkbuilder.stages.read import read_library

        report = Report()
        library = read_library(DiskProject(self._root), report)
        for fault in self._proof.diagnostics:
            report(fault)
        return (self._root / LOCK).is_file() and write(library, self._proof, self._root, report, reviews_only=True)


def _aside(found: "Sequence[Subject]") -> Iterator[str]:
    """What cannot be reviewed, and why."""
    away = [one for one in found if not one.passage]
    returned = sum(one.standing.state == "returned" for one in found)
    if away:
        verb = "y cannot" if len(away) == 1 else "ies cannot"
        yield (
            f"{len(away):,} entr{verb} be signed: one signs only beside the passage, and the post is not here, or the "
            "entry has a fault\n  = hint: 'talkbuilder import FILE' takes posts in; 'talkbuilder verify' tells faults"
        )
    if returned:
        yield f"{returned:,} sent back before, and not changed since: name one by its id to look at it again"


def _ask_name() -> str:
    """Who reviews. Raises WrongUse where nobody answers."""
    from talkbuilder.commands.keyboard import ask_line

    while (name := ask_line("Your name, as it stands beside what you sign:")) is not None:
        if 0 < len(name) <= _LONGEST_NAME and name.isprintable():
            return name
    raise WrongUse("nobody tells who reviews", "--by NAME tells it")


def _print_json(found: "Sequence[Subject]", library: "Library") -> None:
    print_json([_object(one, library) for one in found])


def _object(one: "Subject", library: "Library") -> dict[str, object]:
    from talkbuilder.authoring.passages import citation

    review = one.standing.review
    return {
        "kind": one.kind,
        "id": one.id,
        "state": one.standing.state,
        "by": review.by.value if review else None,
        "on": review.on.value if review else None,
        "note": review.reason or None if review else None,
        **{name.replace(" ", "_"): value or None for name, value in one.lines},
        "who": library.credit(one.who),
        "post": one.entry.post.value,
        "citation": citation(one, library),
        "before": one.passage.before if one.passage else None,
        "passage": one.passage.words if one.passage else None,
        "after": one.passage.after if one.passage else None,
        "review": one.doubts,
        "protected": protected(one, library) or None,
    }
