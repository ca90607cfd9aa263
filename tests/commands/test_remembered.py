"""What a check found is told again only while everything that it read is the same."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from talkbuilder.commands.remembered import FILE
from talkbuilder.layout import typefaces
from talkbuilder.source.project import Project
from tests.running import put, run
from tests.sample import ASSETS, slide, talk

_TALK = "talks/talk.yaml"
_NOTE = "assets/images/note.txt"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A talk folder that was checked."""
    typefaces._files_of_machine.cache_clear()  # which other tests may have filled
    put(tmp_path, {**ASSETS, _TALK: talk(slide("quote")), _NOTE: "A note."})
    monkeypatch.chdir(tmp_path)
    _check()
    return tmp_path


def _check(*options: str) -> tuple[int, str, str]:
    return run("check", "--format", "json", *options)


def _written() -> int:
    return FILE.stat().st_mtime_ns


def test_where_nothing_changes_the_same_is_told_again(folder: Path) -> None:
    first = _written()
    again = _check()
    assert _written() == first
    FILE.unlink()
    assert _check() == again


def _in_place(root: Path) -> None:
    """Other words of the same length, with the time of before."""
    file, told = root / _TALK, (root / _TALK).stat()
    file.write_bytes(file.read_bytes().replace(b"title:", b"titel:"))
    os.utime(file, ns=(told.st_atime_ns, told.st_mtime_ns))


def _be_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


_CHANGES: dict[str, Callable[[Path], object]] = {
    "a word in place": _in_place,
    "a new talk": lambda root: put(root, {"talks/other.yaml": "talk: Other\n"}),
    "a file that is gone": lambda root: (root / _NOTE).unlink(),
    "a file of another name": lambda root: (root / _NOTE).rename(root / "assets/images/other.txt"),
    "a folder in the place of a file": lambda root: _be_folder(root / _NOTE),
    "a new post": lambda root: put(root, {"assets/posts/new.txt": "A text."}),
    "a protected list": lambda root: put(root, {"assets/protected.txt": "broken"}),
    "a damaged memory": lambda root: (root / FILE).write_bytes((root / FILE).read_bytes()[:-9] + b"[]}"),
    "no memory": lambda root: (root / FILE).write_bytes(b""),
}


@pytest.mark.parametrize("change", _CHANGES.values(), ids=_CHANGES)
def test_whatever_changes_a_check_is_made_anew(folder: Path, change: Callable[[Path], object]) -> None:
    change(folder)
    before = _written()
    told = _check()
    assert _written() != before
    FILE.unlink()
    assert told == _check()


def test_another_day_and_other_options_are_another_check(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = _written()
    _check("--minutes", "5")
    second = _written()
    monkeypatch.setattr(Project, "today", "2031-05-14")
    _check("--minutes", "5")
    assert first != second != _written()


def test_of_a_protected_name_nothing_is_kept(folder: Path) -> None:
    FILE.unlink()
    assert run("protect", "headline")[0] == 0
    assert "is to be protected" in _check()[1]
    assert not FILE.exists()
