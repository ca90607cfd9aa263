"""The themes there are, by name; each is a table, and one of its own for each shape of screen."""

from collections.abc import Callable, Mapping

from talkbuilder.themes import night, plain, steppe
from talkbuilder.themes.table import Table
from talkbuilder.units import Aspect

THEMES: Mapping[str, Callable[[Aspect], Table]] = {
    "steppe": steppe.table,
    "night": night.table,
    "plain": plain.table,
}
