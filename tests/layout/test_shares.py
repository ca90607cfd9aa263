"""Shares: a bar as long as the whole, cut true to its parts, and a label for each."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from talkbuilder.layout.charts import bar
from talkbuilder.layout.items import Chart, Text
from talkbuilder.layout.points import Point
from talkbuilder.layout.shares import Share, share
from talkbuilder.themes.make import make
from talkbuilder.themes.steppe import table
from talkbuilder.units import Aspect
from tests.outputs.drawn import SPAN

_ASPECTS: tuple[Aspect, ...] = ("16:9", "4:3")
_LAYOUTS = {aspect: make(table(aspect)).layouts["Drawing"] for aspect in _ASPECTS}


def point(name: str, value: int) -> Point:
    return Point(name, value, "", str(value), "exact", name, SPAN, name == "a")


@given(
    values=st.lists(st.integers(1, 500), min_size=1, max_size=4),
    left=st.integers(0, 100),
    aspect=st.sampled_from(_ASPECTS),
)
def test_parts_fill_the_bar_and_no_label_lies_on_another(values: list[int], left: int, aspect: Aspect) -> None:
    layout = _LAYOUTS[aspect]
    area = layout.grid.box(1, layout.grid.columns, 25, 76)
    whole = point("whole", sum(values) + left)
    rest = point("others", left) if left else None
    parts = tuple(point(name, value) for name, value in zip("abcd", values, strict=False))
    items = share(Share(whole, "shepherds", parts, rest, "So many"), area, layout)
    (chart,) = (item for item in items if isinstance(item, Chart))
    bars = [bar(chart, at, 0, one.values[0] or 0) for at, one in enumerate(chart.series)]
    assert (bars[0].x, bars[-1].right) == (area.x, area.right)
    assert all(a.right == b.x for a, b in pairwise(bars))
    labels = sorted((item.box for item in items if isinstance(item, Text)), key=lambda box: (box.y, box.x))[1:]
    assert all(a.right <= b.x + 2 for a, b in pairwise(labels))
    assert area.x - 1 <= labels[0].x
    assert labels[-1].right <= area.right + 2
    assert not any(item.surplus for item in items if isinstance(item, Text))


def test_labels_stand_under_the_middle_of_their_parts_where_there_is_room() -> None:
    layout = _LAYOUTS["16:9"]
    shown = Share(point("whole", 10), "shepherds", (point("a", 3), point("b", 4), point("c", 3)), None, "So")
    items = share(shown, layout.grid.box(1, 12, 25, 76), layout)
    (chart,) = (item for item in items if isinstance(item, Chart))
    bars = [bar(chart, at, 0, value) for at, value in enumerate((3, 4, 3))]
    labels = [item.box for item in items if isinstance(item, Text)][1:]
    assert [box.x + box.right for box in labels] == pytest.approx([one.x + one.right for one in bars], abs=4)


def test_the_part_that_matters_is_clay_and_what_is_left_over_is_quiet() -> None:
    layout = _LAYOUTS["16:9"]
    shown = Share(point("whole", 10), "shepherds", (point("a", 3), point("b", 4)), point("others", 3), "So")
    items = share(shown, layout.grid.box(1, 12, 25, 76), layout)
    (chart,) = (item for item in items if isinstance(item, Chart))
    assert [one.ink.name for one in chart.series] == ["accent3", "dark2", "light2"]
    assert [one.name for one in chart.series] == ["a", "b", "others"]


def test_a_part_that_is_only_told_is_a_dashed_line() -> None:
    layout = _LAYOUTS["16:9"]
    told = structs.replace(point("a", 3), certainty="told")
    items = share(
        Share(point("whole", 7), "shepherds", (told, point("b", 4)), None, "So"), layout.grid.box(1, 12, 25, 76), layout
    )
    (chart,) = (item for item in items if isinstance(item, Chart))
    lines = [one.outlines for one in chart.series]
    assert [(line[0].ink, line[0].dash) if line else None for line in lines] == [(told.text_ink, "dash"), None]
