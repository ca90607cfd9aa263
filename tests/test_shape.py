"""The house in order: imports point down, leaves are in their tables, files stay short."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from talkbuilder import checks, importers, kinds
from talkbuilder.codes import CODES

_SOURCE = Path(__file__).parent.parent / "src" / "talkbuilder"
_MOST_LINES = 300

# The module map, bottom first, as pipeline.py tells it: each imports only what stands in a row above its own, or
# earlier in its own row. A new module must be given its place here.
_MAP = (
    "codes diagnostics units",
    "project nodes parse",
    "fields outline evidence events",
    "talk spoken edition plan words",
    "theme themes measure page fit",
    "pictures kinds",
    "read resolve layout checks",
    "outputs pipeline",
    "schema starter deliver printing importers archive search uses claims commands cli",
)
_ORDER = {name: at for at, name in enumerate(" ".join(_MAP).split())}
# Within a package, leaves may use these of their own.
_SHARED = {
    "kinds": {"kind"},
    "themes": {"table", "shapes", "motif", "scheme", "notes", "table_style", "layouts", "template", "steppe"},
    "outputs": {"pptx"},
    "checks": set(),
    "importers": {"kind", "characters", "markup", "shortcodes", "xml"},
    "archive": {"store", "listing", "same", "scrub"},
    "search": {"terms", "passages", "posts", "build", "index", "matching", "plain", "entries", "find"},
    "commands": {"folder", "speech", "occasion", "summary", "outcome", "batch", "booked", "drawing"},
    "evidence": {
        *("actions", "facts", "media", "people", "posts", "quotes", "library"),
        *("normal", "closest", "reading", "figures", "cues", "clauses", "quoting", "pointing", "comparing", "lock"),
    },
}


def files() -> list[Path]:
    return sorted(path for path in _SOURCE.rglob("*.py") if "__pycache__" not in path.parts)


def imports(path: Path) -> Iterator[str]:
    """The talkbuilder modules that a file imports, those of functions and of type checkers included."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "talkbuilder":
            if node.module == "talkbuilder":
                yield from (f"talkbuilder.{alias.name}" for alias in node.names if not alias.name.startswith("__"))
            else:
                yield node.module
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.startswith("talkbuilder."))


@pytest.mark.parametrize("path", files(), ids=lambda path: path.relative_to(_SOURCE).as_posix())
def test_imports_point_down(path: Path) -> None:
    steps = path.relative_to(_SOURCE).with_suffix("").parts
    if steps[0] in ("__init__", "__main__"):
        return
    for module in imports(path):
        target = module.split(".")[1:]
        if target[0] != steps[0]:
            assert _ORDER[target[0]] < _ORDER[steps[0]], f"{steps[0]} imports {target[0]}"
        elif steps[1:] != ("__init__",) and len(target) > 1 and steps[1:2] != tuple(target[1:2]):
            assert target[1] in _SHARED[steps[0]], f"{'/'.join(steps)} imports its neighbour {target[1]}"


def test_every_module_has_its_place_on_the_map() -> None:
    modules = {path.relative_to(_SOURCE).with_suffix("").parts[0] for path in files()} - {"__init__", "__main__"}
    assert modules == set(_ORDER)


def test_the_map_is_the_one_that_pipeline_tells() -> None:
    from talkbuilder import pipeline

    told = (pipeline.__doc__ or "").replace("/", " ").split()
    assert all(name in told for name in _ORDER)


@pytest.mark.parametrize("path", files(), ids=lambda path: path.relative_to(_SOURCE).as_posix())
def test_a_module_says_what_it_is_for_and_is_short(path: Path) -> None:
    text = path.read_text("utf-8")
    assert ast.get_docstring(ast.parse(text))
    assert len(text.splitlines()) <= _MOST_LINES


@pytest.mark.parametrize(("package", "keepers"), [("yaml", {"parse.py"}), ("uharfbuzz", {"measure.py"})])
def test_a_foreign_library_is_known_to_one_module_only(package: str, keepers: set[str]) -> None:
    users = set()
    for path in files():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if package in names or (isinstance(node, ast.ImportFrom) and node.module == package):
                users.add(path.name)
    assert users == keepers


def test_only_commands_print() -> None:
    for path in files():
        calls = (node.func for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Call))
        prints = any(isinstance(called, ast.Name) and called.id == "print" for called in calls)
        assert not prints or path.name == "cli.py" or path.parent.name == "commands", path


def test_every_leaf_is_in_its_table_and_has_its_test() -> None:
    leaves = {path.stem for path in (_SOURCE / "kinds").glob("*.py")} - {"__init__", "kind"}
    assert leaves == set(kinds.KINDS)
    named = {check.__module__.rsplit(".", 1)[1] for check in (*checks.ON_LIBRARY, *checks.ON_TALK, *checks.ON_PLAN)}
    assert {path.stem for path in (_SOURCE / "checks").glob("*.py")} - {"__init__"} == named
    read = {path.stem for path in (_SOURCE / "importers").glob("*.py")} - {"__init__"} - _SHARED["importers"]
    assert read == set(importers.IMPORTERS)
    assert {path.stem for path in (_SOURCE / "explain").glob("*.md")} == set(CODES)


def test_every_code_is_used_once_it_is_listed() -> None:
    text = " ".join(path.read_text("utf-8") for path in files() if path.name != "codes.py")
    assert [code for code in CODES if f'"{code}"' not in text] == []
