"""A share of the trials, tried in a process of its own."""

import sys
import tempfile
from pathlib import Path
from random import Random
from typing import NamedTuple

from tests.fuzz.trial import Bench, Trial

_MEMORY = Path("/dev/shm")  # where it is, nothing has to wait for a disk


class Told(NamedTuple):
    """A trial with its number, and how much memory its process has ever had."""

    number: int
    trial: Trial
    peak_bytes: int


def try_share(share: tuple[str, list[int]]) -> list[Told]:
    seed, numbers = share
    where = _MEMORY if _MEMORY.is_dir() else None
    with tempfile.TemporaryDirectory(dir=where) as around:
        bench = Bench(Path(around))
        return [Told(number, bench.trial(Random(f"{seed}-{number}")), _peak_bytes()) for number in numbers]


def _peak_bytes() -> int:
    if sys.platform == "win32":
        return 0
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024
