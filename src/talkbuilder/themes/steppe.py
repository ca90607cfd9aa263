"""The steppe theme: night-blue ink on warm paper, sky teal and sun gold, a low horizon."""

from collections.abc import Iterator, Sequence

from msgspec import structs

from talkbuilder.layout.inks import TINTS
from talkbuilder.layout.items import Close, Ink, LineTo, Move, Shape, quotation_mark, rectangle
from talkbuilder.layout.theme import Colours, Fonts, Grid, Sizes
from talkbuilder.themes.layouts import FULL_PHOTO_FOOT, beside
from talkbuilder.themes.shapes import half_circle, ridge
from talkbuilder.themes.table import MAPS, OWN, Motif, Table
from talkbuilder.units import EMU_PER_POINT, Aspect, Box

_SUN_AHEAD, _SUN_COLUMN = 9, 6.9  # of the closing
_HORIZON = 16  # all heights are in rows over the foot of the slide, evenly spaced from left to right
_MOUNTAINS = (15, 15, 15, 15, 15, 15.2, 15.6, 16, 16.6, 17.2, 18.6, 18.3, 20.4, 21.4, 20.8)
_FAR = (26.8, 27.4, 27.2, 26.2, 24.8, 24, 24, 24, 24, 24, 24.8, 26.2, 27, 26.8, 27.6, 27.8, 27.4)
_SWELL = (8.6, 9.8, 11, 11.8, 12, 11.6, 10.6, 9.4, 8.4, 7.8, 7.6, 7.9, 8.6)
_NEAR = (2.6, 2.8, 3.4, 4.3, 5.4, 6.6, 7.6, 8.2, 8.2, 7.6, 6.6, 5.6, 4.8)
_FOOT = (1.2, 1.1, 1.1, 1.2, 1.5, 2, 2.6, 3.1, 3.4, 3.4, 3.2, 2.8, 2.4)


def _horizon(grid: Grid, sun_rows: float = 0, sun_column: float = 9.25) -> tuple[Shape, ...]:
    """Flat land under a thin line, mountains far off and, given its radius, a half sun beside them."""
    line = Box(0, grid.height - _HORIZON * grid.row, grid.width, EMU_PER_POINT)
    land = Box(0, line.y, grid.width, grid.height - line.y)
    centre = grid.margin + round((sun_column - 1) * (grid.column + grid.gutter)), line.y
    sun = half_circle("Half sun", centre, round(sun_rows * grid.row), Ink("accent2")) if sun_rows else None
    return (
        *((sun,) if sun else ()),
        _ridge(grid, "Mountains", _MOUNTAINS, Ink("dark2", 76)),
        rectangle("Steppe", land, Ink("accent1", 52)),
        rectangle("Horizon", line, Ink("accent2", opacity_percent=70)),
        _ridge(grid, "Swell", _SWELL, Ink("accent1", 36)),
        _ridge(grid, "Near ridge", _NEAR, Ink("dark1", 80)),
    )


def _ridge(grid: Grid, name: str, rows: Sequence[float], ink: Ink) -> Shape:
    return ridge(name, grid.width, grid.height, [one * grid.row for one in rows], grid.row // 2, ink)


def _rule(grid: Grid, column: int, top_row: float) -> Shape:
    """A short gold rule, one column wide."""
    return rectangle("Gold rule", grid.box(column, column, top_row, top_row + 0.5), Ink("accent2"))


def _signature(grid: Grid) -> tuple[Shape, ...]:
    """What light slides carry of it: a low ridge of sand at the foot, a short gold rule over the title."""
    return _ridge(grid, "Sand ridge", _FOOT, Ink("panel")), _rule(grid, 1, 5)


def _cover(grid: Grid) -> tuple[Shape, ...]:
    return *_horizon(grid, sun_rows=12), _rule(grid, 1, 58)


def _opener(grid: Grid) -> tuple[Shape, ...]:
    """Land at night under a thin line, over which a kind draws the suns of the talk."""
    line = Box(0, round(grid.horizon * grid.row), grid.width, EMU_PER_POINT)
    land = Box(0, line.y, grid.width, grid.height - line.y)
    return (
        _ridge(grid, "Far ridge", _FAR, TINTS["dusk"]),
        rectangle("Steppe", land, TINTS["deep"]),
        rectangle("Horizon", line, Ink("accent2")),
        _rule(grid, 1, 10),
    )


def hung_mark(grid: Grid, ink: Ink) -> Shape:
    """A mark that is hung over the words of a quotation."""
    over = grid.box(1, 1, 25.5, 32)
    mark = Box(over.x, over.y, over.height * 16 // 10, over.height)
    return quotation_mark("Opening quotation mark", mark, ink)


def _quote(grid: Grid) -> tuple[Shape, ...]:
    return hung_mark(grid, Ink("accent2")), _rule(grid, 1, 65.5)


def _key_quote(grid: Grid) -> tuple[Shape, ...]:
    """A mark that is seen before it is read, in the upper right."""
    corner = grid.box(grid.columns - 1, grid.columns, 3, 21)
    mark = Box(corner.right - corner.height * 16 // 10, corner.y, corner.height * 16 // 10, corner.height)
    return quotation_mark("Quotation mark", mark, Ink("accent4", opacity_percent=20)), _rule(grid, 1, 5)


def mark_beside_drawing(grid: Grid, ink: Ink) -> Shape:
    hung = grid.box(7, 7, 26.5, 29)
    return quotation_mark("Opening quotation mark", Box(hung.x, hung.y, 3 * grid.row, hung.height * 4 // 5), ink)


def _quote_beside_drawing(grid: Grid) -> tuple[Shape, ...]:
    rule = beside(grid, 65.5, 66)._replace(width=grid.column)
    return mark_beside_drawing(grid, Ink("accent2")), rectangle("Gold rule", rule, Ink("accent2"))


def _panel(top_row: float, bottom_row: float) -> Motif:
    """A quiet panel from edge to edge, so that the text on it keeps to the margin."""

    def drawn(grid: Grid) -> tuple[Shape, ...]:
        rows = grid.box(1, grid.columns, top_row, bottom_row)
        return (rectangle("Panel", rows._replace(x=0, width=grid.width), Ink("panel")),)

    return drawn


def _ruled(row: float) -> Motif:
    return lambda grid: (_rule(grid, 1, row),)


def _closing(grid: Grid) -> tuple[Shape, ...]:
    """A road that leads to the sun, for what has been told goes on."""
    return *_horizon(grid, _SUN_AHEAD, _SUN_COLUMN), *_road(grid), _rule(grid, 1, 26)


def _road(grid: Grid) -> Iterator[Shape]:
    """It leads from the foot of the slide to the sun, between two edges, with a broken line in its middle."""
    x, top = grid.margin + round((_SUN_COLUMN - 1) * (grid.column + grid.gutter)), grid.height - _HORIZON * grid.row
    for name, ink, near, from_, to in (
        ("Edge of the road", "light2", 2.6, 0.0, 1.0),
        ("Road", "dark1", 1.9, 0.0, 1.0),
        *(("Middle of the road", "light2", 0.05, at, at + 0.4 * at) for at in (0.12, 0.24, 0.42, 0.7)),
    ):
        half, height = near * (grid.column + grid.gutter), grid.height - top
        least, most = round(half * from_), round(half * to)
        box = Box(x - most, top + round(height * from_), 2 * most, round(height * (to - from_)))
        path = (
            Move(most - least, 0),
            LineTo(most + least, 0),
            LineTo(2 * most, box.height),
            LineTo(0, box.height),
            Close(),
        )
        yield Shape(name, box, path, Ink(ink))


_SIZES = Sizes(
    cover=(60, 54, 48, 44, 40),
    section=(60, 54, 48, 44, 40),
    statement=(54, 48, 44, 40, 36),
    title=(38, 36),
    headline=(38, 36, 32),
    lead=(24, 20),
    text=(32, 28, 24),
    points=(44, 40, 36, 32, 28, 24),
    subtitle=(28, 24),
    quote=(40, 36, 32, 28),
    key_quote=(50, 46, 42, 38, 34),
    number=(166, 144, 120, 96),
    question=(72, 64, 56, 48, 40, 36),
    poster=(126, 118, 110, 102, 94, 86, 78, 70, 62, 54),
    contact=(54, 48, 40, 36, 32, 28),
    closing_contact=(40, 36, 32, 28),
    caption=(24,),
    value=(48, 40, 32),
    count=(80, 66, 54, 44, 36),
    block=(48, 40, 32, 28, 26, 24),
    head=(28, 24),
    label=(24, 20, 18),
    place=(34, 28, 24),
    credit=(24, 20),
    sources=(28, 24, 20, 18),
    small=(14,),
    second_level=28,
    third_level=24,
)

STEPPE = Table(
    name="Steppe",
    says="warm paper and night blue, Georgia and Calibri",
    colours=Colours(
        dark1="0F1F33",  # night ink
        light1="FCF8F0",  # paper
        dark2="33455C",  # slate: sources, captions, second levels
        light2="F1E7D5",  # sand
        accent1="005267",  # teal
        accent2="EDB13B",  # gold
        accent3="B43220",  # clay red: the one number that matters
        accent4="5BB5C6",  # sky
        accent5="7A7440",  # wormwood
        accent6="A86F3D",  # saddle
        link="005267",
        visited="5A4A6B",
    ),
    fonts=Fonts(titles="Georgia", text="Calibri"),
    grid=Grid(
        width=12_192_000,
        height=6_858_000,
        margin=822_960,  # 0.9 in
        columns=12,
        gutter=182_880,  # 0.2 in
        row=76_200,  # 6 pt: ninety rows
        foot=(78, 84),  # two lines
    ),
    sizes=_SIZES,
    motifs={
        "Master": _signature,
        "Cover": _cover,
        "Section": _opener,
        "Statement": _horizon,
        "Quote": _quote,
        "Ask": _panel(45, 76),
        "Ask with code": _panel(38, 76.5),
        "Poster": _ruled(5),
        "Key quote": _key_quote,
        "Full photo": _ruled(FULL_PHOTO_FOOT),
        "Closing": _closing,
        "Quote beside drawing": _quote_beside_drawing,
        "Cover with drawing": _ruled(44.5),
        "Scene": _ruled(5),
        "Scene with lead": _ruled(5),
        **dict.fromkeys(MAPS, _ruled(5)),
    },
    dark=OWN,
    grounds={"Key quote": Ink("accent1"), "Question": Ink("panel"), "Question with ring": Ink("panel")},
)

# For old projectors and squarer screens: as high as the wide one, so letters keep their height in the room.
STEPPE_4_3 = structs.replace(
    STEPPE,
    grid=structs.replace(
        STEPPE.grid,
        width=9_144_000,
        margin=594_360,  # 0.65 in
        gutter=152_400,
        foot=(77.5, 86.5),  # three lines, for what takes two on a wide slide
    ),
    sizes=structs.replace(
        _SIZES,
        cover=_SIZES.cover[1:],
        section=_SIZES.section[1:],
        statement=_SIZES.statement[1:],
        title=_SIZES.title[1:],
        headline=(*_SIZES.headline[1:], 28),
        points=_SIZES.points[1:],
        quote=_SIZES.quote[1:],
        key_quote=_SIZES.key_quote[1:],
        block=(*_SIZES.block, 20),  # four beside each other are narrow
        number=_SIZES.number[1:],
    ),
)


def table(aspect: Aspect) -> Table:
    return STEPPE_4_3 if aspect == "4:3" else STEPPE
