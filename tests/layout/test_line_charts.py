"""Slopes and lines: true to their values from zero, every one told at its ends, no label on another."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from talkbuilder.layout.data_points import Point
from talkbuilder.layout.items import Chart, Item, Text
from talkbuilder.layout.line_charts import Lines, Row, line, slope
from talkbuilder.themes.make import make
from talkbuilder.themes.steppe import table
from talkbuilder.units import Aspect
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
