"""Puts files on disk without ever losing one: whole or not at all, and never over what somebody edited."""

import os
import re
import signal
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType
from typing import IO

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.outputs.file import File
from talkbuilder.outputs.fingerprint import is_as_built
from talkbuilder.outputs.held import take

_TEMPORARY = re.compile(r"\..*-[0-9a-f]{8}\.tmp")
_GATHERED = 1_000_000  # bytes that are written at once: a large deck comes in tens of thousands of pieces


class Undelivered(Exception):
    """A deck was not written; what was there before is whole. Carries the diagnostic that says why."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


def deliver(files: Iterable[File], folder: Path, shown: str, force: bool = False) -> tuple[Path, ...]:
    """Writes the files of one output into a folder, `shown` in messages. Raises Undelivered where that loses something.

    None is written where one of them may not be. Of what an earlier build left in a folder that is the output's own,
    files that have no successor go. Returns where files that somebody had edited were kept, if `force` said to write
    in spite of it.
    """
    made = tuple(files)
    as_built = [_as_built(folder / file.path, f"{shown}/{file.path}", force) for file in made]
    kept = []
    for file, is_whole in zip(made, as_built, strict=True):
        if copy := _deliver(file, folder / file.path, f"{shown}/{file.path}", is_whole):
            kept.append(copy)
    _clear(made, folder)
    return tuple(kept)


def _as_built(target: Path, shown: str, force: bool) -> bool:
    """Whether nothing is lost if a file is written. Raises Undelivered where something is, unless by force."""
    _refuse_open(target, shown)
    try:
        if target.exists() and not target.is_file():
            raise Undelivered(_failure("O003", shown, FileExistsError(0, "something that is no file has its name")))
        as_built = is_as_built(target) if target.exists() else True
    except OSError as fault:
        raise Undelivered(_failure("O003", shown, fault)) from fault
    if not as_built and not force:
        raise Undelivered(_edited(as_built, shown))
    return bool(as_built)


def _deliver(file: File, target: Path, shown: str, is_whole: bool) -> Path | None:
    """Writes a file; returns the copy of what stood in its place, where somebody had edited that."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with _replacing(target) as stream:
            file.write(stream)
            return None if is_whole else _keep(target)
    except PermissionError as fault:
        # Windows refuses to replace a file that a program holds open.
        raise Undelivered(_failure("O002" if target.is_file() else "O003", shown, fault)) from fault
    except OSError as fault:
        raise Undelivered(_failure("O003", shown, fault)) from fault


def _clear(made: Iterable[File], folder: Path) -> None:
    """Takes away what an earlier build wrote beside files that have a folder of their own, and this one did not."""
    written = {folder / file.path for file in made}
    for own in {path.parent for path in written} - {folder}:
        endings = {path.suffix for path in written}
        for old in own.iterdir():
            if old not in written and old.suffix in endings and _is_plain(old) and is_as_built(old):
                old.unlink()


def _is_plain(path: Path) -> bool:
    """Whether a path is a file itself: folders, links and pipes are somebody's own."""
    return path.is_file() and not path.is_symlink()


def write_whole(target: Path, data: bytes) -> None:
    """Replaces a file at once or not at all. Raises OSError where that fails."""
    with _replacing(target.resolve()) as stream:
        stream.write(data)


def write_unless_changed(target: Path, before: bytes, data: bytes) -> bool:
    """Replaces a file unless it is no longer what it was, b"" for none; tells whether it did. Raises OSError."""
    try:
        with _replacing(target.resolve()) as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
            if (target.read_bytes() if target.exists() else b"") != before:
                raise _Changed
    except _Changed:
        return False
    return True


class _Changed(Exception):
    """Somebody else has written the file meanwhile."""


def _refuse_open(target: Path, shown: str) -> None:
    """PowerPoint and LibreOffice leave a lock file beside a deck that they have open."""
    for lock in (target.with_name(f"~${target.name}"), target.with_name(f".~lock.{target.name}#")):
        if lock.exists():
            hint = f"close it and build again; if no program has it open, delete '{lock.name}' beside it"
            raise Undelivered(Diagnostic("O002", "the deck is open in another program", file=shown, hint=hint))


def _edited(as_built: bool | None, shown: str) -> Diagnostic:
    force = "--force builds it anew and keeps a numbered copy of this one"
    if as_built is None:
        return Diagnostic("O004", "this file was not built here, so it is not overwritten", file=shown, hint=force)
    return Diagnostic(
        "O001", "the deck was edited since it was built, so it is not overwritten", file=shown, hint=force
    )


def _failure(code: str, shown: str, fault: OSError) -> Diagnostic:
    why = fault.strerror or str(fault)
    if code == "O002":
        return Diagnostic(code, f"the deck cannot be replaced: {why}", file=shown, hint="close it where it is open")
    hint = "see whether the folder can be written to and the disk has room; what was there before is untouched"
    return Diagnostic(code, f"cannot be written: {why}", file=shown, hint=hint)


def _keep(target: Path) -> Path:
    """A copy of the deck beside it, under the first number that is free."""
    number = 1
    while True:
        copy = target.with_name(f"{target.stem}-edited-{number}{target.suffix}")
        try:
            # Exclusive creation: two builds at once cannot choose the same number.
            with copy.open("xb") as stream:
                stream.write(target.read_bytes())
            return copy
        except FileExistsError:
            number += 1


@contextmanager
def _replacing(target: Path) -> Iterator[IO[bytes]]:
    """A file beside the target, on the same disk, that takes its place at once when all is written; gone otherwise."""
    _sweep(target.parent)
    temporary = target.with_name(f".{target.stem}-{os.urandom(4).hex()}.tmp")
    try:
        with interruptible():
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
        stream = temporary.open("xb", buffering=_GATHERED)
        if take(stream.fileno()) is not False and temporary.exists():
            return stream
        stream.close()  # somebody swept it away before it had its lock
        temporary.unlink(missing_ok=True)


def _sweep(folder: Path) -> None:
    """Removes what processes have left behind that were killed while they wrote."""
    for left in folder.glob(".*.tmp"):
        if _TEMPORARY.fullmatch(left.name):
            with suppress(OSError):  # somebody else was quicker, or on Windows it is still open
                with left.open("rb+") as stream:
                    is_dead = take(stream.fileno()) is True
                    if is_dead and os.name == "posix":  # while the lock is held, so that nobody begins with it
                        left.unlink()
                if is_dead and os.name != "posix":  # where what is open cannot be removed
                    left.unlink()


@contextmanager
def interruptible() -> Iterator[None]:
    """Lets a request to stop end the build as Ctrl-C does, so that the temporary file is cleared away.

    Where such a request is seen to already, as in the processes of a pool, that is left as it is.
    """
    if signal.getsignal(signal.SIGTERM) is not signal.SIG_DFL:
        yield
        return

    def stop(number: int, frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    try:
        before = signal.signal(signal.SIGTERM, stop)
    except ValueError:  # not in the main thread, where signals do not arrive
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
