"""What came from somewhere commands nothing: no terminal, no device, no file beside the talk folder."""

import json
import re
from pathlib import Path

import pytest

from tests.cases import picture
from tests.corpora.tables import from_table
from tests.folders import begun
from tests.running import put, run

ESC, TURN = "\x1b[31m", "\u202e"
COMMANDS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")  # all but a new line


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A talk folder, in which commands are run."""
    root = tmp_path / "folder"
    monkeypatch.chdir(put(root, begun()))
    return root


@from_table
def test_nothing_that_is_printed_commands_the_terminal(folder: Path, arguments: list[str]) -> None:
    evil = f"{ESC}{TURN}\x9b31m\x07\u2066"
    (folder / f"there{evil}.txt").write_text(
        f"Archive for April, 2012\n\nA {evil}walk\n\nWe left {evil}at dawn.\n\nLeave a comment »\n", "utf-8"
    )
    (folder / "talks" / f"strange{evil}.yml").write_text("")
    (folder / "talks" / f"odd{evil}.yaml").write_text(f"# {evil}\ntalk: {evil}\n", "utf-8")
    _, out, err = run(*(one.format(evil) for one in arguments))
    assert not COMMANDS.search(out + err), (out, err)
    if "json" in arguments and out:
        json.loads(out)


@pytest.mark.parametrize("mark", [TURN, "\u2066"])
def test_a_mark_that_turns_what_follows_is_no_character_of_a_talk(folder: Path, mark: str) -> None:
    outline = folder / "talks" / "talk.yaml"
    outline.write_text(outline.read_text("utf-8").replace("We planted a row", f"We planted {mark}a row"), "utf-8")
    status, _, err = run("build")
    assert (status, "error[E012]" in err) == (1, True)


def test_a_title_with_such_marks_is_imported_without_them(folder: Path) -> None:
    (folder / "a.txt").write_text(
        f"Archive for April, 2012\n\nA {TURN}walk\n\nWe left {TURN}at dawn.\n\nLeave a comment »\n", "utf-8"
    )
    assert run("import", "a.txt")[0] == 0
    assert run("check")[0] == 0
    assert all(TURN.encode() not in path.read_bytes() for path in (folder / "assets" / "posts").glob("*.txt"))


@pytest.mark.parametrize("name", ["con", "com1"])
def test_a_device_of_windows_names_no_talk_no_event_and_no_folder(folder: Path, name: str) -> None:
    assert run("new", name)[0] == 2
    (folder / "talks" / "events.yaml").write_text(f"{name}: {{talk: talk, date: 2027-05-14}}\n", "utf-8")
    assert "error[E010]" in run("check")[1]
    (folder / "talks" / "events.yaml").unlink()
    assert run("build", "--out", f"out/{name.upper()}.x")[0] == 2
    (folder / "talks" / "talk.yaml").rename(folder / "talks" / f"{name}.yaml")
    assert "device on Windows" in run("build")[2]
    assert not [*folder.rglob("*.pptx")]


@pytest.mark.parametrize("path", ["talks/talk.yaml", "assets/quotes.yaml", "assets/images/tree.png", "assets", "talks"])
def test_a_link_that_leads_out_of_the_folder_is_not_read(folder: Path, path: str) -> None:
    (folder / "assets" / "images").mkdir()
    (folder / "assets" / "images" / "tree.png").write_bytes(picture())
    (folder / "assets" / "media.yaml").write_text("tree: {file: tree.png, alt: A tree, credit: C, people: []}\n")
    outline = folder / "talks" / "talk.yaml"
    photo = "  slides:\n  - {title: The tree is large, photo: tree, notes: So.}\n"
    outline.write_text(outline.read_text("utf-8").replace("  slides:\n", photo, 1), "utf-8")
    assert run("build", "--minutes", "20")[0] == 0
    (folder / path).rename(folder.parent / "outside")
    (folder / path).symlink_to(folder.parent / "outside")
    status, _, err = run("build", "--minutes", "20")
    assert status in (1, 2)
    assert "link that leads out of the talk folder" in err
    (folder / path).unlink()
    (folder.parent / "outside").rename(folder / "inside")
    (folder / path).symlink_to(folder / "inside")
    assert run("build", "--minutes", "20")[0] == 0


@pytest.mark.parametrize("path", ["build", "assets/evidence.lock", "assets/reviews.yaml", "assets/protected.txt"])
def test_a_link_that_leads_out_of_the_folder_is_not_written_through(
    folder: Path, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    outside = folder.parent / "outside"
    outside.mkdir()
    (outside / "file").write_text("")
    (folder / path).symlink_to(outside if path == "build" else outside / "file")
    for command in (["build"], ["verify"], ["protect", "Xanthippe"], ["review", "--by", "A. Reader"]):
        run(*command)
    assert [(one.name, one.read_bytes()) for one in outside.iterdir()] == [("file", b"")]
    if path == "build":
        assert run("build", "--out", outside)[0] == 0


def test_posts_are_not_stored_through_a_link(folder: Path) -> None:
    (folder.parent / "outside").mkdir()
    for old in (folder / "assets" / "posts").iterdir():
        old.unlink()
    (folder / "assets" / "posts").rmdir()
    (folder / "assets" / "posts").symlink_to(folder.parent / "outside")
    (folder / "a.txt").write_text(
        "Archive for April, 2012\n\nA walk\n\nWe left at dawn.\n\nLeave a comment »\n", "utf-8"
    )
    status, _, err = run("import", "a.txt")
    assert (status, "error[I010]" in err) == (1, True)
    assert [*(folder.parent / "outside").iterdir()] == []


@pytest.mark.parametrize("target", ["javascript:alert(1)", "file:///etc/passwd", "\\\\\\\\server\\\\x"])
def test_no_slide_leads_to_a_script_or_a_file(folder: Path, target: str) -> None:
    outline = folder / "talks" / "talk.yaml"
    text = outline.read_text("utf-8")
    outline.write_text(
        text.replace("The youngest carried the *water*", f"The [youngest]({target}) carried it"), "utf-8"
    )
    status, _, err = run("build")
    assert (status, "error[E050]" in err) == (1, True)
    outline.write_text(text, "utf-8")
    actions = folder / "assets" / "actions.yaml"
    actions.write_text(actions.read_text("utf-8").replace("example.org", f"'{target}'"), "utf-8")
    status, _, err = run("build")
    assert (status, "error[E051]" in err) == (1, True)
