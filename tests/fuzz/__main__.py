"""`python -m tests.fuzz [--count N] [--kills N] [--seed SEED] [--jobs N]`: tries mutated files, and killed processes.

Prints what was found, each sort of it once with the number of its trial, and at the end what all of it cost.
`--only NUMBER` tries one again.
"""

import argparse
import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from random import Random

from tests.fuzz.killing import COMMANDS, Kill, kill
from tests.fuzz.share import tried
from tests.fuzz.trial import Found, Trial

_MOST_SECONDS = 2.0  # of a process
_MOST_BYTES = 500_000_000


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__, allow_abbrev=False)
    parser.add_argument("--count", type=int, default=20_000, help="how many mutated files (20000)")
    parser.add_argument("--kills", type=int, default=300, help="how many killed processes (300)")
    parser.add_argument("--seed", default="1", help="which ones: a seed always makes the same files (1)")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="processes that try files (one a core)")
    parser.add_argument("--only", type=int, help="the number of the only file to try")
    asked = parser.parse_args()
    began = time.monotonic()
    numbers = range(asked.count) if asked.only is None else [asked.only]
    failed, stopped = _files(numbers, asked.seed, asked.jobs)
    if not stopped and asked.only is None:
        bad, stopped = _kills(asked.kills, asked.seed)
        failed += bad
    print(f"seed {asked.seed}; {(time.monotonic() - began) / 60:.1f} minutes; {failed or 'nothing'} found")
    return 130 if stopped else 1 if failed else 0


def _files(numbers: "range | list[int]", seed: str, jobs: int) -> tuple[int, bool]:
    """Tries mutated files; returns in how many trials something was found, and whether Ctrl-C ended it early."""
    kinds: Counter[str] = Counter()
    seen: set[tuple[str, str]] = set()
    failed, slowest, largest, stopped = 0, (0.0, -1), 0, True
    with suppress(KeyboardInterrupt):  # and what was tried is told
        for told in tried(numbers, seed, jobs):
            trial = told.trial
            kinds[trial.kind] += 1
            slowest, largest = max(slowest, (trial.seconds, told.number)), max(largest, told.peak_bytes)
            found = [*trial.found, *_cost(trial, told.peak_bytes)]
            failed += bool(found)
            for one in found:
                if (one.sort, one.told[:60]) not in seen:
                    seen.add((one.sort, one.told[:60]))
                    print(f"{told.number}: {trial.kind}, {trial.command}: {one.sort}: {one.told}", flush=True)
        stopped = False
    sorts = ", ".join(f"{count:,} of {kind}" for kind, count in kinds.most_common())
    print(f"{kinds.total():,} mutated files ({sorts}): something was found in {failed}")
    print(
        f"slowest: {slowest[0]:.2f} s, trial {slowest[1]}; most memory of a process: {largest / 1e6:.0f} MB", flush=True
    )
    return failed, stopped


def _cost(trial: Trial, peak_bytes: int) -> Iterator[Found]:
    if trial.seconds > _MOST_SECONDS:
        yield Found("slow", f"{trial.seconds:.1f} s")
    if peak_bytes > _MOST_BYTES:
        yield Found("large", f"{peak_bytes / 1e6:.0f} MB")


def _kills(count: int, seed: str) -> tuple[int, bool]:
    """Kills processes at random moments; returns how many left something wrong behind, and whether Ctrl-C came."""
    if os.name != "posix" or not count:
        return 0, False
    random = Random(f"kill-{seed}")
    ended: Counter[str] = Counter()
    bad, stopped = 0, True
    with tempfile.TemporaryDirectory() as around, suppress(KeyboardInterrupt):
        for number in range(count):
            name = [*COMMANDS][number % len(COMMANDS)]
            done: Kill = kill(name, Path(around), random)
            ended[f"{name} {done.left}"] += 1
            bad += bool(done.wrong)
            for one in done.wrong:
                print(f"kill {number}: {name} after {done.seconds:.3f} s: {one}", flush=True)
        stopped = False
    states = ", ".join(f"{name}: {number}" for name, number in sorted(ended.items()))
    print(f"{ended.total()} killed processes ({states}): {bad} left something broken, or needed help", flush=True)
    return bad, stopped


if __name__ == "__main__":
    sys.exit(main())
