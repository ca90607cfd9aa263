"""Modules that libraries import and that nobody here needs: loaded only if something of them is used after all."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from importlib import import_module
from importlib.machinery import ModuleSpec, PathFinder
from types import ModuleType
from typing import Any, NamedTuple


@contextmanager
def postponed(modules: Mapping[str, Sequence[str]]) -> Iterator[None]:
    """While a library is imported, these modules are only promised to it, unless they are loaded already.

    Each is loaded when something of it is used after all. The functions that are named for it can even be imported from
    it before: it is loaded when one of them is called.
    """
    finder = _Promising(modules)
    sys.meta_path.insert(0, finder)
    try:
        yield
    finally:
        sys.meta_path.remove(finder)


def promise(name: str, *functions: str) -> None:
    """Lets a module be imported without loading it, and modules of a package without that; see `postponed`."""
    with postponed({name: functions}):
        import_module(name)


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

    modules: Mapping[str, Sequence[str]]

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        spec = PathFinder.find_spec(name, path, target) if name in self.modules else None
        if spec and spec.loader:
            spec.loader = _Promise(spec.loader, self.modules[name])  # type: ignore[assignment]  # as far as it is asked
        return spec


class _Promise(NamedTuple):
    """What Python takes to load a module, which it only makes ready to be loaded. `loader` is what loads it."""

    loader: Any
    functions: Sequence[str]

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        made: ModuleType | None = self.loader.create_module(spec)
        return made

    def exec_module(self, module: ModuleType) -> None:
        assert module.__spec__
        module.__spec__.loader = module.__loader__ = self.loader
        for function in self.functions:
            setattr(module, function, partial(_call, module, function))
        module.__class__ = _Promised


class _Promised(ModuleType):
    """A module of which only its place is known, and some functions."""

    def __getattr__(self, name: str) -> Any:
        if name == "__path__":  # which Python asks for to see whether it is a package, and those that are have it
            raise AttributeError(name)
        self.load()
        return getattr(self, name)

    def load(self) -> None:
        self.__class__ = ModuleType  # type: ignore[assignment]  # as any other from now on
        assert self.__spec__
        assert self.__spec__.loader
        self.__spec__.loader.exec_module(self)


def _call(module: ModuleType, function: str, *values: Any, **named: Any) -> Any:
    """What stands for a function of a promised module."""
    if isinstance(module, _Promised):
        module.load()
    return getattr(module, function)(*values, **named)
