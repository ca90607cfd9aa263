"""What is done beside: in a copy of this process, on another core, while this one goes on."""

import os
import sys
import threading
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from functools import partial
from struct import calcsize, pack, unpack

from talkbuilder.patterns import keep

_YES = b"y"
_LENGTH = "!Q"  # before each piece, and after the last the count of them


def ask_beside(question: Callable[[], bool]) -> Callable[[], bool]:
    """Begins to answer a question; what is returned waits for the answer, and may be called once.

    It says False both where the answer is no and where nobody could tell, because there was no copy or it ended early:
    who asked then has to look.
    """
    told = _told_by_copy(lambda: _YES if question() else b"")
    return lambda: told() == _YES


# Waits for what a copy makes; may be called once.
Made = Callable[[], Sequence[bytes] | None]

# Takes what makes some data, and begins to call it; may be called once.
Maker = Callable[[Sequence[Callable[[], bytes]]], Made]


def make_beside(made: Callable[[], Iterable[bytes]]) -> Made:
    """Begins to make some data; what is returned waits for all of it, and may be called once.

    It says None where there was no copy or it ended early: who wanted the data then has to make it.
    """
    told = _told_by_copy(lambda: _joined(made()))
    return lambda: _taken_apart(memoryview(told()))


def get_ready_beside(ready: Callable[[], object]) -> Maker:
    """Begins to get ready for making what is not known yet.

    What makes it must be picklable. Where none is ever given, the copy ends with its original.
    """
    if not _may_copy():
        return lambda _: lambda: None
    hearing, giving = os.pipe()
    told = make_beside(partial(_made_of_given, ready, hearing, giving))
    os.close(hearing)
    return partial(_give, giving, told)


def _made_of_given(ready: Callable[[], object], hearing: int, giving: int) -> Iterable[bytes]:
    os.close(giving)  # or the copy, which holds it too, would never hear that its original has gone
    import pickle  # 2 ms, which most processes need not pay

    ready()
    with open(hearing, "rb") as pipe:
        given = pickle.load(pipe)
    return (make() for make in given)


def _give(giving: int, told: Made, given: Sequence[Callable[[], bytes]]) -> Made:
    import pickle

    with suppress(BrokenPipeError), open(giving, "wb") as pipe:  # broken where the copy has ended
        pickle.dump(given, pipe)
    return told


def _joined(pieces: Iterable[bytes]) -> bytes:
    made: list[bytes] = []
    for one in pieces:
        made += (pack(_LENGTH, len(one)), one)
    return b"".join([*made, pack(_LENGTH, len(made) // 2)])


def _taken_apart(told: memoryview) -> Sequence[bytes] | None:
    """The pieces; None where the last of them did not arrive."""
    pieces: list[bytes] = []
    size, at = calcsize(_LENGTH), 0
    while at + size <= len(told):
        (length,) = unpack(_LENGTH, told[at : at + size])
        at += size
        if at == len(told):
            return pieces if length == len(pieces) else None
        pieces.append(bytes(told[at : at + length]))
        at += length
    return None


def _told_by_copy(told: Callable[[], bytes]) -> Callable[[], bytes]:
    if not _may_copy():
        return lambda: b""
    reading, writing = os.pipe()
    copy = os.fork()
    if copy == 0:
        _tell(told, writing)
    os.close(writing)
    return partial(_wait, copy, reading)


def _may_copy() -> bool:
    """Whether a copy is possible, and of use. A copy of a process with threads may hang; workers have a core each."""
    if sys.platform != "linux" or len(os.sched_getaffinity(0)) < 2:
        return False
    return threading.active_count() == 1 and "multiprocessing" not in sys.modules


def _tell(told: Callable[[], bytes], writing: int) -> None:
    """The whole life of the copy: it neither returns nor raises, nor writes what its original still has to write."""
    try:
        data = told()  # all of it, for whoever waits may be long in coming, and a pipe holds little
        with open(writing, "wb") as pipe:
            pipe.write(data)
        keep()
    finally:
        os._exit(0)


def _wait(copy: int, reading: int) -> bytes:
    with open(reading, "rb") as pipe:
        told = pipe.read()
    os.waitpid(copy, 0)
    return told
