"""A question answered beside: in a copy of this process, on another core, while this one goes on."""

import os
import sys
import threading
from collections.abc import Callable
from functools import partial

_YES = b"y"


def ask_beside(question: Callable[[], bool]) -> Callable[[], bool]:
    """Begins to answer a question; what is returned waits for the answer, and may be called once.

    It says False both where the answer is no and where nobody could tell, because there was no copy or it ended early:
    who asked then has to look.
    """
    if not _may_copy():
        return lambda: False
    reading, writing = os.pipe()
    copy = os.fork()
    if copy == 0:
        _answer(question, writing)
    os.close(writing)
    return partial(_wait, copy, reading)


def _may_copy() -> bool:
    """Whether a copy is possible, and of use. A copy of a process with threads may hang; workers have a core each."""
    if sys.platform != "linux" or len(os.sched_getaffinity(0)) < 2:
        return False
    return threading.active_count() == 1 and "multiprocessing" not in sys.modules


def _answer(question: Callable[[], bool], writing: int) -> None:
    """The whole life of the copy: it neither returns nor raises, nor writes what its original still has to write."""
    try:
        if question():
            os.write(writing, _YES)
    finally:
        os._exit(0)


def _wait(copy: int, reading: int) -> bool:
    with open(reading, "rb") as pipe:
        answer = pipe.read()
    os.waitpid(copy, 0)
    return answer == _YES
