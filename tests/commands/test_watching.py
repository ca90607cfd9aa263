"""`build --watch` builds again at each save, goes on after a fault, and ends without one."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from talkbuilder.outputs.fingerprint import is_as_built
from tests.conftest import ROOT
from tests.folders import begun
from tests.running import put


@pytest.fixture
def building(tmp_path: Path) -> Iterator["subprocess.Popen[str]"]:
    put(tmp_path, begun())
    command = [sys.executable, "-u", "-m", "talkbuilder", "build", "--watch", "--all"]
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src")}
    with subprocess.Popen(
        command, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as build:
        yield build
        build.kill()


def _read_to(build: "subprocess.Popen[str]", words: str) -> str:
    """What it says until a line has these words."""
    assert build.stdout
    said = ""
    while words not in said:
        line = build.stdout.readline()
        assert line, said
        said += line
    return said


@pytest.mark.skipif(os.name != "posix", reason="Ctrl-C of another process is another thing on Windows")
def test_every_save_is_built_until_somebody_ends_it(building: "subprocess.Popen[str]", tmp_path: Path) -> None:
    outline, deck = tmp_path / "talks" / "talk.yaml", tmp_path / "build" / "talk.pptx"
    _read_to(building, "watching talks and assets")
    first = deck.read_bytes()
    text = outline.read_text("utf-8")
    outline.write_text(text.replace("We planted a row", "We planted a long row"), "utf-8")
    _read_to(building, "build/talk.pptx: ")
    assert deck.read_bytes() != first
    outline.write_text(text.replace("trees-planted", "trees-planned"), "utf-8")
    assert "error[E001]" in _read_to(building, "nothing was written")
    outline.with_name("lakes.yaml").write_text(text, "utf-8")
    _read_to(building, "nothing was written")
    outline.write_text(text, "utf-8")
    _read_to(building, "build/talk.pptx: ")
    assert deck.read_bytes() == first
    assert is_as_built(tmp_path / "build" / "lakes.pptx")
    building.send_signal(signal.SIGINT)
    assert building.stdout
    assert building.stdout.read().endswith("ended\n")
    assert building.wait() == 0
