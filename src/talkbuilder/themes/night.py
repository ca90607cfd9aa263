"""The night theme, for dark halls: all slides dark; each title is the sky over a thin horizon, with stars over it."""

from collections.abc import Mapping, Sequence

from msgspec import structs

from talkbuilder.layout.items import Anchor, Close, CurveTo, Ink, LineTo, Move, Shape, Stroke, quotation_mark, rectangle
from talkbuilder.layout.theme import SLIDE_NUMBER, SOURCE, Colours, Grid, Placeholder
from talkbuilder.themes import steppe
from talkbuilder.themes.layouts import GOLD, LAYOUTS, SOFT, TEXT
from talkbuilder.themes.shapes import half_circle, stars
from talkbuilder.themes.table import MAPS, NIGHT, OWN, Put, Table
from talkbuilder.units import EMU_PER_POINT, Aspect, Box

_SKY = 20.6  # the row of the horizon under titles
_HEAD, _OVER_LEAD, _LEAD = (3.8, 19.3), (3.8, 12.3), (12.3, 19.3)  # the rows over it
_LINE_PT = 1.25
_RISE = 10  # rows by which the middle of the earth's edge is higher than its ends
_LAND = Ink("accent1", 34)
# Where stars stand: shares of the width, rows, and how large they are in points.
_STARS = (
    *((0.025, 8, 3), (0.05, 3, 4), (0.13, 2.2, 2), (0.24, 3.2, 3), (0.37, 1.8, 4), (0.46, 3, 2), (0.58, 2.4, 3)),
    *((0.66, 3.2, 4), (0.75, 1.6, 2), (0.83, 3, 3), (0.91, 2.2, 5), (0.955, 6, 3), (0.98, 11, 4), (0.965, 15, 2)),
)
_SPARSE = (
    *((0.04, 9, 3), (0.02, 20, 2), (0.3, 3, 2), (0.55, 2, 3)),
    *((0.72, 6, 2), (0.88, 4, 4), (0.96, 12, 3), (0.98, 30, 2)),
)


def _line(grid: Grid, row: float) -> Shape:
    box = Box(0, round(row * grid.row), grid.width, round(_LINE_PT * EMU_PER_POINT))
    return rectangle("Horizon", box, Ink("accent2", opacity_percent=70))


def _sky(grid: Grid, points: Sequence[tuple[float, float, float]] = _STARS) -> Shape:
    return stars("Stars", grid, points, Ink("soft", opacity_percent=85))


def _over_title(grid: Grid) -> tuple[Shape, ...]:
    """Stars over the title, and the horizon under it, on which the sun comes up in the right margin."""
    centre = grid.width - grid.margin / 2, round(_SKY * grid.row)
    return _sky(grid), half_circle("Half sun", centre, round(2.2 * grid.row), GOLD), _line(grid, _SKY)


def _earth(grid: Grid, row: float) -> tuple[Shape, ...]:
    """The edge of the earth as it is seen from far above: a wide arc over dark land, and nothing but sky over it."""
    top, rise = round(row * grid.row), _RISE * grid.row
    arc = (Move(0, rise), CurveTo(grid.width / 3, -rise / 3, 2 * grid.width / 3, -rise / 3, grid.width, rise))
    land = Box(0, top, grid.width, grid.height - top)
    filled = (*arc, LineTo(grid.width, land.height), LineTo(0, land.height), Close())
    return (
        _sky(grid, _SPARSE),
        Shape("Earth", land, filled, _LAND),
        Shape("Edge of the earth", Box(0, top, grid.width, rise), arc, stroke=Stroke(GOLD, _LINE_PT)),
    )


def _dawn(grid: Grid, row: float, share: float, sun_rows: float) -> tuple[Shape, ...]:
    """The same with the sun that comes up over it, at a share of the width."""
    sky, *earth = _earth(grid, row)
    # Where the arc is at that share, and a little lower, so that nothing shows under it.
    drop = _RISE * ((1 - share) ** 3 + share**3 - (1 - share) * share) + 0.2 * sun_rows
    centre = share * grid.width, round((row + drop) * grid.row)
    return sky, half_circle("Half sun", centre, round(sun_rows * grid.row), GOLD), *earth


def _flat(grid: Grid, row: float) -> tuple[Shape, ...]:
    """Flat land under a wide sky."""
    top = round(row * grid.row)
    land = rectangle("Land", Box(0, top, grid.width, grid.height - top), _LAND)
    return _sky(grid, _SPARSE), land, _line(grid, row)


def _rule(grid: Grid, row: float) -> tuple[Shape, ...]:
    """A short gold rule in the middle."""
    box = grid.box(1, 1, row, row + 0.5)
    return (rectangle("Gold rule", box._replace(x=(grid.width - box.width) // 2), GOLD),)


def _quote(grid: Grid) -> tuple[Shape, ...]:
    width = 8 * grid.row
    mark = Box((grid.width - width) // 2, 25 * grid.row, width, 5 * grid.row)
    return quotation_mark("Opening quotation mark", mark, GOLD), *_rule(grid, 66)


def _key_quote(grid: Grid) -> tuple[Shape, ...]:
    """The sun comes up between what was said and who said it."""
    sun = half_circle("Half sun", (grid.width / 2, round(66 * grid.row)), 3 * grid.row, GOLD)
    return _sky(grid, _SPARSE), sun, _line(grid, 66)


def _centred(*at: float, ink: Ink | None = None, anchor: Anchor | None = None) -> Put:
    first, last, top, bottom = at
    return Put((int(first), int(last), top, bottom), ink, "centre", anchor)


def _question(last: int) -> Mapping[str, Put]:
    """The question first, whom it is for beneath it."""
    return {
        "Title": Put((1, last, 9, 55), anchor="bottom"),
        "Kicker": Put((1, last, 58, 64.5), GOLD),
        "Begin": Put((1, last, 65, 77)),
    }


def _change(layout: str, one: Placeholder, grid: Grid) -> Placeholder:
    """Titles sit on the horizon, numbers stand in the left margin, sources take the whole width."""
    if layout == "Full photo" and one.role == "title":
        return structs.replace(one, styles=(structs.replace(one.styles[0], ink=SOFT),))
    if one.name == SLIDE_NUMBER and layout != "Full photo":
        box = Box(grid.margin - 6 * grid.row, one.box.y, 5 * grid.row, one.box.height)
        ink = TEXT if layout in NIGHT else one.styles[0].ink if layout == "Blank" else GOLD
        return structs.replace(one, box=box, styles=(structs.replace(one.styles[0], ink=ink),))
    if one.name == SOURCE and layout in NIGHT:  # which may lie on water or land that is lit
        one = structs.replace(one, styles=(structs.replace(one.styles[0], ink=TEXT),))
    if one.name == SOURCE and layout not in MAPS | {"Full photo"}:
        return structs.replace(one, box=one.box._replace(width=grid.width - 2 * grid.margin))
    if layout in _OTHERS:
        return one
    if one.role != "title" and one.name != "Lead":
        return one
    rows = _LEAD if one.name == "Lead" else _OVER_LEAD if layout.endswith("with lead") else _HEAD
    x, _, width, _ = one.box
    return structs.replace(one, box=grid.box(1, 12, *rows)._replace(x=x, width=width), anchor="bottom")


# Whose titles stand elsewhere than over a horizon.
_QUESTIONS = frozenset({"Question", "Question with ring"})
_OTHERS = OWN - NIGHT | _QUESTIONS | {"Cover with drawing"}


def _table(plain: Table) -> Table:
    """Of the steppe's table in a shape, what is the same: grid, sizes, the families of fonts."""
    motifs = {
        name: plain.motifs[name]
        for name in ("Ask", "Ask with code", "Poster", "Full photo", "Quote beside drawing", "Cover with drawing")
    }
    return structs.replace(
        plain,
        name="Night",
        says="all dark, for dark halls: stars, and a thin horizon under each title",
        colours=Colours(
            dark1="0A1322",  # midnight
            light1="F6F1E6",  # paper, seen by lamplight
            dark2="25364F",  # dusk: panels, land on maps
            light2="D6D3CB",  # sand: quiet text
            accent1="3E98A5",  # teal, lit
            accent2="F2B93F",  # gold
            accent3="F08A6C",  # clay, lit
            accent4="7CC8DA",  # sky
            accent5="B3AC6A",  # wormwood
            accent6="C98F5A",  # saddle
            link="7CC8DA",
            visited="F2B93F",
        ),
        grid=structs.replace(plain.grid, horizon=40),
        motifs={
            **motifs,
            "Master": _over_title,
            "Cover": lambda grid: _dawn(grid, 70, 0.5, 10),
            "Section": lambda grid: _flat(grid, grid.horizon),
            "Statement": lambda grid: _flat(grid, 70),
            **dict.fromkeys(_QUESTIONS, lambda grid: (_sky(grid, _SPARSE),)),
            "Closing": lambda grid: _dawn(grid, 74, 0.72, 8),
            "Quote": _quote,
            "Number": lambda grid: _rule(grid, 60.5),
            "Key quote": _key_quote,
            "Scene": lambda grid: (_sky(grid),),
            "Scene with lead": lambda grid: (_sky(grid),),
            **dict.fromkeys(MAPS, lambda grid: (_sky(grid),)),
        },
        dark=frozenset({"Master", *LAYOUTS}),
        bare=plain.bare | _QUESTIONS,
        grounds={"Key quote": Ink("accent1", 40)},
        layouts={
            "Cover": {
                "Title": _centred(1, 12, 8, 40),
                "Subtitle": _centred(1, 12, 42, 52),
                "Speaker": _centred(1, 12, 53, 61),
            },
            # The way of the talk is the sky; what comes now is said on the land under it.
            "Section": {"Title": Put((1, 12, 60, 80), TEXT), "Kicker": Put((1, 12, 54, 59))},
            "Statement": {
                "Title": _centred(1, 12, 14, 55, ink=TEXT, anchor="bottom"),
                "Kicker": _centred(1, 12, 59, 64),
            },
            "Quote": {"Quote": _centred(1, 12, 31.5, 65, ink=SOFT), "Credit": _centred(1, 12, 68, 77.5)},
            "Key quote": {
                "Title": _centred(1, 12, 5, 15),
                "Quote": _centred(1, 12, 15.5, 62),
                "Credit": _centred(1, 12, 68.5, 77.5),
            },
            "Number": {"Number": _centred(1, 12, 24, 59, ink=GOLD), "Caption": _centred(2, 11, 63, 76)},
            "Question": _question(12),
            "Question with ring": _question(7),
        },
        change=_change,
    )


NIGHT_WIDE, NIGHT_4_3 = _table(steppe.STEPPE), _table(steppe.STEPPE_4_3)


def table(aspect: Aspect) -> Table:
    return NIGHT_4_3 if aspect == "4:3" else NIGHT_WIDE
