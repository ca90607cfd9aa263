"""Patterns from the file that keeps them, and without it."""

import marshal
import re
from pathlib import Path

import pytest

from talkbuilder import patterns
from talkbuilder.patterns import compiled, keep

_ASKED = (
    (r"\b(?:a|an|the) (?P<what>\w+)(?: of (?P<whom>\w+))?", re.IGNORECASE),
    (r"^[“\"](.*?)[”\"]$", re.MULTILINE | re.DOTALL),
    (r"(?<!\w)(?:fourteen|forty|four)(?!\w)|[½¼¾]", 0),
    ("", 0),
)


def _told(index: bytes) -> bytes:
    """An index as a file begins with it."""
    return len(index).to_bytes(4, "big") + index


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where patterns are kept meanwhile; nothing is there yet."""
    file = tmp_path / "kept"
    monkeypatch.setattr(patterns, "_FILE", str(file))
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    _begin(monkeypatch)
    return file


def _begin(monkeypatch: pytest.MonkeyPatch) -> None:
    """As a process does."""
    monkeypatch.setattr(patterns, "_stored", [])
    monkeypatch.setattr(patterns, "_new", {})


def _all_are_right() -> None:
    for pattern, flags in _ASKED:
        made, wanted = compiled(pattern, flags), re.compile(pattern, flags)
        # Python compares text, flags and code of patterns, and not their groups.
        assert (made, made.groups, dict(made.groupindex)) == (wanted, wanted.groups, dict(wanted.groupindex))


def test_a_pattern_is_what_python_compiles_at_first_and_from_the_file(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _all_are_right()
    keep()
    _begin(monkeypatch)
    monkeypatch.setattr(patterns, "_coded", None)  # nothing is compiled any more
    _all_are_right()


def test_what_several_processes_compiled_is_kept_together(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for pattern in ("one", "two"):
        _begin(monkeypatch)
        compiled(pattern)
        keep()
    assert set(patterns._read().index) == {("one", 0), ("two", 0)}
    assert [path.name for path in file.parent.iterdir()] == ["kept"]


def test_nothing_is_written_where_nothing_is_new_or_python_writes_nothing(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep()
    monkeypatch.setattr("sys.dont_write_bytecode", True)
    compiled("one")
    keep()
    assert not file.exists()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff",
        _told(marshal.dumps(1)),
        _told(marshal.dumps((("another Python",), 0, {}))),
        b"\xff" * 9,
        _told(b""),
    ],
    ids=["empty", "damaged", "not ours", "of another Python", "too long", "cut off"],
)
def test_a_file_that_is_no_use_is_replaced(file: Path, data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    file.write_bytes(data)
    _all_are_right()
    keep()
    assert len(patterns._read().index) == len(_ASKED)


def test_a_damaged_pattern_is_compiled_again(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept: dict[tuple[str, int], object] = {
        ("one", 0): (32, 0, 4, 0, {}, (None,)),
        ("two", 0): (1,),
        ("three", 0): (32, 2, 4, 0, {}, (None,)),
    }
    file.write_bytes(_told(marshal.dumps((patterns._HEAD, 4, kept))) + b"\x63\x00\x00\x00")
    for pattern in ("one", "two", "three"):
        assert compiled(pattern) == re.compile(pattern)


def test_a_file_that_grew_too_large_begins_anew(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compiled("one")
    keep()
    monkeypatch.setattr(patterns, "_MOST_BYTES", 10)
    _begin(monkeypatch)
    compiled("two")
    keep()
    monkeypatch.setattr(patterns, "_MOST_BYTES", 1_000_000)
    assert set(patterns._read().index) == {("two", 0)}


def test_where_nobody_may_write_a_pattern_is_compiled_all_the_same(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patterns, "_FILE", str(file / "no" / "folder"))
    _all_are_right()
    keep()


def test_a_wrong_pattern_raises_what_python_raises(file: Path) -> None:
    with pytest.raises(re.error):
        compiled("(")


@pytest.mark.parametrize("lost", ["_sre", "_parser", "_compiler"])
def test_a_python_without_these_internals_compiles_each_time(
    file: Path, lost: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patterns, lost, None)
    assert compiled("on(e)", re.IGNORECASE) == re.compile("on(e)", re.IGNORECASE)
    keep()
    assert not file.exists()


def test_patterns_of_a_library_are_kept_while_it_is_imported(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with patterns.keeping():
        made = [re.compile("one"), re.compile("one", re.IGNORECASE), re.compile(made := re.compile("two")), made]
        assert re.compile(b"three").fullmatch(b"three")
    keep()
    assert [one.pattern for one in made] == ["one", "one", "two", "two"]
    assert set(patterns._read().index) == {("one", 0), ("one", 2), ("two", 0)}
    _begin(monkeypatch)
    re.compile("four")
    keep()
    assert set(patterns._read().index) == {("one", 0), ("one", 2), ("two", 0)}


def test_what_a_library_does_wrong_ends_the_keeping(file: Path) -> None:
    with pytest.raises(re.error), patterns.keeping():
        re.compile("(")
    assert re.compile is patterns._compile


def test_where_no_part_of_a_file_can_be_read_all_of_it_is(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _all_are_right()
    keep()
    monkeypatch.delattr("os.pread", raising=False)
    _begin(monkeypatch)
    monkeypatch.setattr(patterns, "_coded", None)  # nothing is compiled any more
    _all_are_right()
