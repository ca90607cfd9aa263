"""`new`: begins a talk where it is run, and climbs nowhere."""

from pathlib import Path

import pytest

from tests.running import run


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
    for line in lines[:-2]:
        assert (tmp_path / line.removeprefix("wrote ")).is_file()
    assert lines[-1] == "now: talkbuilder -C 'my folder' build rivers"
    assert run("-C", "my folder", "build", "rivers")[0] == 0
