"""Command lines are completed in the shell: commands and options."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.corpora.tables import from_table
from tests.running import run


def completed(line: str, folder: Path) -> list[str]:
    """What may follow a line, by the protocol of argcomplete: it answers on a file that the shell names."""
    answer = folder / "answer"
    settings = {
        "_ARGCOMPLETE": "1",
        "_ARGCOMPLETE_STDOUT_FILENAME": str(answer),
        "_ARGCOMPLETE_IFS": "\n",
        "COMP_LINE": line,
        "COMP_POINT": str(len(line)),
    }
    command = [sys.executable, "-m", "talkbuilder"]
    done = subprocess.run(command, env=os.environ | settings, cwd=folder, capture_output=True, text=True, timeout=60)
    assert "Traceback" not in done.stderr
    return [one.strip() for one in answer.read_text("utf-8").split("\n") if one.strip()]


@from_table
def test_a_line_is_completed(line: str, expected: list[str], tmp_path: Path) -> None:
    assert set(expected) <= set(completed(line, tmp_path))
    assert expected or completed(line, tmp_path) == []


@pytest.mark.parametrize("shell", ["bash", "powershell"])
def test_every_shell_is_told_how_to_ask(shell: str) -> None:
    status, out, err = run("completion", shell)
    assert (status, err) == (0, "")
    assert "talkbuilder" in out
    assert "_ARGCOMPLETE" in out
