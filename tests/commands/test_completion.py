"""Command lines are completed in the shell: commands and options."""

from pathlib import Path

import pytest

from tests.corpora.tables import from_table
from tests.forked import started
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
    with (folder / "said").open("w+", encoding="utf-8") as said:
        process = started((), {1: said.fileno(), 2: said.fileno()}, **settings)
        process.join(60)
        assert process.exitcode == 0
        said.seek(0)
        assert "Traceback" not in said.read()
    return [one.strip() for one in answer.read_text("utf-8").split("\n") if one.strip()]


@from_table
def test_a_line_is_completed(line: str, expected: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    found = completed(line, tmp_path)
    assert set(expected) <= set(found)
    assert expected or found == []


@pytest.mark.parametrize("shell", ["bash", "powershell"])
def test_every_shell_is_told_how_to_ask(shell: str) -> None:
    status, out, err = run("completion", shell)
    assert (status, err) == (0, "")
    assert "talkbuilder" in out
    assert "_ARGCOMPLETE" in out
