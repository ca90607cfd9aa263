"""Table: the few numbers a theme is made of; everything else about it is computed from them."""

# NamedTuples, not dataclasses: those import `inspect`, which alone costs more than building the theme.
from typing import NamedTuple

EMU_PER_POINT = 12700


class Box(NamedTuple):
    """A rectangle on the slide, in EMU."""

    x: int
    y: int
    cx: int
    cy: int


class Colours(NamedTuple):
    """The twelve slots of a theme, as RRGGBB, in the order in which a theme part lists them."""

    dk1: str
    lt1: str
    dk2: str
    lt2: str
    accent1: str
    accent2: str
    accent3: str
    accent4: str
    accent5: str
    accent6: str
    hlink: str
    folHlink: str  # noqa: N815 the slot's own name


class Fonts(NamedTuple):
    """Families that every Office has; slides name them only as +mj-lt and +mn-lt."""

    titles: str
    text: str


class Grid(NamedTuple):
    """Columns between two margins, and rows of one height from the top edge down."""

    slide_width_emu: int
    slide_height_emu: int
    margin_emu: int
    columns: int
    gutter_emu: int
    row_emu: int
    foot: tuple[float, float]  # the rows of source line and slide number

    @property
    def column_emu(self) -> int:
        inner = self.slide_width_emu - 2 * self.margin_emu - (self.columns - 1) * self.gutter_emu
        return inner // self.columns

    def box(self, first_column: int, last_column: int, top_row: float, bottom_row: float) -> Box:
        """From the left edge of a column to the right edge of another, both counted from 1."""
        pitch_emu = self.column_emu + self.gutter_emu
        y = round(top_row * self.row_emu)
        return Box(
            self.margin_emu + (first_column - 1) * pitch_emu,
            y,
            (last_column - first_column) * pitch_emu + self.column_emu,
            round(bottom_row * self.row_emu) - y,
        )


class Sizes(NamedTuple):
    """Font sizes in points."""

    cover: int
    section: int
    statement: int
    title: int
    text: int
    second_level: int
    third_level: int
    quote: int
    number: int
    contact: int
    closing_contact: int
    caption: int
    sources: int
    small: int


class Table(NamedTuple):
    """A theme in full."""

    name: str
    colours: Colours
    fonts: Fonts
    grid: Grid
    sizes: Sizes
