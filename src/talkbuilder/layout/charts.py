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
_LINE = 1.2  # how far lines of a label stand apart, in sizes of their letters
_MARK = 2.5  # how wide the mark of a point on a line is, in widths of that line

_Point = tuple[float, float]


def shapes(chart: Chart) -> Iterator[Shape]:
    """Columns, bars or lines with their marks, then the axis of categories."""
    for number, series in enumerate(chart.series):
        if chart.kind == "line":
            yield from _line(chart, series)
            continue
        for at, value in enumerate(series.values):
            if value is not None:
                yield rectangle(series.name, _bar(chart, number, at, value), series.inks.get(at, series.ink))
    if chart.axis:
        yield _axis(chart, chart.axis)


def lines(chart: Chart, fonts: Fonts) -> Iterator[Line]:
    """What categories are called, and what stands at values."""
    style, size = chart.style, chart.style.size_pt
    for at, category in enumerate(chart.categories):
        along = _middle(chart, at)
        if chart.kind == "bars":
            x, y = chart.plot.x / EMU_PER_POINT - _APART * size, along + _CAPITAL * size / 2
            yield _label(category, style, fonts, x, y, 1.0)
        else:
            y = chart.plot.bottom / EMU_PER_POINT + (_APART + _CAPITAL) * size
            yield _label(category, style, fonts, along, y, 0.5)
    for number, series in enumerate(chart.series):
        for at, (value, label) in enumerate(zip(series.values, series.labels, strict=False)):
            if value is not None and label:
                yield from _value(chart, fonts, number, at, value)


def _value(chart: Chart, fonts: Fonts, number: int, at: int, value: float) -> Iterator[Line]:
    """What stands at a value: over a column or a point, behind a bar; its last line is nearest."""
    series = chart.series[number]
    told = chart.label_lines(series, at)
    heights = [style.size_pt * _LINE for _, style in told]
    if chart.kind == "bars":
        bar = _bar(chart, number, at, value)
        x, before = bar.right / EMU_PER_POINT + _APART * told[-1][1].size_pt, 0.0
        foot = (
            (bar.y + bar.height / 2) / EMU_PER_POINT + sum(heights) / 2 - (_LINE - _CAPITAL) / 2 * told[-1][1].size_pt
        )
    else:
        x, top = _top(chart, number, at, value)
        before, foot = 0.5, top - _APART * told[-1][1].size_pt
    for place, (text, style) in enumerate(told):
        yield _label(text, style, fonts, x, foot - sum(heights[place + 1 :]), before)


def _top(chart: Chart, number: int, at: int, value: float) -> _Point:
    """The middle of the upper end of a column, or of the mark on a line, in points on the page."""
    if chart.kind == "line":
        x, y = _point(chart, at, value)
        return x, y - _MARK * chart.series[number].width_pt / 2
    bar = _bar(chart, number, at, value)
    return (bar.x + bar.width / 2) / EMU_PER_POINT, bar.y / EMU_PER_POINT


def _label(text: str, style: Style, fonts: Fonts, x_pt: float, y_pt: float, before: float) -> Line:
    """A line of its own; `before` is the share of it that stands before x."""
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
    side = round(_MARK * series.width_pt * EMU_PER_POINT)
    is_broken = True
    for at, value in enumerate(series.values):
        if value is not None:
            x, y = (EMU_PER_POINT * one for one in _point(chart, at, value))
            path.append((Move if is_broken else LineTo)(x - box.x, y - box.y))
            marks.append(
                rectangle(series.name, Box(round(x) - side // 2, round(y) - side // 2, side, side), series.ink)
            )
        is_broken = value is None
    yield Shape(series.name, box, tuple(path), stroke=Stroke(series.ink, series.width_pt))
    yield from marks


def _axis(chart: Chart, stroke: Stroke) -> Shape:
    width, height = chart.plot.width, chart.plot.height
    path = (Move(0, 0), LineTo(0, height)) if chart.kind == "bars" else (Move(0, height), LineTo(width, height))
    return Shape("axis", chart.plot, path, stroke=stroke)
