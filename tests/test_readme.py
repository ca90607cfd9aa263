"""The README is the manual: it lists every command and option that there is, and none that there is not."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from talkbuilder.commands import COMMANDS
from tests.conftest import ROOT
from tests.running import OPTION, options, run

README = (ROOT / "README.md").read_text("utf-8")


def rows(header: str) -> Iterator[list[str]]:
    """The cells of a table of the README, row by row."""
    _, _, table = README.partition(f"{header}\n")
    assert table, f"there is no table '{header}'"
    for line in table.split("\n\n")[0].splitlines()[1:]:
        yield [cell.strip() for cell in line.strip("|").split(" | ")]


def code(text: str) -> list[str]:
    """What stands as code in Markdown: indented lines, and what is between backquotes."""
    lines = text.splitlines()
    return [line for line in lines if line.startswith("    ")] + re.findall(r"`([^`\n]+)`", text)


def wrong_uses(lines: list[str]) -> list[str]:
    """The command lines that name a command or an option that there is not."""
    found = []
    for line in lines:
        for command, rest in re.findall(r"\btalkbuilder ([a-z][\w-]*)([^#]*)", line):
            if command not in COMMANDS or not {*re.findall(OPTION, rest)} <= options(command):
                found.append(line)
    return found


def test_every_command_has_its_row() -> None:
    named = [
        match[1] for cells in rows("| command | what it does |") if (match := re.match(r"`talkbuilder (\w+)", cells[0]))
    ]
    assert sorted(named) == sorted(COMMANDS)


def test_every_option_has_its_row_with_the_commands_that_take_it() -> None:
    told = [
        (command, option)
        for cells in rows("| option | of | what it does |")
        for option in re.findall(OPTION, cells[0])
        for command in cells[1].split(", ")
    ]
    assert sorted(told) == sorted((command, option) for command in COMMANDS for option in options(command))


def test_what_the_readme_has_as_code_exists() -> None:
    lines = code(README)
    assert wrong_uses(lines) == []
    known = {"--help"}.union(*(options(command) for command in ("", *COMMANDS)))
    assert {option for line in lines for option in re.findall(OPTION, line)} - known == set()


def test_what_the_help_has_as_an_example_exists() -> None:
    examples = [line for line in run("--help")[1].splitlines() if line.startswith("  talkbuilder ")]
    assert examples
    assert wrong_uses(examples) == []


@pytest.mark.parametrize(
    "line", ["talkbuilder biuld", "talkbuilder build --most 3", ".venv/bin/talkbuilder check --out x"]
)
def test_a_command_line_that_is_wrong_is_seen(line: str) -> None:
    assert wrong_uses([line]) == [line]


def snippets() -> list[object]:
    """The YAML files of the section on repositories: what pre-commit reads, and what GitHub does."""
    _, _, section = README.partition("### Talks in a repository\n")
    return [yaml.safe_load(text) for text in re.findall(r"```yaml\n(.*?)```", section.split("\n## ")[0], re.DOTALL)]


def test_the_hook_that_the_readme_names_is_there_and_checks() -> None:
    config: Any = snippets()[0]
    hooks = {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))}
    (named,) = [hook["id"] for hook in config["repos"][0]["hooks"]]
    assert wrong_uses([hooks[named]["entry"]]) == []
    assert hooks[named]["entry"].split()[0] == "talkbuilder"
    assert re.search(hooks[named]["files"], "talks/a.yaml")
    assert not re.search(hooks[named]["files"], "build/a.pptx")


def test_the_workflow_of_the_readme_checks_and_builds() -> None:
    workflow: Any = snippets()[1]
    runs = [step["run"] for step in workflow["jobs"]["decks"]["steps"] if "run" in step]
    assert [line.split()[1] for line in runs if line.startswith("talkbuilder")] == ["check", "build"]
    assert wrong_uses(runs) == []
