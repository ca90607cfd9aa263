"""What is done beside: in a copy of this process, on another core, while this one goes on."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from struct import calcsize, pack, unpack

_YES = b"y"
_LENGTH = "!Q"  # before each piece
_OFFERED = 100_000  # bytes more than before that are worth asking whether the pipe has room
_GATHERED = 1_000_000  # bytes that are read at once


def ask_beside(question: Callable[[], bool]) -> Callable[[], bool]:
    """Begins to answer a question; what is returned waits for the answer, and may be called once.

    It says False both where the answer is no and where nobody could tell, because there was no copy or it ended early:
    who asked then has to look.
    """
    told = make_beside(lambda: [_YES] if question() else [])
    return lambda: [*told()] == [_YES]


# Waits for what a copy makes, and gives it out piece by piece; may be called once.
Made = Callable[[], Iterator[bytes]]

# Takes what makes some data, and begins to call it; may be called once.
Maker = Callable[[Sequence[Callable[[], bytes]]], Made]


def make_beside(made: Callable[[], Iterable[bytes]]) -> Made:
    """Begins to make some data; what is returned waits until all is made, and may be called once.

    It ends early where there was no copy or that did: who wanted the data then has to make the rest of it. Pieces wait
    in the copy until they are asked for, so that they never lie here all at once.
    """
    if not may_copy():
        return lambda: iter(())
    reading, writing = os.pipe()
    copy = os.fork()
    if copy == 0:
        os.close(reading)  # or the copy, which holds it too, would never hear that nobody reads any more
        _tell(made, writing)
    os.close(writing)
    return partial(_pieces, copy, reading)


def given_out(count: int) -> Iterator[int]:
    """The numbers below a count, 256 at most, each only once: to this process or to its copy, whichever asks first."""
    reading, writing = os.pipe()
    with open(writing, "wb") as pipe:
        pipe.write(bytes(range(count)))

    def numbers() -> Iterator[int]:
        with open(reading, "rb", buffering=0) as pipe:
            while number := pipe.read(1):
                yield number[0]

    return numbers()


def get_ready_beside(ready: Callable[[], object]) -> Maker:
    """Begins to get ready for making what is not known yet.

    What makes it must be picklable. Where none is ever given, the copy ends with its original.
    """
    if not may_copy():
        return lambda _: lambda: iter(())
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


def may_copy() -> bool:
    """Whether a copy is possible, and of use. A copy of a process with threads may hang; workers have a core each."""
    if sys.platform != "linux" or len(os.sched_getaffinity(0)) < 2:
        return False
    threading = sys.modules.get("threading")  # without which there are none
    return (threading is None or threading.active_count() == 1) and "multiprocessing" not in sys.modules


def _tell(made: Callable[[], Iterable[bytes]], writing: int) -> None:
    """The whole life of the copy: it neither returns nor raises, nor writes what its original still has to write."""
    try:
        waiting = bytearray()  # what is made, for whoever wants it may be long in coming, and a pipe holds little
        offered = 0  # of it, when there was last no room for more
        os.set_blocking(writing, False)
        for piece in made():
            waiting += pack(_LENGTH, len(piece))
            waiting += piece
            if len(waiting) >= offered + _OFFERED:
                with suppress(BlockingIOError):
                    del waiting[: os.write(writing, waiting)]
                offered = len(waiting)
        os.set_blocking(writing, True)
        with open(writing, "wb") as pipe:
            pipe.write(waiting)
    finally:
        os._exit(0)


def _pieces(copy: int, reading: int) -> Iterator[bytes]:
    size = calcsize(_LENGTH)
    try:
        with open(reading, "rb", _GATHERED) as pipe:
            while len(head := pipe.read(size)) == size:
                (length,) = unpack(_LENGTH, head)
                piece = pipe.read(length)
                if len(piece) < length:
                    return
                yield piece
    finally:
        os.waitpid(copy, 0)
