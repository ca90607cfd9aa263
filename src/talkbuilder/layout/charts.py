"""Charts as shapes and lines of text, for outputs that have no charts of their own."""

from collections.abc import Iterator

from talkbuilder.layout.items import (
    Chart,
    Face,
    Line,
    LineTo,
    Move,
    Segment,
    Series,
    SetRun,
    Shape,
    Stroke,
    Style,
    rectangle,
)
from talkbuilder.layout.measure import Stretch, width_of
from talkbuilder.layout.theme import Fonts
from talkbuilder.units import EMU_PER_POINT, Box

_APART = 0.35  # of a label from what it stands at, in sizes of its letters
_CAPITAL = 0.64  # how high capitals and figures are, in sizes of their letters
_MARK = 2.5  # how wide the mark of a point on a line is, in widths of that line

_Point = tuple[float, float]


def shapes(chart: Chart, fonts: Fonts) -> Iterator[Shape]:
    """Columns, bars or lines with their marks, then the axis of categories; keys of series, where there are several."""
    if chart.kind == "line":
        for series in chart.series:
            yield from _line(chart, series)
    else:
        for number, series in enumerate(chart.series):
            for at, value in enumerate(series.values):
                if value is not None:
                    yield rectangle(series.name, _bar(chart, number, at, value), series.ink)
    yield _axis(chart)
    for series, box, _ in _keys(chart, fonts):
        yield rectangle(series.name, box, series.ink)


def lines(chart: Chart, fonts: Fonts) -> Iterator[Line]:
    """What categories are called, what stands at values, and the names of series, where there are several."""
    size = chart.style.size_pt
    for at, category in enumerate(chart.categories):
        along = _middle(chart, at)
        if chart.kind == "bars":
            x, y = chart.plot.x / EMU_PER_POINT - _APART * size, along + _CAPITAL * size / 2
            yield _label(category, chart, fonts, x, y, 1.0)
        else:
            y = chart.plot.bottom / EMU_PER_POINT + (_APART + _CAPITAL) * size
            yield _label(category, chart, fonts, along, y, 0.5)
    for number, series in enumerate(chart.series):
        for at, (value, label) in enumerate(zip(series.values, series.labels, strict=True)):
            if value is not None and label:
                yield _value(chart, fonts, number, at, value, label)
    for series, _, (x, y) in _keys(chart, fonts):
        yield _label(series.name, chart, fonts, x, y, 0.0)


def _value(chart: Chart, fonts: Fonts, number: int, at: int, value: float, label: str) -> Line:
    """What stands at a value: over a column or a point, behind a bar."""
    size = chart.style.size_pt
    if chart.kind == "line":
        x, y = _point(chart, at, value)
        return _label(label, chart, fonts, x, y - _APART * size - _MARK * chart.line_pt / 2, 0.5)
    bar = _bar(chart, number, at, value)
    if chart.kind == "bars":
        x, y = bar.right / EMU_PER_POINT + _APART * size, (bar.y + bar.height / 2) / EMU_PER_POINT
        return _label(label, chart, fonts, x, y + _CAPITAL * size / 2, 0.0)
    middle = (bar.x + bar.width / 2) / EMU_PER_POINT
    return _label(label, chart, fonts, middle, bar.y / EMU_PER_POINT - _APART * size, 0.5)


def _label(text: str, chart: Chart, fonts: Fonts, x_pt: float, y_pt: float, before: float) -> Line:
    """A line of its own; `before` is the share of it that stands before x."""
    style = chart.style
    width = _width(text, style, fonts)
    x_pt -= before * width
    return Line((SetRun(text, x_pt, y_pt, width, _face(style, fonts), style.size_pt, style.ink, style.spacing_pt),))


def _width(text: str, style: Style, fonts: Fonts) -> float:
    return width_of(text, Stretch(text, _face(style, fonts), style.size_pt, style.spacing_pt))


def _face(style: Style, fonts: Fonts) -> Face:
    return Face(fonts.family(style.font), style.bold, style.italic)


def _bar(chart: Chart, number: int, at: int, value: float) -> Box:
    """A column or bar: those of a category stand side by side, in the middle of its share of the axis."""
    count = len(chart.series)
    long = chart.plot.height if chart.kind == "bars" else chart.plot.width
    band = long / len(chart.categories)
    thick = band / (count + chart.gap_percent / 100)
    begin = round(at * band + thick * chart.gap_percent / 200 + number * thick)
    thickness = round(thick)
    reach = round(_share(chart, value) * (chart.plot.width if chart.kind == "bars" else chart.plot.height))
    if chart.kind == "bars":
        return Box(chart.plot.x, chart.plot.y + begin, reach, thickness)
    return Box(chart.plot.x + begin, chart.plot.bottom - reach, thickness, reach)


def _share(chart: Chart, value: float) -> float:
    return value / chart.most if chart.most else 0.0


def _middle(chart: Chart, at: int) -> float:
    """The middle of a category's share of the axis, in points on the page."""
    start, long = (chart.plot.y, chart.plot.height) if chart.kind == "bars" else (chart.plot.x, chart.plot.width)
    return (start + (at + 0.5) * long / len(chart.categories)) / EMU_PER_POINT


def _point(chart: Chart, at: int, value: float) -> _Point:
    """A point of a line, in points on the page."""
    y = chart.plot.bottom - _share(chart, value) * chart.plot.height
    return _middle(chart, at), y / EMU_PER_POINT


def _line(chart: Chart, series: Series) -> Iterator[Shape]:
    """A series as a line, broken where values are missing, with a square mark at each value."""
    box = chart.plot
    path: list[Segment] = []
    marks = []
    side = round(_MARK * chart.line_pt * EMU_PER_POINT)
    is_broken = True
    for at, value in enumerate(series.values):
        if value is not None:
            x, y = (EMU_PER_POINT * one for one in _point(chart, at, value))
            path.append((Move if is_broken else LineTo)(x - box.x, y - box.y))
            marks.append(
                rectangle(series.name, Box(round(x) - side // 2, round(y) - side // 2, side, side), series.ink)
            )
        is_broken = value is None
    yield Shape(series.name, box, tuple(path), stroke=Stroke(series.ink, chart.line_pt))
    yield from marks


def _axis(chart: Chart) -> Shape:
    width, height = chart.plot.width, chart.plot.height
    path = (Move(0, 0), LineTo(0, height)) if chart.kind == "bars" else (Move(0, height), LineTo(width, height))
    return Shape("axis", chart.plot, path, stroke=chart.axis)


def _keys(chart: Chart, fonts: Fonts) -> Iterator[tuple[Series, Box, _Point]]:
    """Where several series are named, at the top of the chart: a square of each, and where its name begins."""
    if len(chart.series) < 2:
        return
    style = chart.style
    x, size = chart.plot.x / EMU_PER_POINT, style.size_pt
    top = chart.box.y / EMU_PER_POINT
    for series in chart.series:
        square = Box(*(round(one * EMU_PER_POINT) for one in (x, top, _CAPITAL * size, _CAPITAL * size)))
        x += (_CAPITAL + _APART) * size
        yield series, square, (x, top + _CAPITAL * size)
        x += _width(series.name, style, fonts) + size
