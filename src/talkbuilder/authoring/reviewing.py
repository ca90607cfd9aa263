"""What there is to review in a talk folder: what its talks use, talk by talk with their slides, then all the rest.

And a reviewer's line in assets/reviews.yaml, put in or taken out again; nothing else in the file is touched.
"""

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from talkbuilder.authoring.adding import Change, extended, write
from talkbuilder.authoring.passages import Subject, subjects
from talkbuilder.authoring.side_by_side import Use, View, entry_view, slide_view
from talkbuilder.authoring.slides import SlideSubject, slide_subjects
from talkbuilder.diagnostics import Refused, Report
from talkbuilder.evidence.library.derived import Computed, depends_on
from talkbuilder.evidence.library.library import Library
from talkbuilder.evidence.library.reviews import HEAD, REVIEWS, written, written_of_slide
from talkbuilder.evidence.proof.proof import Proof
from talkbuilder.source.project import Project
from talkbuilder.stages.read import read_outline, read_source, talk_names
from talkbuilder.stages.resolve import resolve
from talkbuilder.stages.uses import uses
from talkbuilder.talk.edition import numbers_in
from talkbuilder.talk.talk import Talk

LONGEST_NAME = 80


class Gathered(Struct, frozen=True):
    """What is shown, in order, each with what is signed of it; `talks` are (name, title)."""

    shown: tuple[tuple[View, Subject | SlideSubject], ...]
    talks: tuple[tuple[str, str], ...]


def gather(project: Project, library: Library, proof: Proof) -> Gathered:
    """Everything, whether signed or not; a talk that cannot be read or has faults takes nothing from the others."""
    entries = {(one.kind, one.id): one for one in subjects(library, proof)}
    talks = talk_names(project)
    slides = {talk: slides_of(project, library, talk)[0] for talk in talks}
    used: dict[tuple[str, str], dict[tuple[str, int], Use]] = {}
    for talk in talks:
        for key, use in uses_of(project, library, talk):
            used.setdefault(key, {}).setdefault((talk, use.line), use)
    shown: list[tuple[View, Subject | SlideSubject]] = []

    def take(keys: Iterator[tuple[str, str]]) -> None:
        for key in keys:
            if one := entries.pop(key, None):
                shown.append((entry_view(one, library, tuple(used.get(key, {}).values())), one))

    for talk in talks:
        take(key for key in used if any(one == talk for one, _ in used[key]))
        shown += ((slide_view(one, library), one) for one in slides[talk])
    take(iter(tuple(entries)))
    titles = tuple((talk, slides[talk][0].title if slides[talk] else talk) for talk in talks)
    return Gathered(tuple(shown), titles)


def slides_of(project: Project, library: Library, talk: str) -> tuple[tuple[SlideSubject, ...], bool]:
    """The slides of a talk that have no fault, and whether these are all."""
    resolved = _resolved(project, library, talk)
    return slide_subjects(resolved) if resolved else (), resolved is not None and resolved.is_whole


def numbers_of(project: Project, library: Library, talk: str) -> dict[int, int]:
    """The numbers in the deck of the slides of a talk, by where they begin; none where one has a fault."""
    resolved = _resolved(project, library, talk)
    if resolved is None or not resolved.is_whole:
        return {}
    return {slide.span.start: number for slide, number in zip(resolved.slides, numbers_in(resolved), strict=True)}


def _resolved(project: Project, library: Library, talk: str) -> Talk | None:
    report = Report()
    outline = read_outline(project, talk, report)
    return resolve(talk, outline, library, report) if outline else None


def uses_of(project: Project, library: Library, talk: str) -> Iterator[tuple[tuple[str, str], Use]]:
    """What a talk uses, in its order, and what that is computed from: kind and id, and where."""
    source = read_source(project, talk, Report())
    for one in uses(talk, source, library) if source else ():
        entry = library.facts.get(one.id) if one.kind == "fact" else None
        place = Use(talk, one.title, one.key, one.span.line)
        if isinstance(entry, Computed):
            yield from ((("fact", root.id), place) for root in depends_on(entry))
        yield (one.kind, one.id), place


def is_name(name: str) -> bool:
    """Whether a reviewer may be called so."""
    return 0 < len(name) <= LONGEST_NAME and name.isprintable()


def line_of(subject: Subject | SlideSubject, state: str, by: str, today: str, note: str) -> str:
    """What a review of a subject, as it was shown, is written as."""
    if isinstance(subject, SlideSubject):
        named = subject.written.id
        return written_of_slide(subject.talk, named, subject.title, state, by, today, note, subject.hashes)
    return written((subject.kind, subject.id), state, by, today, note, subject.hashes)


def add_line(root: Path, line: str) -> bytes:
    """Adds a line to the file as it is now, which somebody else may have added to as well. Returns all of the file.

    Raises OSError where it cannot be written.
    """
    return _written(root, lambda data: extended(data or HEAD.encode(), line))


def take_back(root: Path, line: str) -> bytes | None:
    """Takes a line out that was added. Returns all of the file; None where the line is no longer in it.

    Raises OSError where it cannot be written.
    """
    wanted, is_there = line.rstrip("\n").encode(), False

    def without(data: bytes) -> bytes:
        nonlocal is_there
        lines = data.splitlines(keepends=True)
        places = [at for at, one in enumerate(lines) if one.rstrip(b"\r\n") == wanted]
        is_there = bool(places)
        return b"".join(lines[: places[-1]] + lines[places[-1] + 1 :]) if places else data

    left = _written(root, without)
    return left if is_there else None


def _written(root: Path, change: Change) -> bytes:
    try:
        return write(root, REVIEWS, change)
    except Refused as fault:
        raise OSError(str(fault)) from fault
