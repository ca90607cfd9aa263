"""What other programs call: the names of `talkbuilder`, what `build --format json` tells, and the action for GitHub."""

import json
import os
import re
import subprocess
import sys
from importlib import resources
from importlib.metadata import version
from pathlib import Path
from typing import Any, assert_type

import pytest
import yaml

import talkbuilder
from tests.cases import LIBRARY, talk_in_time
from tests.conftest import ROOT
from tests.running import put, run

MANUAL = (ROOT / "talks" / "README.md").read_text("utf-8")
ACTION = ROOT / ".github" / "actions" / "talks" / "action.yml"
BROKEN = "- {title: One thing, ask: exampel-action, notes: N.}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A talk folder with a talk, `one`, that has no fault."""
    return put(tmp_path, {**LIBRARY, "talks/one.yaml": talk_in_time()})


def test_a_talk_is_built_and_told(folder: Path) -> None:
    made = talkbuilder.build(folder, "one", to=("pptx", "svg"))
    assert made.path == folder / "build" / "one.pptx"
    assert made.path.is_file()
    assert len(made.files) == 1 + made.slides
    assert 0 < made.seconds < made.slot_seconds
    assert not made.is_draft
    again = talkbuilder.build(str(folder), "one")
    assert again.is_unchanged
    shorter = talkbuilder.build(folder, "one", minutes=5, out=folder / "elsewhere")
    assert shorter.path == folder / "elsewhere" / "one-5min.pptx"


def test_what_is_wrong_with_a_talk_is_a_finding(folder: Path) -> None:
    put(folder, {"talks/two.yaml": talk_in_time(BROKEN)})
    made = talkbuilder.build(folder, "two")
    assert (made.path, made.files) == (None, ())
    (error,) = [found for found in made.findings if found.is_error]
    assert isinstance(error, talkbuilder.Diagnostic)
    assert (error.code, error.severity, error.place[0]) == ("E001", "error", "talks/two.yaml")
    assert (error.code, error.place) in [(found.code, found.place) for found in talkbuilder.check(folder)]
    assert error.code not in [found.code for found in talkbuilder.check(folder, "one")]
    assert [found.code for found in talkbuilder.build(folder, "three").findings] == ["R001"]


def test_slides_and_their_notes_are_built_as_pdf(folder: Path) -> None:
    made = talkbuilder.build(folder, "one", to=["pdf"], notes=True, paper="letter")
    assert made.files == (folder / "build" / "one-notes-letter.pdf",)
    assert talkbuilder.build(folder, "one", to=["pdf"], notes=True, paper="letter").is_unchanged


def test_a_talk_is_built_for_an_event(folder: Path) -> None:
    put(folder, {"talks/events.yaml": "hall: {talk: one, date: 2027-05-14}\n"})
    made = talkbuilder.build(folder, "one", event="hall")
    assert made.path == folder / "build" / "hall" / "one-hall.pptx"
    assert [one.code for one in talkbuilder.check(folder, event="hall")] == [one.code for one in made.findings]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"minutes": 0}, "0 is no number of minutes"),
        ({"to": ["keynote"]}, "nothing is written as 'keynote'"),
        ({"notes": True}, "--notes goes with --to pdf"),
        ({"template": "none.pptx"}, "there is no template 'none.pptx'"),
        ({"folder": "nowhere"}, "there is no folder 'nowhere'"),
    ],
)
def test_arguments_that_make_no_sense_raise(arguments: dict[str, Any], message: str, folder: Path) -> None:
    with pytest.raises(ValueError, match=re.escape(message)):
        talkbuilder.build(**{"folder": folder, "talk": "one", **arguments})


def test_a_protected_name_stands_in_no_finding(folder: Path) -> None:
    run("protect", "-C", folder, typed="Aigerim\n")
    put(folder, {"talks/two.yaml": talk_in_time(BROKEN.replace("exampel-action", "aigerim"))})
    assert "aigerim" not in repr([(one.message, one.hint) for one in talkbuilder.build(folder, "two").findings])


def test_its_names_are_few_and_cost_nothing_until_they_are_used() -> None:
    assert sorted(talkbuilder.__all__) == ["Diagnostic", "Result", "__version__", "build", "check"]
    assert all(hasattr(talkbuilder, name) for name in talkbuilder.__all__)
    with pytest.raises(AttributeError):
        _ = talkbuilder.nothing
    code = "import sys; before = {*sys.modules}; import talkbuilder; print(sorted({*sys.modules} - before))"
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    told = subprocess.run((sys.executable, "-c", code), env=environment, capture_output=True, text=True, check=True)
    assert told.stdout == "['talkbuilder']\n"


def test_types_come_with_it(folder: Path) -> None:
    """What is asserted of types, mypy holds, with all other files of tests."""
    assert_type(talkbuilder.build(folder, "one").path, Path | None)
    assert_type(talkbuilder.check(folder), tuple[talkbuilder.Diagnostic, ...])
    assert resources.files(talkbuilder).joinpath("py.typed").is_file()


def test_the_version_stands_in_one_place() -> None:
    project = (ROOT / "pyproject.toml").read_text("utf-8")
    assert 'version = { attr = "talkbuilder.__version__" }' in project
    assert not re.search(r'^version = "', project, re.MULTILINE)
    assert version("talkbuilder") == talkbuilder.__version__
    assert {*re.findall(r"\bv(\d+\.\d+\.\d+)\b", MANUAL)} == {talkbuilder.__version__}
    assert f"\n## {talkbuilder.__version__}" in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_build_tells_programs_what_was_made_and_what_was_found(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    status, out, _ = run("build", "--format", "json")
    told = json.loads(out)
    (deck,) = told["decks"]
    assert (status, deck["path"], deck["draft"]) == (0, "build/one.pptx", False)
    assert deck["slides"] == talkbuilder.build(folder, "one").slides
    assert 0 < deck["seconds"] < deck["slot_seconds"]
    put(folder, {"talks/two.yaml": talk_in_time(BROKEN)})
    status, out, err = run("build", "--format", "json")
    told = json.loads(out)
    assert (status, told["decks"]) == (1, [])
    assert "E001" in [found["code"] for found in told["findings"]]
    assert "nothing was written" in err
    put(folder, {"talks/events.yaml": "hall: {talk: two, date: 2027-05-14}\nbarn: {talk: one, date: 2027-05-15}\n"})
    status, out, _ = run("build", "--events", "all", "--format", "json")
    made = {deck["event"]: deck["path"] for deck in json.loads(out)["decks"]}
    assert (status, made) == (1, {"hall": None, "barn": "build/barn/one-barn.pptx"})


def test_what_the_manual_shows_for_programs_works(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(folder, {"talks/my-talk.yaml": talk_in_time()})
    monkeypatch.chdir(folder)
    (code,) = re.findall(r"```python\n(import talkbuilder.*?)```", MANUAL, re.DOTALL)
    exec(code, {})
    assert (folder / "build" / "my-talk-20min.pptx").is_file()


def steps(**given: str) -> list[tuple[str, dict[str, str]]]:
    """What the action for GitHub types, with the environment of each step, as GitHub fills in what is given."""
    action = yaml.safe_load(ACTION.read_text("utf-8"))
    inputs = {name: given.get(name, one["default"]) for name, one in action["inputs"].items()}
    runs = [step for step in action["runs"]["steps"] if "run" in step]
    assert {step["shell"] for step in runs} == {"bash"}
    assert not any("${{" in step["run"] for step in runs), "what others write would be run"

    def filled(text: str) -> str:
        return re.sub(r"\$\{\{ inputs\.(\w+) \}\}", lambda found: inputs[found[1]], text)

    return [(step["run"], {key: filled(text) for key, text in step.get("env", {}).items()}) for step in runs]


def typed(command: str, environment: dict[str, str], folder: Path) -> subprocess.CompletedProcess[str]:
    """As GitHub runs a step: in a file of its own, and ended by the first failure."""
    own = {
        "PATH": f"{folder / 'bin'}:{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT / "src"),
        "RUNNER_TEMP": str(folder),
        "GITHUB_OUTPUT": str(folder / "output"),
        "GITHUB_STEP_SUMMARY": str(folder / "summary"),
        "GITHUB_ACTION_PATH": str(ACTION.parent),
    }
    script = put(folder, {"step.sh": command}) / "step.sh"
    bash = ("bash", "--noprofile", "--norc", "-eo", "pipefail", str(script))
    return subprocess.run(
        bash, cwd=folder, env={**os.environ, **own, **environment}, capture_output=True, text=True, check=False
    )


@pytest.mark.skipif(os.name != "posix", reason="GitHub runs it with bash")
def test_the_action_installs_itself_checks_and_builds(folder: Path, tmp_path: Path) -> None:
    python = put(tmp_path, {"bin/python": f'#!/bin/sh\nexec "{sys.executable}" "$@"\n'}) / "bin" / "python"
    python.chmod(0o755)
    (install, _), *others = steps(folder=str(folder), talks="one")
    (where,) = re.findall(r'"(\$GITHUB_ACTION_PATH[^"]*)"', install)
    found = typed(f'test -f "{where}/pyproject.toml"', {}, tmp_path)
    assert found.returncode == 0
    for command, environment in others:
        done = typed(command, environment, tmp_path)
        assert done.returncode == 0, done.stderr
    output = dict(line.split("=") for line in (tmp_path / "output").read_text().splitlines())
    told = json.loads(Path(output["result"]).read_text("utf-8"))
    assert [deck["talk"] for deck in told["decks"]] == ["one"]
    assert "| one | " in (tmp_path / "summary").read_text()
    put(folder, {"talks/two.yaml": talk_in_time(BROKEN)})
    (_, _), (check, environment), _ = steps(folder=str(folder), strict="true")
    done = typed(check, environment, tmp_path)
    assert done.returncode == 1
    assert "::error file=talks/two.yaml,line=" in done.stdout


def test_workflows_use_the_action_where_it_is() -> None:
    own: Any = yaml.safe_load((ROOT / ".github" / "workflows" / "talks.yml").read_text("utf-8"))
    (shown,) = re.findall(r"```yaml\n(name: talks.*?)```", MANUAL, re.DOTALL)
    told: Any = yaml.safe_load(shown)
    inputs = yaml.safe_load(ACTION.read_text("utf-8"))["inputs"]
    for workflow in (own, told):
        (step,) = [one for one in workflow["jobs"]["decks"]["steps"] if "actions/talks" in one["uses"]]
        path = re.sub(r"^\./|^OWNER/talkbuilder/|@.*", "", step["uses"])
        assert (ROOT / path / "action.yml") == ACTION
        assert {*step.get("with", {})} <= {*inputs}
