"""`check --fix`: shows what would change, and writes it only where somebody agrees."""

import os
import sys
from pathlib import Path

import pytest

from tests.cases import LIBRARY, talk
from tests.running import held_to_permissions, put, run

WRITTEN = talk().replace("notes: Do it.", "notes: It's  yours.")
MENDED = talk().replace("notes: Do it.", "notes: It’s yours.")
EVENTS = "an-event: {talk: talk, date: 2027-05-14, place: St. Ann's}\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    files = {**LIBRARY, "talks/talk.yaml": WRITTEN, "talks/other.yaml": WRITTEN, "talks/events.yaml": EVENTS}
    return put(tmp_path, files)


def texts(folder: Path) -> list[str]:
    return [(folder / "talks" / f"{name}.yaml").read_text("utf-8") for name in ("talk", "other", "events")]


def test_where_nobody_can_agree_it_is_only_shown(folder: Path) -> None:
    before = texts(folder)
    _, out, err = run("check", "-C", folder, "--fix")
    assert "It's  yours." in out
    assert "It’s yours." in out
    assert "--- talks/talk.yaml\n+++ talks/talk.yaml\n@@ " in out
    assert "nothing was written; --yes writes it without asking\n" in err
    assert texts(folder) == before


def test_what_is_agreed_to_is_written_and_then_checked(folder: Path) -> None:
    status, out, err = run("check", "-C", folder, "--fix", "--yes")
    assert (status, err) == (0, "")
    assert texts(folder)[:2] == [MENDED, MENDED]
    assert "St. Ann’s" in texts(folder)[2]
    assert [line for line in out.splitlines() if line.startswith("mended")] == [
        *("mended talks/other.yaml", "mended talks/talk.yaml", "mended talks/events.yaml")
    ]
    assert "mended" not in run("check", "-C", folder, "--fix", "--yes")[1]


def test_only_what_is_named_is_mended(folder: Path) -> None:
    run("check", "talk", "-C", folder, "--fix", "--yes")
    assert texts(folder)[:2] == [MENDED, WRITTEN]
    assert "St. Ann's" in texts(folder)[2]


def test_a_file_that_cannot_be_written_is_told_and_left(folder: Path) -> None:
    (folder / "talks").chmod(0o555)
    with held_to_permissions():
        _, _, err = run("check", "talk", "-C", folder, "--fix", "--yes")
    (folder / "talks").chmod(0o755)
    assert "cannot write talks/talk.yaml" in err
    assert texts(folder)[0] == WRITTEN


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such terminals")
@pytest.mark.parametrize(("answer", "expected"), [("y", MENDED), ("", WRITTEN), ("n", WRITTEN)])
def test_on_a_terminal_it_asks(folder: Path, answer: str, expected: str) -> None:
    import pty

    child, terminal = pty.fork()
    if child == 0:
        command = [sys.executable, "-m", "talkbuilder", "check", "talk", "-C", str(folder), "--fix"]
        os.execve(sys.executable, command, {**os.environ, "TERM": "dumb", "NO_COLOR": "1"})
    shown = ""
    while "(y/N)" not in shown:
        shown += os.read(terminal, 4096).decode("utf-8", "replace")
    assert "It’s yours." in shown
    os.write(terminal, f"{answer}\n".encode())
    try:
        while os.read(terminal, 4096):
            pass
    except OSError:  # the other end is closed
        pass
    os.waitpid(child, 0)
    os.close(terminal)
    assert texts(folder)[0] == expected
