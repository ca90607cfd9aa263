"""`talkbuilder gallery`."""

from pathlib import Path

from talkbuilder.outputs.fingerprint import is_as_built
from tests.running import run


def test_it_builds_both_shapes_anywhere_and_an_edited_one_is_kept(tmp_path: Path) -> None:
    decks = [tmp_path / "gallery.pptx", tmp_path / "gallery-4x3.pptx"]
    decks[1].write_bytes(b"mine")
    status, _, err = run("gallery", "--out", tmp_path)
    assert status == 1
    assert "O004" in err
    assert decks[1].read_bytes() == b"mine"
    status, out, err = run("gallery", "--out", tmp_path, "--force")
    assert (status, err) == (0, "")
    assert set(decks) <= set(tmp_path.iterdir())
    assert all(is_as_built(deck) for deck in decks)
    assert [line.split(": ")[0].rsplit("/", 1)[-1] for line in out.splitlines()] == ["gallery", "gallery-4x3"]
