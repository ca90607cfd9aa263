"""Modules that libraries import and that nobody here needs: loaded only if something of them is used after all."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
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


def promise_package(name: str) -> None:
    """Lets modules of a package be imported without it: it is loaded when something of itself is used after all."""
    if name in sys.modules:
        return
    spec = PathFinder.find_spec(name)
    if spec is None or spec.loader is None:
        raise ModuleNotFoundError(f"No module named {name!r}", name=name)
    package = module_from_spec(spec)
    package.__class__ = _Promised
    sys.modules[name] = package


class _Promised(ModuleType):
    """A package of which only its place is known."""

    def __getattr__(self, name: str) -> Any:
        self.__class__ = ModuleType  # type: ignore[assignment]  # as any other from now on
        assert self.__spec__
        assert self.__spec__.loader
        self.__spec__.loader.exec_module(self)
        return getattr(self, name)


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
