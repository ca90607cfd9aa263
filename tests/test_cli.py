"""The command line: what is printed where, the exit status, and that no mistake of the user ends in a traceback."""

import json
import re
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from talkbuilder.authoring.schema import NAMES
from talkbuilder.cli import main
from talkbuilder.diagnostics.codes import CODES
from talkbuilder.source import project
from talkbuilder.source.project import find_root
from tests.cases import LIBRARY, talk_in_time
from tests.running import held_to_permissions, put

Run = Callable[..., tuple[int, str, str]]
WITHOUT_NOTES = "- {title: One thing, ask: example-action}\n"
BROKEN = "- {title: One thing, ask: exampel-action, notes: N.}\n"


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command line: exit status, what was printed, what was complained about."""

    def command(*arguments: object) -> tuple[int, str, str]:
        capsys.readouterr()
        try:
            status = main([str(argument) for argument in arguments])
        except SystemExit as ended:  # argparse's own way out
            status = ended.code if isinstance(ended.code, int) else -1
        printed = capsys.readouterr()
        assert "Traceback" not in printed.out + printed.err
        return status, printed.out, printed.err

    # A talk folder that happens to lie above the temporary one is not looked for: nothing must be written there.
    monkeypatch.setattr(project, "find_root", lambda start: _inner(find_root(start)))
    return command


def _inner(root: Path | None) -> Path | None:
    return root if root and root not in Path(tempfile.gettempdir(), "x").parents else None


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A talk folder with two talks that have no fault; commands run in it."""
    put(tmp_path, {**LIBRARY, "talks/one.yaml": talk_in_time(), "talks/two.yaml": talk_in_time()})
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(folder: Path, name: str, slides: str) -> None:
    (folder / "talks" / f"{name}.yaml").write_text(talk_in_time(slides), encoding="utf-8")


def built(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.pptx"))


def test_build_builds_every_talk_and_says_so(folder: Path, run: Run) -> None:
    status, out, err = run("build")
    assert (status, err) == (0, "")
    assert [line.split(": ")[0] for line in out.splitlines()] == ["build/one.pptx", "build/two.pptx"]
    assert built(folder) == ["build/one.pptx", "build/two.pptx"]


@pytest.mark.parametrize("name", ["one", "one.yaml", "./talks/one.yaml"])
def test_a_talk_is_named_by_its_name_or_its_file(folder: Path, run: Run, name: str) -> None:
    assert run("build", name)[0] == 0
    assert built(folder) == ["build/one.pptx"]


@pytest.mark.parametrize("below", ["talks", "assets"])
def test_a_command_runs_anywhere_below_the_talk_folder(
    folder: Path, run: Run, below: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder / below)
    assert run("build", "one")[0] == 0
    assert built(folder) == ["build/one.pptx"]


def test_a_folder_may_be_named(folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir("/")
    assert run("build", "-C", folder, "two")[0] == 0
    assert run("build", folder / "talks" / "one.yaml")[0] == 0
    assert built(folder) == ["build/one.pptx", "build/two.pptx"]


def test_editions_do_not_take_each_others_place(folder: Path, run: Run) -> None:
    write(folder, "one", WITHOUT_NOTES.replace("}", ", only: [youth]}") + WITHOUT_NOTES.replace("One", "Another"))
    for arguments in (
        [],
        ["--minutes", "20"],
        ["--minutes", "20", "--audience", "youth", "--aspect", "4:3"],
        ["--aspect", "16:9"],  # as it is anyway
    ):
        status, out, _ = run("build", "one", *arguments)
        assert status == 0, arguments
        assert (folder / out.split(": ")[0]).is_file()
    assert built(folder) == ["build/one-20min-youth-4x3.pptx", "build/one-20min.pptx", "build/one.pptx"]


def test_with_faults_nothing_is_written_of_any_talk(folder: Path, run: Run) -> None:
    write(folder, "two", BROKEN)
    status, out, err = run("build")
    assert (status, out, built(folder)) == (1, "", [])
    assert "talks/two.yaml:8:29: error[E001]" in err
    assert "1 error\n" in err
    assert err.endswith("nothing was written; mend the errors and build again\n")


def test_with_warnings_everything_is_written(folder: Path, run: Run) -> None:
    write(folder, "one", WITHOUT_NOTES)
    status, _, err = run("build")
    assert (status, len(built(folder))) == (0, 2)
    assert "warning[C002]" in err
    assert "1 warning; '--all' prints each with its line and what to do\n" in err


@pytest.mark.parametrize("command", ["build", "check"])
def test_strict_lets_warnings_count_as_errors(folder: Path, run: Run, command: str) -> None:
    write(folder, "one", WITHOUT_NOTES)
    assert run(command, "--strict")[0] == 1
    assert built(folder) == []


def test_check_writes_no_deck_and_prints_faults_where_they_can_be_piped(folder: Path, run: Run) -> None:
    answered = "2 answered by 'allow'; '--all' prints each with its line and what to do\n"
    assert run("check") == (0, f"{answered}no faults in 2 talks: one, two\n", "")
    write(folder, "one", BROKEN)
    status, out, err = run("check")
    assert (status, err, built(folder)) == (1, "", [])
    assert "error[E001]" in out


def test_check_prints_for_other_programs(folder: Path, run: Run) -> None:
    assert {one["severity"] for one in json.loads(run("check", "--format", "json")[1])} == {"allowed"}
    write(folder, "one", BROKEN)
    status, out, _ = run("check", "--format", "json")
    assert status == 1
    assert [one["code"] for one in json.loads(out) if one["severity"] != "allowed"] == ["E001"]
    assert run("check", "--format", "github")[1].startswith("::error file=talks/one.yaml,line=8,")


@pytest.mark.parametrize("command", ["build", "check"])
def test_an_unknown_talk_is_answered_with_the_nearest(folder: Path, run: Run, command: str) -> None:
    status, _, err = run(command, "onne")
    assert status == 2
    assert "no talk 'onne'" in err
    assert "did you mean 'one'?" in err


@pytest.mark.parametrize("name", ["../one.yaml", "/one.yaml"])
def test_a_path_that_leads_elsewhere_is_no_talk(folder: Path, run: Run, name: str) -> None:
    status, _, err = run("build", name)
    assert status == 2
    assert "is no talk of this folder" in err


@pytest.mark.parametrize("command", ["build", "check"])
def test_without_a_talk_folder_the_way_to_one_is_told(
    tmp_path: Path, run: Run, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for arguments in ([command], [command, "-C", str(tmp_path)], [command, "-C", str(tmp_path / "none")]):
        status, out, err = run(*arguments)
        assert (status, out) == (2, "")
        assert "talk folder" in err
    (tmp_path / "talks").mkdir()
    status, _, err = run(command)
    assert status == 2
    assert "talkbuilder new" in err


def test_the_name_of_a_talk_in_the_place_of_a_command_is_answered_with_build(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(put(tmp_path, {"talks/repair.yaml": ""}))
    assert "did you mean 'talkbuilder build repair'?" in run("repair")[2]


@pytest.mark.parametrize(
    ("arguments", "told", "hint"),
    [
        (["build", "--pdf"], "'build' has no option --pdf", "write '--to pdf'"),
        (["biuld"], "there is no command 'biuld'", "did you mean 'build'? 'talkbuilder help' lists all"),
        (["help", "verfy"], "there is no command 'verfy'", "did you mean 'verify'?"),
        (["build", "--minuts", "20"], "'build' has no option --minuts", "did you mean '--minutes'?"),
        (["build", "--aspekt=4:3"], "'build' has no option --aspekt", "did you mean '--aspect'?"),
        (["build", "-m", "20"], "'build' has no option -m", "'talkbuilder help build' tells of all"),
        (["new", "one", "two"], "'new' does not take 'two'", "'talkbuilder help new' tells what it takes"),
        (["explain", "E999"], "no code 'E999'", "a code is a letter and three digits"),
        (["explain"], "CODE is missing", "'talkbuilder explain --help'"),
        (["check", "--format", "xml"], "--format: 'xml' is no choice", "'talkbuilder check --help'"),
        (["--fast"], "--fast stands before the command", "talkbuilder COMMAND --fast"),
    ],
)
def test_a_wrong_command_line_is_2_and_is_answered_with_what_was_meant(
    run: Run, arguments: list[str], told: str, hint: str
) -> None:
    status, out, err = run(*arguments)
    assert (status, out) == (2, "")
    assert err.startswith(f"talkbuilder: {told}")
    assert hint in err.splitlines()[-1]


def test_help_is_no_fault(run: Run) -> None:
    for asked in (["--help"], ["build", "--help"], ["--version"], ["-V"], [], ["help"], ["help", "build"]):
        assert run(*asked)[0] == 0
    assert run() == run("help") == run("--help")
    assert run("help", "build") == run("build", "--help")
    assert "talkbuilder new my-talk" in run()[1]


@pytest.mark.parametrize("code", ["e001", "E1", "[E001]", "Unknown-Id"])
def test_explain_takes_a_code_as_it_is_at_hand(run: Run, code: str) -> None:
    assert run("explain", code)[:2] == (0, run("explain", "E001")[1])


def test_explain_takes_several_codes_and_tells_each_once(run: Run) -> None:
    both = run("explain", "E001", "no-notes", "E001")[1]
    assert both == f"{run('explain', 'E001')[1]}\n{run('explain', 'no-notes')[1]}"


def test_new_writes_what_is_needed_and_never_over_anything(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    status, out, err = run("new", "my-talk")
    assert (status, err) == (0, "")
    assert out.startswith("wrote talks/my-talk.yaml\n")
    assert out.endswith("now: talkbuilder build my-talk\n")
    assert run("build")[0] == 0
    assert {one["code"] for one in json.loads(run("check", "--format", "json")[1])} == {
        "C030"
    }  # nobody has reviewed it
    status, out, err = run("new", "my-talk")
    assert (status, out) == (2, "")
    assert "there is a talk 'my-talk' already" in err


def test_schema_prints_one_of_each_file_and_explain_all_lists_every_code(run: Run) -> None:
    for name in NAMES:
        assert json.loads(run("schema", name)[1])["type"] == ("array" if name == "reviews" else "object")
    assert run("schema") == run("schema", "outline")
    assert run("schema", "fact")[0] == 2
    status, out, _ = run("explain", "all")
    assert status == 0
    assert [line.split()[0] for line in out.splitlines()] == list(CODES)


@pytest.fixture
def locked(tmp_path: Path) -> Iterator[Path]:
    """A folder that may not be entered, in one that may not be written to."""
    inside = tmp_path / "locked"
    (inside / "talks").mkdir(parents=True)
    inside.chmod(0)
    tmp_path.chmod(0o555)
    with held_to_permissions():
        yield inside
    tmp_path.chmod(0o755)
    inside.chmod(0o755)


@pytest.mark.parametrize("command", [["build"], ["check"], ["new", "a-talk"]])
def test_a_folder_that_may_not_be_entered_is_told(locked: Path, run: Run, command: list[str]) -> None:
    assert run(*command, "-C", locked)[0] == 2


def test_a_folder_that_may_not_be_written_to_is_told(locked: Path, run: Run) -> None:
    status, _, err = run("new", "a-talk", "-C", locked.parent)
    assert status == 2
    assert "cannot write to" in err


@pytest.mark.parametrize("name", ["talks", "assets", ".vscode"])
def test_a_file_in_the_place_of_a_folder_is_told_and_kept(tmp_path: Path, run: Run, name: str) -> None:
    (tmp_path / name).write_text("mine")
    status, _, err = run("new", "a-talk", "-C", tmp_path)
    assert status == 2
    assert "cannot write to" in err
    assert (tmp_path / name).read_text() == "mine"


@pytest.mark.parametrize(("command", "file"), [("check", "facts"), ("check", "people"), ("verify", "quotes")])
def test_a_tab_in_a_library_file_is_one_fault_and_not_one_at_every_place_that_names_an_entry(
    folder: Path, run: Run, file: str, command: str
) -> None:
    path = folder / "assets" / f"{file}.yaml"
    path.write_text(path.read_text("utf-8").replace("\n  ", "\n\t") + "\t\n\tx: {}\n", encoding="utf-8")
    status, out, _ = run(command)
    assert status == 1
    assert re.findall(r"\[([A-Z]\d+)\]", out) == ["R005"]
