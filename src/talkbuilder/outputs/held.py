"""A lock that one process holds at a time, and that dies with it: who is killed leaves none behind."""

import errno
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_NAP_SECONDS = 0.05
_TAKEN = (errno.EACCES, errno.EAGAIN, errno.EDEADLK)


@contextmanager
def held(path: Path, patience_seconds: float = 0.0) -> Iterator[bool]:
    """Holds the lock of a file, which stays where it is; tells whether it could be had. Raises OSError."""
    until = time.monotonic() + patience_seconds
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    try:
        while (mine := take(descriptor)) is False and time.monotonic() < until:
            time.sleep(_NAP_SECONDS)
        yield mine is not False
    finally:
        os.close(descriptor)  # which lets go of it


def take(descriptor: int) -> bool | None:
    """Takes the lock of an open file unless another process has it; it is let go of when the file is closed.

    None where the disk knows of no locks, as some in a network do not: then nobody can tell.
    """
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as fault:
        return False if fault.errno in _TAKEN else None
    return True
