"""A parent and its workers, which a thread strikes at random moments: `python -m tests.commands.tree SEED END`.

What is random follows from the seed. A moment is given by how much is done, so that it does not depend on the machine.
Prints how many tasks were lost, or "interrupted".
"""

import multiprocessing
import os
import signal
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing, suppress
from multiprocessing.process import BaseProcess
from random import Random
from threading import Thread
from types import FrameType
from typing import NamedTuple

from talkbuilder.commands.workers import Lost, share_out

_TASKS = 300
_WORKERS = 2


class Task(NamedTuple):
    """So many additions to make, and bytes to give back; or never to end, unless it is the parent that has to do it."""

    additions: int
    data: bytes
    is_endless: bool


def work(task: Task) -> bytes:
    while task.is_endless and multiprocessing.parent_process():
        sum(range(10_000))
    sum(range(task.additions))
    return task.data


def _kill_a_worker(random: Random, workers: Sequence[BaseProcess]) -> None:
    with suppress(ValueError):  # it has ended by now
        random.choice(workers).kill()


# How a tree comes to its end: by its own, though a second worker is killed; or struck from outside.
ENDS: Mapping[str, Callable[[Random, Sequence[BaseProcess]], None]] = {
    "own": _kill_a_worker,
    "kill": lambda *_: os.kill(os.getpid(), signal.SIGKILL),
    "term": lambda *_: os.kill(os.getpid(), signal.SIGTERM),
    "int": lambda *_: os.kill(os.getpid(), signal.SIGINT),
    "term all": lambda *_: os.killpg(0, signal.SIGTERM),  # as service managers do
    "int all": lambda *_: os.killpg(0, signal.SIGINT),  # as Ctrl-C does in a terminal
}


def main(seed: int, end: str) -> int:
    signal.signal(signal.SIGTERM, _interrupt)
    random = Random(seed)
    first, second = sorted(random.randrange(_TASKS) for _ in range(2))
    tasks = [
        Task(random.randrange(40_000), bytes(random.choice((0, 0, 0, 300_000))), end != "own" and number >= second)
        for number in range(_TASKS)
    ]
    done: list[bytes | Lost] = []

    def strike() -> None:
        while len(workers := multiprocessing.active_children()) < _WORKERS:
            time.sleep(0.0005)
        for moment, blow in ((first, _kill_a_worker), (second, ENDS[end])):
            while len(done) < moment:
                time.sleep(0.0005)
            time.sleep(random.random() * 0.002)
            blow(random, workers)

    try:
        striking = Thread(target=strike, daemon=True)
        striking.start()
        with closing(share_out(work, tasks, _WORKERS)) as answers:
            for task, answer in zip(tasks, answers, strict=True):
                assert isinstance(answer, Lost) or answer == task.data
                done.append(answer)
        striking.join()
    except KeyboardInterrupt:
        print("interrupted")
        return 130
    print(sum(isinstance(answer, Lost) for answer in done))
    return 0


def _interrupt(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), sys.argv[2]))
