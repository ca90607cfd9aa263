"""The themes there are, by name; each is a table, and one of its own for each shape of screen.

A theme is imported when it is first asked for: a talk has one.
"""

from collections.abc import Callable, Mapping
from functools import partial
from importlib import import_module

from talkbuilder.themes.table import Table
from talkbuilder.units import Aspect

_NAMES = ("steppe", "night", "plain")


def _table(name: str, aspect: Aspect) -> Table:
    made: Table = import_module(f"{__name__}.{name}").table(aspect)
    return made


THEMES: Mapping[str, Callable[[Aspect], Table]] = {name: partial(_table, name) for name in _NAMES}
