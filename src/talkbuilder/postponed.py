"""Modules that libraries import and that nobody here needs: loaded only if something of them is used after all."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.machinery import ModuleSpec, PathFinder
from importlib.util import LazyLoader
from types import ModuleType
from typing import NamedTuple


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
