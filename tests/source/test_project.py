"""The talk folder: on disk and in memory it answers alike, remembers what it was asked for, and is begun by `new`."""

import subprocess
from pathlib import Path

import pytest

from talkbuilder.authoring.starter import SCHEMA_FILES, Unstarted, start
from talkbuilder.diagnostics import Diagnostic, Report
from talkbuilder.pipeline import BuildOptions, build
from talkbuilder.source import project as module
from talkbuilder.source.events import EVERYDAY, Occasion
from talkbuilder.source.project import Project, find_root
from talkbuilder.stages.read import read_library, read_outline, talk_names
from tests.cases import LIBRARY, apart_from_reviews, apart_from_timing, talk
from tests.corpora.tables import from_table
from tests.memory import MemoryProject
from tests.running import put

FILES = {"talks/b.yaml": "b: 1\n", "talks/a.yaml": "a: 1\n", "talks/events.yaml": "", "talks/c.yml": "c: 1\n"}


@pytest.fixture(params=["disk", "memory"])
def project(request: pytest.FixtureRequest, tmp_path: Path) -> Project:
    """The same files on disk and in memory."""
    if request.param == "memory":
        return MemoryProject(FILES)
    return Project(put(tmp_path, FILES))


def test_a_file_is_read_as_its_bytes(project: Project) -> None:
    assert project.read("talks/a.yaml") == b"a: 1\n"


@pytest.mark.parametrize("path", ["talks/none.yaml", "none/none.yaml", "talks"])
def test_what_is_no_file_reads_as_nothing(project: Project, path: str) -> None:
    assert project.read(path) is None


def test_a_folder_that_has_the_name_of_a_file_is_told_as_that(tmp_path: Path) -> None:
    (tmp_path / "talks" / "a.yaml").mkdir(parents=True)
    report = Report()
    assert read_outline(Project(tmp_path), "a", report) is None
    assert [(one.message, one.hint) for one in report.diagnostics] == [
        ("cannot be read: it is a folder", "rename that, and put the file there")
    ]


def test_names_are_sorted_and_end_as_asked(project: Project) -> None:
    assert project.names("talks", ".yaml") == ("a.yaml", "b.yaml", "events.yaml")
    assert project.names("talks", ".yml") == ("c.yml",)
    assert project.names("none", ".yaml") == ()


def test_talks_are_all_outlines_of_the_folder_but_no_other_file(project: Project) -> None:
    assert talk_names(project) == ("a", "b")


def test_a_project_remembers_what_it_was_asked_for(project: Project) -> None:
    assert project.asked == frozenset()
    project.read("talks/a.yaml")
    project.read("talks/none.yaml")
    project.names("assets", ".yaml")
    assert project.asked == {"talks/a.yaml", "talks/none.yaml", "assets"}


@from_table
def test_a_talk_that_is_missing_is_answered_with_what_there_is(file: str, hint: str) -> None:
    report = Report()
    assert read_outline(MemoryProject({f"talks/{file}": ""}), "talk", report) is None
    (fault,) = report.diagnostics
    assert (fault.code, fault.file) == ("R001", "talks/talk.yaml")
    assert fault.hint.startswith(hint)


@pytest.mark.parametrize("encoding", ["latin-1", "utf-16"])
def test_a_file_that_is_not_utf_8_is_refused(encoding: str) -> None:
    report = Report()
    text = talk().replace("evening", "soirée")
    assert read_outline(MemoryProject({"talks/talk.yaml": text.encode(encoding)}), "talk", report) is None
    (fault,) = report.diagnostics
    assert fault.code == "R002"
    assert "UTF-8" in fault.hint


def test_what_word_saved_as_rtf_is_told_as_that() -> None:
    report = Report()
    assert read_outline(MemoryProject({"talks/talk.yaml": b"{\\rtf1 talk: x}"}), "talk", report) is None
    (fault,) = report.diagnostics
    assert "save it as plain text" in fault.hint


def test_the_line_that_is_not_utf_8_is_named() -> None:
    report = Report()
    read_outline(MemoryProject({"talks/talk.yaml": "talk: x\nspeaker: é\n".encode("latin-1")}), "talk", report)
    assert report.diagnostics[0].message == "line 2 is not UTF-8 text"


class Locked(MemoryProject):
    """A folder in which some files may not be read."""

    def read(self, path: str) -> bytes | None:
        data = super().read(path)
        if data is not None:
            raise PermissionError(13, "Permission denied")
        return None


def test_an_entry_that_may_not_be_read_is_reported() -> None:
    report = Report()
    read_library(Locked({"assets/facts.yaml": ""}), report)
    assert [(one.code, one.file) for one in report.diagnostics] == [("R002", "assets/facts.yaml")]


def test_a_file_that_is_far_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_BYTES", 10)
    (tmp_path / "talks").mkdir()
    (tmp_path / "talks" / "talk.yaml").write_text(talk())
    report = Report()
    assert read_outline(Project(tmp_path), "talk", report) is None
    assert [one.code for one in report.diagnostics] == ["R002"]


@pytest.mark.parametrize("path", ["assets/images/../../../secret.png", "../secret.png"])
def test_nothing_outside_of_the_talk_folder_is_read(tmp_path: Path, path: str) -> None:
    (tmp_path / "secret.png").write_bytes(b"secret")
    (tmp_path / "folder" / "assets" / "images").mkdir(parents=True)
    assert Project(tmp_path / "folder").read(path) is None


@pytest.mark.parametrize("below", [".", "assets/images"])
@pytest.mark.parametrize("sign", ["assets/facts.yaml", "talks/water.yaml"])
def test_the_talk_folder_is_the_nearest_upwards_that_holds_something_of_ours(
    tmp_path: Path, below: str, sign: str
) -> None:
    for folder in ("talks", "assets", ".vscode", below):
        (tmp_path / folder).mkdir(parents=True, exist_ok=True)
    (tmp_path / sign).write_text("talk: Water\n")
    assert find_root(tmp_path / below) == tmp_path


def test_a_folder_above_is_not_taken_for_having_a_folder_of_that_name(tmp_path: Path) -> None:
    (tmp_path / "talks" / "water").mkdir(parents=True)
    (tmp_path / "talks" / "notes.yaml").write_text("speaker: Somebody else\n")
    assert find_root(tmp_path / "talks" / "water") is None
    assert find_root(tmp_path) == tmp_path  # where one stands, it need not be looked for


def begun(folder: Path, occasion: Occasion = EVERYDAY) -> tuple[Diagnostic, ...]:
    """Begins a talk, and gives what is reported of it."""
    start(folder, "my-talk")
    report = Report()
    tuple(build(Project(folder), ("my-talk",), report, BuildOptions(occasion)))
    return apart_from_reviews(report.diagnostics)


def test_a_new_talk_in_an_empty_folder_builds_and_lacks_nothing_but_reviews(tmp_path: Path) -> None:
    assert begun(tmp_path) == ()
    assert {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()} == {
        *(f"assets/{name}.yaml" for name in ("people", "sources", "facts", "quotes", "actions", "media")),
        "assets/posts/trees-behind-the-school.txt",
        ".gitignore",
        "talks/my-talk.yaml",
        "talks/events.yaml",
        *SCHEMA_FILES.values(),
        ".vscode/settings.json",
    }


@pytest.mark.parametrize(("minutes", "slides"), [(5, 10), (6, 11), (8, 12)])
def test_a_new_talk_fits_the_slots_that_its_notes_tell_to_try(tmp_path: Path, minutes: int, slides: int) -> None:
    assert begun(tmp_path, Occasion(minutes=minutes)) == ()
    (deck,) = build(Project(tmp_path), ("my-talk",), Report(), BuildOptions(Occasion(minutes=minutes)))
    assert len(deck.pages) == slides


def test_a_second_talk_leaves_everything_else_as_it_is(tmp_path: Path) -> None:
    start(tmp_path, "one")
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert start(tmp_path, "two") == (tmp_path / "talks" / "two.yaml",)
    assert {path: path.read_bytes() for path in before} == before


def library(folder: Path, **files: str) -> None:
    """A library of somebody's own, with other names than the one of tests, and what is given instead."""
    (folder / "assets" / "posts").mkdir(parents=True)
    for path, text in LIBRARY.items():
        name = Path(path).stem
        (folder / path.replace("example-", "my-")).write_text(
            files.get(name, text.replace("example-", "my-")), encoding="utf-8"
        )


def test_a_new_talk_draws_on_the_library_that_is_there(tmp_path: Path) -> None:
    library(tmp_path)
    assert begun(tmp_path) == ()
    assert "example-" not in (tmp_path / "talks" / "my-talk.yaml").read_text("utf-8")


@pytest.mark.parametrize(("name", "text"), [("facts", ""), ("actions", "think: {do: Think about it}\n")])
def test_a_new_talk_builds_whatever_the_library_lacks(tmp_path: Path, name: str, text: str) -> None:
    library(tmp_path, **{name: text})
    assert [one.code for one in apart_from_timing(begun(tmp_path))] == []  # and what is left out takes no time


def test_what_is_private_is_kept_out_of_git(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "--quiet", str(tmp_path)], check=True)
    start(tmp_path, "my-talk")
    private = ["assets/posts/originals/x.xml", "build/my-talk.pptx", "blog.wxr", "export.xml", "a-page.html"]
    private += ["in/interview.txt", "in/letter.md", "in/report.pdf", "in/photo.JPG"]
    told = ["assets/images/photo.JPG", "assets/protected.txt", "talks/my-talk-leader.md", "README.md"]
    for path in (*private, *told):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("private")
    added = subprocess.run(
        ["git", "-C", str(tmp_path), "add", "--all", "--verbose"], check=True, capture_output=True, text=True
    ).stdout
    assert all(one in added for one in ("talks/my-talk.yaml", *told))
    assert not [line for line in added.splitlines() if "assets/posts/" in line or "in/" in line or "build" in line]
    assert "xml" not in added
    assert "html" not in added


def test_a_list_of_what_git_ignores_is_kept_and_added_to_once(tmp_path: Path) -> None:
    ignored = tmp_path / ".gitignore"
    ignored.write_text("mine/\n/build")
    start(tmp_path, "one")
    text = ignored.read_text()
    assert text.startswith("mine/\n/build\n\n#")
    assert text.count("/build") == 1
    assert "/assets/posts/" in text
    start(tmp_path, "two")
    assert ignored.read_text() == text


def test_a_talk_is_never_overwritten(tmp_path: Path) -> None:
    (tmp_path / "talks").mkdir()
    (tmp_path / "talks" / "mine.yaml").write_text("mine")
    with pytest.raises(Unstarted):
        start(tmp_path, "mine")
    assert [path.name for path in tmp_path.rglob("*")] == ["talks", "mine.yaml"]
    assert (tmp_path / "talks" / "mine.yaml").read_text() == "mine"


@pytest.mark.parametrize("name", ["My Talk", "../up", "", "a-", "events", "тойлар"])
def test_a_name_that_is_none_is_refused_and_writes_nothing(tmp_path: Path, name: str) -> None:
    with pytest.raises(Unstarted):
        start(tmp_path, name)
    assert list(tmp_path.iterdir()) == []
