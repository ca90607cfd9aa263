"""The Theme: colours, fonts, sizes, grid and layouts as a value; made by tables of our own, or read from a template."""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from talkbuilder.layout.items import Anchor, Image, Ink, Shape, Style
from talkbuilder.units import EMU_PER_POINT, Box, Emu

Scale = tuple[float, ...]

Role = Literal["title", "cover title", "subtitle", "body", "object", "picture", "slide number", "footer", "date"]

# The placeholders that are filled on slides of any kind, by the names that all layouts give them.
SOURCE, SLIDE_NUMBER = "Source", "Slide Number"
FURNITURE = ("Footer", "Date")  # that a template shows on its slides, with what is typed there
BY_DAY = "by day "  # before the inks of a template's ground, where a layout's are those of a picture of the night
_SHAPES = ((16, 9), (4, 3), (16, 10))
LEAST_PT = 18.0  # nothing but sources and numbers is smaller, on whatever page
_LEAST_LABEL_PT = 15.0  # of words in a drawing on slides as high as ours; on larger ones as much more
_MUCH_LARGER = 1.15  # than our page
_ALIKE = 0.01  # how much wider or narrower a slide may be than a screen that it fills


class Grid(Struct, frozen=True):
    """Columns between two margins, and rows of one height from the top edge down."""

    width: Emu
    height: Emu
    margin: Emu
    columns: int
    gutter: Emu
    row: Emu
    foot: tuple[float, float]  # the rows of source line and slide number
    horizon: float = 66  # the row of the line over which the suns of an opener stand
    free: tuple[float, float] = (0, 0)  # the rows, under the title of a template, that nothing else is drawn on
    rule: tuple[Emu, Emu] = (0, 0)  # of the slide: over and under a line that a template has across its foot
    # Of the slide: how high the first of the free rows may rise under short titles, and how far it stays under these.
    rise: tuple[Emu, Emu] = (0, 0)

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


class Colours(Struct, frozen=True):
    """The twelve colours of a theme, as RRGGBB, in the order in which Office lists them."""

    dark1: str
    light1: str
    dark2: str
    light2: str
    accent1: str
    accent2: str
    accent3: str
    accent4: str
    accent5: str
    accent6: str
    link: str
    visited: str


class Fonts(Struct, frozen=True):
    """The two families of a theme; ours are such as every Office has."""

    titles: str
    text: str

    def family(self, font: str) -> str:
        """The family that a style's font means."""
        return self.titles if font == "titles" else self.text if font == "text" else font


class Placeholder(Struct, frozen=True):
    """A place on a layout that a slide fills. `sizes_pt` falls: its text is set in the first at which it has room.

    `index` is what tells it from others of its layout, in every file format; the first size is that of the first style.
    """

    name: str
    role: Role
    index: int
    box: Box
    styles: tuple[Style, ...]  # by level
    sizes_pt: tuple[float, ...]
    prompt: str = ""
    anchor: Anchor = "top"
    insets: tuple[Emu, Emu, Emu, Emu] = (0, 0, 0, 0)  # left, top, right, bottom
    shrinks: bool = False  # PowerPoint may shrink the text once somebody edits it
    fill: Ink | None = None
    is_moved: bool = False  # the template has it elsewhere: a slide says where, and how it is held
    inherited: tuple[Style, ...] = ()  # what the template gives its text, where a slide must say otherwise

    @property
    def inner(self) -> Box:
        """Where text may stand in it."""
        left, top, right, bottom = self.insets
        box = self.box
        return Box(box.x + left, box.y + top, box.width - left - right, box.height - top - bottom)


class Layout(Struct, frozen=True):
    """A layout: its placeholders by name and in reading order, and what it draws beneath them.

    `beneath` is what its master draws, () where it hides that; `palette` says what each ink is on it, as RRGGBB.
    """

    name: str
    placeholders: Mapping[str, Placeholder]
    background: Ink
    palette: Mapping[str, str]
    fonts: Fonts
    grid: Grid
    sizes: Sizes
    items: tuple[Shape | Image, ...] = ()
    beneath: tuple[Shape | Image, ...] = ()
    is_dark: bool = False
    is_turned: bool = False  # dark, where kinds draw for light ground: see `turned`
    part: str = ""  # its name in the template that it was read from
    unread: tuple[Box, ...] = ()  # where that shows what PowerPoint alone draws, such as letters
    base: str = ""  # the part of a template on whose drawings one of ours stands
    share: float = 1.0  # how large text is on its page, beside that on ours
    corner: tuple[Emu, Emu] = (0, 0)  # where the page of its grid begins, which a template leaves no whole one
    shades: Mapping[str, Ink] = {}  # what inks are of a template's theme, that are other than it has them
    free: tuple[Box, ...] = ()  # on a template's for parts: under the title, and over it, where the way has room

    @property
    def drawn(self) -> tuple[Shape | Image, ...]:
        """What stands beneath the items of each page, from back to front."""
        return (*self.beneath, *self.items)

    @property
    def stage(self) -> Box:
        """What a picture may fill: the page; on what a template draws, what the title and the foot leave of it."""
        grid = self.grid
        whole = Box(0, 0, grid.width, grid.height)
        return grid.box(1, grid.columns, 25, grid.foot[0] - 1.5) if self.base else whole

    @property
    def least_pt(self) -> float:
        """The size of words that are no smaller only because they would else stand on a drawing."""
        return max(LEAST_PT, round(_LEAST_LABEL_PT * self.share))

    @property
    def larger(self) -> float:
        """How much larger all is made on its page, which is shown no larger than ours; 1 on one that hardly is."""
        return self.share if self.share > _MUCH_LARGER else 1.0

    def beside(self, ink: str) -> Ink:
        """An ink of texts that stand on the ground of the page, and not on the picture of the night there."""
        return Ink(BY_DAY + ink if BY_DAY + ink in self.palette else ink)

    @property
    def over_title(self) -> tuple[Shape | Image, ...]:
        """What of it stands over the title or before it, and so lies on what fills the slide, but for a template's."""
        x, y, *_ = self.placeholders["Title"].box
        return () if self.base else tuple(one for one in self.drawn if one.box.bottom <= y or one.box.right <= x)


class Master(Struct, frozen=True):
    """What layouts have in common: colours, fonts, what is drawn beneath them all, and placeholders as on most."""

    name: str
    colours: Colours
    fonts: Fonts
    frame: Layout  # the master itself, as a layout
    layouts: tuple[Layout, ...]
    label: Style  # of text that fills no placeholder


class Head(Struct, frozen=True):
    """The titles in one place of a template: in what size they are, and where the letters of the lowest end, of those
    with so many lines."""

    size_pt: float
    ends: tuple[tuple[int, Emu], ...]


class Theme(Struct, frozen=True, eq=False):
    """How a deck looks. `template` holds the parts of a foreign package, kept as they are; ours have none.

    `layouts` has one for every name that kinds ask for, whichever master it belongs to.
    """

    name: str
    width: Emu
    height: Emu
    layouts: Mapping[str, Layout]
    own: Master  # the master that is written from tables; without layouts where a template has them all
    template: Mapping[str, bytes] = {}
    template_main: str = ""  # which of them is the presentation
    spare: Mapping[str, Layout] = {}  # for what has no room on a layout of a template's: ours on what that draws
    asked: Mapping[str, Mapping[str, Layout]] = {}  # by the name of the template's that a slide asks for, then by ours
    called: tuple[str, ...] = ()  # the template's layouts, as slides may ask for them
    told: tuple[str, ...] = ()  # what these and their masters print, paragraph by paragraph, and say of their pictures
    heads: Mapping[Emu, "Head"] = {}  # the titles of the deck that is laid out, by where on a slide their place begins

    def layout(self, name: str, asked: str = "") -> Layout:
        """The layout of a name, on what a slide asks for where that serves."""
        return self.asked.get(asked, {}).get(name) or self.layouts[name]

    @property
    def shape(self) -> str:
        """What its slides are as wide and as high as: 16:9, or as many to one as that is of another screen."""
        wide = self.width / self.height
        return next((f"{one}:{to}" for one, to in _SHAPES if abs(wide * to / one - 1) < _ALIKE), f"{wide:.3g}:1")

    @property
    def size_pt(self) -> tuple[float, float]:
        return self.width / EMU_PER_POINT, self.height / EMU_PER_POINT


def palette(colours: Colours, is_dark: bool = False, is_turned: bool = False) -> dict[str, str]:
    """What each ink is, as RRGGBB, on a light layout or a dark one.

    On one that is turned the four plain colours are what they come to once its pages have been turned.
    """
    named = {name: getattr(colours, name) for name in colours.__struct_fields__}
    if is_turned:
        named |= {name: getattr(colours, other) for name, other in _OPPOSITE.items()}
    if is_dark:
        named |= {"link": colours.accent4, "visited": colours.accent2}
        return named | _seen(colours.light1, colours.light2, colours.dark1, colours.dark2)
    return named | _seen(colours.dark1, colours.dark2, colours.light1, colours.light2)


_OPPOSITE = {"dark1": "light1", "light1": "dark1", "dark2": "light2", "light2": "dark2"}


def _seen(text: str, soft: str, ground: str, panel: str) -> dict[str, str]:
    return {"text": text, "soft": soft, "ground": ground, "panel": panel}
