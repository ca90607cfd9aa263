"""Puts a reviewer's line into assets/reviews.yaml, or takes it out again; nothing else in the file is touched."""

from pathlib import Path

from talkbuilder.authoring.passages import Subject
from talkbuilder.authoring.slides import SlideSubject
from talkbuilder.evidence.library.reviews import HEAD, REVIEWS, written, written_of_slide
from talkbuilder.outputs.delivery import write_unless_changed

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
    path = root / REVIEWS
    while True:
        before = path.read_bytes() if path.is_file() else b""
        end = b"\r\n" if b"\r\n" in before else b"\n"
        gap = end if before and not before.endswith(b"\n") else b""
        after = (before or HEAD.encode()) + gap + line.encode().replace(b"\n", end)
        if write_unless_changed(path, before, after, root):
            return after


def take_back(root: Path, line: str) -> bytes | None:
    """Takes a line out that was added. Returns all of the file; None where the line is no longer in it.

    Raises OSError where it cannot be written.
    """
    path, wanted = root / REVIEWS, line.rstrip("\n").encode()
    while True:
        before = path.read_bytes() if path.is_file() else b""
        lines = before.splitlines(keepends=True)
        places = [at for at, one in enumerate(lines) if one.rstrip(b"\r\n") == wanted]
        if not places:
            return None
        after = b"".join(lines[: places[-1]] + lines[places[-1] + 1 :])
        if write_unless_changed(path, before, after, root):
            return after
