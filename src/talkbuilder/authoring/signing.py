"""Puts a reviewer's line into assets/reviews.yaml, or takes it out again; nothing else in the file is touched."""

from pathlib import Path

from talkbuilder.authoring.adding import Change, NotAdded, extended, write
from talkbuilder.authoring.passages import Subject
from talkbuilder.authoring.slides import SlideSubject
from talkbuilder.evidence.library.reviews import HEAD, REVIEWS, written, written_of_slide

LONGEST_NAME = 80


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
    except NotAdded as fault:
        raise OSError(str(fault)) from fault
