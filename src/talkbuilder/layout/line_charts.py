"""Line charts: slopes between two dates, with what each is at its ends; and lines over more dates, from a true zero."""

from collections.abc import Iterator, Sequence

from msgspec import Struct, structs

from talkbuilder.layout import plain_shapes
from talkbuilder.layout.data_points import (
    CLAY,
    MIST,
    SLATE,
    Point,
    in_a_row,
    pt,
    row_width_pt,
    spread,
    stacked,
    stacked_height_pt,
    stacked_width_pt,
    taller,
    width_pt,
)
from talkbuilder.layout.fit import label
from talkbuilder.layout.items import (
    Align,
    Anchor,
    Chart,
    Close,
    Ink,
    Item,
    LineTo,
    Move,
    Series,
    Shape,
    Stroke,
    Style,
    Text,
)
from talkbuilder.layout.items import line as straight
from talkbuilder.layout.theme import Layout
from talkbuilder.talk.talk import Paragraph, Run
from talkbuilder.units import EMU_PER_POINT, Box, Emu

_GAP_PT = 20  # from an axis to what stands beside it
_LINE, _ACCENTED_LINE = 3.5, 5.0
_MARK, _ACCENTED_MARK = 11, 15
_MOST_BEHIND = 0.5  # how much of the width what stands behind the lines may take on one line
_ZERO_PT = 2
_AXIS = Stroke(SLATE, 1.5)
_LEAST_APART = 1.2  # from one label to the next, in sizes of their letters


class Row(Struct, frozen=True):
    """A line: what it is of, and its values by date; None where there is none."""

    name: str
    points: tuple[Point | None, ...]

    @property
    def known(self) -> tuple[Point, ...]:
        return tuple(one for one in self.points if one)

    @property
    def is_accented(self) -> bool:
        return any(one.is_accented for one in self.known)

    def seen(self, at: int) -> Point:
        """One of its values in the inks of its line."""
        return structs.replace(self.known[at], is_accented=self.is_accented)


class Lines(Struct, frozen=True):
    """What is drawn; a single line is called nothing, for the slide says what it is of."""

    rows: tuple[Row, ...]
    dates: tuple[str, ...]
    alt: str
    zero: str = "0"  # as the values are written
    differences: tuple[tuple[Point, str], ...] = ()  # of slopes: how much more or less, and of what


def slope(shown: Lines, area: Box, layout: Layout) -> tuple[Item, ...]:
    """Two dates as two axes, and a line from one to the other for all that is compared; sand down to a named zero."""
    size_pt, left, right = _sides(shown, area, layout)
    first, last = area.x + left, area.right - right
    plot = _plot(area, first, last, layout)
    chart = _chart(shown, area, plot, layout, axis=None)
    axes = (
        straight(f"axis {date}", (x, area.y), (x, plot.bottom), Stroke(MIST, 1))
        for date, x in zip(shown.dates, (first, last), strict=True)
    )
    ground = tuple(_down_to_zero(row, chart) for row in shown.rows)
    labels = tuple(_at_ends(shown, chart, size_pt, left, right, layout))
    bottom = straight("zero", (first, plot.bottom), (last, plot.bottom), Stroke(SLATE, _ZERO_PT))
    return (
        *ground,
        *axes,
        bottom,
        chart,
        *labels,
        *_zero(shown, plot, labels, layout),
        *_under_lines(shown, chart, layout),
    )


def _down_to_zero(row: Row, chart: Chart) -> Shape:
    """What lies between a line and zero, which makes its height seen."""
    (left, y1), (right, y2) = _place(chart, row, is_end=False), _place(chart, row, is_end=True)
    top, bottom = min(y1, y2), chart.plot.bottom
    box = Box(round(left), round(top), round(right - left), round(bottom - top))
    corners = (Move(0, round(y1 - top)), LineTo(box.width, round(y2 - top)), LineTo(box.width, box.height))
    return Shape(f"under {row.name}", box, (*corners, LineTo(0, box.height), Close()), Ink("panel"))


def _zero(shown: Lines, plot: Box, labels: Sequence[Text], layout: Layout) -> Iterator[Text]:
    """What zero is called, where no value stands there: over the line's end, for the first date stands under it."""
    size = layout.sizes.label[-1]
    height, width = pt(1.4 * size * taller(layout.fonts)), pt(4 * size)
    box = Box(plot.x - width - pt(_GAP_PT / 2), plot.bottom - height, width, height)
    if all(one.box.bottom <= box.y or one.box.x > plot.x for one in labels):
        style = Style(size, SLATE, line_percent=100, align="right")
        line = (Paragraph((Run(shown.zero),), shown.rows[0].known[0].span),)
        yield label("zero", line, box, style, (size,), layout.fonts, "middle")


def _under_lines(shown: Lines, chart: Chart, layout: Layout) -> Iterator[Text]:
    """The differences, in the largest size at which there is room for one at least between the lowest line and zero;
    in a low chart the first of them, in a row."""
    places = [_place(chart, row, is_end) for row in shown.rows for is_end in (False, True)]
    top, bottom = max(y for _, y in places) + pt(_ACCENTED_MARK), chart.plot.bottom - pt(_ZERO_PT)
    left, width = chart.plot.x + pt(_GAP_PT), chart.plot.width - pt(2 * _GAP_PT)
    for size_pt in (*layout.sizes.value[1:], *layout.sizes.head):
        fitting = [
            (point, words)
            for point, words in shown.differences
            if pt(max(stacked_width_pt(point, size_pt, layout), width_pt(words, size_pt, layout.fonts))) <= width
        ]
        heights = [pt(stacked_height_pt(structs.replace(one, hedge=words), size_pt, layout)) for one, words in fitting]
        count = sum(sum(heights[: at + 1]) <= bottom - top for at in range(len(heights)))
        if count == len(shown.differences) or (count and size_pt <= layout.sizes.value[-1]):
            break
    else:
        size_pt, box = layout.sizes.head[-1], Box(left, top := round(top), width, round(bottom) - top)
        for point, words in shown.differences[:1]:
            is_wide = pt(row_width_pt(point, words, size_pt, layout)) <= width
            if is_wide and pt(_LEAST_APART * size_pt * taller(layout.fonts)) <= box.height:
                yield in_a_row(f"label {point.name}", point, words, box, (size_pt,), layout)
        return
    y = top + (bottom - top - sum(heights[:count])) / 2
    for (point, words), height in zip(fitting[:count], heights, strict=False):
        yield stacked(point, Box(left, round(y), width, height), size_pt, layout, below=words)
        y += height


def line(shown: Lines, area: Box, layout: Layout) -> tuple[Item, ...]:
    """Lines over several dates: of one, every value is told; of several, what each is and where it begins and ends."""
    if len(shown.rows) > 1:
        size_pt, left, right = _sides(shown, area, layout)
        plot = _plot(area, area.x + left, area.right - right, layout)
        chart = _chart(shown, area, plot, layout, _AXIS)
        return chart, *_at_ends(shown, chart, size_pt, left, right, layout)
    (row,) = shown.rows
    size_pt, band = layout.sizes.value[-1], area.width / len(shown.dates)
    for size in (*layout.sizes.value, *layout.sizes.label):
        size_pt = size
        if pt(max(stacked_width_pt(one, size, layout) for one in row.known)) <= 0.9 * band:
            break
    high = pt(max(stacked_height_pt(one, size_pt, layout) for one in row.known) + _MARK)
    under = Box(area.x, area.y + high, area.width, area.height - high)
    plot = _plot(under, area.x + round(band / 2), area.right - round(band / 2), layout)
    chart = _chart(shown, area, plot, layout, _AXIS)
    return chart, *_along(row, chart, size_pt, round(band), layout)


def _sides(shown: Lines, area: Box, layout: Layout) -> tuple[float, Emu, Emu]:
    """The size of labels, and how much room those before and behind the lines take with their gaps.

    Where one is too long to stand on a line, all wrap at the smallest size for reading.
    """
    sizes = layout.sizes
    scale = (sizes.value[-1], *sizes.head)
    for size_pt in scale:
        before, behind = _widths(shown, size_pt, layout)
        if behind <= _MOST_BEHIND * area.width:
            break
    gap = pt(_GAP_PT)
    return size_pt, before + gap, min(behind, round(_MOST_BEHIND * area.width)) + gap


def _widths(shown: Lines, size_pt: float, layout: Layout) -> tuple[Emu, Emu]:
    before = max(row_width_pt(row.known[0], "", size_pt, layout) for row in shown.rows)
    behind = max(row_width_pt(row.known[-1], row.name, size_pt, layout) for row in shown.rows)
    return pt(before), pt(behind)


def _plot(area: Box, first: Emu, last: Emu, layout: Layout) -> Box:
    """The area inside the axes, from the first date to the last."""
    top = area.y + pt(_ACCENTED_MARK / 2 + 2)
    bottom = area.bottom - pt(1.45 * layout.sizes.label[0] * taller(layout.fonts))
    return Box(first, top, last - first, bottom - top)


def _chart(shown: Lines, area: Box, plot: Box, layout: Layout, axis: Stroke | None) -> Chart:
    return Chart(
        "chart",
        area,
        "line",
        shown.dates,
        tuple(_series(row) for row in shown.rows),
        plot,
        max(one.value for row in shown.rows for one in row.known) or 1.0,
        Style(layout.sizes.label[0], SLATE),
        shown.alt,
        axis=axis,
        is_edged=True,
    )


def _series(row: Row) -> Series:
    is_accented, is_told = row.is_accented, any(one.certainty == "told" for one in row.known)
    is_alone = not row.name and len(row.points) > 2  # else its accent is that of the whole line
    accents = {at: CLAY for at, one in enumerate(row.points) if is_alone and one and one.is_accented}
    return Series(
        row.name or "values",
        tuple(one.value if one else None for one in row.points),
        CLAY if is_accented and not is_alone else SLATE,
        accents,
        width_pt=_ACCENTED_LINE if is_accented else _LINE,
        dash="dash" if is_told else "solid",
        mark_pt=_ACCENTED_MARK if is_accented else _MARK,
    )


def _at_ends(shown: Lines, chart: Chart, size_pt: float, left: Emu, right: Emu, layout: Layout) -> Iterator[Text]:
    """What each line begins with, and what it ends with and is called, in its ink and none on another."""
    gap = pt(_GAP_PT)
    scale = tuple(one for one in (size_pt, *layout.sizes.label) if one <= size_pt)
    for is_end in (False, True):
        points = [row.seen(-1 if is_end else 0) for row in shown.rows]
        names = [row.name if is_end else "" for row in shown.rows]
        places = [_place(chart, row, is_end) for row in shown.rows]
        width = (right if is_end else left) - gap
        heights = [_height(one, name, size_pt, width, layout) for one, name in zip(points, names, strict=True)]
        room = chart.plot.bottom - chart.box.y + pt(size_pt)
        heights = [min(one, room / len(heights)) for one in heights]
        first = chart.box.y - pt(size_pt / 2)
        begins = spread([y for _, y in places], heights, first, first + room)
        for at in sorted(range(len(points)), key=lambda one: begins[one]):  # they are read out from above
            point, name, begin, height = points[at], names[at], begins[at], heights[at]
            x, _ = places[at]
            box = Box(round(x) + gap if is_end else round(x) - gap - width, round(begin), width, round(height))
            align: Align = "left" if is_end else "right"
            yield in_a_row(f"label {point.name}", point, name, box, scale, layout, align)


def _height(point: Point, name: str, size_pt: float, width: Emu, layout: Layout) -> float:
    lines = 1 if pt(row_width_pt(point, name, size_pt, layout)) <= width * 1.001 else 2
    return pt(_LEAST_APART * size_pt * lines * taller(layout.fonts))


def _place(chart: Chart, row: Row, is_end: bool) -> tuple[float, float]:
    """Where a line begins or ends, in EMU on the page."""
    known = [at for at, one in enumerate(row.points) if one]
    at = known[-1 if is_end else 0]
    point = row.points[at]
    assert point is not None
    x, y = plain_shapes.point(chart, at, point.value)
    return x * EMU_PER_POINT, y * EMU_PER_POINT


def _along(row: Row, chart: Chart, size_pt: float, band: Emu, layout: Layout) -> Iterator[Text]:
    """Every value of a single line, on that side of it where the line does not pass."""
    values = [one.value if one else None for one in row.points]
    for at, one in enumerate(row.points):
        if one is None:
            continue
        x, y = (side * EMU_PER_POINT for side in plain_shapes.point(chart, at, one.value))
        before = values[at - 1] if at else None
        behind = values[at + 1] if at + 1 < len(values) else None
        height, away = pt(stacked_height_pt(one, size_pt, layout)), pt(_MARK)
        align, anchor = _side(one, before, behind, y + away + height <= chart.plot.bottom)
        own = pt(_MARK)
        left = {"centre": x - band / 2, "right": x - band + own, "left": x - own}[align]
        top = y + away if anchor == "top" else y - away - height
        box = Box(round(left), round(top), band, height)
        yield stacked(one, box, size_pt, layout, align, anchor)


def _side(one: Point, before: float | None, behind: float | None, is_high: bool) -> tuple[Align, Anchor]:
    """How a label stands to its point: over it; to the left where the line climbs on; under it in a hollow."""
    rises = behind is not None and behind > one.value
    falls = before is not None and before > one.value
    if rises and falls:
        return "centre", "top" if is_high else "bottom"
    if rises:
        return "right", "bottom"
    return ("left" if falls else "centre"), "bottom"
