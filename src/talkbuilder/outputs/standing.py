"""Whether what a build is to write stands there already, byte for byte, so that it can be left as it is.

The same sources make the same bytes. So a deck need be neither drawn nor written where the memory knows that these are
the bytes that this very program made of these very sources: a copy that somebody shows or syncs is left in peace then.
"""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from talkbuilder.hashing import blake2b
from talkbuilder.memory import Seen, digest
from talkbuilder.outputs.file import File
from talkbuilder.outputs.fingerprint import state_of

_BYTES = 32  # of a digest
_AT_ONCE = 1_000_000  # bytes; a large deck never lies in memory whole


def stands(files: Sequence[File], folder: Path, seen: Seen) -> bool:
    """Whether all files of an output are what a build of what is `seen` would make of them."""
    return seen.knows(_told(files, folder, seen))


def remember(files: Sequence[File], folder: Path, seen: Seen) -> None:
    """Remembers that all files of an output, as they stand now, are what was made of what is `seen`."""
    if told := _told(files, folder, seen):
        seen.learn(told)


def _told(files: Sequence[File], folder: Path, seen: Seen) -> str:
    """The names and bytes of files as one digest; "" where one of them is not there, or nothing is remembered."""
    if not seen.is_kept:
        return ""
    pieces: list[bytes] = []
    for file in files:
        path = folder / file.path
        state = state_of(path)
        held = b"" if state is None or path.is_symlink() or not path.is_file() else _digest_of(path, state)
        if not held:
            return ""
        pieces += (file.path.encode("utf-8", "surrogateescape"), held)
    return f"written as {digest(*pieces).hex()}"


@lru_cache(maxsize=64)
def _digest_of(path: Path, state: tuple[int, ...]) -> bytes:
    """The digest of a file in a state, so that it is read once as long as nobody changes it; b"" where it cannot be."""
    told = blake2b(digest_size=_BYTES)
    try:
        with path.open("rb", buffering=0) as file:
            while piece := file.read(_AT_ONCE):
                told.update(piece)
    except OSError:
        return b""
    return told.digest()
