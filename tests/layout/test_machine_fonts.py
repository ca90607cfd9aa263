"""Families that we do not carry: the machine's own files tell how wide they are, and else nothing does."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from talkbuilder.layout import typefaces
from talkbuilder.layout.items import Face
from talkbuilder.layout.measure import Stretch, width_of
from talkbuilder.layout.typefaces import FONTS


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The only folder in which fonts are looked for; nobody remembers those of the machine, or these later."""
    monkeypatch.setattr(typefaces, "_FOLDERS", (str(tmp_path),))
    known = typefaces._files_of_machine, typefaces._of_machine, typefaces.line_height_em
    for one in known:
        one.cache_clear()
    yield tmp_path
    for one in known:
        one.cache_clear()


def _called(name: bytes, file: str) -> bytes:
    """A font of ours under another name."""
    data = (FONTS / file).read_bytes()
    for encoding in ("utf-16-be", "ascii"):
        data = data.replace("Arimo".encode(encoding), name.decode().encode(encoding))
    return data


def test_a_family_of_the_machine_is_as_wide_as_its_file_says(folder: Path) -> None:
    (folder / "sub").mkdir()
    (folder / "sub" / "one.ttf").write_bytes(_called(b"Waldo", "arimo-latin-400-normal.ttf"))
    (folder / "broken.ttf").write_bytes(b"no font")
    assert typefaces.is_measured("Waldo Latin")
    assert typefaces.machine_em("Help is near", Face("Waldo Latin")) == pytest.approx(
        typefaces.advance_em("Help is near", "arimo-latin-400-normal")
    )
    assert typefaces.machine_em("", Face("Waldo Latin")) == 0
    assert typefaces.line_height_em("waldo Latin") == typefaces.line_height_em("Arial")


def test_bold_letters_of_a_family_that_has_no_bold_file_are_a_little_wider(folder: Path) -> None:
    (folder / "one.ttf").write_bytes(_called(b"Waldo", "arimo-latin-400-normal.ttf"))
    plain, bold = (typefaces.machine_em("Help", Face("Waldo Latin", bold)) for bold in (False, True))
    assert plain is not None
    assert bold == pytest.approx(1.1 * plain)
    (folder / "two.ttf").write_bytes(_called(b"Waldo", "arimo-latin-700-normal.ttf"))
    typefaces._files_of_machine.cache_clear()
    typefaces._of_machine.cache_clear()
    own = typefaces.advance_em("Help", "arimo-latin-700-normal")
    assert typefaces.machine_em("Help", Face("Waldo Latin", True)) == pytest.approx(own)


def test_letters_that_the_file_lacks_and_families_that_are_not_there_are_measured_in_ours(folder: Path) -> None:
    (folder / "one.ttf").write_bytes(_called(b"Waldo", "arimo-latin-400-normal.ttf"))
    assert typefaces.machine_em("Ждёт", Face("Waldo Latin")) is None
    assert not typefaces.is_measured("Nowhere Sans")
    assert typefaces.line_height_em("Nowhere Sans") == typefaces.line_height_em("Calibri")
    wide, ours = (width_of("Help", Stretch("Help", Face(family), 1.0)) for family in ("Nowhere Sans", "Calibri"))
    assert wide == pytest.approx(1.2 * ours)


def test_a_family_that_has_a_twin_is_never_looked_for(folder: Path) -> None:
    shutil.copy(FONTS / "arimo-latin-400-normal.ttf", folder / "arial.ttf")
    assert typefaces.machine_em("Help", Face("Arial")) is None
    assert typefaces.is_measured("Arial")


def test_a_family_whose_stand_in_is_wider_is_shown_where_it_is(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(typefaces._TWINS, "Waldo Latin", "Gelasio")
    (folder / "one.ttf").write_bytes(_called(b"Waldo", "arimo-latin-400-normal.ttf"))
    shown = [typefaces.is_shown(one) for one in ("Georgia", "Waldo Latin", "Calibri", "Nowhere Sans")]
    assert shown == [False, True, True, False]


@pytest.mark.parametrize("family", ["Consolas", "Lucida Console", "Source Code Pro", "SF Mono"])
def test_letters_of_a_family_that_is_called_a_typewriter_s_are_equally_wide(folder: Path, family: str) -> None:
    assert not list(folder.iterdir())
    for text, bold in (("iii’", False), ("WWWW", True)):
        assert width_of(text, Stretch(text, Face(family, bold), 100)) == pytest.approx(242)
    assert width_of("漢", Stretch("漢", Face(family), 100)) == pytest.approx(100)


def test_a_family_that_only_has_mono_in_its_name_is_none(folder: Path) -> None:
    assert not list(folder.iterdir())
    assert not typefaces.is_fixed("Monotype Corsiva")
