"""What the theme draws: the steppe's horizon, rules, the panel and the quotation mark."""

from collections.abc import Sequence

from talkbuilder.themes.shapes import Drawn, Ink
from talkbuilder.themes.table import EMU_PER_POINT, Box, Grid

Point = tuple[float, float]

HORIZON = 16  # all heights are in rows over the foot of the slide, evenly spaced from left to right
MOUNTAINS = (15, 15, 15, 15, 15, 15.2, 15.6, 16, 16.6, 17.2, 18.6, 18.3, 20.4, 21.4, 20.8)
SWELL = (8.6, 9.8, 11, 11.8, 12, 11.6, 10.6, 9.4, 8.4, 7.8, 7.6, 7.9, 8.6)
NEAR = (2.6, 2.8, 3.4, 4.3, 5.4, 6.6, 7.6, 8.2, 8.2, 7.6, 6.6, 5.6, 4.8)
FOOT = (1.2, 1.1, 1.1, 1.2, 1.5, 2, 2.6, 3.1, 3.4, 3.4, 3.2, 2.8, 2.4)


def horizon(grid: Grid, sun_rows: float = 0, sun_column: float = 9.25) -> tuple[Drawn, ...]:
    """Flat land under a thin line, mountains far off and, given its radius, a half sun beside them."""
    line = Box(0, _row_up(grid, HORIZON), grid.slide_width_emu, EMU_PER_POINT)
    land = Box(0, line.y, grid.slide_width_emu, grid.slide_height_emu - line.y)
    return (
        *((_half_sun(grid, sun_rows, sun_column),) if sun_rows else ()),
        _ridge(grid, "Mountains", MOUNTAINS, Ink("dk2", 76)),
        _rectangle("Steppe", land, Ink("accent1", 52)),
        _rectangle("Horizon", line, Ink("accent2", opacity_percent=70)),
        _ridge(grid, "Swell", SWELL, Ink("accent1", 36)),
        _ridge(grid, "Near ridge", NEAR, Ink("dk1", 80)),
    )


def signature(grid: Grid) -> tuple[Drawn, ...]:
    """What light slides carry of it: a low ridge of sand at the foot, a short gold rule over the title."""
    return _ridge(grid, "Sand ridge", FOOT, Ink("bg2")), rule(grid, 1, 5)


def rule(grid: Grid, column: int, top_row: float) -> Drawn:
    """A short gold rule, one column wide."""
    return _rectangle("Gold rule", grid.box(column, column, top_row, top_row + 0.5), Ink("accent2"))


def band(grid: Grid, top_row: float, bottom_row: float) -> Drawn:
    """A quiet panel from edge to edge, so that the text on it keeps to the margin."""
    box = grid.box(1, grid.columns, top_row, bottom_row)
    return _rectangle("Panel", Box(0, box.y, grid.slide_width_emu, box.cy), Ink("bg2"))


def quotation_mark(box: Box) -> Drawn:
    """A big opening mark: the same comma twice, a round head at the foot and a tail up to the right."""
    unit = box.cy / 120
    path = _comma(unit, 0) + _comma(unit, box.cx - 92 * unit)
    return Drawn("Opening quotation mark", box, path, Ink("accent2"))


def _comma(unit: float, left: float) -> str:
    def at(x: float, y: float) -> Point:
        return left + x * unit, y * unit

    return (
        _move(at(86, 0))
        + _curve(at(34, 14), at(0, 46), at(0, 82))
        + _curve(at(0, 105), at(17, 120), at(41, 120))
        + _curve(at(65, 120), at(82, 103), at(82, 80))
        + _curve(at(82, 58), at(66, 43), at(46, 43))
        + _curve(at(43, 43), at(40, 43), at(38, 44))
        + _curve(at(45, 29), at(63, 17), at(92, 10))
        + _CLOSE
    )


def _half_sun(grid: Grid, radius_rows: float, column: float) -> Drawn:
    radius = round(radius_rows * grid.row_emu)
    centre_x = grid.margin_emu + round((column - 1) * (grid.column_emu + grid.gutter_emu))
    path = _move((0, radius)) + f'<a:arcTo wR="{radius}" hR="{radius}" stAng="10800000" swAng="10800000"/>' + _CLOSE
    box = Box(centre_x - radius, _row_up(grid, HORIZON) - radius, 2 * radius, radius)
    return Drawn("Half sun", box, path, Ink("accent2"))


def _ridge(grid: Grid, name: str, heights_rows: Sequence[float], ink: Ink) -> Drawn:
    """A smooth line through the heights, closed along the foot of the slide."""
    cy = round((max(heights_rows) + 0.5) * grid.row_emu)  # the curve swings a little over its points
    box = Box(0, grid.slide_height_emu - cy, grid.slide_width_emu, cy)
    step = box.cx / (len(heights_rows) - 1)
    points = [(at * step, cy - rows * grid.row_emu) for at, rows in enumerate(heights_rows)]
    curves = "".join(_through(points, start) for start in range(len(points) - 1))
    path = _move((0, cy)) + _line(points[0]) + curves + _line((box.cx, cy)) + _CLOSE
    return Drawn(name, box, path, ink)


def _through(points: Sequence[Point], start: int) -> str:
    """The Catmull-Rom segment from a point to the next, as a Bezier curve."""
    (x0, y0), (x1, y1) = points[max(start - 1, 0)], points[start]
    (x2, y2), (x3, y3) = points[start + 1], points[min(start + 2, len(points) - 1)]
    return _curve((x1 + (x2 - x0) / 6, y1 + (y2 - y0) / 6), (x2 - (x3 - x1) / 6, y2 - (y3 - y1) / 6), (x2, y2))


def _rectangle(name: str, box: Box, ink: Ink) -> Drawn:
    corners = _line((box.cx, 0)) + _line((box.cx, box.cy)) + _line((0, box.cy))
    return Drawn(name, box, _move((0, 0)) + corners + _CLOSE, ink)


def _row_up(grid: Grid, rows: float) -> int:
    return grid.slide_height_emu - round(rows * grid.row_emu)


_CLOSE = "<a:close/>"


def _move(point: Point) -> str:
    return f"<a:moveTo>{_point(point)}</a:moveTo>"


def _line(point: Point) -> str:
    return f"<a:lnTo>{_point(point)}</a:lnTo>"


def _curve(first: Point, second: Point, end: Point) -> str:
    return f"<a:cubicBezTo>{_point(first)}{_point(second)}{_point(end)}</a:cubicBezTo>"


def _point(point: Point) -> str:
    return f'<a:pt x="{round(point[0])}" y="{round(point[1])}"/>'
