"""Where things stand on a slide and how large letters are: the grid and the scales of a theme."""

from msgspec import Struct

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

    def part(self, number: int, count: int, top_row: float, bottom_row: float) -> Box:
        """One of so many equal parts of all columns, counted from 1."""
        whole = self.box(1, self.columns, top_row, bottom_row)
        width = (whole.width - (count - 1) * self.gutter) // count
        return whole._replace(x=whole.x + (number - 1) * (width + self.gutter), width=width)


Scale = tuple[float, ...]


class Sizes(Struct, frozen=True):
    """Font sizes in points: each falls, and a text is set in the first at which it has room."""

    cover: Scale
    section: Scale
    statement: Scale
    title: Scale
    headline: Scale  # a title of one line, over a lead
    lead: Scale
    text: Scale
    points: Scale  # few points, which have the slide to themselves
    subtitle: Scale
    quote: Scale
    key_quote: Scale
    number: Scale
    contact: Scale
    question: Scale
    poster: Scale  # what is read from the last row
    closing_contact: Scale
    caption: Scale
    value: Scale  # a figure at what it is the figure of
    count: Scale  # a number on a form of its own
    block: Scale  # in one of several blocks; what is larger than texts is for a few words
    head: Scale  # over a block, at a point in time
    label: Scale  # what else is written beside what is drawn
    place: Scale  # the name of the country that a map is about
    credit: Scale
    sources: Scale
    small: Scale
    second_level: float
    third_level: float
