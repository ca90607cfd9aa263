"""`talkbuilder gallery`."""

from pathlib import Path

from talkbuilder.outputs.fingerprint import is_as_built
from tests.running import run


def test_it_builds_both_shapes_anywhere_and_what_is_somebodys_own_is_kept(tmp_path: Path) -> None:
    (tmp_path / "gallery-4x3.pptx").write_bytes(b"mine")
    status, out, err = run("gallery", "--out", tmp_path)
    assert (status, "O004" in err) == (1, True)
    assert (tmp_path / "gallery-4x3.pptx").read_bytes() == b"mine"
    assert is_as_built(tmp_path / "gallery.pptx")
    assert "/gallery: " in out
