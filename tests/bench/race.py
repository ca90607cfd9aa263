"""Whole processes, timed in turn: A B C A B C, so that whatever else the machine does falls on all of them alike."""

import os
import re
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

NO_FAULTS = "no faults in 1 talk"  # what a check says of a talk that is as it should be

# Linux counts memory in units of 1,024 bytes here, macOS in bytes.
_MAXRSS_BYTES = 1 if sys.platform == "darwin" else 1024
_SLIDE = re.compile(r"ppt/slides/slide\d+\.xml")


class Stumbled(Exception):
    """A contender did not finish; says what it printed."""


@dataclass(frozen=True, slots=True)
class Contender:
    """A command line; `deck` is what it writes, if it writes one, and `status` what it ends with where all is well."""

    name: str
    command: tuple[str, ...]
    deck: Path | None = None
    status: int = 0


@dataclass(frozen=True, slots=True)
class Result:
    """What the runs of a contender took."""

    name: str
    seconds: tuple[float, ...]
    peak_mb: float
    deck_mb: float
    slides: int

    @property
    def median(self) -> float:
        return median(self.seconds)


def race(contenders: Sequence[Contender], runs: int) -> list[Result]:
    """Runs all in turn, `runs` times after a round that does not count. Raises Stumbled."""
    for contender in contenders:
        _run(contender)
    seconds: dict[str, list[float]] = {contender.name: [] for contender in contenders}
    peaks: dict[str, list[float]] = {contender.name: [] for contender in contenders}
    for _ in range(runs):
        for contender in contenders:
            took, peak = _run(contender)
            seconds[contender.name].append(took)
            peaks[contender.name].append(peak)
    return [
        Result(one.name, tuple(seconds[one.name]), median(peaks[one.name]), *_weigh(one.deck)) for one in contenders
    ]


def environment() -> dict[str, str]:
    """Our own, but Python may keep what it compiled, as it does for everybody: else it compiles us at every run."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def _run(contender: Contender) -> tuple[float, float]:
    """Seconds of one process, and the peak megabytes of the largest among it and the processes that it started."""
    if contender.deck:
        contender.deck.unlink(missing_ok=True)
    os.sync()  # else a run that makes sure its deck is on the disk pays for what the one before left unwritten
    with tempfile.TemporaryFile() as said:
        began = time.perf_counter()
        process = subprocess.Popen(
            contender.command,
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=said,
            env=environment(),
        )
        _, status, usage = os.wait4(process.pid, 0)
        took = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != contender.status:
            said.seek(0)
            raise Stumbled(f"{contender.name} ended with {process.returncode}:\n{said.read().decode()[-2000:]}")
    return took, usage.ru_maxrss * _MAXRSS_BYTES / 1_000_000


def _weigh(deck: Path | None) -> tuple[float, int]:
    """Megabytes and slides of a deck."""
    if deck is None:
        return 0.0, 0
    with zipfile.ZipFile(deck) as package:
        slides = sum(1 for name in package.namelist() if _SLIDE.fullmatch(name))
    return deck.stat().st_size / 1_000_000, slides
