"""Modules that libraries import and that nobody here needs: loaded only if something of them is used after all."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from importlib.machinery import ModuleSpec, PathFinder
from importlib.util import LazyLoader, module_from_spec
from types import ModuleType
from typing import Any, NamedTuple


@contextmanager
def postponed(*names: str) -> Iterator[None]:
    """While a library is imported, these modules are only promised to it, unless they are loaded already."""
    finder = _Promising(frozenset(names))
    sys.meta_path.insert(0, finder)
    try:
        yield
    finally:
        sys.meta_path.remove(finder)


@contextmanager
def withheld(*names: str) -> Iterator[None]:
    """While a library is imported, these modules seem not to be installed, for it does as well without them."""
    hidden = [name for name in names if name not in sys.modules]
    for name in hidden:
        sys.modules[name] = None  # type: ignore[assignment]  # which Python takes for a module that is not there
    try:
        yield
    finally:
        for name in hidden:
            del sys.modules[name]


def promise(name: str, *functions: str) -> None:
    """Lets a module be imported without loading it, and modules of a package without that.

    It is loaded when something of itself is used after all, but for some of its functions: when these are called.
    """
    if name in sys.modules:
        return
    parent, _, own = name.rpartition(".")
    spec = PathFinder.find_spec(name, sys.modules[parent].__path__ if parent else None)
    if spec is None or spec.loader is None:
        raise ModuleNotFoundError(f"No module named {name!r}", name=name)
    package = module_from_spec(spec)
    package.__class__ = _Promised
    for function in functions:
        setattr(package, function, partial(_call, package, function))
    sys.modules[name] = package
    if parent:
        setattr(sys.modules[parent], own, package)  # as Python does with what it imports


class _Promised(ModuleType):
    """A package of which only its place is known."""

    def __getattr__(self, name: str) -> Any:
        self.load()
        return getattr(self, name)

    def load(self) -> None:
        self.__class__ = ModuleType  # type: ignore[assignment]  # as any other from now on
        assert self.__spec__
        assert self.__spec__.loader
        self.__spec__.loader.exec_module(self)


def _call(package: ModuleType, function: str, *values: Any, **named: Any) -> Any:
    """What stands for a function of a promised package."""
    if isinstance(package, _Promised):
        package.load()
    return getattr(package, function)(*values, **named)


class _Promising(NamedTuple):
    """What Python asks where a module is."""

    names: frozenset[str]

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        spec = PathFinder.find_spec(name, path, target) if name in self.names else None
        if spec and spec.loader:
            spec.loader = LazyLoader(spec.loader)
        return spec
