"""The recipes of CONTRIBUTING.md, carried out as written in a copy of the sources."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

_ROOT = Path(__file__).parent.parent
_RECIPES = re.split(r"^## (?=An? |Tests)", (_ROOT / "CONTRIBUTING.md").read_text("utf-8"), flags=re.MULTILINE)[1:-2]
_BLOCK = re.compile(
    r"^(?P<fence>`{3,})(?P<form>\w+) ?(?P<path>\S*)\n(?P<text>.*?)^(?P=fence)$", re.MULTILINE | re.DOTALL
)
_COPIED = ("src", "tests", "pyproject.toml")


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the sources in which every recipe was followed."""
    house = tmp_path_factory.mktemp("house")
    for name in _COPIED:
        (shutil.copytree if (_ROOT / name).is_dir() else shutil.copy2)(_ROOT / name, house / name)
    for recipe in _RECIPES:
        for block in _BLOCK.finditer(recipe):
            if block["path"]:
                _apply(block["form"], house / block["path"], block["text"])
    return house


def _apply(form: str, path: Path, text: str) -> None:
    if form != "diff":
        assert not path.exists(), f"{path.name} is taken"
        path.write_text(text, "utf-8")
        return
    for hunk in text.split("@@\n"):
        lines = hunk.splitlines(keepends=True)
        old, new = ("".join(line[1:] or line for line in lines if line[0] not in left) for left in ("+", "-"))
        was = path.read_text("utf-8")
        assert was.count(old) == 1, f"{path.name} does not have once:\n{old}"
        path.write_text(was.replace(old, new), "utf-8")


def _run(house: Path, *options: str) -> None:
    run = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *options]
    done = subprocess.run(run, cwd=house, env=os.environ | {"PYTHONPATH": str(house / "src")}, capture_output=True)
    assert done.returncode == 0, done.stdout.decode()


def _commands() -> list[list[str]]:
    blocks = (block for recipe in _RECIPES for block in _BLOCK.finditer(recipe) if block["form"] == "sh")
    return [shlex.split(line) for block in blocks for line in block["text"].splitlines()]


def test_the_tests_that_recipes_name_pass_and_the_house_is_in_shape(house: Path) -> None:
    """All at once: to start pytest takes longer than most of these tests."""
    own = [path for program, *options in _commands() if "-k" not in options for path in options if path != "--update"]
    assert len(own) == len(_RECIPES) - 1, "a rule about phrases needs no test of its own"
    shared = [options for program, *options in _commands() if "-k" in options]
    wanted = [*(Path(path).stem for path in own), "test_shape", *(options[-1] for options in shared)]
    paths = dict.fromkeys(("tests/test_shape.py", *own, *(options[0] for options in shared)))
    _run(house, "--update", *paths, "-k", " or ".join(wanted))
