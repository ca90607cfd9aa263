"""Many decks at once: on all cores the same as on one, for a reader who has gone, and stopped half-way."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from msgspec import structs

from talkbuilder.commands import batch
from talkbuilder.commands.batch import TalkFolder, build_all
from talkbuilder.commands.outcome import Order, Outcome
from talkbuilder.outputs.fingerprint import is_as_built
from talkbuilder.source.events import Occasion
from tests.bookings import book, write, written
from tests.conftest import ROOT
from tests.mortal import Mortal

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


def _orders(folder: Path, out: str, kind: type[Order] = Order) -> list[Order]:
    """Twelve orders, no two of them alike; `shown` is the folder in which processes sign for them."""
    occasions = [Occasion(minutes=at + 5, audience="youth" * (at % 2)) for at in range(len(NAMES))]
    folders = [str(folder / out / name) for name in NAMES]
    return [kind("talk", *more, str(folder / "signed")) for more in zip(occasions, folders, strict=True)]


def _sign(book: str, order: Order) -> Order:
    """Signs for an order, as the process that it is handed to."""
    (Path(book) / str(os.getpid())).touch()
    return order


class _Tracked(Order, frozen=True):
    """An order that is signed for."""

    def __reduce__(self) -> tuple[object, ...]:
        return _sign, (self.shown, Order(**structs.asdict(self)))


class _Patient(TalkFolder):
    """Leaves the work to others, and takes some only if nobody has signed for any in a while."""

    def build(self, order: Order) -> Outcome:
        for _ in range(200):
            if any(Path(order.shown).iterdir()):
                break
            time.sleep(0.01)
        return super().build(order)


@pytest.fixture
def signed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where orders are signed for, which one worker is there for, even if they are few."""
    monkeypatch.setattr(batch, "_workers", lambda orders: 1)
    (folder / "signed").mkdir()
    return folder / "signed"


def test_many_at_once_are_shared_out_and_the_same_as_one_after_the_other(folder: Path, signed: Path) -> None:
    orders = _orders(folder, "many", _Tracked)
    assert [outcome.made for outcome in build_all(_Patient(str(folder)), orders)] == [True] * 12
    (worker,) = (int(path.name) for path in signed.iterdir())
    assert worker != os.getpid()
    single = _orders(folder, "single")
    assert [TalkFolder(str(folder)).build(order).made for order in single] == [True] * 12
    decks = [Path(order.folder, f"talk{order.occasion.told_apart}.pptx").read_bytes() for order in orders]
    assert decks == [Path(order.folder, f"talk{order.occasion.told_apart}.pptx").read_bytes() for order in single]
    assert len(set(decks)) == 12


def test_a_process_that_dies_loses_the_deck_that_it_was_at_and_no_other(folder: Path, signed: Path) -> None:
    orders = _orders(folder, "build")
    outcomes = [*build_all(Mortal(str(folder)), orders)]
    assert [outcome.order for outcome in outcomes] == orders
    (lost,) = (outcome for outcome in outcomes if not outcome.made)
    (died,) = lost.diagnostics
    assert (died.code, died.file) == ("O005", lost.order.shown)
    for outcome in outcomes:
        assert Path(outcome.order.folder, f"talk{outcome.order.occasion.told_apart}.pptx").exists() == outcome.made


# As it is run from a shell, but with so many workers wherever it runs, and however few the orders are.
_PROGRAM = """
import sys
from talkbuilder.cli import run
from talkbuilder.commands import batch
workers = int(sys.argv.pop(1))
batch._workers = lambda orders: workers
sys.exit(run())
"""


@contextmanager
def building(
    folder: Path, workers: int, stdout: int = subprocess.PIPE, stderr: int = subprocess.PIPE
) -> Iterator[subprocess.Popen[str]]:
    """A build of all events in a process of its own, and in a group with all that it starts; none is left running."""
    started = subprocess.Popen(
        [sys.executable, "-c", _PROGRAM, str(workers), "build", "-C", str(folder), "--events", "all"],
        stdout=stdout,
        stderr=stderr,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        start_new_session=True,
    )
    try:
        yield started
    finally:
        if started.returncode is None:  # or its number may be another's by now
            if os.name == "posix":
                os.killpg(started.pid, signal.SIGKILL)
            started.kill()
            started.communicate()


@pytest.mark.parametrize("workers", [0, 2])
def test_a_reader_who_has_gone_still_gets_the_decks(folder: Path, workers: int) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with building(folder, workers, writing) as build:
        os.close(writing)
        _, err = build.communicate(timeout=60)
    assert build.returncode == 0
    assert "BrokenPipe" not in err
    assert written(folder) == [f"build/{name}/talk-{name}.pptx" for name in NAMES]


@pytest.mark.parametrize("workers", [0, 2])
def test_whoever_does_not_hear_of_faults_gets_the_other_decks(folder: Path, workers: int) -> None:
    bookings = (folder / "talks" / "events.yaml").read_text(encoding="utf-8")
    book(folder, "faulty: {talk: talk, date: 2027-01-01, language: ru}\n" + bookings)
    reading, writing = os.pipe()
    os.close(reading)
    with building(folder, workers, stderr=writing) as build:
        os.close(writing)
        build.communicate(timeout=60)
    assert build.returncode == 1
    assert written(folder) == [f"build/{name}/talk-{name}.pptx" for name in NAMES]


def _book_many(folder: Path) -> None:
    book(folder, "".join(f"event-{at}: {{talk: talk, date: 2027-05-14}}\n" for at in range(2000)))


def _files(folder: Path) -> list[Path]:
    return [path for path in (folder / "build").rglob("*") if path.is_file()]


@pytest.mark.skipif(os.name != "posix", reason="only there processes have groups, and are asked to end by a signal")
@pytest.mark.parametrize("ask", [os.kill, os.killpg], ids=["the build alone", "all of its processes"])
@pytest.mark.parametrize("request_to_end", [signal.SIGTERM, signal.SIGINT])
def test_who_is_asked_to_end_leaves_no_process_and_no_half_of_a_deck(
    folder: Path, ask: Callable[[int, int], None], request_to_end: int
) -> None:
    _book_many(folder)
    with building(folder, workers=2) as build:
        _read_to(build, 100)
        ask(build.pid, request_to_end)
        # All processes hold the pipe that they write their faults to; it ends with the last of them.
        _, err = build.communicate(timeout=60)
    assert build.returncode == 130
    assert err == "interrupted; what was there before is untouched\n"
    decks = _files(folder)
    assert 100 <= len(decks) < 2000
    assert {path.name for path in decks} == {f"talk-{path.parent.name}.pptx" for path in decks}


@pytest.mark.skipif(os.name != "posix", reason="only there a process is killed by a signal")
def test_who_is_killed_leaves_no_process_and_no_half_of_a_deck_under_its_name(folder: Path) -> None:
    _book_many(folder)
    with building(folder, workers=2) as build:
        _read_to(build, 100)
        build.kill()
        build.communicate(timeout=60)
    decks = [path for path in _files(folder) if path.suffix == ".pptx"]
    assert 100 <= len(decks) < 2000
    assert all(is_as_built(deck) for deck in decks)


def _read_to(build: subprocess.Popen[str], number: int) -> None:
    """Reads what a build says until it tells of the deck of a number; by then it has workers, or will have them."""
    assert build.stdout
    for said in range(1, number + 1):
        assert build.stdout.readline().startswith(f"[{said:4}/2000] ")
