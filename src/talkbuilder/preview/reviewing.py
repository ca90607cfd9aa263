"""The review as its page asks for it: what there is to read, and each answer written before the next is taken."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import Any, Literal

from msgspec import Struct

from talkbuilder.authoring.locking import tell_of_reviews
from talkbuilder.authoring.passages import Subject
from talkbuilder.authoring.reviewing import Gathered, add_line, gather, is_name, line_of, take_back
from talkbuilder.authoring.slides import SlideSubject
from talkbuilder.diagnostics import Report
from talkbuilder.diagnostics.printing import as_objects
from talkbuilder.evidence.library.exposed import hushed, kept_by
from talkbuilder.evidence.library.reviews import REVIEWS
from talkbuilder.evidence.proof.lock import LOCK
from talkbuilder.evidence.proof.proof import Proof, prove
from talkbuilder.source.characters import without_unprintable
from talkbuilder.source.project import Project
from talkbuilder.stages.read import TALKS, read_library

_IDLE_SECONDS = 3.0  # so long nothing is answered before the lock tells of what was
_CHANGED = "it was changed meanwhile: nothing was written. Read it again"


class Answered(Struct, frozen=True, forbid_unknown_fields=True):
    """What somebody answers to an entry or a slide; `token` tells what was shown to them."""

    key: str
    token: str
    state: Literal["signed", "returned"]
    by: str
    note: str = ""


class Undone(Struct, frozen=True, forbid_unknown_fields=True):
    """Which answer is taken back."""

    number: int


class Reviewing:
    """One talk folder under review. Reads it when it is asked for the first time, and again when it has changed."""

    def __init__(self, root: Path, by: str, settled: Callable[[], Awaitable[None]]) -> None:
        """`settled` is called some seconds after the last answer: the notes of slides tell who reviewed what."""
        self._root, self._by, self._settled = root, by, settled
        self._one_at_a_time = asyncio.Lock()
        self._gathered = Gathered((), ())
        self._subjects: Mapping[str, tuple[str, Subject | SlideSubject]] = {}
        self._faults: list[dict[str, Any]] = []
        self._proof: Proof | None = None
        self._must_prove = self._must_read = self._has_answers = True
        self._own: dict[str, bytes] = {}  # files as they were written here
        self._numbers = count(1)
        self._written: dict[int, tuple[str, str]] = {}  # keys and lines by the number of the answer
        self._taken_back: set[str] = set()
        self._is_unlocked = False  # whether the lock does not tell of all answers yet
        self._locking: asyncio.Task[None] | None = None

    async def changed(self, paths: frozenset[str]) -> frozenset[str]:
        """Those of the changes that were not made here."""
        seen = frozenset(one for one in paths if not one.endswith(".tmp"))  # which stands in for what is not yet whole
        if seen & {REVIEWS, LOCK}:
            async with self._one_at_a_time:  # what is being written here is not known before it has been
                seen = frozenset(one for one in seen if not self._is_own(one))
        self._must_prove |= any(not one.startswith(f"{TALKS}/") and one not in (REVIEWS, LOCK) for one in seen)
        self._must_read |= bool(seen)
        return seen

    async def told(self, asked: object = None) -> Mapping[str, Any]:
        async with self._one_at_a_time:
            await self._read(with_answers=True)
            views = tuple(view for view, _ in self._gathered.shown)
            return {"entries": views, "talks": self._gathered.talks, "faults": self._faults, "by": self._by}

    async def answer(self, asked: Answered) -> Mapping[str, Any]:
        """Writes a line of what was shown; tells its number, or why nothing was written."""
        by, note = " ".join(asked.by.split()), without_unprintable(asked.note).strip()
        if not is_name(by) or (asked.state == "returned") != bool(note):
            return {"why": "it takes a name, and a remark where something is sent back"}
        async with self._one_at_a_time:
            await self._read()
            token, subject = self._subjects.get(asked.key, ("", None))
            if self._faults:
                return {"why": "the library has a fault: nothing was written"}
            if subject is None or not token or token != asked.token:
                return {"why": _CHANGED}
            line = line_of(subject, asked.state, by, Project(self._root).today, note)
            try:
                self._own[REVIEWS] = await asyncio.to_thread(add_line, self._root, line)
            except OSError as fault:
                return {"why": f"nothing was written: {fault.strerror or fault}"}
            number = next(self._numbers)
            self._written[number] = asked.key, line
            self._taken_back.discard(asked.key)
            self._note_answer()
            return {"number": number}

    async def undo(self, asked: Undone) -> Mapping[str, Any]:
        """Takes an answer back: the one before it counts again, if there was one."""
        async with self._one_at_a_time:
            key, line = self._written.get(asked.number, ("", ""))
            try:
                left = await asyncio.to_thread(take_back, self._root, line) if line else None
            except OSError as fault:
                return {"why": f"nothing was undone: {fault.strerror or fault}"}
            if left is None:
                return {"why": f"that line is no longer in {REVIEWS}"}
            self._own[REVIEWS] = left
            del self._written[asked.number]
            self._taken_back.add(key)
            self._note_answer()
            return {"undone": asked.number}

    async def end(self) -> None:
        """Lets the lock tell of what was answered last."""
        async with self._one_at_a_time:
            if self._locking:
                self._locking.cancel()
        await self._lock()

    def _is_own(self, path: str) -> bool:
        """Whether a file is as it was written here."""
        with suppress(OSError):
            return path in self._own and (self._root / path).read_bytes() == self._own[path]
        return False

    def _note_answer(self) -> None:
        self._has_answers = self._is_unlocked = True
        if self._locking:
            self._locking.cancel()
        self._locking = asyncio.create_task(self._lock_when_idle())

    async def _lock_when_idle(self) -> None:
        await asyncio.sleep(_IDLE_SECONDS)
        await self._lock()
        await self._settled()

    async def _lock(self) -> None:
        async with self._one_at_a_time:
            if self._is_unlocked and self._proof and not self._faults:
                self._is_unlocked = False
                if await asyncio.to_thread(tell_of_reviews, self._root, self._proof, frozenset(self._taken_back)):
                    self._own[LOCK] = (self._root / LOCK).read_bytes()

    async def _read(self, with_answers: bool = False) -> None:
        """Reads what has changed; what was answered here counts as a change for who wants to be told all."""
        if self._must_read or (with_answers and self._has_answers):
            must_prove = self._must_prove or self._proof is None
            self._must_read = self._must_prove = self._has_answers = False
            await asyncio.to_thread(self._gather, must_prove)

    def _gather(self, must_prove: bool) -> None:
        report, project = Report(), Project(self._root)
        library = read_library(project, report)
        library.reviews()  # so that its faults are told
        self._faults = as_objects(hushed(report.diagnostics, kept_by(library)[0])) if report.failed else []
        self._gathered, self._subjects = Gathered((), ()), {}
        if report.failed:
            self._must_prove = True
            return
        if must_prove or self._proof is None:
            self._proof = prove(library)
        self._gathered = gather(project, library, self._proof)
        self._subjects = {view.key: (view.token, subject) for view, subject in self._gathered.shown}
