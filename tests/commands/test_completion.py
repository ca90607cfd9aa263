"""Command lines are completed in the shell: commands, options, and what a folder has."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cases import LIBRARY, talk
from tests.corpora.tables import from_table
from tests.running import put, run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    events = "an-evening: {talk: my-talk, date: 2027-05-14}\n"
    put(tmp_path, {**LIBRARY, "talks/my-talk.yaml": talk(), "talks/events.yaml": events})
    return tmp_path


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
def test_a_line_is_completed(line: str, expected: list[str], folder: Path) -> None:
    assert set(expected) <= set(completed(line, folder))
    assert expected or completed(line, folder) == []


@pytest.mark.parametrize("shell", ["bash", "powershell"])
def test_every_shell_is_told_how_to_ask(shell: str) -> None:
    status, out, err = run("completion", shell)
    assert (status, err) == (0, "")
    assert "talkbuilder" in out
    assert "_ARGCOMPLETE" in out


def test_outside_a_folder_talks_are_not_completed_and_nothing_is_said(tmp_path: Path) -> None:
    assert completed("talkbuilder build x", tmp_path) == []
