"""Table: the few values a theme is made of; everything else about it is computed from them."""

from collections.abc import Callable, Mapping

from msgspec import Struct, structs

from talkbuilder.layout.items import Align, Anchor, Image, Ink, Shape
from talkbuilder.layout.theme import Colours, Fonts, Grid, Placeholder, Sizes

# The layouts whose page a map fills to its edges.
MAPS = frozenset({"Map", "Map with lead", "Night map", "Night map with lead"})

# The layouts of pictures that are dark in every theme.
NIGHT = frozenset({"Scene", "Scene with lead", "Cover with drawing", "Night map", "Night map with lead"})

# Those with a look of their own, on which kinds draw as on dark ground.
OWN = NIGHT | {"Cover", "Section", "Statement", "Closing", "Poster", "Key quote", "Full photo", "Blank"}

# What a theme draws beneath the texts of a layout, from back to front.
Motif = Callable[[Grid], tuple[Shape, ...]]

Placeholders = tuple[Placeholder, ...]

# What a theme does otherwise with a placeholder of any layout, by the name of that.
Change = Callable[[str, Placeholder, Grid], Placeholder]


def unchanged(_layout: str, placeholder: Placeholder, _grid: Grid) -> Placeholder:
    return placeholder


class Put(Struct, frozen=True):
    """Where a theme has a place of a layout otherwise than others, and how its texts look there."""

    at: tuple[int, int, float, float] | None = None  # first and last column, first and last row
    ink: Ink | None = None
    align: Align | None = None
    anchor: Anchor | None = None

    def of(self, place: Placeholder, grid: Grid) -> Placeholder:
        told = {"ink": self.ink, "align": self.align}
        look = {name: value for name, value in told.items() if value}
        box = grid.box(*self.at) if self.at else place.box
        styles = tuple(structs.replace(style, **look) for style in place.styles)
        return structs.replace(place, box=box, styles=styles, anchor=self.anchor or place.anchor)


class Table(Struct, frozen=True):
    """A theme in full. `motifs` are by the name of the layout, "Master" for what lies under all light ones."""

    name: str
    colours: Colours
    fonts: Fonts
    grid: Grid
    sizes: Sizes
    motifs: Mapping[str, Motif]
    dark: frozenset[str]  # the layouts whose ground is dark
    bare: frozenset[str] = OWN | MAPS  # the layouts that have nothing of what the master draws
    grounds: Mapping[str, Ink] = {}  # of layouts that stand on another ink than the others
    layouts: Mapping[str, Mapping[str, Put]] = {}  # what is put elsewhere, in the order in which it is read there
    change: Change = unchanged
    least_contrast: float = 4.5  # of letters, here and in a theme that an author makes of it
    logo: Image | None = None
    says: str = ""  # what it is for, in a few words
