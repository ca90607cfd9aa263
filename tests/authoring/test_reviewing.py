"""A reviewer's line goes in and out of assets/reviews.yaml, and whatever somebody else does to the file stays."""

from pathlib import Path

import pytest

from talkbuilder.authoring import adding
from talkbuilder.authoring.reviewing import add_line, take_back
from talkbuilder.evidence.library.reviews import HEAD, REVIEWS
from talkbuilder.outputs.delivery import write_unless_changed

ONE, TWO = "- {fact: one, state: signed}\n", "- {fact: two, state: signed}\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "assets").mkdir()
    return tmp_path / REVIEWS


def test_what_is_added_is_taken_back_and_nothing_else(tmp_path: Path, file: Path) -> None:
    file.write_bytes(b"# Mine.\r\n- {fact: other}\r\n")
    before = file.read_bytes()
    assert add_line(tmp_path, ONE) == file.read_bytes()
    add_line(tmp_path, TWO)
    assert take_back(tmp_path, ONE) == before + TWO.encode().replace(b"\n", b"\r\n")
    take_back(tmp_path, TWO)
    assert file.read_bytes() == before


def test_a_new_file_tells_what_it_is(tmp_path: Path, file: Path) -> None:
    add_line(tmp_path, ONE)
    assert file.read_text("utf-8") == HEAD + ONE


def test_of_two_equal_lines_the_last_is_taken_back(tmp_path: Path, file: Path) -> None:
    file.write_text(ONE + TWO + ONE + "# kept\n")
    take_back(tmp_path, ONE)
    assert file.read_text() == ONE + TWO + "# kept\n"


def test_a_line_that_somebody_changed_is_left_alone(tmp_path: Path, file: Path) -> None:
    changed = ONE.replace("signed", "returned")
    file.write_text(changed)
    assert take_back(tmp_path, ONE) is None
    assert file.read_text() == changed


@pytest.mark.parametrize("undoes", [False, True])
def test_what_an_editor_saves_between_reading_and_writing_is_kept(
    undoes: bool, tmp_path: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.write_text(ONE if undoes else "# Mine.\n")
    saves = iter(["# saved first\n", "# saved second\n"])

    def meanwhile(target: Path, before: bytes, data: bytes, root: Path) -> bool:
        if line := next(saves, ""):
            file.write_text(line + file.read_text())
        return write_unless_changed(target, before, data, root)

    monkeypatch.setattr(adding, "write_unless_changed", meanwhile)
    if undoes:
        take_back(tmp_path, ONE)
    else:
        add_line(tmp_path, ONE)
    assert file.read_text() == "# saved second\n# saved first\n" + ("" if undoes else "# Mine.\n" + ONE)
