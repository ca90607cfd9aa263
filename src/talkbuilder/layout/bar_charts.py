"""Bar charts: columns and bars of one series with its uncertainty, and one bar divided into the parts of a whole."""

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct, structs

from talkbuilder.layout.data_points import (
    MIST,
    SLATE,
    Point,
    hedge_pt,
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
from talkbuilder.layout.inks import TINTS
from talkbuilder.layout.items import Align, Chart, Ink, Item, LineTo, Move, Series, Shape, Stroke, Style, Text, line
from talkbuilder.layout.plain_shapes import bar
from talkbuilder.layout.theme import Layout
from talkbuilder.talk.talk import plain
from talkbuilder.units import Box, Emu

_MOST_BESIDE = 4  # columns whose values stand beside them; more have them above
_LEAST_BESIDE = 1.6  # how wide such columns are at least, in columns of the grid
_ABOVE_PT = 6  # from a column to the line that says that it may be higher
_MARK_PT = 3  # how thick that line is
_OVER = 0.175  # from a column to its label, in sizes of the letters
_BASE_PT = 1.5
_TOLD = Stroke(SLATE, 2.5, "dash")
_MOST_GAP = 500  # percent, as PowerPoint has it

_BRACKET_PT, _TICK_PT = 10, 14
_GAP_PT = 8


class Columns(Struct, frozen=True):
    """What is drawn: values in their order, None where there is room between groups, and what the groups are called."""

    name: str  # of the series
    points: tuple[Point | None, ...]
    groups: tuple[tuple[int, int, str], ...]  # from the first point to the last, both counted
    is_named: bool  # categories are names, which may take lines; else dates
    alt: str


def columns(shown: Columns, area: Box, layout: Layout) -> tuple[Item, ...]:
    """Columns from one base line, with their names under it; each value beside its column, or above it."""
    base = area.bottom - _foot(shown, area, layout)
    beside = _beside(shown, area, layout)
    if beside:
        size_pt, thick = beside
        shift = pt(max(stacked_width_pt(one, size_pt, layout) for one in shown.points if one)) + layout.grid.gutter
        top, plot_width = area.y + pt(2 * _ABOVE_PT), area.width - shift
    else:
        size_pt = _size_above(shown, area.width // len(shown.points), layout)
        plot_width = area.width
        thick = round(min(3 * layout.grid.column, 0.64 * plot_width / len(shown.points)))
        high = max(stacked_height_pt(one, size_pt, layout) for one in shown.points if one)
        has_more = any(one and one.certainty == "more" for one in shown.points)
        top = area.y + pt(high + (2 * _ABOVE_PT if has_more else _ABOVE_PT))
    plot = Box(area.x, top, plot_width, base - top)
    chart = _chart("columns", shown, area, plot, thick, layout)
    drawn: list[Item] = [chart, line("base line", (area.x, base), (area.right, base), Stroke(SLATE, _BASE_PT))]
    for at, point in enumerate(shown.points):
        if point is not None:
            one = bar(chart, 0, at, point.value)
            drawn += _marks(point, one, layout)
            drawn.append(
                _label_beside(point, one, base, size_pt, layout)
                if beside
                else _label_above(point, one, area, plot_width // len(shown.points), size_pt, layout)
            )
    return (*drawn, *_names(shown, plot, area, layout))


def bars(shown: Columns, area: Box, layout: Layout) -> tuple[Item, ...]:
    """Bars from one line, with their names before it at the margin; each value behind its bar."""
    sizes, gutter = layout.sizes, layout.grid.gutter
    points = [one for one in shown.points if one]
    band = area.height // len(shown.points)
    size_pt = next(
        (size for size in (*sizes.value, *sizes.head) if pt(1.35 * size * taller(layout.fonts)) <= band),
        sizes.label[-1],
    )
    widest = max(width_pt(one.category, sizes.label[0], layout.fonts) for one in points)
    names = min(pt(widest), round(area.width * 0.36))
    behind = pt(max(row_width_pt(one, "", size_pt, layout) for one in points)) + gutter
    x = area.x + names + gutter
    plot = Box(x, area.y, area.right - behind - x, area.height)
    thick = min(round(0.64 * band), 2 * layout.grid.column)
    chart = _chart("bars", shown, area, plot, thick, layout)
    drawn: list[Item] = [chart, line("base line", (x, area.y), (x, area.bottom), Stroke(SLATE, _BASE_PT))]
    for at, point in enumerate(shown.points):
        if point is None:
            continue
        one = bar(chart, 0, at, point.value)
        drawn += _marks(point, one, layout, lies=True)
        row = Box(area.x, area.y + at * band, names, band)
        style = Style(sizes.label[0], Ink("text"), line_percent=95)
        name = (plain(point.category, point.span),)
        drawn.append(label(f"name {point.name}", name, row, style, sizes.label, layout.fonts, "middle"))
        where = Box(one.right + gutter, row.y, behind - gutter, band)
        drawn.append(in_a_row(f"label {point.name}", point, "", where, (size_pt,), layout))
    return tuple(drawn)


def _chart(kind: Literal["columns", "bars"], shown: Columns, area: Box, plot: Box, thick: Emu, layout: Layout) -> Chart:
    points = shown.points
    band = (plot.height if kind == "bars" else plot.width) / len(points)
    known = [(at, one) for at, one in enumerate(points) if one]
    series = Series(
        shown.name,
        tuple(one.value if one else None for one in points),
        MIST,
        {at: one.ink for at, one in known if one.is_accented},
        {at: structs.replace(_TOLD, ink=one.text_ink) for at, one in known if one.certainty == "told"},
    )
    return Chart(
        "chart",
        area,
        kind,
        tuple(one.category if one else "" for one in points),
        (series,),
        plot,
        max(one.value for _, one in known) or 1.0,
        Style(layout.sizes.label[0], SLATE),
        shown.alt,
        min(_MOST_GAP, max(0, round(100 * (band - thick) / thick))),
        axis=None,
        names_categories=kind == "columns" and not shown.is_named,
    )


def _beside(shown: Columns, area: Box, layout: Layout) -> tuple[float, Emu] | None:
    """The size of values beside their columns, and how wide these are then; None where there is no room for that.
    On a template they stand above, so that columns stand in the middle between the margins."""
    points = [one for one in shown.points if one]
    if len(shown.points) > _MOST_BESIDE or shown.groups or layout.base:
        return None
    gutter, column = layout.grid.gutter, layout.grid.column
    for size_pt in layout.sizes.value[:2]:
        wide = pt(max(stacked_width_pt(one, size_pt, layout) for one in points))
        band = (area.width - wide - gutter) // len(points)
        thick = min(3 * column, band - wide - 3 * gutter)
        if thick > _LEAST_BESIDE * column:
            return size_pt, thick
    return None


def _size_above(shown: Columns, band: Emu, layout: Layout) -> float:
    """The size of values over columns: the largest at which all have room in their bands."""
    scale = (*layout.sizes.value, *layout.sizes.head, *layout.sizes.label)
    points = [one for one in shown.points if one]
    fitting = (size for size in scale if pt(max(stacked_width_pt(one, size, layout) for one in points)) <= 0.95 * band)
    return next(fitting, scale[-1])


def _label_beside(point: Point, column: Box, base: Emu, size_pt: float, layout: Layout) -> Text:
    """At the top of its column, but never under the base line."""
    width = pt(stacked_width_pt(point, size_pt, layout))
    height = pt(stacked_height_pt(point, size_pt, layout))
    y = min(column.y - pt(0.12 * size_pt), base - height)
    return stacked(point, Box(column.right + layout.grid.gutter, y, width, height), size_pt, layout)


def _label_above(point: Point, column: Box, area: Box, band: Emu, size_pt: float, layout: Layout) -> Text:
    height = pt(stacked_height_pt(point, size_pt, layout))
    gap = pt(2 * _ABOVE_PT if point.certainty == "more" else _OVER * size_pt)
    x = column.x + (column.width - band) // 2
    box = Box(max(area.x, min(x, area.right - band)), column.y - gap - height, band, height)
    return stacked(point, box, size_pt, layout, "centre", "bottom")


def _marks(point: Point, one: Box, layout: Layout, lies: bool = False) -> Iterator[Shape]:
    """What is uncertain about a column, or about a bar, which lies: it may be more, or it is not quite that."""
    if point.certainty not in ("more", "about") or not point.value:
        return
    is_more = point.certainty == "more"
    away = pt(_ABOVE_PT) if is_more else -pt(_MARK_PT / 2)
    ink = point.ink if is_more else Ink("ground")
    stroke = Stroke(ink, _MARK_PT, "dash")
    x, y = one.right + away, one.y - away
    start, end = ((x, one.y), (x, one.bottom)) if lies else ((one.x, y), (one.right, y))
    yield line(f"{'or more' if is_more else 'about'} {point.name}", start, end, stroke)


def _foot(shown: Columns, area: Box, layout: Layout) -> Emu:
    """How much room names under the base line take."""
    size_pt = layout.sizes.label[0]
    lines = 1 + bool(shown.groups)
    if shown.is_named:
        band = area.width / len(shown.points) - layout.grid.gutter
        is_low = all(pt(width_pt(one.category, size_pt, layout.fonts)) <= band for one in shown.points if one)
        lines = 1 if is_low else 2
    return pt((1.75 * size_pt + (lines - 1) * 1.25 * size_pt) * taller(layout.fonts))


def _names(shown: Columns, plot: Box, area: Box, layout: Layout) -> Iterator[Text]:
    """What columns are called, where they are not called by dates, and what groups of them are."""
    scale, fonts = layout.sizes.label, layout.fonts
    style = Style(scale[0], SLATE, line_percent=95, align="centre")
    band = plot.width / len(shown.points)
    y = plot.bottom + pt(0.35 * scale[0])
    for at, point in enumerate(shown.points):
        if point and shown.is_named:
            box = Box(round(plot.x + at * band), y, round(band), area.bottom - y)
            inked = structs.replace(style, ink=point.text_ink)
            yield label(f"name {point.name}", (plain(point.category, point.span),), box, inked, scale, fonts)
    for first, last, name in shown.groups:
        point = shown.points[first]
        assert point is not None
        top = plot.bottom + pt(1.5 * scale[0])
        box = Box(round(plot.x + first * band), top, round((last - first + 1) * band), area.bottom - top)
        yield label(f"group {point.name}", (plain(name, point.span),), box, style, scale, fonts)


class Share(Struct, frozen=True):
    """The whole and its parts; `rest` is what none of them is, None where they are all of it."""

    whole: Point
    counts: str  # what the whole is of
    parts: tuple[Point, ...]  # what each is of is its category
    rest: Point | None
    alt: str


def share(shown: Share, area: Box, layout: Layout) -> tuple[Item, ...]:
    """From above: what the whole is, over a bracket as wide as it; the bar; its parts' labels."""
    sizes = layout.sizes
    head_pt, size_pt = sizes.value[-1], sizes.value[0]
    head = Box(area.x, area.y, area.width, pt(1.4 * head_pt * taller(layout.fonts)))
    bracket_y = head.bottom + pt(4)
    top = bracket_y + pt(_BRACKET_PT + _GAP_PT)
    parts = (*shown.parts, *((shown.rest,) if shown.rest else ()))
    labels = (
        max(stacked_height_pt(one, size_pt, layout) for one in parts)
        + _TICK_PT
        + 1.35 * sizes.label[0] * taller(layout.fonts)
    )
    bar = Box(area.x, top, area.width, area.bottom - top - pt(labels))
    chart = Chart(
        "chart",
        bar,
        "share",
        (shown.counts or "all",),
        tuple(_series(one, one is shown.rest) for one in parts),
        bar,
        shown.whole.value or 1.0,
        Style(sizes.label[0], SLATE),
        shown.alt,
        gap_percent=0,
        axis=None,
        names_categories=False,
    )
    whole = structs.replace(shown.whole, is_accented=False)
    under = Box(area.x, bar.bottom, area.width, area.bottom - bar.bottom)
    return (
        in_a_row(f"label {whole.name}", whole, shown.counts, head, (head_pt, *sizes.head, *sizes.label), layout),
        _bracket(Box(area.x, bracket_y, area.width, pt(_BRACKET_PT))),
        chart,
        *_edges(chart, len(parts)),
        *_labels(parts, chart, under, size_pt, layout),
    )


def _series(part: Point, is_rest: bool) -> Series:
    ink = TINTS["dune"] if is_rest else part.ink
    outlines = {0: structs.replace(_TOLD, ink=part.text_ink)} if part.certainty == "told" else {}
    return Series(part.category or part.figure, (part.value,), ink, outlines=outlines)


def _bracket(box: Box) -> Shape:
    """Over all of the bar: its ends point down to it."""
    path = (Move(0, box.height), LineTo(0, 0), LineTo(box.width, 0), LineTo(box.width, box.height))
    return Shape("bracket", box, path, stroke=Stroke(SLATE, 2))


def _edges(chart: Chart, count: int) -> Iterator[Shape]:
    """A gap between two parts, for they differ by more than their colour."""
    for number in range(1, count):
        one = bar(chart, number, 0, chart.series[number].values[0] or 0.0)
        yield line("edge", (one.x, one.y), (one.x, one.bottom), Stroke(Ink("ground"), 3))


def _labels(parts: tuple[Point, ...], chart: Chart, under: Box, size_pt: float, layout: Layout) -> Iterator[Item]:
    """What each part is, under it, as near as its neighbours' labels let it be, with a line that leads there."""
    bars = [bar(chart, number, 0, one.value) for number, one in enumerate(parts)]
    small = hedge_pt(layout.sizes, size_pt)
    most = under.width // len(parts)
    widths = [min(most, _width(one, size_pt, small, layout) + layout.grid.gutter) for one in parts]
    spare = under.width - sum(widths)
    longest = [_width(one, size_pt, small, layout) + layout.grid.gutter for one in parts]
    for at, wanted in enumerate(longest):  # what others leave goes to those that need more
        more = min(spare, wanted - widths[at])
        widths[at], spare = widths[at] + more, spare - more
    centres = [one.x + one.width / 2 for one in bars]
    begins = spread(centres, widths, under.x, under.right)
    for one, its_bar, begin, width in zip(parts, bars, begins, widths, strict=True):
        middle = its_bar.x + its_bar.width // 2
        align: Align = "centre"
        if round(begin) <= under.x:
            align = "left"
        elif round(begin + width) >= under.right:
            align = "right"
        half = pt(stacked_width_pt(one, size_pt, layout)) / 2
        figure = {"left": begin + half, "centre": begin + width / 2, "right": begin + width - half}[align]
        end = round(figure) if layout.base and abs(figure - middle) > pt(_TICK_PT) / 3 else middle  # it leads there
        yield line(f"tick {one.name}", (middle, under.y), (end, under.y + pt(_TICK_PT)), Stroke(one.text_ink, 2))
        box = Box(round(begin), under.y + pt(_TICK_PT), width, under.height - pt(_TICK_PT))
        yield stacked(one, box, size_pt, layout, align, below=one.category)


def _width(part: Point, size_pt: float, small: float, layout: Layout) -> Emu:
    return pt(max(stacked_width_pt(part, size_pt, layout), width_pt(part.category, small, layout.fonts)))
