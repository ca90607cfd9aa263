"""What checks found nothing in, and what was written, remembered from run to run: nobody has to do that again.

What is remembered are digests, and nothing else: each of a check, of all that its answer hangs on (the bytes of
outline, library and posts, and the edition that is asked for), and of this very program. Only that nothing was found is
remembered; whatever was found is found anew in each run. In the same way the bytes are remembered that were written of
all that. So nothing that is damaged, cut short or out of date can do more than make a run longer.

It lies where a user's programs keep what they can do without, and not in the talk folder: who sends somebody a folder
cannot send a memory with it. It is read only if nobody but its user could have written it, and may be deleted at any
time.
"""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from stat import S_IWGRP, S_IWOTH

from talkbuilder.hashing import blake2b

_NAME = "faultless"
_BYTES = 32  # of a digest
_MOST = 4_096  # digests; a talk needs some 80 for each state that it is checked in
_LIBRARIES = ("site-packages", "dist-packages")  # folders whose time changes with every library that is replaced
_CACHED = "__pycache__"


def digest(*pieces: bytes) -> bytes:
    """The digest of some pieces: others that are the same when joined have another."""
    told = blake2b(digest_size=_BYTES)
    for piece in pieces:
        told.update(len(piece).to_bytes(8, "big"))
        told.update(piece)
    return told.digest()


class Seen:
    """What is known of one product, a library, a talk, or its deck: what was found in it, and written of it."""

    def __init__(self, memory: "Memory", *told: bytes) -> None:
        self._memory = memory
        self._told = digest(*told)

    def knows(self, *checks: str) -> bool:
        """Whether checks, by their names, were all tried on this product and found nothing."""
        return all(self._memory.has(self._key(one)) for one in checks)

    def learn(self, *checks: str) -> None:
        """Remembers checks that found nothing in this product."""
        self._memory.take(map(self._key, checks))

    @property
    def is_kept(self) -> bool:
        """Whether anything can be known or learnt at all."""
        return self._memory.is_kept

    @property
    def news(self) -> bytes:
        """What was learnt in this run, for the original of a copy; its `learn_from` reads it."""
        return self._memory.news

    def learn_from(self, news: bytes) -> None:
        self._memory.take(_keys(news))

    def _key(self, check: str) -> bytes:
        return digest(self._told, check.encode())


class Memory:
    """The memory in a file; without one, it knows nothing and learns nothing."""

    def __init__(self, file: Path | None = None) -> None:
        self._program = b""
        if file is not None:
            with suppress(OSError):  # who cannot tell which program this is cannot tell what it found
                self._program = _program()
        self._file = file if self._program else None
        self._known: dict[bytes, None] | None = None
        self._new: dict[bytes, None] = {}

    @property
    def is_kept(self) -> bool:
        return self._file is not None

    def of(self, *told: bytes) -> Seen:
        """What is known of a product, which `told` are all that the answer of a check hangs on but for the program."""
        return Seen(self, self._program, *told)

    def has(self, key: bytes) -> bool:
        if self._file is None:
            return False
        if self._known is None:
            self._known = _read(self._file)
        return key in self._known or key in self._new

    def take(self, keys: Iterable[bytes]) -> None:
        if self._file is not None:
            self._new.update(dict.fromkeys(keys))

    @property
    def news(self) -> bytes:
        return b"".join(self._new)

    def keep(self) -> None:
        """Writes down what was learnt, at one stroke, for others may be reading or writing; what is oldest goes."""
        if self._file is None or not self._new:
            return
        known = [key for key in _read(self._file) if key not in self._new]
        kept = [*known, *self._new][-_MOST:]
        writing = self._file.with_name(f"{_NAME}.{os.getpid()}")
        with suppress(OSError):  # where nothing may be written, nothing is remembered
            self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            writing.write_bytes(b"".join(kept))
            os.replace(writing, self._file)
        self._new.clear()
        self._known = dict.fromkeys(kept)


FORGETFUL = Memory()
UNSEEN = FORGETFUL.of()


def memory_of_user() -> Memory:
    """The memory that lies where this user's programs keep what they can do without."""
    folder = _cache()
    return Memory(folder / "talkbuilder" / _NAME) if folder else Memory()


def _cache() -> Path | None:
    """The folder that the system has for it; None where nobody tells."""
    if sys.platform == "win32":
        named = os.environ.get("LOCALAPPDATA", "")
    elif sys.platform == "darwin":
        named = os.path.expanduser("~/Library/Caches")
    else:
        named = os.environ.get("XDG_CACHE_HOME", "") or os.path.expanduser("~/.cache")
    return Path(named) if os.path.isabs(named) else None


def _read(file: Path) -> dict[bytes, None]:
    with suppress(OSError):  # none is there yet, or it may not be read
        if _is_own(file.parent) and _is_own(file) and file.stat().st_size <= _MOST * _BYTES:
            return dict.fromkeys(_keys(file.read_bytes()))
    return {}


def _keys(data: bytes) -> Iterator[bytes]:
    return (data[at : at + _BYTES] for at in range(0, len(data), _BYTES))


def _is_own(path: Path) -> bool:
    """Whether only this user can have written a file, or put one into a folder."""
    if sys.platform == "win32":
        return True  # what lies in a user's profile is the user's
    found = path.stat()
    return found.st_uid == os.geteuid() and not found.st_mode & (S_IWGRP | S_IWOTH)


def _program() -> bytes:
    """A digest of the program as Python itself tells that a module is the same: by the sizes and times of its files.

    That includes the data beside the modules, and the folders that hold its libraries. Raises OSError.
    """
    times = (f"{path} {os.stat(path).st_mtime_ns}" for path in sys.path if path.endswith(_LIBRARIES))
    return digest(sys.version.encode(), *map(str.encode, _files(os.path.dirname(__file__))), *map(str.encode, times))


def _files(folder: str) -> Iterator[str]:
    with os.scandir(folder) as found:
        for entry in sorted(found, key=lambda one: one.name):
            if entry.is_dir():
                if entry.name != _CACHED:
                    yield from _files(entry.path)
            else:
                told = entry.stat()
                yield f"{entry.path} {told.st_size} {told.st_mtime_ns} {told.st_ctime_ns}"
