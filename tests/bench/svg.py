"""Times a Deck rendered as SVG to memory, in a process of its own: what an output takes, without what leads to it.

python -m tests.bench.svg DIR prints the seconds that it took once, with nothing of it done before.
"""

import subprocess
import sys
import time
from io import BytesIO
from pathlib import Path

from tests.bench.race import Result, Stumbled, environment

ROOT = Path(__file__).parents[2]


def measure(name: str, folder: Path, runs: int) -> Result:
    """Whole processes, of which the first does not count. Raises Stumbled."""
    command = (sys.executable, "-m", "tests.bench.svg", str(folder))
    seconds = []
    for _ in range(runs + 1):
        ended = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, env=environment())
        if ended.returncode:
            raise Stumbled(f"{name} ended with {ended.returncode}:\n{ended.stderr[-2000:]}")
        seconds.append(float(ended.stdout))
    return Result(name, tuple(seconds[1:]), 0.0, 0.0, 0)


def _seconds(folder: Path) -> float:
    """From the Deck to the bytes of all its files."""
    # Imported here, so that the process that measures stays small: see generate.py.
    from talkbuilder.diagnostics import Report
    from talkbuilder.outputs import OUTPUTS
    from talkbuilder.pipeline import build
    from talkbuilder.source.project import DiskProject

    (deck,) = build(DiskProject(folder), ("talk",), Report())
    began = time.perf_counter()
    for file in OUTPUTS["svg"].render(deck):
        file.write(BytesIO())
    return time.perf_counter() - began


if __name__ == "__main__":
    print(_seconds(Path(sys.argv[1])))
