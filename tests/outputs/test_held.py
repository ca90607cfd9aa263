"""A lock is had by one at a time, is waited for, and ends with the process that holds it."""

import subprocess
import sys
from pathlib import Path

from talkbuilder.outputs.delivery import held
from tests.conftest import ROOT


def test_one_at_a_time_holds_it(tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    with held(lock) as first, held(lock) as second:
        assert (first, second) == (True, False)
    with held(lock, patience_seconds=5) as again:
        assert again


def test_who_is_killed_holds_it_no_longer(tmp_path: Path) -> None:
    code = (
        "import os, sys\nfrom pathlib import Path\nfrom talkbuilder.outputs.delivery import held\n"
        "with held(Path(sys.argv[1])) as mine:\n    print(mine, flush=True)\n    sys.stdin.read()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path / "lock")], stdin=-1, stdout=-1, text=True, cwd=ROOT
    ) as holder:
        assert holder.stdout
        assert holder.stdout.readline() == "True\n"
        with held(tmp_path / "lock") as mine:
            assert not mine
        holder.kill()
        holder.wait()
        with held(tmp_path / "lock") as mine:
            assert mine
