"""What commands print: places can be typed where the command was started, wherever the talk folder is."""

from pathlib import Path

import pytest

from talkbuilder.commands.console import display_path
from tests.running import run


@pytest.mark.parametrize("here", ["", "assets/images"])
def test_faults_and_decks_are_named_as_they_can_be_typed(
    tmp_path: Path, here: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("new", "rivers", "-C", tmp_path)
    (tmp_path / here).mkdir(exist_ok=True)
    monkeypatch.chdir(tmp_path / here)
    status, out, err = run("build")
    deck, place = out.split(": ")[0], err.split(":")[0]
    assert status == 0
    assert Path(deck).resolve() == tmp_path / "build" / "rivers.pptx"
    assert Path(place).resolve() == tmp_path / "talks" / "rivers.yaml"
    assert not Path(deck).is_absolute()


def test_a_fault_without_a_line_is_named_so_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("new", "rivers", "-C", tmp_path / "folder")
    (tmp_path / "folder" / "talks" / "lakes.yml").write_text("talk: Lakes\n")
    monkeypatch.chdir(tmp_path)
    assert "folder/talks/lakes.yml: warning[R011]" in run("-C", "folder", "check")[1]


def test_what_lies_far_away_is_named_from_the_root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    deep = tmp_path / "a" / "b" / "c" / "d" / "e"
    deep.mkdir(parents=True)
    monkeypatch.chdir(deep)
    assert display_path(Path("/x")) == "/x"
    assert display_path(deep.parent / "x") == "../x"


def test_the_last_folder_that_is_named_counts(tmp_path: Path) -> None:
    run("new", "rivers", "-C", tmp_path)
    assert run("-C", "/nowhere", "check", "-C", tmp_path)[0] == 0
    assert run("-C", tmp_path, "check", "-C", "/nowhere")[0] == 2


def test_a_command_that_works_in_no_folder_takes_none() -> None:
    status, _, err = run("-C", "x", "explain", "E001")
    assert status == 2
    assert "leave out -C" in err
