"""Many decks at once: on all cores the same as on one, for a reader who has gone, and stopped half-way."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from msgspec import structs

from talkbuilder.commands import batch
from talkbuilder.commands.batch import Workshop, fulfil
from talkbuilder.commands.outcome import Order
from talkbuilder.source.events import EVERYDAY
from tests.bookings import book, write, written
from tests.conftest import ROOT
from tests.running import run

NAMES = [f"event-{number:03}" for number in range(12)]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A talk folder with twelve bookings, no two of them alike, and cores enough to share them out."""
    monkeypatch.setattr(batch, "_cores", lambda: 3)
    book(
        write(tmp_path),
        "".join(
            f"{name}: {{talk: talk, date: 2027-05-{at + 10}, minutes: {at + 5}{', audience: youth' * (at % 2)}}}\n"
            for at, name in enumerate(NAMES)
        ),
    )
    return tmp_path


def test_many_at_once_are_the_same_as_one_after_the_other(folder: Path) -> None:
    many, single = folder / "many", folder / "single"
    assert run("build", "-C", folder, "--events", "all", "--out", many)[0] == 0
    assert [run("build", "-C", folder, "--event", name, "--out", single)[0] for name in NAMES] == [0] * 12
    decks = {name: (many / name / "talk.pptx").read_bytes() for name in NAMES}
    assert decks == {name: (single / name / "talk.pptx").read_bytes() for name in NAMES}
    assert len(set(decks.values())) == 12


def _signed(book: str, order: Order) -> Order:
    """Signs for an order as the process that it is handed to, and waits until another one has signed too."""
    signed = Path(book)
    (signed / str(os.getpid())).touch()
    for _ in range(2000):
        if len([*signed.iterdir()]) > 1:
            return order
        time.sleep(0.01)
    raise AssertionError("all orders were handed to one process")


class _Tracked(Order, frozen=True):
    """An order that is signed for in the folder that `shown` names."""

    def __reduce__(self) -> tuple[object, ...]:
        return _signed, (self.shown, Order(**structs.asdict(self)))


def test_many_at_once_are_shared_out_among_processes(folder: Path) -> None:
    (folder / "signed").mkdir()
    targets = [folder / name / "talk.pptx" for name in NAMES]
    orders = [_Tracked("talk", EVERYDAY, str(target.parent), str(folder / "signed")) for target in targets]
    assert [outcome.made for outcome in fulfil(Workshop(str(folder)), orders)] == [True] * 12
    signed = {int(path.name) for path in (folder / "signed").iterdir()}
    assert len(signed) > 1
    assert os.getpid() not in signed
    assert len({target.read_bytes() for target in targets}) == 1


# As it is run from a shell, but with so many cores wherever it runs.
_PROGRAM = """
import sys
from talkbuilder.cli import run
from talkbuilder.commands import batch
cores = int(sys.argv.pop(1))
batch._cores = lambda: cores
sys.exit(run())
"""


@contextmanager
def building(
    folder: Path, cores: int, stdout: int = subprocess.PIPE, stderr: int = subprocess.PIPE
) -> Iterator[subprocess.Popen[str]]:
    """A build of all events in a process of its own, and in a group with all that it starts; none is left running."""
    started = subprocess.Popen(
        [sys.executable, "-c", _PROGRAM, str(cores), "build", "-C", str(folder), "--events", "all"],
        stdout=stdout,
        stderr=stderr,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        start_new_session=True,
    )
    try:
        yield started
    finally:
        if os.name == "posix":
            with suppress(ProcessLookupError):
                os.killpg(started.pid, signal.SIGKILL)
        started.kill()
        started.communicate()


@pytest.mark.parametrize("cores", [1, 3])
def test_a_reader_who_has_gone_still_gets_the_decks(folder: Path, cores: int) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with building(folder, cores, writing) as build:
        os.close(writing)
        _, err = build.communicate(timeout=60)
    assert build.returncode == 0
    assert "BrokenPipe" not in err
    assert written(folder) == [f"build/{name}/talk.pptx" for name in NAMES]


@pytest.mark.parametrize("cores", [1, 3])
def test_whoever_does_not_hear_of_faults_gets_the_other_decks(folder: Path, cores: int) -> None:
    bookings = (folder / "talks" / "events.yaml").read_text(encoding="utf-8")
    book(folder, "faulty: {talk: talk, date: 2027-01-01, language: ru}\n" + bookings)
    reading, writing = os.pipe()
    os.close(reading)
    with building(folder, cores, stderr=writing) as build:
        os.close(writing)
        build.communicate(timeout=60)
    assert build.returncode == 1
    assert written(folder) == [f"build/{name}/talk.pptx" for name in NAMES]


@pytest.mark.skipif(os.name != "posix", reason="only there processes have groups, and are asked to end by a signal")
@pytest.mark.parametrize("ask", [os.kill, os.killpg], ids=["the build alone", "all of its processes"])
def test_who_is_asked_to_end_leaves_no_process_and_no_half_of_a_deck(
    folder: Path, ask: Callable[[int, int], None]
) -> None:
    book(folder, "".join(f"event-{at}: {{talk: talk, date: 2027-05-14}}\n" for at in range(2000)))
    with building(folder, cores=3) as build:
        assert build.stdout
        assert build.stdout.readline().startswith("[   1/2000] ")
        ask(build.pid, signal.SIGTERM)
        _, err = build.communicate(timeout=60)
        assert build.returncode == 130
        assert err == "interrupted; what was there before is untouched\n"
        assert _is_gone(build.pid)
    assert 0 < len(written(folder)) < 2000
    assert [path for path in (folder / "build").rglob("*") if path.is_file() and path.name != "talk.pptx"] == []


def _is_gone(group: int) -> bool:
    """Whether no process of a group is left, or will be in a moment."""
    for _ in range(500):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.01)
    return False
