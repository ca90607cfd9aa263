"""One reviewer going through entries and slides: what is asked, and what is written of the answers."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from talkbuilder.commands.console import typed
from talkbuilder.commands.passage import print_line, show, show_slide
from talkbuilder.commands.status import FAULTS, FINE, INTERRUPTED, WrongUse

if TYPE_CHECKING:
    from talkbuilder.authoring.passages import Subject
    from talkbuilder.authoring.slides import SlideSubject
    from talkbuilder.evidence.library.library import Library
    from talkbuilder.evidence.proof.proof import Proof

_KEYS = "[y] sign  [n] send back with a note  [s] skip  [q] quit:"
_OF_ENTRY = f"Is this what the post says? {_KEYS}"
_OF_SLIDE = f"Does it say no more than what it rests on? {_KEYS}"


class Session:
    """One reviewer going through entries, then slides; each answer is on disk before the next is shown."""

    def __init__(self, root: Path, library: "Library", today: str, proof: "Proof") -> None:
        self._root, self._library, self._today, self._proof = root, library, today, proof
        self._done = {"signed": 0, "returned": 0, "skipped": 0}

    def walk(
        self,
        entries: "tuple[Subject, ...]",
        slides: "tuple[SlideSubject, ...]",
        faulty: tuple[str, ...],
        by: str,
        with_returned: bool,
    ) -> int:
        found: tuple[Subject | SlideSubject, ...] = (*(one for one in entries if one.passage), *slides)
        shown = [one for one in found if with_returned or one.standing.state != "returned"]
        for line in _aside(entries, slides, faulty):
            print_line(line)
        if not shown:
            print_line("nothing that can be reviewed here" if entries or slides else "nothing to review")
            return FAULTS if any(not one.passage for one in entries) else FINE
        try:
            by = by or _ask_name()
            for number, subject in enumerate(shown, start=1):
                if not self._review(subject, f"{number:,} of {len(shown):,}", by):
                    break
        except KeyboardInterrupt:
            self._end(len(shown))
            return INTERRUPTED
        self._end(len(shown))
        return FINE

    def _review(self, subject: "Subject | SlideSubject", number: str, by: str) -> bool:
        """Shows an entry or a slide and does what is answered; False to end."""
        from talkbuilder.authoring.slides import SlideSubject
        from talkbuilder.commands.keyboard import ask_key, ask_line
        from talkbuilder.source.characters import without_unprintable

        if isinstance(subject, SlideSubject):
            show_slide(subject, number, self._library)
        else:
            show(subject, number, self._library)
        while True:
            match ask_key(_OF_SLIDE if isinstance(subject, SlideSubject) else _OF_ENTRY, "ynsq"):
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

    def _write(self, subject: "Subject | SlideSubject", state: str, by: str, note: str) -> None:
        from talkbuilder.authoring.signing import add_line, line_of

        add_line(self._root, line_of(subject, state, by, self._today, note))
        self._done[state] += 1

    def _end(self, total: int) -> None:
        """Tells what was done; the lock, if there is one, then tells of the new reviews."""
        from talkbuilder.authoring.locking import tell_of_reviews
        from talkbuilder.evidence.library.reviews import REVIEWS
        from talkbuilder.evidence.proof.lock import LOCK

        signed, returned, skipped = self._done.values()
        left = total - signed - returned - skipped
        locked = (signed or returned) and tell_of_reviews(self._root, self._proof)
        print_line(
            f"\n{signed:,} signed, {returned:,} sent back, {skipped:,} skipped, {left:,} not yet shown"
            + (f"; wrote {typed(REVIEWS)}" if signed or returned else "")
            + (f" and {typed(LOCK)}" if locked else "")
        )


def _aside(entries: "Sequence[Subject]", slides: "Sequence[SlideSubject]", faulty: Sequence[str]) -> Iterator[str]:
    """What cannot be reviewed, and why."""
    away = [one for one in entries if not one.passage]
    standings = (*(one.standing for one in entries), *(one.standing for one in slides))
    returned = sum(one.state == "returned" for one in standings)
    if away:
        verb = "y cannot" if len(away) == 1 else "ies cannot"
        yield (
            f"{len(away):,} entr{verb} be signed: one signs only beside the passage, and the post is not here, or the "
            "entry has a fault\n  = hint: 'talkbuilder import FILE' takes posts in; 'talkbuilder verify' tells faults"
        )
    for talk in faulty:
        yield f"slides of '{talk}' with faults cannot be signed\n  = hint: 'talkbuilder check {talk}' tells the faults"
    if returned:
        yield f"{returned:,} sent back before, and not changed since: name one by its id to look at it again"


def _ask_name() -> str:
    """Who reviews. Raises WrongUse where nobody answers."""
    from talkbuilder.authoring.signing import is_name
    from talkbuilder.commands.keyboard import ask_line

    while (name := ask_line("Your name, as it stands beside what you sign:")) is not None:
        if is_name(name):
            return name
    raise WrongUse("it is not known who reviews", 'add your name, as in --by "Anna Miller"')
