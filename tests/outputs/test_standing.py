"""Which bytes were written, remembered from run to run."""

from pathlib import Path
from typing import IO, Any

import pytest

from talkbuilder.memory import FORGETFUL, Memory, Seen
from talkbuilder.outputs import standing
from talkbuilder.outputs.file import text_file
from talkbuilder.outputs.standing import remember, stands

_FILES = (text_file("one.svg", ""), text_file("two.svg", ""))


@pytest.fixture
def seen(tmp_path: Path) -> Seen:
    """What is known of two files that stand in a folder."""
    seen = Memory(tmp_path / "cache" / "faultless").of(b"a talk")
    for file in _FILES:
        (tmp_path / file.path).write_bytes(file.path.encode() * 300_000)
    assert not stands(_FILES, tmp_path, seen)
    remember(_FILES, tmp_path, seen)
    return seen


def test_files_stand_whose_bytes_are_remembered(tmp_path: Path, seen: Seen) -> None:
    assert stands(_FILES, tmp_path, seen)
    assert not stands(_FILES[:1], tmp_path, seen)


@pytest.mark.parametrize("at", [0, 1_000_000, 2_099_999])
@pytest.mark.parametrize("name", ["one.svg", "two.svg"])
def test_no_byte_may_be_another(tmp_path: Path, seen: Seen, name: str, at: int) -> None:
    data = bytearray((tmp_path / name).read_bytes())
    data[at] ^= 1
    (tmp_path / name).write_bytes(data)
    assert not stands(_FILES, tmp_path, seen)


def test_files_that_changed_places_do_not_stand(tmp_path: Path, seen: Seen) -> None:
    one, two = ((tmp_path / file.path).read_bytes() for file in _FILES)
    (tmp_path / "one.svg").write_bytes(two)
    (tmp_path / "two.svg").write_bytes(one)
    assert not stands(_FILES, tmp_path, seen)
    assert not stands(_FILES[::-1], tmp_path, seen)


def test_what_is_no_file_or_cannot_be_read_does_not_stand(
    tmp_path: Path, seen: Seen, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, *_: Any, **__: Any) -> IO[bytes]:
        raise PermissionError(13, "no", str(path))

    standing._digest_of.cache_clear()
    monkeypatch.setattr(Path, "open", refuse)
    assert not stands(_FILES, tmp_path, seen)
    monkeypatch.undo()
    standing._digest_of.cache_clear()
    assert stands(_FILES, tmp_path, seen)
    (tmp_path / "two.svg").unlink()
    (tmp_path / "two.svg").mkdir()
    assert not stands(_FILES, tmp_path, seen)


def test_where_nothing_is_remembered_nothing_is_read(
    tmp_path: Path, seen: Seen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(standing, "state_of", None)
    assert not stands(_FILES, tmp_path, FORGETFUL.of())
    remember(_FILES, tmp_path, FORGETFUL.of())
