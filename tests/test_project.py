"""The talk folder: on disk and in memory it answers alike, and it remembers what it was asked for."""

from pathlib import Path

import pytest

from talkbuilder import project as module
from talkbuilder.diagnostics import Report
from talkbuilder.project import DiskProject, MemoryProject, Project, find_root
from talkbuilder.read import read_library, read_outline, talk_names
from tests.cases import talk

FILES = {"talks/b.yaml": "b: 1\n", "talks/a.yaml": "a: 1\n", "talks/events.yaml": "", "talks/c.yml": "c: 1\n"}


@pytest.fixture(params=["disk", "memory"])
def project(request: pytest.FixtureRequest, tmp_path: Path) -> Project:
    """The same files on disk and in memory."""
    if request.param == "memory":
        return MemoryProject(FILES)
    for path, text in FILES.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text)
    return DiskProject(tmp_path)


def test_a_file_is_read_as_its_bytes(project: Project) -> None:
    assert project.read("talks/a.yaml") == b"a: 1\n"


@pytest.mark.parametrize("path", ["talks/none.yaml", "none/none.yaml", "talks"])
def test_what_is_no_file_reads_as_nothing(project: Project, path: str) -> None:
    assert project.read(path) is None


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


def test_a_whole_library_is_asked_for_even_where_nothing_of_it_is_there(project: Project) -> None:
    read_library(project, Report())
    assert {"assets/facts.yaml", "assets/quotes.yaml", "assets/people.yaml"} <= project.asked


@pytest.mark.parametrize(
    ("file", "hint"),
    [
        ("talk.yml", "rename 'talk.yml' to 'talk.yaml'"),
        ("talk.yaml.txt", "rename 'talk.yaml.txt' to 'talk.yaml'"),
        ("tallk.yaml", "did you mean 'tallk'?"),
        ("zzz.yaml", "one of: zzz"),
        ("readme.md", "there are none yet"),
    ],
)
def test_a_talk_that_is_missing_is_answered_with_what_there_is(file: str, hint: str) -> None:
    report = Report()
    assert read_outline(MemoryProject({f"talks/{file}": ""}), "talk", report) is None
    (fault,) = report.diagnostics
    assert (fault.code, fault.file) == ("R001", "talks/talk.yaml")
    assert fault.hint.startswith(hint)


@pytest.mark.parametrize("encoding", ["latin-1", "utf-16", "cp1252"])
def test_a_file_that_is_not_utf_8_is_refused(encoding: str) -> None:
    report = Report()
    text = talk().replace("evening", "soirée")
    assert read_outline(MemoryProject({"talks/talk.yaml": text.encode(encoding)}), "talk", report) is None
    (fault,) = report.diagnostics
    assert fault.code == "R002"
    assert "UTF-8" in fault.hint


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


_READS_AGAIN = "read.py read_outline: reads the file once more, outside of the try, to see whether it is there"


@pytest.mark.xfail(strict=True, raises=OSError, reason=_READS_AGAIN)
def test_a_talk_that_may_not_be_read_is_reported() -> None:
    report = Report()
    assert read_outline(Locked({"talks/talk.yaml": talk()}), "talk", report) is None
    assert [one.code for one in report.diagnostics] == ["R002"]


@pytest.mark.xfail(strict=True, raises=OSError, reason=_READS_AGAIN)
def test_a_file_that_is_far_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_BYTES", 10)
    (tmp_path / "talks").mkdir()
    (tmp_path / "talks" / "talk.yaml").write_text(talk())
    report = Report()
    assert read_outline(DiskProject(tmp_path), "talk", report) is None
    assert [one.code for one in report.diagnostics] == ["R002"]


@pytest.mark.xfail(strict=True, reason="project.py: a picture's name may lead out of the talk folder")
@pytest.mark.parametrize("path", ["assets/images/../../../secret.png", "../secret.png"])
def test_nothing_outside_of_the_talk_folder_is_read(tmp_path: Path, path: str) -> None:
    (tmp_path / "secret.png").write_bytes(b"secret")
    (tmp_path / "folder" / "assets" / "images").mkdir(parents=True)
    assert DiskProject(tmp_path / "folder").read(path) is None


@pytest.mark.parametrize("below", [".", "talks", "assets/images", "build"])
def test_the_talk_folder_is_the_nearest_upwards(tmp_path: Path, below: str) -> None:
    (tmp_path / "talks").mkdir()
    (tmp_path / below).mkdir(parents=True, exist_ok=True)
    assert find_root(tmp_path / below) == tmp_path


def test_a_file_called_talks_makes_no_talk_folder(tmp_path: Path) -> None:
    (tmp_path / "talks").write_text("")
    assert find_root(tmp_path) is None
