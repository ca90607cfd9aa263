"""The plain theme: black on white at 7:1 and more, large, in Arial; of the horizon a heavy black line is left."""

from msgspec import structs

from talkbuilder.layout.items import Ink, Shape, rectangle
from talkbuilder.layout.theme import SLIDE_NUMBER, Colours, Fonts, Grid, Placeholder
from talkbuilder.themes import steppe
from talkbuilder.themes.layouts import GOLD, TEAL, TEXT
from talkbuilder.themes.steppe import hung_mark, mark_beside_drawing
from talkbuilder.themes.table import MAPS, NIGHT, Put, Table
from talkbuilder.units import Aspect, Box

_BLACK = Ink("text")
_LINE = 77  # the row of the heavy line, on which scenes stand
_FIELD = 75  # the row of the black field under the closing
_DARK = NIGHT | {"Poster", "Key quote", "Full photo", "Blank"}  # pictures, and what is meant to be dark


def _slab(grid: Grid, top_row: float, bottom_row: float, ink: Ink = _BLACK) -> Shape:
    """A block that comes in from the left edge and ends short of the margin."""
    y = round(top_row * grid.row)
    return rectangle("Slab", Box(0, y, grid.margin - 3 * grid.row, round(bottom_row * grid.row) - y), ink)


def _line(grid: Grid, row: float = _LINE, rows: float = 0.5) -> Shape:
    return rectangle("Heavy line", Box(0, round(row * grid.row), grid.width, round(rows * grid.row)), _BLACK)


def _signature(grid: Grid) -> tuple[Shape, ...]:
    """A slab beside the first line of the title, and a heavy line on which everything stands."""
    return _slab(grid, 7, 13), _line(grid)


def _night(grid: Grid) -> tuple[Shape, ...]:
    return (_slab(grid, 7, 13, Ink("accent2")),)


def _cover(grid: Grid) -> tuple[Shape, ...]:
    return _slab(grid, 7, 54), _line(grid, 58, 1)


def _opener(grid: Grid) -> tuple[Shape, ...]:
    """A black field at the left, which says which part this is; its heavy line leads to the right edge."""
    width = grid.box(1, 3, 0, 90).right - grid.gutter
    line = Box(width, round(69.5 * grid.row), grid.width - width, grid.row)
    return rectangle("Field", Box(0, 0, width, grid.height), _BLACK), rectangle("Heavy line", line, _BLACK)


def _statement(grid: Grid) -> tuple[Shape, ...]:
    return _slab(grid, 0, 90), _line(grid)


def _quote(grid: Grid) -> tuple[Shape, ...]:
    return hung_mark(grid, _BLACK), rectangle("Heavy rule", grid.box(1, 1, 65.2, 66), _BLACK)


def _closing(grid: Grid) -> tuple[Shape, ...]:
    field = Box(0, _FIELD * grid.row, grid.width, grid.height - _FIELD * grid.row)
    return _slab(grid, 14, 22), _line(grid, 24.4), rectangle("Field", field, _BLACK)


def _change(layout: str, one: Placeholder, grid: Grid) -> Placeholder:
    """Titles and figures are bold; on light slides sources and numbers stand under the heavy line."""
    if one.role in ("title", "cover title"):
        styles = tuple(structs.replace(style, bold=True, ink=TEXT) for style in one.styles)
        box = grid.box(1, 12, 3, 22.8) if layout == "Closing" else one.box
        return structs.replace(one, styles=styles, box=box) if layout != "Blank" else one
    if (layout, one.name) in (("Number", "Number"), ("Section", "Kicker")):
        return structs.replace(one, styles=(structs.replace(one.styles[0], bold=True),))
    if layout not in _DARK and one.styles[0].ink == GOLD:  # which nobody could read on white
        return structs.replace(one, styles=(structs.replace(one.styles[0], ink=TEAL),))
    if one.name == SLIDE_NUMBER:
        # As on other pictures that fill the page, whose slides say where their number stands.
        styles = (structs.replace(one.styles[0], ink=Ink("ground") if layout == "Closing" else TEXT, bold=True),)
        return structs.replace(one, styles=styles, is_moved=one.is_moved or layout in MAPS)
    return one


def _table(base: Table) -> Table:
    old = base.sizes
    sizes = structs.replace(
        old,
        title=(38, 34, 30, 28),
        headline=(38, 34, 30, 28, 24),
        lead=(28, 24, 20, 18),
        text=(32, 28, 24, 20),
        points=(48, *old.points, 20),
        statement=(60, *old.statement, 32),
        section=(*(pt for pt in old.section if pt <= 54), 36),
        subtitle=(32, 28, 24),
        quote=(44, *old.quote, 24),
        caption=(28, 24, 20),
        credit=(28, 24, 20, 18),
        block=(*(pt for pt in old.block), *(pt for pt in (20, 18) if pt < old.block[-1])),
        head=(28, 24, 20),
        small=(16, 14),
        contact=(*old.contact, 24),
        question=(*old.question, 32),
    )
    return structs.replace(
        base,
        name="Plain",
        says="black on white at 7:1 and more, large, Arial",
        colours=Colours(
            dark1="000000",
            light1="FFFFFF",
            dark2="383838",
            light2="E4E4E4",
            accent1="003D6E",  # blue
            accent2="FFC21A",  # yellow, on black and in forms
            accent3="A3121A",  # red
            accent4="7CC4F0",  # light blue
            accent5="4F5B00",  # olive
            accent6="7A3F00",  # brown
            link="003D6E",
            visited="5A2D82",
        ),
        fonts=Fonts(titles="Arial", text="Arial"),
        grid=structs.replace(base.grid, foot=(79, 87)),
        sizes=sizes,
        motifs={
            "Master": _signature,
            "Cover": _cover,
            "Section": _opener,
            "Statement": _statement,
            "Quote": _quote,
            "Poster": _night,
            "Key quote": _night,
            "Full photo": lambda grid: (),
            "Closing": _closing,
            "Quote beside drawing": lambda grid: (mark_beside_drawing(grid, _BLACK),),
            "Ask": base.motifs["Ask"],
            "Ask with code": base.motifs["Ask with code"],
            "Cover with drawing": lambda grid: (_slab(grid, 5, 30, Ink("accent2")),),
            "Scene": _night,
            "Scene with lead": _night,
            **dict.fromkeys(MAPS & NIGHT, _night),
            **dict.fromkeys(MAPS - NIGHT, lambda grid: (rectangle("Slab", grid.box(1, 1, 3.5, 5), _BLACK),)),
        },
        dark=_DARK,
        grounds={},
        layouts={
            "Section": {"Title": Put((4, 12, 10, 67), anchor="bottom"), "Kicker": Put((1, 2, 60, 68), Ink("ground"))},
            # What is counted stands over the figure, which stands on the heavy line.
            "Number": {
                "Caption": Put((1, 12, 25, 48), anchor="bottom"),
                "Number": Put((1, 12, 48, 77), anchor="bottom"),
            },
            "Closing": {"Text": Put((1, 8, 26.5, 36))},
            "Question": {"Kicker": Put(ink=TEXT)},
            "Question with ring": {"Kicker": Put(ink=TEXT)},
        },
        change=_change,
        least_contrast=7.0,
    )


PLAIN, PLAIN_4_3 = _table(steppe.STEPPE), _table(steppe.STEPPE_4_3)


def table(aspect: Aspect) -> Table:
    return PLAIN_4_3 if aspect == "4:3" else PLAIN
