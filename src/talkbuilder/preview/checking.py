"""All checks of a talk, in a process of its own beside the one that draws: they take longer than a picture may wait.

python -m talkbuilder.preview.checking DIR TALK reads a line of JSON for each request and answers it with one.
"""

import asyncio
import os
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from talkbuilder.diagnostics import Report
from talkbuilder.diagnostics.printing import as_objects
from talkbuilder.evidence.library.exposed import hushed, kept_by
from talkbuilder.evidence.library.library import Library
from talkbuilder.layout.page import PROVED, Unproved
from talkbuilder.pipeline import BuildOptions, make
from talkbuilder.preview.choosing import Choice, OpenProject, occasion_of, template_of
from talkbuilder.source.project import ASSETS
from talkbuilder.stages.checking import faults_for, load_library
from talkbuilder.stages.read import read_outline

_BESIDE = 10  # how much less of the machine it gets than what draws, as `nice` counts
# Whoever saves in quick succession wants pictures; findings come in the first pause, or at last all the same.
_PAUSE_SECONDS, _MOST_SECONDS = 0.15, 3.0
_LONGEST = 1 << 28  # bytes of an answer


class Request(Struct, frozen=True):
    """What is to be checked, and what has changed on disk since the last time."""

    version: int
    choice: Choice
    changed: tuple[str, ...] = ()


class Answer(Struct, frozen=True):
    version: int
    findings: list[dict[str, Any]]
    unproved: Unproved = PROVED


class Checker:
    """Asks the other process; of the requests that come while it is at work, only the last one is passed on."""

    def __init__(self, root: Path, talk: str, answered: Callable[[Answer], None]) -> None:
        self._command = (sys.executable, "-m", __name__, str(root.resolve()), talk)
        self._answered = answered
        self._next: Request | None = None
        self._asked = 0.0  # when it was last asked
        self._is_wanted = asyncio.Event()

    def ask(self, version: int, choice: Choice, changed: tuple[str, ...]) -> None:
        if self._next:  # what nobody has taken notice of yet
            changed = tuple(dict.fromkeys((*self._next.changed, *changed)))
        self._next = Request(version, choice, changed)
        self._asked = time.monotonic()
        self._is_wanted.set()

    async def run(self) -> None:
        """Until it is cancelled; the process then ends too."""
        pipe = asyncio.subprocess.PIPE
        process = await asyncio.create_subprocess_exec(
            *self._command, stdin=pipe, stdout=pipe, limit=_LONGEST, start_new_session=True
        )
        assert process.stdin
        assert process.stdout
        try:
            while True:
                await self._is_wanted.wait()
                await self._pause()
                self._is_wanted.clear()
                asked, self._next = self._next, None
                if asked is None:
                    continue
                process.stdin.write(msgspec.json.encode(asked) + b"\n")
                if not (line := await process.stdout.readline()):
                    return  # it has ended, and pictures come all the same
                self._answered(msgspec.json.decode(line, type=Answer))
        finally:
            with suppress(ProcessLookupError):
                process.kill()

    async def _pause(self) -> None:
        began = time.monotonic()
        while (now := time.monotonic()) - self._asked < _PAUSE_SECONDS and now - began < _MOST_SECONDS:
            await asyncio.sleep(_PAUSE_SECONDS - (now - self._asked))


class _Checks:
    """The other process: keeps the library as long as nothing of it changes."""

    def __init__(self, root: Path, talk: str) -> None:
        self._project = OpenProject(root)
        self._talk = talk
        self._library: tuple[Library, Report] | None = None  # with what is wrong with it

    def answer(self, asked: Request) -> Answer:
        self._project.forget(asked.changed)
        if self._library is None or any(path.startswith(f"{ASSETS}/") for path in asked.changed):
            own = Report()
            self._library = load_library(self._project, own), own
        library, of_library = self._library
        report, deck = Report(), None
        outline = read_outline(self._project, self._talk, report)
        if outline is not None:
            occasion, template = occasion_of(asked.choice, self._project), template_of(asked.choice, self._project)
            deck = make(self._talk, outline, library, report, BuildOptions(occasion, template))
        for fault in faults_for((self._talk,), self._project, library, of_library):
            report(fault)
        told = hushed(report.diagnostics, kept_by(library)[0])
        return Answer(asked.version, as_objects(told), deck.unproved if deck else PROVED)


def main() -> None:
    """Answers until nobody asks any more."""
    with suppress(AttributeError, OSError):  # where there is no such thing, it shares the machine evenly
        os.nice(_BESIDE)
    checks = _Checks(Path(sys.argv[1]), sys.argv[2])
    for line in sys.stdin.buffer:
        answer = checks.answer(msgspec.json.decode(line, type=Request))
        sys.stdout.buffer.write(msgspec.json.encode(answer) + b"\n")
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
