"""Shares of the trials, each tried in a process of its own; one that dies, or never ends, is told and replaced."""

import multiprocessing
import signal
import sys
import tempfile
import time
from collections import deque
from collections.abc import Iterator, Sequence
from multiprocessing.connection import Connection, wait
from pathlib import Path
from random import Random
from typing import NamedTuple

from tests.fuzz.trial import Bench, Found, Trial

_MEMORY = Path("/dev/shm")  # where it is, nothing has to wait for a disk
_MOST_SECONDS = 120.0  # of a wall clock until a process says something
_PIECE = 250  # trials in one folder
_SPAWN = multiprocessing.get_context("spawn")


class Told(NamedTuple):
    """A trial with its number, and how much memory its process has ever had."""

    number: int
    trial: Trial
    peak_bytes: int


class _Worker:
    """A process with a pipe of its own: none can take a lock with it that another waits for."""

    def __init__(self, seed: str, around: str, numbers: Sequence[int]) -> None:
        self.left = deque(numbers)
        self.heard = time.monotonic()
        self.pipe, end = _SPAWN.Pipe(duplex=False)
        self.process = _SPAWN.Process(target=_try, args=(end, seed, around, tuple(numbers)), daemon=True)
        self.process.start()
        end.close()  # so that the pipe ends with the process

    def end(self) -> None:
        self.process.kill()
        self.process.join()
        self.pipe.close()


def tried(numbers: Sequence[int], seed: str, jobs: int) -> Iterator[Told]:
    """Every trial as it ends; whoever stops asking ends the processes."""
    with tempfile.TemporaryDirectory(dir=_MEMORY if _MEMORY.is_dir() else None) as around:
        shares = (numbers[at::jobs] for at in range(jobs))
        workers = [_Worker(seed, around, share) for share in shares if share]
        try:
            while workers:
                for worker in [*workers]:
                    yield from _heard(worker)
                    if worker.left and not worker.pipe.closed:
                        continue
                    workers.remove(worker)
                    worker.end()
                    if worker.left:
                        workers.append(_Worker(seed, around, [*worker.left]))
                wait([worker.pipe for worker in workers], 1)
        finally:
            for worker in workers:
                worker.end()


def _heard(worker: _Worker) -> Iterator[Told]:
    """What a process has said since; one that has died, or says nothing for too long, is ended with its trial."""
    fault = ""
    try:
        while worker.left and worker.pipe.poll():
            told: Told = worker.pipe.recv()
            worker.left.remove(told.number)
            worker.heard = time.monotonic()
            yield told
    except EOFError:
        worker.process.join()
        fault = f"the process ended with {worker.process.exitcode}"
    if time.monotonic() - worker.heard > _MOST_SECONDS:
        fault = f"not ended after {_MOST_SECONDS:.0f} s"
    if fault:
        worker.pipe.close()
        yield Told(worker.left.popleft(), Trial("?", "?", 0.0, (Found("died", fault),)), 0)


def _try(pipe: Connection, seed: str, around: str, numbers: tuple[int, ...]) -> None:
    # Ctrl-C reaches every process of a terminal: only whoever began the work is to heed it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for at in range(0, len(numbers), _PIECE):
        with tempfile.TemporaryDirectory(dir=around) as folder:
            bench = Bench(Path(folder))
            for number in numbers[at : at + _PIECE]:
                pipe.send(Told(number, bench.trial(Random(f"{seed}-{number}")), _peak_bytes()))


def _peak_bytes() -> int:
    if sys.platform == "win32":
        return 0
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024
