"""Table: the few values a theme is made of; everything else about it is computed from them."""

from collections.abc import Callable, Mapping

from msgspec import Struct

from talkbuilder.layout.items import Shape
from talkbuilder.layout.theme import Colours, Fonts
from talkbuilder.units import Box, Emu


class Grid(Struct, frozen=True):
    """Columns between two margins, and rows of one height from the top edge down."""

    width: Emu
    height: Emu
    margin: Emu
    columns: int
    gutter: Emu
    row: Emu
    foot: tuple[float, float]  # the rows of source line and slide number

    @property
    def column(self) -> Emu:
        return (self.width - 2 * self.margin - (self.columns - 1) * self.gutter) // self.columns

    def box(self, first_column: int, last_column: int, top_row: float, bottom_row: float) -> Box:
        """From the left edge of a column to the right edge of another, both counted from 1."""
        pitch = self.column + self.gutter
        y = round(top_row * self.row)
        return Box(
            self.margin + (first_column - 1) * pitch,
            y,
            (last_column - first_column) * pitch + self.column,
            round(bottom_row * self.row) - y,
        )


Scale = tuple[float, ...]


class Sizes(Struct, frozen=True):
    """Font sizes in points: each falls, and a text is set in the first at which it has room."""

    cover: Scale
    section: Scale
    statement: Scale
    title: Scale
    text: Scale
    subtitle: Scale
    quote: Scale
    number: Scale
    contact: Scale
    closing_contact: Scale
    caption: Scale
    credit: Scale
    sources: Scale
    small: Scale
    second_level: float
    third_level: float


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
