"""Charts as shapes and lines of text, for outputs that have no charts of their own."""

from collections.abc import Iterator

from talkbuilder.layout.items import (
    Chart,
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
    ellipse,
    rectangle,
)
from talkbuilder.layout.measure import Stretch, width_of
from talkbuilder.layout.theme import Fonts
from talkbuilder.units import EMU_PER_POINT, Box

# How far categories stand from the axis, in sizes of their letters; about as far as Office puts them.
_UNDER, _BEFORE = 0.65, 0.35
_CAPITAL = 0.64  # how high capitals and figures are, in sizes of their letters

_Point = tuple[float, float]


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
