"""Times whole builds of 30, 300 and 3,000 slides against PptxGenJS, and checks and builds of the talks of this
repository; see --help.

It measures, and never fails because something was slow. Every figure is the median of whole processes, run in turn; the
deck of the run before is taken away. What counts is how it is installed: `pip install .` in an environment of its own,
not an editable one, as users have it; this program itself needs only the folder `tests`.
PptxGenJS is looked for where Node looks and where npm installs for everybody, or in the folder that the variable
PPTXGENJS names.
"""

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from tests.bench import table
from tests.bench.others import rival
from tests.bench.race import NO_FAULTS, Contender, Result, Stumbled, race
from tests.bench.targets import (
    CHECK_ALL,
    OURS,
    PPTXGENJS,
    START,
    Measured,
    targets,
)

ROOT = Path(__file__).parents[2]
_SMALL = 30
_RUNS = {_SMALL: 15, 300: 5, 3000: 5}
_QUICK_RUNS = {_SMALL: 5, 300: 3}
_MANY = 3000


def main() -> int:
    options = _options()
    runs = _QUICK_RUNS if options.quick else _RUNS
    measured: dict[tuple[int, bool, str], Result] = {}
    try:
        with tempfile.TemporaryDirectory(prefix="talkbuilder-bench-") as scratch:
            real = _real(Path(scratch), runs[_SMALL])  # first, for if these have faults it is soon said
            for slides, count in runs.items():
                for with_pictures in (True, False):
                    folder = Path(scratch) / f"{slides}-{'pictures' if with_pictures else 'text'}"
                    results = _talk(folder, slides, with_pictures, count)
                    measured |= {(slides, with_pictures, result.name): result for result in results}
    except Stumbled as fault:
        print(f"the benchmark stopped: {fault}", file=sys.stderr)
        return 1
    print(table.of_targets(targets(Measured(measured, real))))
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="few runs, and of 30 and 300 slides only")
    return parser.parse_args()


def _talk(folder: Path, slides: int, with_pictures: bool, runs: int) -> list[Result]:
    """One generated talk, built by both; prints the table."""
    # In a process of its own, so that this one stays small: see generate.py.
    made = [sys.executable, "-m", "tests.bench.generate", str(folder), str(slides)]
    subprocess.run(made + ["--pictures"] * with_pictures, check=True, cwd=ROOT)
    _assert_faultless(folder)
    ours = _ours("build", "-C", str(folder), deck=folder / "build" / "talk.pptx")
    # With pictures it takes 0.5 to 0.8 GB for 300 slides, and ten times as much is more than most machines have.
    other = None if with_pictures and slides >= _MANY else rival(folder)
    results = race([ours, *([other] if other else ())], runs)
    how = "with pictures" if with_pictures else "text only"
    print(table.of_results(f"{slides:,} slides, {how}: {runs} runs", results, PPTXGENJS))
    return results


def _assert_faultless(folder: Path) -> None:
    """A talk with faults is not built, and printing warnings would be timed as well."""
    checked = subprocess.run(_python("check", "-C", str(folder)), capture_output=True, text=True)
    if NO_FAULTS not in checked.stdout:
        raise Stumbled(f"the generated talk in {folder} has faults:\n{checked.stdout[-2000:]}")


def _ours(*arguments: str, name: str = OURS, deck: Path | None = None) -> Contender:
    return Contender(name, _python(*arguments), deck)


def _python(*arguments: str) -> tuple[str, ...]:
    return (sys.executable, "-m", "talkbuilder", *arguments)


def _real(scratch: Path, runs: int) -> Mapping[str, Result]:
    """The talks of this repository, checked and built; prints the table."""
    names = sorted(
        file.stem
        for file in (ROOT / "talks").glob("*.yaml")
        if file.stem != "events" and ".rehearsals" not in file.stem
    )
    contenders = [Contender(START, (sys.executable, "-c", "pass"))]
    contenders += [_ours("check", name, "-C", str(ROOT), name=f"check {name}") for name in names]
    contenders.append(_ours("check", "-C", str(ROOT), name=CHECK_ALL))
    for name in names:
        arguments = ("build", name, "-C", str(ROOT), "--out", str(scratch / name))
        contenders.append(_ours(*arguments, name=f"build {name}", deck=scratch / name / f"{name}.pptx"))
    contenders.append(_ours("build", "-C", str(ROOT), "--out", str(scratch / "all"), name="build all talks"))
    results = race(contenders, runs)
    print(table.of_results(f"The talks of this repository: {runs} runs", results, START))
    return {result.name: result for result in results}


if __name__ == "__main__":
    sys.exit(main())
