"""Puts files on disk without ever losing one: whole or not at all, and never over what somebody edited."""

import errno
import os
import re
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import IO, NamedTuple
from zlib import crc32

from talkbuilder.diagnostics import Diagnostic, Refused
from talkbuilder.outputs.file import File
from talkbuilder.outputs.fingerprint import is_as_built
from talkbuilder.source.project import leads_out

_TEMPORARY = r"\..*-[0-9a-f]{8}\.tmp"
_GATHERED = 1_000_000  # bytes that are written at once: a large deck comes in tens of thousands of pieces

_ELSEWHERE = "'--out DIR' builds into another folder"
_NO_FOLDER = "a file has the name of its folder", "rename that file, or build into another folder with '--out DIR'"
_FULL = "there is no room for it", f"make room; or {_ELSEWHERE}"
# What people need to know of what an operating system says, and what they can do.
_REASONS = {
    errno.EACCES: ("you may not write into this folder", _ELSEWHERE),
    errno.EROFS: ("nothing can be written on this disk", _ELSEWHERE),
    errno.ENOSPC: _FULL,
    errno.EFBIG: _FULL,
    errno.EEXIST: _NO_FOLDER,
    errno.ENOTDIR: _NO_FOLDER,
    errno.EISDIR: ("a folder has its name", "rename that folder, or build into another with '--out DIR'"),
}


class Delivered(NamedTuple):
    """What became of files: copies of those that somebody had edited, and what was written beside one that is open."""

    kept: tuple[Path, ...] = ()
    beside: tuple[tuple[str, Path], ...] = ()  # the name that a file was to have, and where it is
    files: tuple[str, ...] = ()  # where they all are
    is_unchanged: bool = False  # whether all of them stood there already, byte for byte


def deliver(files: Iterable[File], folder: Path, shown: str, force: bool = False) -> Delivered:
    """Writes the files of one output into a folder, `shown` in messages. Raises Refused where that loses something.

    None is written where one of them may not be. A file that stands there with the very bytes it would have is left as
    it is. Of what an earlier build left in a folder that is the output's own, files that have no successor go. What a
    program has open is left to it: the new file goes beside it, under a number. With `force` a file that somebody had
    edited is replaced, and a copy of it kept.
    """
    wanted = tuple(files)
    targets = [_target(file, folder) for file in wanted]
    pairs = [*zip(wanted, targets, strict=True)]
    as_built = [_as_built(target, folder, _shown(file, target, shown), force) for file, target in pairs]
    placed = [_deliver(*pair, folder, shown, is_whole) for pair, is_whole in zip(pairs, as_built, strict=True)]
    _clear((one.path for one in placed), folder)
    found = [*zip(wanted, placed, strict=True)]
    return Delivered(
        tuple(one.copy for one in placed if one.copy),
        tuple((file.path, one.path) for file, one in found if one.path != folder / file.path),
        tuple(str(one.path) for one in placed),
        all(one.is_unchanged for one in placed),
    )


class _Placed(NamedTuple):
    """Where a file is now, and the copy of what stood in its place, where somebody had edited that."""

    path: Path
    copy: Path | None = None
    is_unchanged: bool = False


def _target(file: File, folder: Path) -> Path:
    """Where a file is to go: under the next number where a program has open what bears its name."""
    target = folder / file.path
    return target if "/" in file.path or not _is_open(target) else _numbered(target)


def _shown(file: File, target: Path, shown: str) -> str:
    """What messages call a file that goes to a target."""
    return f"{shown}/{file.path}" if "/" in file.path else f"{shown}/{target.name}"


def _numbered(target: Path) -> Path:
    """The first numbered name beside a file under which nothing is lost."""
    for number in count(2):
        beside = target.with_name(f"{target.stem}-{number}{target.suffix}")
        if not _is_open(beside) and (not beside.exists() or (_is_plain(beside) and is_as_built(beside))):
            return beside
    raise AssertionError("unreachable")


def _as_built(target: Path, folder: Path, shown: str, force: bool) -> bool:
    """Whether nothing is lost if a file is written. Raises Refused where something is, unless by force."""
    if leads_out(target.parent, folder):
        raise Refused(_failure("O003", shown, OSError(errno.EPERM, "its folder is a link that leads elsewhere")))
    try:
        if target.exists() and not target.is_file():
            fault = OSError(errno.EISDIR if target.is_dir() else 0, "something that is no file has its name")
            raise Refused(_failure("O003", shown, fault))
        as_built = is_as_built(target) if target.exists() else True
    except OSError as fault:
        raise Refused(_failure("O003", shown, fault)) from fault
    if not as_built and not force and not (as_built is False and _was_pulled(target)):
        raise Refused(_edited(target, as_built, shown))
    return bool(as_built)


def _deliver(file: File, target: Path, folder: Path, shown: str, is_whole: bool) -> _Placed:
    """Writes a file, unless it stands at its target or under its own name, open or not."""
    own = folder / file.path
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            return _write(file, target, own, is_whole)
        except PermissionError:
            # Windows refuses to replace a file that a program holds open.
            if "/" in file.path or not target.is_file():
                raise
            return _write(file, _numbered(target), own, True)
    except OSError as fault:
        raise Refused(_failure("O003", _shown(file, target, shown), fault)) from fault


def _write(file: File, target: Path, own: Path, is_whole: bool) -> _Placed:
    try:
        with _replacing(target) as stream:
            file.write(stream)
            stream.seek(0)
            written = stream.read()
            for path in dict.fromkeys((own, target)):
                if _is_plain(path) and path.stat().st_size == len(written) and path.read_bytes() == written:
                    raise _NotReplaced
            copy = None if is_whole else _keep(target)
        if copy:
            note_beside(target).unlink(missing_ok=True)
    except _NotReplaced:
        return _Placed(path, is_unchanged=True)
    return _Placed(target, copy)


def _clear(made: Iterable[Path], folder: Path) -> None:
    """Takes away what an earlier build wrote beside files that have a folder of their own, and this one did not."""
    written = {*made}
    for own in {path.parent for path in written} - {folder}:
        endings = {path.suffix for path in written}
        for old in own.iterdir():
            if old not in written and old.suffix in endings and _is_plain(old) and is_as_built(old):
                old.unlink()


def _is_plain(path: Path) -> bool:
    """Whether a path is a file itself: folders, links and pipes are somebody's own."""
    return path.is_file() and not path.is_symlink()


def write_whole(target: Path, data: bytes, root: Path) -> None:
    """Replaces a file of a talk folder at once or not at all. Raises OSError where that fails, or leads out of it."""
    with _replacing(_inside(target, root)) as stream:
        stream.write(data)


def write_unless_changed(target: Path, before: bytes, data: bytes, root: Path) -> bool:
    """The same, unless the file is no longer what it was, b"" for none; tells whether it did. Raises OSError."""
    try:
        with _replacing(_inside(target, root)) as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
            if (target.read_bytes() if target.exists() else b"") != before:
                raise _NotReplaced
    except _NotReplaced:
        return False
    return True


def _inside(target: Path, root: Path) -> Path:
    """A file where it really lies. Raises OSError where a link on the way to it leads out of the talk folder."""
    if leads_out(target, root):
        raise OSError(errno.EPERM, "it is a link that leads out of the talk folder", str(target))
    return target.resolve()


class _NotReplaced(Exception):
    """What was begun does not take the place of the file that stands there."""


def _is_open(target: Path) -> bool:
    """Whether PowerPoint or LibreOffice has a deck open: both leave a file beside it that tells who."""
    return any(
        mark.exists() for mark in (target.with_name(f"~${target.name}"), target.with_name(f".~lock.{target.name}#"))
    )


def told_open(name: str, beside: Path, shown: str) -> Diagnostic:
    """What is to be told of a file that was written beside the one of its name."""
    hint = f"close '{name}' and build again; if no program has it open, delete '~${name}' or '.~lock.{name}#' beside it"
    message = f"'{name}' is open in another program, so the new deck is '{beside.name}': close it and build again"
    return Diagnostic("O002", message, file=f"{shown}/{beside.name}", hint=hint)


def _edited(target: Path, as_built: bool | None, shown: str) -> Diagnostic:
    force = "--force builds it anew and keeps a numbered copy of this one"
    if as_built is None:
        return Diagnostic("O004", "this file was not built here, so it is not overwritten", file=shown, hint=force)
    from talkbuilder.outputs.pptx.reading import edited  # only what was edited pays for this

    slides = edited(target)
    why = f": {slides}" if slides else ""
    pull = f"'talkbuilder pull {shown}' brings what was changed into the outline; "
    message = f"the deck was edited since it was built, so it is not overwritten{why}"
    return Diagnostic("O001", message, file=shown, hint=f"{pull if shown.endswith('.pptx') else ''}{force}")


def _failure(code: str, shown: str, fault: OSError) -> Diagnostic:
    why, way = _REASONS.get(fault.errno or 0, (fault.strerror or str(fault), _ELSEWHERE))
    return Diagnostic(code, f"cannot be written: {why}", file=shown, hint=f"{way}; what was there before is untouched")


def _keep(target: Path) -> Path:
    """A copy of the deck beside it, under the first number that is free."""
    for number in count(1):
        copy = target.with_name(f"{target.stem}-edited-{number}{target.suffix}")
        # Exclusive creation: two builds at once cannot choose the same number.
        with suppress(FileExistsError), copy.open("xb") as stream:
            stream.write(target.read_bytes())
            return copy
    raise AssertionError("unreachable")


@contextmanager
def _replacing(target: Path) -> Iterator[IO[bytes]]:
    """A file beside the target, on the same disk, that takes its place at once when all is written; gone otherwise."""
    _sweep(target.parent)
    temporary = target.with_name(f".{target.stem}-{os.urandom(4).hex()}.tmp")
    try:
        with _begun(temporary) as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(temporary, target)
    finally:
        temporary.unlink(missing_ok=True)


def _begun(temporary: Path) -> IO[bytes]:
    """A new file whose lock tells others that this process lives."""
    while True:
        stream = temporary.open("x+b", buffering=_GATHERED)
        if take(stream.fileno()) is not False and temporary.exists():
            return stream
        stream.close()  # somebody swept it away before it had its lock
        temporary.unlink(missing_ok=True)


def _sweep(folder: Path) -> None:
    """Removes what processes have left behind that were killed while they wrote."""
    for left in folder.glob(".*.tmp"):
        if re.fullmatch(_TEMPORARY, left.name):
            with suppress(OSError):  # somebody else was quicker, or on Windows it is still open
                with left.open("rb+") as stream:
                    is_dead = take(stream.fileno()) is True
                    if is_dead and os.name == "posix":  # while the lock is held, so that nobody begins with it
                        left.unlink()
                if is_dead and os.name != "posix":  # where what is open cannot be removed
                    left.unlink()


def note_beside(deck: Path) -> Path:
    """Where it is written down that a deck was pulled."""
    return deck.with_name(f".{deck.name}.pulled")


def pulled(deck: Path) -> bytes:
    """What is written there: which deck. Raises OSError."""
    return str(crc32(deck.read_bytes())).encode()


def _was_pulled(deck: Path) -> bool:
    """Whether an edited deck was pulled as it is: a build then keeps a copy of it."""
    with suppress(OSError):
        return note_beside(deck).read_bytes() == pulled(deck)
    return False


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
