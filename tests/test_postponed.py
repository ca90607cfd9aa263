"""Modules that are promised to a library."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from talkbuilder.postponed import postponed, promise, withheld


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A library that imports a part of a package, and uses it when it is asked to."""
    (tmp_path / "burden").mkdir()
    (tmp_path / "burden" / "__init__.py").write_text("")
    (tmp_path / "burden" / "heavy.py").write_text("import burden\nburden.loaded = True\nWEIGHT = 40\n")
    (tmp_path / "light.py").write_text("import burden.heavy\ndef weigh():\n    return burden.heavy.WEIGHT\n")
    monkeypatch.syspath_prepend(tmp_path)
    yield tmp_path
    for name in ("burden", "burden.heavy", "light"):
        sys.modules.pop(name, None)


def test_a_promised_module_is_loaded_when_it_is_used(library: Path) -> None:
    with postponed({"burden.heavy": ()}):
        import light  # type: ignore[import-not-found]
    burden: Any = sys.modules["burden"]
    assert not hasattr(burden, "loaded")
    assert light.weigh() == 40
    assert burden.loaded


def test_a_function_of_a_module_that_is_no_package_can_be_imported_without_loading_it(library: Path) -> None:
    (library / "burden" / "heavy.py").write_text("import burden\nburden.loaded = True\ndef weigh():\n    return 40\n")
    (library / "light.py").write_text("import burden\nfrom burden.heavy import weigh\n")
    with postponed({"burden.heavy": ("weigh",)}):
        import light
    assert not hasattr(sys.modules["burden"], "loaded")
    assert light.weigh() == 40
    assert sys.modules["burden"].loaded


def test_only_what_is_named_is_promised(library: Path) -> None:
    with postponed({"light": ()}):
        import burden.heavy  # type: ignore[import-not-found]
    assert burden.loaded


def test_whoever_imports_it_later_gets_it_at_once(library: Path) -> None:
    finders = list(sys.meta_path)
    with postponed({"burden.heavy": ()}):
        pass
    import burden.heavy

    assert burden.loaded
    assert sys.meta_path == finders


def test_a_withheld_module_is_not_there_until_the_library_is_loaded(library: Path) -> None:
    (library / "light.py").write_text("try:\n    import burden\nexcept ImportError:\n    burden = None\n")
    with withheld("burden"):
        import light
    assert light.burden is None
    import burden.heavy

    assert burden.loaded


def test_a_module_that_is_loaded_already_is_not_withheld(library: Path) -> None:
    import burden.heavy

    with withheld("burden"):
        import light
    assert light.weigh() == 40
    assert sys.modules["burden"] is burden


def test_what_was_withheld_is_there_again_even_if_the_library_cannot_be_loaded(library: Path) -> None:
    (library / "light.py").write_text("1 / 0\n")
    with pytest.raises(ZeroDivisionError), withheld("burden"):
        import light  # noqa: F401
    import burden.heavy

    assert burden.loaded


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A package that imports one of its two modules."""
    (tmp_path / "parcel").mkdir()
    (tmp_path / "parcel" / "__init__.py").write_text("import parcel.heavy\nWHOLE = 'whole'\n")
    (tmp_path / "parcel" / "heavy.py").write_text("WEIGHT = 40\n")
    (tmp_path / "parcel" / "light.py").write_text("WEIGHT = 1\n")
    monkeypatch.syspath_prepend(tmp_path)
    yield
    for name in ("parcel", "parcel.heavy", "parcel.light"):
        sys.modules.pop(name, None)


def test_a_module_is_imported_without_its_package(package: None) -> None:
    promise("parcel")
    import parcel.light  # type: ignore[import-not-found]

    assert parcel.light.WEIGHT == 1
    assert "parcel.heavy" not in sys.modules


def test_whoever_wants_something_of_a_package_that_was_promised_gets_all_of_it(package: None) -> None:
    promise("parcel")
    import parcel.light
    from parcel import WHOLE

    assert (WHOLE, parcel.heavy.WEIGHT, parcel.light.WEIGHT) == ("whole", 40, 1)
    assert sys.modules["parcel"] is parcel
    with pytest.raises(AttributeError):
        getattr(parcel, "no_such_" + "thing")


def test_a_function_of_a_promised_package_loads_it_when_it_is_called(package: None, tmp_path: Path) -> None:
    (tmp_path / "parcel" / "__init__.py").write_text(
        "import parcel.heavy\ndef weigh(more, *, by=1):\n    return more * by\n"
    )
    promise("parcel", "weigh")
    from parcel import weigh

    assert "parcel.heavy" not in sys.modules
    assert [weigh(2, by=3), weigh(5)] == [6, 5]
    assert "parcel.heavy" in sys.modules
    assert weigh is not sys.modules["parcel"].weigh


def test_a_package_inside_another_can_be_promised(package: None) -> None:
    promise("parcel")
    promise("parcel.heavy")
    import parcel.heavy  # type: ignore[import-not-found]

    assert sys.modules["parcel.heavy"] is parcel.heavy
    assert "WEIGHT" not in vars(parcel.heavy)
    assert parcel.heavy.WEIGHT == 40


def test_a_package_that_is_there_stays_as_it_is(package: None) -> None:
    import parcel

    promise("parcel")
    assert sys.modules["parcel"] is parcel
    assert "parcel.heavy" in sys.modules


def test_a_package_that_is_not_installed_cannot_be_promised() -> None:
    with pytest.raises(ModuleNotFoundError):
        promise("no_such_package")
    assert "no_such_package" not in sys.modules
