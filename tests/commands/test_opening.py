"""`build --open` hands decks to what the machine has, and says so where it has nothing."""

import os
import sys
import time
from pathlib import Path

import pytest

from tests.folders import begun
from tests.running import put, run

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows is asked itself, and no program")


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine with a program that opens things: it writes down what it was given."""
    programs, told = tmp_path / "programs", tmp_path / "told"
    programs.mkdir()
    for name in ("open", "xdg-open"):
        (programs / name).write_text(f'#!/bin/sh\necho "$1" >> "{told}"\n')
        (programs / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.chdir(put(tmp_path, begun()))
    return told


def told(file: Path, lines: int) -> list[str]:
    """What the program was given, once it has been."""
    until = time.monotonic() + 30
    while time.monotonic() < until and (not file.exists() or len(file.read_text().splitlines()) < lines):
        time.sleep(0.01)
    return file.read_text().splitlines()


def test_a_deck_is_opened_where_it_is(opened: Path, tmp_path: Path) -> None:
    assert run("build", "--open")[0] == 0
    assert told(opened, 1) == [str(tmp_path / "build" / "talk.pptx")]


def test_what_is_not_built_is_not_opened(opened: Path, tmp_path: Path) -> None:
    (tmp_path / "talks" / "talk.yaml").write_text("talk: T\n")
    assert run("build", "--open")[0] == 1
    assert not opened.exists()


def test_where_nothing_opens_it_that_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(put(tmp_path, begun()))
    monkeypatch.setenv("PATH", str(tmp_path / "nowhere"))
    status, _, err = run("build", "--open")
    assert (status, "nothing here opens 'build/talk.pptx'" in err) == (0, True)
