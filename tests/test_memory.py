"""What is remembered of checks that found nothing."""

import os
import sys
from pathlib import Path

import pytest

from talkbuilder import memory as module
from talkbuilder.memory import FORGETFUL, Memory, digest, memory_of_user

_POSIX = pytest.mark.skipif(sys.platform == "win32", reason="there a profile is its user's alone")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "talkbuilder" / "faultless"


def _learn(file: Path, *checks: str) -> None:
    memory = Memory(file)
    memory.of(b"a talk").learn(*checks)
    memory.keep()


def test_what_was_learnt_is_known_in_the_next_run(file: Path) -> None:
    _learn(file, "one", "two")
    seen = Memory(file).of(b"a talk")
    assert seen.knows("one", "two")
    assert not seen.knows("one", "three")


@pytest.mark.parametrize("told", [(b"another",), (b"a ", b"talk"), (b"a talk", b""), ()])
def test_nothing_is_known_of_what_is_told_otherwise(file: Path, told: tuple[bytes, ...]) -> None:
    _learn(file, "one")
    assert not Memory(file).of(*told).knows("one")


def test_pieces_are_told_apart_where_they_would_be_the_same_joined() -> None:
    assert len({digest(b"ab", b"c"), digest(b"a", b"bc"), digest(b"abc"), digest(b"abc", b"")}) == 4


def test_what_another_run_learnt_meanwhile_stays(file: Path) -> None:
    first, second = Memory(file), Memory(file)
    for memory, check in ((first, "one"), (second, "two")):
        assert not memory.of(b"a talk").knows(check)
        memory.of(b"a talk").learn(check)
    first.keep()
    second.keep()
    assert Memory(file).of(b"a talk").knows("one", "two")


def test_another_program_knows_nothing(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _learn(file, "one")
    monkeypatch.setattr(module, "_program", lambda: b"a later version")
    assert not Memory(file).of(b"a talk").knows("one")


def test_every_file_of_the_program_and_its_libraries_tell_it_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inner, libraries = tmp_path / "program" / "checks", tmp_path / "site-packages"
    for folder in (inner, inner / "__pycache__", libraries):
        folder.mkdir(parents=True)
    monkeypatch.setattr(module, "__file__", str(tmp_path / "program" / "memory.py"))
    monkeypatch.setattr(sys, "path", [str(libraries)])
    found = [module._program()]
    (inner / "__pycache__" / "one.pyc").touch()
    assert module._program() == found[0]
    check = inner / "one.py"
    for change in (check.touch, lambda: check.write_text("x"), lambda: os.utime(check, ns=(5, 5))):
        change()
        found.append(module._program())
    os.utime(libraries, ns=(7, 7))
    found.append(module._program())
    assert len({*found}) == len(found)


@pytest.mark.parametrize(
    "damage", [lambda data: data[1:], lambda data: data[:-1], lambda data: b"x" + data, lambda _: b""]
)
def test_what_is_damaged_says_less_and_never_more(file: Path, damage: object) -> None:
    _learn(file, "one")
    file.write_bytes(damage(file.read_bytes()))  # type: ignore[operator]
    seen = Memory(file).of(b"a talk")
    assert not seen.knows("one")
    assert not seen.knows("two")


def test_what_is_far_too_long_is_not_read(file: Path) -> None:
    _learn(file, "one")
    file.write_bytes(file.read_bytes() * 5_000)
    assert not Memory(file).of(b"a talk").knows("one")


@_POSIX
@pytest.mark.parametrize("open_to_all", ["faultless", "."])
def test_what_others_can_have_written_is_not_believed(file: Path, open_to_all: str) -> None:
    _learn(file, "one")
    (file.parent / open_to_all).chmod(0o777)
    assert not Memory(file).of(b"a talk").knows("one")


def test_where_nothing_can_be_written_nothing_is_remembered_and_nothing_fails(tmp_path: Path) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("a file where a folder is wanted")
    _learn(blocked / "faultless", "one")
    assert not Memory(blocked / "faultless").of(b"a talk").knows("one")
    assert [one.name for one in tmp_path.iterdir()] == ["blocked"]


def test_the_oldest_is_forgotten_first(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MOST", 3)
    for check in ("one", "two", "three", "four"):
        _learn(file, check)
    assert [Memory(file).of(b"a talk").knows(one) for one in ("one", "two", "three", "four")] == [False, *[True] * 3]


def test_nothing_of_what_was_told_stands_in_it(file: Path) -> None:
    memory = Memory(file)
    memory.of(b"Somebody's name").learn("one")
    memory.keep()
    assert len(file.read_bytes()) == 32
    assert [one.name for one in file.parent.iterdir()] == ["faultless"]


def test_without_a_file_nothing_is_learnt() -> None:
    seen = FORGETFUL.of(b"a talk")
    seen.learn("one")
    assert not seen.knows("one")
    assert not FORGETFUL.is_kept


def test_news_of_a_copy_are_learnt_by_its_original(file: Path) -> None:
    copy, original = Memory(file).of(b"a talk"), Memory(file).of(b"a talk")
    copy.learn("one", "two")
    original.learn_from(copy.news)
    assert original.knows("one", "two")


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="where these lie is told otherwise there")
@pytest.mark.parametrize(("named", "is_kept"), [("/", True), ("relative", False)])
def test_it_lies_where_the_user_keeps_such_things_and_nowhere_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: str, is_kept: bool
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path) if named == "/" else named)
    memory = memory_of_user()
    memory.of(b"a talk").learn("one")
    memory.keep()
    assert memory.is_kept == is_kept
    assert (tmp_path / "talkbuilder" / "faultless").is_file() == is_kept
