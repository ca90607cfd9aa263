"""`new`: begins a talk where it is run, and climbs nowhere."""

import json
import os
import re
from pathlib import Path
from time import sleep

import pytest
import yaml

from talkbuilder.kinds import WRITTEN
from tests.running import run
from tests.terminal import on_terminal


def test_a_folder_above_that_holds_others_talks_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = tmp_path / "Documents" / "talks" / "water"
    here.mkdir(parents=True)
    monkeypatch.chdir(here)
    assert run("new", "rivers")[0] == 0
    assert (here / "talks" / "rivers.yaml").is_file()
    assert [path.name for path in (tmp_path / "Documents").iterdir()] == ["talks"]


def test_inside_of_a_talk_folder_it_asks_which_is_meant(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    run("new", "rivers")
    monkeypatch.chdir(tmp_path / "talks")
    status, out, err = run("new", "lakes")
    assert (status, out) == (2, "")
    assert "'talkbuilder -C .. new lakes'" in err
    assert run("-C", "..", "new", "lakes")[0] == 0
    assert run("new", "ponds", "-C", ".")[0] == 0
    found = sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*s.yaml") if "talks" in str(path))
    assert {"talks/lakes.yaml", "talks/rivers.yaml", "talks/talks/ponds.yaml"} <= {*found}


def test_the_picture_that_it_describes_needs_only_its_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    run("new", "rivers")
    media = tmp_path / "assets" / "media.yaml"
    described = media.read_text("utf-8").replace("# ", "").replace("#\n", "\n")
    entry, _, rest = described[described.index("school-fence:") :].partition("  people: []\n")
    people = rest.partition("\n  people:\n")[2]
    assert "- who: " in people
    for shown in ("  people: []\n", f"  people:\n{people}"):
        media.write_text(entry + shown, "utf-8")
        assert "media.yaml" not in run("check", "--all")[1]


def test_what_it_wrote_and_what_comes_next_can_be_typed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    _, out, _ = run("new", "rivers", "-C", "my folder")
    lines = out.splitlines()
    for line in lines[:-1]:
        assert (tmp_path / line.removeprefix("wrote ").partition(" (")[0]).exists()
    assert lines[-1] == "now: talkbuilder -C 'my folder' build rivers"
    assert run("-C", "my folder", "build", "rivers")[0] == 0


def test_what_it_would_ask_may_be_said_with_options(tmp_path: Path) -> None:
    told = ("--title", 'Wells: the "old" ones', "--minutes", "10", "--speaker", "A. Weaver")
    assert run("new", "-C", tmp_path, *told)[0] == 0
    outline = yaml.safe_load((tmp_path / "talks" / "wells-the-old-ones.yaml").read_text("utf-8"))
    assert [outline[key] for key in ("talk", "minutes", "questions", "speaker")] == [told[1], 10, 2, "A. Weaver"]
    assert run("new", "-C", tmp_path, "--title", "Колодец")[0] == 0
    assert (tmp_path / "talks" / "kolodets.yaml").is_file()
    status, out, err = run("new", "-C", tmp_path)
    assert (status, out) == (2, "")
    assert "the talk has no name" in err
    assert run("new", "lakes", "-C", tmp_path, "--minutes", "many")[0] == 2


@pytest.mark.parametrize("speaker", ["A. Weaver", ""])
def test_its_sample_has_nothing_against_its_owner_or_another_author(tmp_path: Path, speaker: str) -> None:
    run("new", "rivers", "-C", tmp_path, "--speaker", speaker)
    people = tmp_path / "assets" / "people.yaml"
    before = yaml.safe_load(people.read_text("utf-8"))["me"]
    assert before == {"credit": speaker or "The speaker", "role": "author", "may_be_named": True}
    people.write_text(people.read_text("utf-8") + "anna: {credit: Anna, role: author}\n", "utf-8")
    found = json.loads(run("check", "-C", tmp_path, "--format", "json", "--all")[1])
    assert {one["name"] for one in found} == {"not-reviewed"}


def test_the_manual_comes_along_as_one_page_and_leads_nowhere_in_vain(tmp_path: Path) -> None:
    run("new", "rivers", "-C", tmp_path)
    page = (tmp_path / "manual.html").read_text("utf-8")
    assert len(re.findall(r'<img src="data:image/svg', page)) > len(WRITTEN)
    for link in re.findall(r'(?:href|src)="([^"]*)"', page):
        assert link.startswith(("data:", "https://")) or f'id="{link[1:]}"' in page, link
    (tmp_path / "manual.html").write_text("mine", "utf-8")
    run("new", "lakes", "-C", tmp_path)
    assert (tmp_path / "manual.html").read_text("utf-8") == "mine"


@pytest.mark.skipif(os.name != "posix", reason="a terminal of its own is made where there are pseudo-terminals")
def test_at_a_terminal_it_asks_and_takes_what_is_in_brackets(tmp_path: Path) -> None:
    asked = ("called? [My talk]", "[20]", "[20]", "show it?", "y or n?")
    shown = ""
    with on_terminal("new", "-C", str(tmp_path)) as terminal:
        for question, answer in zip(asked, ("Springs", "many", "", "A. Weaver", "n"), strict=True):
            shown += terminal.until(question)
            terminal.type(f"{answer}\n")
    assert "'many' is no number of minutes" in shown
    outline = yaml.safe_load((tmp_path / "talks" / "springs.yaml").read_text("utf-8"))
    assert [outline[key] for key in ("talk", "minutes", "speaker")] == ["Springs", 20, "A. Weaver"]


def test_what_is_interrupted_says_so_and_has_written_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with on_terminal("new", ends=130) as terminal:
        terminal.until("What is the talk called? [My talk] ")
        sleep(0.2)  # Python does not hear what interrupts it between its prompt and its wait for a line
        terminal.type("\x03")
        terminal.until("interrupted; what was there before is untouched")
    assert list(tmp_path.iterdir()) == []
