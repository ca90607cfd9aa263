"""`talkbuilder theme`, and `--theme` of the commands that draw."""

from pathlib import Path

import pytest

from tests.bookings import write
from tests.opened import opened
from tests.running import run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path)


def test_a_new_theme_is_listed_and_a_talk_can_be_set_in_it(folder: Path) -> None:
    assert run("theme", "new", "our-church", "--from", "night", "-C", folder)[0] == 0
    status, out, _ = run("theme", "list", "-C", folder)
    assert status == 0
    assert [line.split()[0] for line in out.splitlines()] == ["steppe", "night", "plain", "our-church"]
    assert run("build", "talk", "-C", folder, "--theme", "our-church")[0] == 0
    deck = opened((folder / "build" / "talk-our-church.pptx").read_bytes())
    assert deck.find("ppt/slideMasters/slideMaster1.xml", "p:clrMap/@bg1") == ["dk1"]


def test_nothing_is_overwritten_and_no_name_is_taken_twice(folder: Path) -> None:
    run("theme", "new", "ours", "-C", folder)
    (folder / "assets/themes/ours.yaml").write_text("from: plain\n")
    for arguments, said in (
        (("ours",), "is there already"),
        (("night",), "is a theme of talkbuilder's own"),
        (("Our Church",), "is no id"),
        (("x", "--from", "nite"), "did you mean 'night'?"),
        ((), "the theme has no name"),
    ):
        status, _, err = run("theme", "new", *arguments, "-C", folder)
        assert status == 2
        assert said in err
    assert (folder / "assets/themes/ours.yaml").read_text() == "from: plain\n"


@pytest.mark.parametrize("command", ["build", "check"])
def test_a_theme_that_is_not_there_is_answered_with_the_nearest(folder: Path, command: str) -> None:
    status, _, err = run(command, "talk", "-C", folder, "--theme", "nihgt")
    said = err + run(command, "talk", "-C", folder, "--theme", "nihgt")[1]
    assert status == 1
    assert "no theme 'nihgt'" in said
    assert "did you mean 'night'?" in said


def test_a_template_and_a_theme_do_not_go_together(folder: Path) -> None:
    (folder / "x.potx").write_bytes(b"")
    status, _, err = run("build", "-C", folder, "--template", folder / "x.potx", "--theme", "night")
    assert status == 2
    assert "do not go together" in err


def test_the_gallery_shows_a_theme(tmp_path: Path) -> None:
    assert run("gallery", "--out", tmp_path, "--theme", "plain")[0] == 0
    fonts = opened((tmp_path / "gallery-plain.pptx").read_bytes()).find("ppt/theme/theme1.xml", "//a:latin/@typeface")
    assert set(fonts) == {"Arial"}
    assert run("gallery", "--out", tmp_path, "--theme", "none")[0] == 1
