"""Table: the few values a theme is made of; everything else about it is computed from them."""

from collections.abc import Callable, Mapping

from msgspec import Struct

from talkbuilder.layout.items import Ink, Shape
from talkbuilder.layout.theme import Colours, Fonts, Grid, Sizes

# The layouts whose page a map fills to its edges: of what the master draws, they have nothing.
MAPS = frozenset({"Map", "Map with lead", "Night map", "Night map with lead"})

# What a theme draws beneath the texts of a layout, from back to front.
Motif = Callable[[Grid], tuple[Shape, ...]]


class Table(Struct, frozen=True):
    """A theme in full. `motifs` are by the name of the layout, "Master" for what lies under all light ones."""

    name: str
    colours: Colours
    fonts: Fonts
    grid: Grid
    sizes: Sizes
    motifs: Mapping[str, Motif]
    dark: frozenset[str]  # the layouts whose ground is dark
    grounds: Mapping[str, Ink] = {}  # of layouts that stand on another ink than the others
