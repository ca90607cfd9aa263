"""A deck whose sources are as they were is left as it is; whatever of them changes, it is built anew."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cases import picture
from tests.corpora.tables import from_table
from tests.running import put, run
from tests.sample import ASSETS, slide, talk

_TALK = "talks/talk.yaml"
_PICTURE = "assets/images/steppe.png"
_OUTLINE = talk("\n".join((slide("quote"), slide("photo", "Grass and sky"), slide("number", "A land of few"))))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A talk folder."""
    root = tmp_path / "folder"
    put(root, {**ASSETS, _PICTURE: picture(), _TALK: _OUTLINE})
    monkeypatch.chdir(root)
    return root


def _build(*options: str) -> str:
    status, out, err = run("build", *options)
    assert status == 0, err
    return out


def _state(path: Path) -> tuple[int, int]:
    told = path.stat()
    return told.st_ino, told.st_mtime_ns


def test_a_deck_is_left_as_it_is_and_that_is_said(folder: Path) -> None:
    first = _build()
    before = _state(folder / "build/talk.pptx")
    second = _build()
    assert _state(folder / "build/talk.pptx") == before
    assert "unchanged" not in first
    assert second.startswith("build/talk.pptx: 7 slides, ")
    assert ", 1 quote; unchanged, " in second


def _anew(*options: str) -> dict[str, bytes]:
    """What a build writes where none was before it, by name."""
    _build(*options, "--out", "anew")
    made = {str(path.relative_to("anew")): path.read_bytes() for path in Path("anew").rglob("*") if path.is_file()}
    shutil.rmtree("anew")
    return made


@from_table
def test_whatever_changes_the_deck_is_what_a_first_build_makes(
    folder: Path, path: str, before: str, after: str
) -> None:
    _build()
    deck = folder / "build/talk.pptx"
    first, state = deck.read_bytes(), _state(deck)
    text = (folder / path).read_text("utf-8")
    assert before in text
    (folder / path).write_text(text.replace(before, after), "utf-8")
    assert "unchanged" not in _build()
    assert _state(deck) != state
    assert {"talk.pptx": (second := deck.read_bytes())} == _anew()
    (folder / path).write_text(text, "utf-8")
    assert "unchanged" not in _build()
    assert deck.read_bytes() == first != second


def _cut(deck: Path) -> None:
    deck.write_bytes(deck.read_bytes()[:-1])


def _altered(deck: Path) -> None:
    data = bytearray(deck.read_bytes())
    data[len(data) // 2] ^= 1
    deck.write_bytes(data)


@pytest.mark.parametrize("edit", [_cut, _altered])
def test_a_deck_that_is_not_as_built_is_neither_left_unsaid_nor_overwritten(
    folder: Path, edit: Callable[[Path], None]
) -> None:
    _build()
    deck = folder / "build/talk.pptx"
    edit(deck)
    edited = deck.read_bytes()
    status, out, err = run("build")
    assert (status, deck.read_bytes()) == (1, edited)
    assert "unchanged" not in out
    assert "error[O00" in err
    assert "kept as talk-edited-1.pptx" in _build("--force")
    assert {"talk.pptx": deck.read_bytes()} == _anew()
    assert "unchanged" in _build("--force")


@pytest.mark.skipif(os.name == "nt", reason="links need a right there that few users have")
def test_a_link_in_its_place_is_not_the_deck(folder: Path) -> None:
    _build()
    deck = folder / "build/talk.pptx"
    deck.rename(folder / "kept.pptx")
    deck.symlink_to(folder / "kept.pptx")
    assert "unchanged" not in _build()
    assert not deck.is_symlink()


def test_an_open_deck_that_is_as_it_should_be_gets_no_other_beside_it(folder: Path) -> None:
    _build()
    (folder / "build/~$talk.pptx").touch()
    assert "unchanged" in _build()
    assert not (folder / "build/talk-2.pptx").exists()
    (folder / _TALK).write_text(_OUTLINE.replace("A headline", "Another headline"), "utf-8")
    assert "unchanged" not in _build()
    assert (folder / "build/talk-2.pptx").is_file()
    assert "talk-2.pptx" in _build()  # what is open is still the old one
    (folder / _TALK).write_text(_OUTLINE, "utf-8")
    assert "build/talk.pptx: " in (again := _build())
    assert "unchanged" in again


def test_pictures_of_slides_are_left_where_all_of_them_stand(folder: Path) -> None:
    _build("--to", "svg")
    slides = sorted(folder.glob("build/talk-svg/*.svg"))
    before = [*map(_state, slides)]
    assert "unchanged" in _build("--to", "svg")
    assert [*map(_state, slides)] == before
    slides[1].unlink()
    assert "unchanged" not in _build("--to", "svg")
    assert slides[1].is_file()
    assert "unchanged" in _build("--to", "svg")


def test_of_two_outputs_only_the_one_that_is_missing_is_written(folder: Path) -> None:
    _build()
    before = _state(folder / "build/talk.pptx")
    assert "unchanged" not in _build("--to", "pptx,svg")
    assert _state(folder / "build/talk.pptx") == before
    assert "unchanged" in _build("--to", "svg,pptx")
    (folder / "build/talk.pptx").unlink()
    state = _state(folder / "build/talk-svg/01.svg")
    assert "unchanged" not in _build("--to", "pptx,svg")
    assert _state(folder / "build/talk-svg/01.svg") == state
