"""Times decks for many bookings of one talk of 30 slides.

The bookings are invented: slots of 20 to 45 minutes and four audiences, so that hardly two editions are the same.
"""

import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.bench import table
from tests.bench.race import Contender, Result, Stumbled, environment, race, together
from tests.bench.targets import decks_of

ROOT = Path(__file__).parents[2]
_SLIDES = 30
_SMALL, _MANY, _MOST = 50, 200, 400
_RUNS, _QUICK_RUNS = 7, 3
_TODAY = "2026-01-01"  # all bookings lie ahead of it: see generate.py


def measure(scratch: Path, quick: bool, full: bool) -> Mapping[str, Result]:
    """All results by name; prints the table. Raises Stumbled."""
    counts = {decks_of(bookings): bookings for bookings in ((_SMALL, _MANY, _MOST) if full else (_SMALL, _MANY))}
    commands = {name: _command(scratch / f"{bookings}-bookings", bookings) for name, bookings in counts.items()}
    for name, command in commands.items():
        _assert_builds(command, counts[name], scratch)  # the warm-up, too
    runs = _QUICK_RUNS if quick else _RUNS
    results = _race(commands, runs, scratch)
    title = f"Bookings of one talk of {_SLIDES} slides: {runs} runs"
    print(table.of_bookings(title, results, [counts[result.name] for result in results]))
    return {result.name: result for result in results}


def _command(folder: Path, bookings: int) -> tuple[str, ...]:
    made = [sys.executable, "-m", "tests.bench.generate", str(folder), str(_SLIDES), "--bookings", str(bookings)]
    subprocess.run(made, check=True, cwd=ROOT)
    asked = ("build", "--events", "upcoming", "--today", _TODAY, "-C", str(folder), "--out", str(_out(folder.parent)))
    return (sys.executable, "-m", "talkbuilder", *asked)


def _out(scratch: Path) -> Path:
    return scratch / "decks-of-bookings"


def _assert_builds(command: Sequence[str], bookings: int, scratch: Path) -> None:
    """Every deck is built, and without a warning: printing them would be timed as well."""
    shutil.rmtree(_out(scratch), ignore_errors=True)
    ended = subprocess.run(command, capture_output=True, text=True, env=environment())
    if ended.returncode or ended.stderr or not ended.stdout.endswith(f"\n{bookings} decks\n"):
        raise Stumbled(f"not all of {bookings} decks were built:\n{ended.stdout[-1000:]}{ended.stderr[-2000:]}")


def _race(commands: Mapping[str, tuple[str, ...]], runs: int, scratch: Path) -> list[Result]:
    """Whole builds in turn, each of decks that are not there yet."""
    found: dict[str, list[Result]] = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            shutil.rmtree(_out(scratch))
            found[name] += race([Contender(name, command)], 1, warm_up=False)
    return [together(results) for results in found.values()]
