"""How much work something is, counted and not timed: a test holds how it grows on any machine, however busy."""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any


def lines_run(work: Callable[[], object]) -> int:
    """How many lines of Python run until some work is done, and how often it calls what is written in C."""
    count = 0

    def trace(frame: FrameType, event: str, argument: object) -> Any:
        nonlocal count
        count += event == "line"
        return trace

    def profile(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event == "c_call"

    before = sys.gettrace(), sys.getprofile()
    sys.settrace(trace)
    sys.setprofile(profile)
    try:
        work()
    finally:
        sys.settrace(before[0])
        sys.setprofile(before[1])
    return count


def growth(work: Callable[[int], Callable[[], object]], size: int = 50) -> float:
    """How many times the work of one size is that of four times the size: 4 where it is linear, 16 where quadratic.

    `work` prepares what is not counted; it is run once beforehand, so that nothing is compiled or imported later.
    """
    work(size)()
    return lines_run(work(4 * size)) / lines_run(work(size))
