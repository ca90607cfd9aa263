"""The house in order: imports point down, leaves are in their tables, files stay short."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from talkbuilder import checks, kinds, outputs, themes
from talkbuilder.diagnostics.codes import CODES
from talkbuilder.diagnostics.phrase_rules import RULES
from talkbuilder.posts import importers

_SOURCE = Path(__file__).parent.parent / "src" / "talkbuilder"
_MOST_LINES = 600

# The house, bottom first, as pipeline.py tells it: a room imports only from the rooms above it in this list. Inside a
# room, levels stand between slashes: a module imports only from levels to its left, so no two of one level know each
# other; `*` is every module of the room that is not named. A new room or helper must be given its place here.
_HOUSE = {
    "units": "",
    "diagnostics": "harmless phrase_rules / codes / diagnostic / __init__ / printing",
    "source": "addresses characters dates ids languages nodes scalars / slips / fields project / parse / "
    "allow events reader / outline",
    "claims": "currencies / normal / figures operators texts / reckoning / figure_differences / compare",
    "evidence": "library / proof / review",
    "talk": "talk words / crediting judging typed_claims / speech / edition markup said / plan typed / signing",
    "layout": "items pictures / inks pictogram scripts theme typefaces / measure page qr / "
    "plain_shapes setting texts / fit / notes_page / data_points / bar_charts line_charts timelines "
    "draft_mark legible moving / room",
    "drawings": "elements / cropping paths / drawing paint / marks read / icons words",
    "themes": "table shapes / layouts / make steppe / * / __init__",
    "geo": "geometry gazetteer yaml_model / atlas drawing occupancy / projection labels / base_map content / "
    "routes globe roads / locator",
    "kinds": "kind / * / __init__",
    "checks": "phrases / * / __init__",
    "outputs": "file fingerprint markup typesetting / vectors zipped / slide_source / printed / * / __init__ delivery",
    "stages": "theme / read uses / *",
    "pipeline": "",
    "authoring": "adding doctor evidence_list gallery locking passages rehearsals remaking schema "
    "selftest slides aligning / coverage manual photos retyping side_by_side splicing starter telling / "
    "differences / comparing reviewing / pulling",
    "posts": "importers / archive / search",
    "preview": "choosing guard identity watching / drafting presenting / cards checking editing reviewing sourcing / "
    "session / server / serving",
    "commands": "status console keyboard / browsing options / folder / "
    "adding coverage outcome drawing remembered / booked gallery / * / __init__ / parser / completion",
    "api": "",
    "cli": "",
}
# The rooms that have rooms of their own.
_INNER = {
    "evidence/library": "actions facts people quotes reviews sources spellings words / "
    "derived hedges media protected / amounts library / exposed",
    "evidence/proof": "inserts lock post_text results / attribution changes nearest omissions / "
    "quotes voices / facts / judge verbatim / proof",
    "evidence/review": "signing",
    "authoring/manual": "__init__ / page",
    "posts/importers": "characters kind / markup xml / locating / * / __init__",
    "posts/archive": "protecting scrub store tally / speaking / listing same / neutral / __init__",
    "posts/search": "passages posts proving synonyms / terms / entries index / find / "
    "showing new_fact speakers / filling",
    "outputs/printed": "__init__ contacts / spoken thumbnails / sheet",
    "outputs/pptx": "xml / package text / shapes table_style / charts / "
    "master / template slides notes properties record / presentation reading / foreign / __init__",
    "outputs/pptx/template": "package / colours / styles / shapes names / free_area changing / "
    "house layouts / opening / legibility / canvas covers / hues / inks / matching parts / fallback / roles / __init__",
}
_SHARED = {"kind", "characters", "locating", "markup", "xml"}  # by the importers
_ROOMS = list(_HOUSE)
_CHECKS = {*checks.ON_LIBRARY.names, *checks.ON_TALK.names, *checks.ON_PLAN.names, *checks.ON_DECK.names}


def files() -> list[Path]:
    return sorted(path for path in _SOURCE.rglob("*.py") if "__pycache__" not in path.parts)


@cache
def written_imports(path: Path) -> tuple[ast.Import | ast.ImportFrom, ...]:
    """What a file imports, in functions and for type checkers too."""
    statements = _statements(ast.parse(path.read_text("utf-8")))
    return tuple(one for one in statements if isinstance(one, ast.Import | ast.ImportFrom))


def _statements(node: ast.AST) -> Iterator[ast.AST]:
    for one in ast.iter_child_nodes(node):
        if isinstance(one, ast.stmt | ast.ExceptHandler | ast.match_case):
            yield one
            yield from _statements(one)


def imports(path: Path) -> Iterator[str]:
    """The talkbuilder modules that a file imports."""
    for node in written_imports(path):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "talkbuilder":
            folder = _SOURCE.joinpath(*node.module.split(".")[1:])
            for alias in node.names:
                is_module = (folder / f"{alias.name}.py").exists() or (folder / alias.name / "__init__.py").exists()
                if is_module:
                    yield f"{node.module}.{alias.name}"
                elif node.module != "talkbuilder":
                    yield node.module
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.startswith("talkbuilder."))


def test_imports_point_down() -> None:
    assert [wrong for path in files() for wrong in _wrong_imports(path)] == []


def _wrong_imports(path: Path) -> Iterator[str]:
    mine = path.relative_to(_SOURCE).with_suffix("").parts
    for module in imports(path) if mine[0] not in ("__init__", "__main__") else ():
        theirs = tuple(module.split(".")[1:])
        # Up to here both stand in the same rooms; what is named beyond is on some level of the last of them.
        shared = next(
            (at for at, (one, other) in enumerate(zip(mine, theirs, strict=False)) if one != other), len(theirs)
        )
        room = "/".join(mine[:shared])
        if not room:
            below, above = _ROOMS.index(theirs[0]), _ROOMS.index(mine[0])
        else:
            levels = (_HOUSE | _INNER)[room]
            below, above = _level(theirs[shared : shared + 1], levels), _level(mine[shared : shared + 1], levels)
        if below >= above:
            yield f"{'/'.join(mine)} imports {module}"


def _level(names: tuple[str, ...], levels: str) -> int:
    """The level of a module in its room, counted from the bottom; a folder's own name means its `__init__`."""
    name = names[0] if names else "__init__"
    rows = [row.split() for row in levels.split(" / ")]
    wanted = name if any(name in row for row in rows) else "*"
    return next(number for number, row in enumerate(rows) if wanted in row)


def test_each_module_says_what_it_is_for() -> None:
    assert [path for path in files() if not path.read_text("utf-8").startswith('"""')] == []


def test_a_module_is_read_in_one_sitting() -> None:
    assert [path for path in files() if len(path.read_text("utf-8").splitlines()) > _MOST_LINES] == []


def test_what_a_stage_makes_is_never_changed() -> None:
    rooms = ("evidence", "talk", "layout", "themes", "kinds", "stages")
    for path in (path for room in rooms for path in (_SOURCE / room).rglob("*.py")):
        for name, bases in re.findall(r"^ *class (\w+)\(([^)]*)\):", path.read_text("utf-8"), re.MULTILINE):
            assert not re.search(r"\bStruct\b", bases) or "frozen=True" in bases, f"{path}: {name}"


@pytest.mark.parametrize(("package", "keepers"), [("yaml", {"parse.py"}), ("uharfbuzz", {"typefaces.py"})])
def test_a_foreign_library_is_known_to_one_module_only(package: str, keepers: set[str]) -> None:
    users = set()
    for path in files():
        for node in written_imports(path):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if package in names or (isinstance(node, ast.ImportFrom) and node.module == package):
                users.add(path.name)
    assert users == keepers


def test_only_commands_print() -> None:
    for path in files():
        prints = re.search(r"(?<![\w.])print\(", path.read_text("utf-8"))
        assert not prints or path.name == "cli.py" or path.parent.name == "commands", path


def test_every_slide_kind_is_in_its_table() -> None:
    assert _stems("kinds") - {"kind"} == {kind.name for kind in kinds.KINDS.values()} == set(kinds.KINDS)
    written = {kind.name: kind.model.__module__ for kind in kinds.KINDS.values() if kind.model}
    assert written == {name: f"{kinds.__name__}.{name}" for name in kinds.WRITTEN}


def test_every_check_is_in_a_table() -> None:
    assert _stems("checks") | {"phrases"} == _CHECKS


def test_every_theme_is_in_its_table() -> None:
    assert set(themes.THEMES) <= _stems("themes")


def test_every_importer_is_in_its_table() -> None:
    assert _stems("posts/importers") - _SHARED == set(importers.IMPORTERS)


def test_every_leaf_has_its_test_file() -> None:
    tables = {
        "kinds": kinds.KINDS,
        "checks": _CHECKS,
        "outputs": {one.module for one in outputs.OUTPUTS.values()},
        "themes": themes.THEMES,
    }
    for folder, leaves in {**tables, "posts/importers": importers.IMPORTERS}.items():
        tests = {path.stem for path in (Path(__file__).parent / folder).glob("test_*.py")}
        assert {f"test_{leaf}" for leaf in leaves} - tests == set(), folder


def _stems(room: str) -> set[str]:
    return {path.stem for path in (_SOURCE / room).glob("*.py")} - {"__init__"}


def test_every_code_is_explained_once() -> None:
    pages = {path.stem for path in (_SOURCE / "diagnostics" / "explain").glob("*.md")}
    assert pages | set(RULES) == set(CODES)
    assert not pages & set(RULES)


def test_every_code_is_used_once_it_is_listed() -> None:
    text = " ".join(path.read_text("utf-8") for path in files() if path.name != "codes.py")
    assert [code for code in CODES if code not in RULES and f'"{code}"' not in text] == []


def test_only_the_writer_of_pptx_knows_its_format() -> None:
    for path in files():
        if "pptx" not in path.relative_to(_SOURCE).parts and path.name != "zipped.py":
            text = path.read_text("utf-8")
            assert "openxmlformats" not in text, path
            assert not re.search(r"</?[apr]:[a-z]", text, re.I), path
            assert "pptx" not in {module.split(".")[0] for module in foreign_imports(path)}, path


def foreign_imports(path: Path) -> Iterator[str]:
    """The modules that a file imports from outside the house."""
    for node in written_imports(path):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
