"""Parts of a whole: one bar as long as the whole, its parts side by side, and what each is under it."""

from collections.abc import Iterator

from msgspec import Struct, structs

from talkbuilder.layout import charts
from talkbuilder.layout.forms import line
from talkbuilder.layout.inks import TINTS
from talkbuilder.layout.items import Align, Chart, Ink, Item, LineTo, Move, Series, Shape, Stroke, Style
from talkbuilder.layout.points import (
    SLATE,
    Point,
    hedge_pt,
    in_a_row,
    pt,
    spread,
    stacked,
    stacked_height_pt,
    stacked_width_pt,
    width_pt,
)
from talkbuilder.layout.theme import Layout
from talkbuilder.units import Box, Emu

_BRACKET_PT, _TICK_PT = 10, 14
_GAP_PT = 8
_TOLD = Stroke(SLATE, 2.5, "dash")


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
    head = Box(area.x, area.y, area.width, pt(1.4 * head_pt))
    bracket_y = head.bottom + pt(4)
    top = bracket_y + pt(_BRACKET_PT + _GAP_PT)
    parts = (*shown.parts, *((shown.rest,) if shown.rest else ()))
    labels = max(stacked_height_pt(one, size_pt, layout) for one in parts) + _TICK_PT + 1.35 * sizes.label[0]
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
    return Series(part.category or part.figure, (part.value,), (), ink, outlines=outlines)


def _bracket(box: Box) -> Shape:
    """Over all of the bar: its ends point down to it."""
    path = (Move(0, box.height), LineTo(0, 0), LineTo(box.width, 0), LineTo(box.width, box.height))
    return Shape("bracket", box, path, stroke=Stroke(SLATE, 2))


def _edges(chart: Chart, count: int) -> Iterator[Shape]:
    """A gap between two parts, for they differ by more than their colour."""
    for number in range(1, count):
        one = charts.bar(chart, number, 0, chart.series[number].values[0] or 0.0)
        yield line("edge", (one.x, one.y), (one.x, one.bottom), Stroke(Ink("ground"), 3))


def _labels(parts: tuple[Point, ...], chart: Chart, under: Box, size_pt: float, layout: Layout) -> Iterator[Item]:
    """What each part is, under it, as near as its neighbours' labels let it be, with a line that leads there."""
    bars = [charts.bar(chart, number, 0, one.value) for number, one in enumerate(parts)]
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
    for one, bar, begin, width in zip(parts, bars, begins, widths, strict=True):
        middle = bar.x + bar.width // 2
        yield line(f"tick {one.name}", (middle, under.y), (middle, under.y + pt(_TICK_PT)), Stroke(one.text_ink, 2))
        align: Align = "centre"
        if round(begin) <= under.x:
            align = "left"
        elif round(begin + width) >= under.right:
            align = "right"
        box = Box(round(begin), under.y + pt(_TICK_PT), width, under.height - pt(_TICK_PT))
        yield stacked(one, box, size_pt, layout, align, below=one.category)


def _width(part: Point, size_pt: float, small: float, layout: Layout) -> Emu:
    return pt(max(stacked_width_pt(part, size_pt, layout), width_pt(part.category, small, layout.fonts)))
