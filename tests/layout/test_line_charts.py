"""Slopes and lines: true to their values from zero, every one told at its ends, no label on another."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from talkbuilder.layout import charts
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


def test_values_are_told_at_their_points_where_nothing_is_in_the_way() -> None:
    chart, labels = drawn(Lines((row("a", 10, 90), row("b", 60, 20)), ("2009", "2010"), "So"))
    for at, one in ((0, "a-0"), (1, "a-1")):
        _, y = charts.point(chart, at, (10, 90)[at])
        box = labels[f"label {one}"].box
        assert abs((box.y + box.height / 2) / EMU_PER_POINT - y) < 1


def test_a_line_of_one_thing_tells_every_value_on_the_side_where_it_does_not_pass() -> None:
    chart, labels = drawn(Lines((row("", 50, 20, 80),), ("2008", "2009", "2010"), "So"))
    hollow, peak = labels["label -1"], labels["label -2"]
    _, low = charts.point(chart, 1, 20)
    _, high = charts.point(chart, 2, 80)
    assert hollow.box.bottom / EMU_PER_POINT < low or hollow.box.y / EMU_PER_POINT > low
    assert peak.box.bottom / EMU_PER_POINT < high
    deep, deep_labels = drawn(Lines((row("", 90, 60, 80),), ("2008", "2009", "2010"), "So"))
    assert deep_labels["label -1"].box.y / EMU_PER_POINT > charts.point(deep, 1, 60)[1]


def test_the_accented_line_is_thicker_and_in_clay_with_its_labels() -> None:
    chart, labels = drawn(Lines((row("a", 10, 90, accented=True), row("b", 60, 20)), ("2009", "2010"), "So"))
    accented, other = chart.series
    assert (accented.ink.name, other.ink.name) == ("accent3", "dark2")
    assert accented.width_pt > other.width_pt
    assert {labels[name].styles[0].ink.name for name in ("label a-0", "label a-1")} == {"accent3"}


def test_a_line_of_what_was_told_is_dashed() -> None:
    told = Row("a", (Point("x", 1, "supposedly", "1", "told", "", SPAN), Point("y", 2, "", "2", "exact", "", SPAN)))
    chart, _ = drawn(Lines((told, row("b", 1, 2)), ("2009", "2010"), "So"))
    assert [one.dash for one in chart.series] == ["dash", "solid"]


def test_a_line_that_begins_later_is_told_where_it_begins() -> None:
    chart, labels = drawn(Lines((row("a", 10, 20, 30), row("b", None, 15, 25)), ("2008", "2009", "2010"), "So"))
    x, _ = charts.point(chart, 1, 15)
    assert labels["label b-1"].box.right / EMU_PER_POINT < x
    assert chart.series[1].values == (None, 15, 25)
