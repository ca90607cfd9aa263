"""Slopes and lines: true to their values from zero, every one told at its ends, no label on another."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from talkbuilder.layout import plain_shapes
from talkbuilder.layout.data_points import Point
from talkbuilder.layout.items import Chart, Item, Text
from talkbuilder.layout.line_charts import Lines, Row, line, slope
from talkbuilder.themes.make import make
from talkbuilder.themes.steppe import table
from talkbuilder.units import EMU_PER_POINT, Aspect
from tests.outputs.drawn import SPAN

_ASPECTS: tuple[Aspect, ...] = ("16:9", "4:3")
_LAYOUTS = {aspect: make(table(aspect)).layouts["Drawing"] for aspect in _ASPECTS}


def row(name: str, *values: int | None, accented: bool = False) -> Row:
    points = (
        None
        if value is None
        else Point(f"{name}-{at}", value, "", f"{value:,}", "exact", "", SPAN, accented and at == 1)
        for at, value in enumerate(values)
    )
    return Row(name, tuple(points))


def drawn(shown: Lines, aspect: Aspect = "16:9") -> tuple[Chart, dict[str, Text]]:
    layout = _LAYOUTS[aspect]
    area = layout.grid.box(1, layout.grid.columns, 25, 76)
    items: tuple[Item, ...] = (slope if len(shown.dates) == 2 else line)(shown, area, layout)
    (chart,) = (item for item in items if isinstance(item, Chart))
    return chart, {item.name: item for item in items if isinstance(item, Text)}


def test_a_value_in_a_hollow_that_has_no_room_over_the_axis_stands_over_its_point() -> None:
    for low, is_under in ((40, False), (1200, True)):
        chart, labels = drawn(Lines((row("", 1500, low, 2900),), ("2009", "2010", "2011"), "Wells"))
        box = labels[f"label -{1}"].box
        assert box.bottom <= chart.plot.bottom
        assert (box.y > plain_shapes.point(chart, 1, low)[1] * EMU_PER_POINT) is is_under


def test_a_difference_has_room_in_a_low_chart_too() -> None:
    layout = _LAYOUTS["16:9"]
    rows = row("wells", 1, 3, accented=True), row("herds", 2, 1)
    (change,) = (structs.replace(one, name="change", figure="2 more") for one in row("", 2, accented=True).known)
    shown = Lines(rows, ("2009", "2010"), "Wells", differences=((change, "wells"),))
    for last, lines in ((76, 2), (62, 1)):
        items = slope(shown, layout.grid.box(1, layout.grid.columns, 25, last), layout)
        (text,) = (item for item in items if item.name == "label change")
        assert isinstance(text, Text)
        assert len(text.lines) == lines
        assert text.styles[0].size_pt >= layout.sizes.head[-1]


_VALUES = st.integers(0, 9_999)
_NAMES = st.sampled_from(["wells", "cases investigated", "offenders who were convicted of something or other"])


@given(rows=st.lists(st.tuples(_NAMES, _VALUES, _VALUES), min_size=1, max_size=5), aspect=st.sampled_from(_ASPECTS))
def test_no_label_lies_on_another_or_leaves_the_page(rows: list[tuple[str, int, int]], aspect: Aspect) -> None:
    shown = Lines(
        tuple(row(f"{name} {at}", *values) for at, (name, *values) in enumerate(rows)), ("2009", "2010"), "So"
    )
    chart, labels = drawn(shown, aspect)
    grid = _LAYOUTS[aspect].grid
    for side in (0, 1):
        boxes = sorted(text.box.y for name, text in labels.items() if name.endswith(f"-{side}"))
        heights = {text.box.height for name, text in labels.items() if name.endswith(f"-{side}")}
        assert all(b - a >= min(heights) - 2 for a, b in pairwise(boxes))
    for text in labels.values():
        assert text.box.x >= 0
        assert text.box.right <= grid.width
        assert text.box.y > 0
        assert text.box.bottom < grid.foot[0] * grid.row
    assert chart.box.x <= chart.plot.x < chart.plot.right <= chart.box.right
