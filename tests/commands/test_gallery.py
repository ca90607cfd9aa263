"""`talkbuilder gallery`."""

from pathlib import Path

from talkbuilder.outputs.fingerprint import is_as_built
from tests.running import run


def test_it_builds_both_shapes_anywhere(tmp_path: Path) -> None:
    status, out, err = run("gallery", "--out", tmp_path)
    assert (status, err) == (0, "")
    decks = [tmp_path / "gallery.pptx", tmp_path / "gallery-4x3.pptx"]
    assert sorted(tmp_path.iterdir(), reverse=True) == decks
    assert all(is_as_built(deck) for deck in decks)
    assert [line.split(": ")[0].rsplit("/", 1)[-1] for line in out.splitlines()] == ["gallery", "gallery-4x3"]


def test_an_edited_one_is_kept(tmp_path: Path) -> None:
    (tmp_path / "gallery-4x3.pptx").write_bytes(b"mine")
    status, _, err = run("gallery", "--out", tmp_path)
    assert status == 1
    assert "O004" in err
    assert (tmp_path / "gallery-4x3.pptx").read_bytes() == b"mine"
    assert run("gallery", "--out", tmp_path, "--force")[0] == 0
    assert is_as_built(tmp_path / "gallery-4x3.pptx")
