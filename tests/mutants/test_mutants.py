"""Mutants are small faults at places chosen by chance; a run tells who survives, and leaves the project as it was."""

import ast
from pathlib import Path
from random import Random

import pytest

from tests.conftest import ROOT
from tests.corpora.tables import from_table
from tests.mutants.mutations import Module
from tests.mutants.trial import Suite, Unfit, chosen, tried


def mutants_of(text: str) -> set[str]:
    """All that can become of a text."""
    module = Module(text)
    return {module.mutant(place, Random(seed)).text for place in range(len(module)) for seed in range(30)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("FIRST = 256", {"FIRST = 257", "FIRST = 255", "FIRST = 2560", "FIRST = 25"}),
        ("dark = False", {"dark = True"}),
        ('hide = \' show="0" kind="1"\'', {"hide = ' kind=\"1\"'", "hide = ' show=\"0\"'"}),
        ("f'<p id=\"{one}\"/>'", {"f'<p id=\"{one}\"/>x'", "pass"}),
        ("a < b", {"a <= b", "pass"}),
        ("x = a and (not b)", {"x = a or not b", "x = a and b"}),
        ("x = a + b * c", {"x = a - b * c", "x = a + b / c"}),
        ("x = one(two, three=four)", {"x = one(two)"}),
        ("x = [a for a in b if c]", {"x = [a for a in b]"}),
        ("x = (a, b)", {"x = (b,)", "x = (a,)"}),
        ("if a:\n    b = c", {"if not a:\n    b = c"}),
        ("def f() -> int:\n    return a", {"def f() -> int:\n    pass"}),
    ],
)
def test_a_mutant_has_one_small_fault(text: str, expected: set[str]) -> None:
    assert mutants_of(text) >= expected


@from_table
def test_nothing_that_is_not_run_is_mutated(text: str) -> None:
    assert mutants_of(text) == set()


def test_a_mutant_of_our_own_modules_can_be_read_and_differs_and_the_module_stays() -> None:
    for path in (ROOT / "src" / "talkbuilder" / "claims").glob("*.py"):
        text = path.read_text("utf-8")
        module, plain = Module(text), ast.unparse(ast.parse(text))
        found = [module.mutant(place, Random(1)) for place in range(0, len(module), 97)]
        assert all(one.text != plain and one.before != one.after and ast.parse(one.text) for one in found), path
        assert all(1 <= one.line <= len(text.splitlines()) for one in found)


def test_a_seed_always_chooses_the_same() -> None:
    first, again, other = (chosen(ROOT, ["src/talkbuilder/themes"], 5, seed) for seed in (1, 1, 2))
    assert first == again != other
    assert len(first) == 5


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A package of two functions, of which the tests know one."""
    for name, text in {
        "src/lengths/__init__.py": "def doubled(x):\n    return x * 2\n\n\ndef halved(x):\n    return x // 2\n",
        "tests/test_lengths.py": "from lengths import doubled\n\n\ndef test_doubled():\n    assert doubled(4) == 8\n",
        "pyproject.toml": "",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


@pytest.mark.trial
def test_who_survives_is_told_and_the_project_is_left_as_it_was(project: Path) -> None:
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    mutants = chosen(project, ["src"], 2, 1)  # one of each function
    told = {str(one): verdict for one, verdict in tried(project, mutants, Suite(("tests",)), workers=2)}
    assert {name.split(": ")[0]: verdict for name, verdict in told.items()} == {
        "src/lengths/__init__.py:2": "killed",
        "src/lengths/__init__.py:6": "survived",
    }
    assert {path: path.read_bytes() for path in project.rglob("*") if path.is_file()} == before


@pytest.mark.trial
def test_tests_that_fail_without_a_fault_are_refused(project: Path) -> None:
    (project / "tests" / "test_lengths.py").write_text("def test_no():\n    assert False\n", "utf-8")
    with pytest.raises(Unfit):
        tuple(tried(project, chosen(project, ["src"], 1, 1), Suite(("tests",))))


def test_the_tests_of_a_module_are_run_first_where_it_has_some(tmp_path: Path) -> None:
    near = tmp_path / "tests" / "room" / "test_leaf.py"
    near.parent.mkdir(parents=True)
    near.touch()
    suite = Suite(("tests/all",))
    assert suite.nearest_first(tmp_path, Path("src/house/room/leaf.py")).paths == (
        "tests/room/test_leaf.py",
        "tests/room",
        "tests/all",
    )
    assert suite.nearest_first(tmp_path, Path("src/house/room/other.py")).paths == ("tests/room", "tests/all")
    assert suite.nearest_first(tmp_path, Path("src/house/elsewhere/other.py")) == suite
