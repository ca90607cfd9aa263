"""Many decks at once: for a reader who has gone, and stopped half-way."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.bookings import book, write, written
from tests.conftest import ROOT
from tests.running import run

NAMES = [f"event-{number:03}" for number in range(12)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A talk folder with twelve bookings, no two of them alike."""
    book(
        write(tmp_path),
        "".join(
            f"{name}: {{talk: talk, date: 2027-05-{at + 10}, minutes: {at + 5}{', audience: youth' * (at % 2)}}}\n"
            for at, name in enumerate(NAMES)
        ),
    )
    return tmp_path


_INTERRUPTED = (130, "interrupted; what was there before is untouched\n")


@contextmanager
def building(
    folder: Path, stdout: int = subprocess.PIPE, stderr: int = subprocess.PIPE
) -> Iterator[subprocess.Popen[str]]:
    """A build of all events in a process of its own, which is not left running."""
    started = subprocess.Popen(
        [sys.executable, "-m", "talkbuilder", "build", "-C", str(folder), "--events", "all"],
        stdout=stdout,
        stderr=stderr,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
    )
    try:
        yield started
    finally:
        if started.returncode is None:  # or its number may be another's by now
            started.kill()
            started.communicate()


def test_a_reader_who_has_gone_still_gets_the_decks(folder: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with building(folder, writing) as build:
        os.close(writing)
        _, err = build.communicate(timeout=60)
    assert build.returncode == 0
    assert "BrokenPipe" not in err
    assert written(folder) == [f"build/{name}/talk-{name}.pptx" for name in NAMES]


def _book_many(folder: Path) -> None:
    (folder / "talks" / "told.jsonl").touch()  # so that nothing is told of a new one
    book(folder, "".join(f"event-{at}: {{talk: talk, date: 2027-05-14}}\n" for at in range(300)))


def _files(folder: Path) -> list[Path]:
    return [path for path in (folder / "build").rglob("*") if path.is_file()]


@pytest.mark.skipif(os.name != "posix", reason="only there a process is asked to end by a signal")
@pytest.mark.parametrize("request_to_end", [signal.SIGTERM, signal.SIGINT])
def test_who_is_asked_to_end_leaves_no_half_of_a_deck(folder: Path, request_to_end: int) -> None:
    _book_many(folder)
    with building(folder) as build:
        _read_to(build, 2)
        build.send_signal(request_to_end)
        _, err = build.communicate(timeout=60)
    # Between two decks there is nothing to clear away, and SIGTERM ends it as it ends any program.
    assert (build.returncode, err) in (_INTERRUPTED, (-signal.SIGTERM, ""))
    assert (build.returncode, err) == _INTERRUPTED or request_to_end == signal.SIGTERM
    # What SIGTERM leaves half written has a name of its own, and whoever builds that deck next sweeps it away.
    for left in [path for path in _files(folder) if path.suffix == ".tmp"]:
        assert request_to_end == signal.SIGTERM
        assert run("build", "-C", folder, "--event", left.parent.name)[0] == 0
    decks = _files(folder)
    assert 2 <= len(decks) < 300
    assert {path.name for path in decks} == {f"talk-{path.parent.name}.pptx" for path in decks}


def _read_to(build: subprocess.Popen[str], number: int) -> None:
    """Reads what a build says until it tells of the deck of a number."""
    assert build.stdout
    for said in range(1, number + 1):
        assert build.stdout.readline().startswith(f"[{said:3}/300] ")
