"""Charts, tables and arrows as plain shapes and lines of text, for outputs that have none of their own."""

from collections.abc import Iterator
from itertools import groupby
from math import hypot

from msgspec import structs

from talkbuilder.layout.items import (
    Chart,
    Close,
    Face,
    Ink,
    Line,
    LineTo,
    Move,
    Segment,
    Series,
    SetRun,
    Shape,
    Stroke,
    Style,
    Table,
    ellipse,
    points_of,
    rectangle,
)
from talkbuilder.layout.measure import Stretch, width_of
from talkbuilder.layout.theme import Fonts
from talkbuilder.units import EMU_PER_POINT, Box, Emu

# How far categories stand from the axis, in sizes of their letters; about as far as Office puts them.
_UNDER, _BEFORE = 0.65, 0.35
_CAPITAL = 0.64  # how high capitals and figures are, in sizes of their letters

_Point = tuple[float, float]

HAIRLINE = Stroke(Ink("panel", 85), 1)
RULE = Stroke(Ink("text"), 2)

_HEAD = 3.0  # its length and its width, in widths of the line: PowerPoint's medium triangle
_AWAY = 0.75  # how much of its length the line stays away from the tip, which it would blunt


def shapes(chart: Chart) -> Iterator[Shape]:
    """Columns, bars or lines with their marks, then the line that stands for zero."""
    for number, series in enumerate(chart.series):
        if chart.kind == "line":
            yield _line(chart, series)
        for at, value in enumerate(series.values):
            if value is not None:
                ink = series.inks.get(at, series.ink)
                if chart.kind == "line":
                    yield _marker(series, point(chart, at, value), ink)
                else:
                    outline = series.outlines.get(at)  # one that is only an outline has no fill
                    box = bar(chart, number, at, value)
                    yield rectangle(series.name, box, None if outline else ink, outline)
    if chart.axis:
        yield _axis(chart, chart.axis)


def lines(chart: Chart, fonts: Fonts) -> Iterator[Line]:
    """What categories are called."""
    size = chart.style.size_pt
    for at, category in enumerate(chart.categories if chart.names_categories else ()):
        if chart.kind == "bars":
            x, y = chart.plot.x / EMU_PER_POINT - _BEFORE * size, _middle(chart, at) + _CAPITAL * size / 2
            yield _set(category, chart.style, fonts, x, y, 1.0)
        else:
            y = chart.plot.bottom / EMU_PER_POINT + (_UNDER + _CAPITAL) * size
            yield _set(category, chart.style, fonts, _middle(chart, at), y, 0.5)


def _set(text: str, style: Style, fonts: Fonts, x_pt: float, baseline_pt: float, before: float) -> Line:
    """A line of its own; `before` is the share of it that stands before x."""
    face = Face(fonts.family(style.font), style.bold, style.italic)
    width = width_of(text, Stretch(text, face, style.size_pt, style.spacing_pt))
    left = x_pt - before * width
    return Line((SetRun(text, left, baseline_pt, width, face, style.size_pt, style.ink, style.spacing_pt),))


def bar(chart: Chart, number: int, at: int, value: float) -> Box:
    """The column or bar of a series' value: those of a category stand side by side, in the middle of its band.

    The parts of a share lie one behind the other.
    """
    plot, is_bars = chart.plot, chart.kind == "bars"
    if chart.kind == "share":
        before = sum(series.values[at] or 0.0 for series in chart.series[:number])
        x, end = (round(_share(chart, total) * plot.width) for total in (before, before + value))
        thick = plot.height / (1 + chart.gap_percent / 100)
        return Box(plot.x + x, plot.y + round((plot.height - thick) / 2), end - x, round(thick))
    band = (plot.height if is_bars else plot.width) / len(chart.categories)
    thick = band / (len(chart.series) + chart.gap_percent / 100)
    begin = round(at * band + thick * chart.gap_percent / 200 + number * thick)
    reach = round(_share(chart, value) * (plot.width if is_bars else plot.height))
    if is_bars:
        return Box(plot.x, plot.y + begin, reach, round(thick))
    return Box(plot.x + begin, plot.bottom - reach, round(thick), reach)


def _share(chart: Chart, value: float) -> float:
    return value / chart.most if chart.most else 0.0


def _middle(chart: Chart, at: int) -> float:
    """The middle of a category's share of the axis, in points on the page."""
    if chart.is_edged:
        return (chart.plot.x + at * chart.plot.width / (len(chart.categories) - 1)) / EMU_PER_POINT
    start, long = (chart.plot.y, chart.plot.height) if chart.kind == "bars" else (chart.plot.x, chart.plot.width)
    return (start + (at + 0.5) * long / len(chart.categories)) / EMU_PER_POINT


def point(chart: Chart, at: int, value: float) -> _Point:
    """Where a value of a line stands, in points on the page."""
    y = chart.plot.bottom - _share(chart, value) * chart.plot.height
    return _middle(chart, at), y / EMU_PER_POINT


def _line(chart: Chart, series: Series) -> Shape:
    """A series as a line, broken where values are missing."""
    path: list[Segment] = []
    is_broken = True
    for at, value in enumerate(series.values):
        if value is not None:
            x, y = (EMU_PER_POINT * one for one in point(chart, at, value))
            path.append((Move if is_broken else LineTo)(x - chart.plot.x, y - chart.plot.y))
        is_broken = value is None
    return Shape(series.name, chart.plot, tuple(path), stroke=Stroke(series.ink, series.width_pt, series.dash))


def _marker(series: Series, centre: _Point, ink: Ink) -> Shape:
    """A circle round a point of the page."""
    across = series.mark_pt * EMU_PER_POINT
    radius = across / 2
    x, y = (round(one * EMU_PER_POINT - radius) for one in centre)
    return Shape(series.name, Box(x, y, across, across), ellipse(radius, radius, radius, radius), ink)


def _axis(chart: Chart, stroke: Stroke) -> Shape:
    width, height = chart.plot.width, chart.plot.height
    path = (
        (Move(0, 0), LineTo(0, height)) if chart.kind in ("bars", "share") else (Move(0, height), LineTo(width, height))
    )
    return Shape("axis", chart.plot, path, stroke=stroke)


def table_shapes(table: Table) -> Iterator[Shape]:
    """What lies under the texts of a table: the grounds of cells, then the rules between rows."""
    y = table.box.y
    rules: list[Shape] = []
    for number, (height, row) in enumerate(zip(table.heights, table.rows, strict=True)):
        x = table.box.x
        for fill, cells in groupby(zip(table.widths, row, strict=True), key=lambda cell: cell[1].fill):
            width = sum(one for one, _ in cells)
            if fill:
                yield rectangle("ground", Box(x, y, width, height), fill)
            x += width
        y += height
        rules.append(_rule(table, y, HAIRLINE if 0 < number < len(table.rows) - 1 else RULE))
    yield from rules


def _rule(table: Table, y: Emu, stroke: Stroke) -> Shape:
    width = sum(table.widths)
    return Shape("rule", Box(table.box.x, y, width, 0), (Move(0, 0), LineTo(width, 0)), stroke=stroke)


def with_head(shape: Shape) -> Iterator[Shape]:
    """A shape as it is drawn without arrows: itself, or its line, shortened, and the triangle at its end."""
    stroke, path = shape.stroke, shape.path
    if stroke is None or not stroke.ends_in_arrow or len(path) < 2 or isinstance(path[-1], Close):
        yield shape
        return
    size = _HEAD * stroke.width_pt * EMU_PER_POINT
    *inward, (x, y) = [*points_of(path[-2])[-1:], *points_of(path[-1])]
    dx, dy = -1.0, 0.0  # from the tip to the nearest of some points that is not the tip
    for other_x, other_y in reversed(inward):
        if length := hypot(other_x - x, other_y - y):
            dx, dy = (other_x - x) / length, (other_y - y) / length
            break
    base_x, base_y = x + dx * size, y + dy * size
    across_x, across_y = -dy * size / 2, dx * size / 2
    head = (
        Move(x, y),
        LineTo(base_x + across_x, base_y + across_y),
        LineTo(base_x - across_x, base_y - across_y),
        Close(),
    )
    end = structs.replace(path[-1], x=x + dx * size * _AWAY, y=y + dy * size * _AWAY)
    line = Stroke(stroke.ink, stroke.width_pt, stroke.dash)
    yield structs.replace(shape, path=(*path[:-1], end), stroke=line)
    yield Shape("arrow head", shape.box, head, stroke.ink)
