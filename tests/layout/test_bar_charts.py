"""Columns, bars and parts of a whole: as long as their numbers, with what is uncertain shown."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from talkbuilder.evidence.library.facts import Certainty
from talkbuilder.layout.bar_charts import Columns, Share, bars, columns, share
from talkbuilder.layout.data_points import Point
from talkbuilder.layout.items import Chart, Item, Shape, Text
from talkbuilder.layout.plain_shapes import bar
from talkbuilder.layout.theme import Layout
from talkbuilder.themes.make import make
from talkbuilder.themes.steppe import table
from talkbuilder.units import EMU_PER_POINT, Aspect, Box
from tests.outputs.drawn import SPAN

_ASPECTS: tuple[Aspect, ...] = ("16:9", "4:3")
_LAYOUTS = {aspect: make(table(aspect)).layouts["Drawing"] for aspect in _ASPECTS}
_HEDGES: dict[Certainty, str] = {"exact": "", "more": "at least", "about": "about", "told": "supposedly"}


def area(layout: Layout) -> Box:
    return layout.grid.box(1, layout.grid.columns, 25, 76)


def point(value: int, certainty: Certainty = "exact", name: str = "2010") -> Point:
    return Point(f"p{value}", value, _HEDGES[certainty], f"{value:,}", certainty, name, SPAN)


def shown(*points: Point, is_named: bool = False) -> Columns:
    return Columns("herds", points, (), is_named, "Herds: so many")


def parts(items: tuple[Item, ...]) -> tuple[Chart, list[Shape], list[Text]]:
    (chart,) = (item for item in items if isinstance(item, Chart))
    return (
        chart,
        [item for item in items if isinstance(item, Shape)],
        [item for item in items if isinstance(item, Text)],
    )


_NAMES = st.sampled_from(["2010", "wells", "deep wells"])
_POINTS = st.lists(
    st.builds(point, st.integers(0, 9_999), st.sampled_from(list(_HEDGES)), _NAMES),
    min_size=2,
    max_size=6,
)


@given(points=_POINTS, aspect=st.sampled_from(_ASPECTS), is_named=st.booleans(), lies=st.booleans())
def test_all_stands_in_its_area_and_no_label_on_another(
    points: list[Point], aspect: Aspect, is_named: bool, lies: bool
) -> None:
    layout = _LAYOUTS[aspect]
    room = area(layout)
    chart, shapes, labels = parts((bars if lies else columns)(shown(*points, is_named=is_named), room, layout))
    slack = 3 * EMU_PER_POINT
    drawn: list[Chart | Shape | Text] = [chart, *shapes, *labels]
    for item in drawn:
        assert room.x - slack <= item.box.x
        assert item.box.right <= room.right + slack
        assert room.y - 12 * EMU_PER_POINT <= item.box.y
        assert item.box.bottom <= room.bottom + slack
    for at, one in enumerate(labels):
        for other in labels[:at]:
            a, b = one.box, other.box
            assert a.right <= b.x + 2 or b.right <= a.x + 2 or a.bottom <= b.y + 2 or b.bottom <= a.y + 2
    assert not any(label.surplus for label in labels)


def test_what_may_be_more_has_a_dashed_line_six_points_over_it() -> None:
    layout = _LAYOUTS["16:9"]
    chart, shapes, _ = parts(columns(shown(point(50, "more"), point(80, "about")), area(layout), layout))
    more, about = (next(one for one in shapes if one.name.startswith(name)) for name in ("or more", "about"))
    assert bar(chart, 0, 0, 50).y - more.box.y == 6 * EMU_PER_POINT
    assert (more.box.x, more.box.width) == (bar(chart, 0, 0, 50).x, bar(chart, 0, 0, 50).width)
    assert 0 < about.box.y - bar(chart, 0, 1, 80).y < 3 * EMU_PER_POINT
    chart, shapes, _ = parts(bars(shown(point(50, "more"), point(80)), area(layout), layout))
    more = next(one for one in shapes if one.name.startswith("or more"))
    assert more.box.x - bar(chart, 0, 0, 50).right == 6 * EMU_PER_POINT


def test_on_a_template_values_stand_over_their_columns() -> None:
    layout = structs.replace(_LAYOUTS["16:9"], base="A layout of a template")
    chart, _, labels = parts(columns(shown(point(50), point(80)), area(layout), layout))
    for at, (one, value) in enumerate(zip(labels, (50, 80), strict=True)):
        column = bar(chart, 0, at, value)
        assert one.box.bottom <= column.y
        assert abs(2 * one.box.x + one.box.width - 2 * column.x - column.width) <= 4


def test_nothing_at_all_is_drawn_as_nothing() -> None:
    layout = _LAYOUTS["16:9"]
    chart, shapes, labels = parts(columns(shown(point(0, "more"), point(0)), area(layout), layout))
    assert bar(chart, 0, 0, 0).height == 0
    assert [one.name for one in shapes] == ["base line"]
    assert len(labels) == 2


def part_of(name: str, value: int) -> Point:
    return Point(name, value, "", str(value), "exact", name, SPAN, name == "a")


@given(
    values=st.lists(st.integers(1, 500), min_size=1, max_size=4),
    left=st.integers(0, 100),
    aspect=st.sampled_from(_ASPECTS),
)
def test_parts_fill_the_bar_and_no_label_lies_on_another(values: list[int], left: int, aspect: Aspect) -> None:
    layout = _LAYOUTS[aspect]
    area = layout.grid.box(1, layout.grid.columns, 25, 76)
    whole = part_of("whole", sum(values) + left)
    rest = part_of("others", left) if left else None
    parts = tuple(part_of(name, value) for name, value in zip("abcd", values, strict=False))
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


def test_on_a_template_a_line_leads_to_each_figure() -> None:
    layout = structs.replace(_LAYOUTS["4:3"], base="A layout of a template")
    told = Share(
        point(12), "months", (part_of("of 31 days", 7), part_of("of 30 days", 4), part_of("of 28 days", 1)), None, ""
    )
    _, shapes, labels = parts(share(told, area(layout), layout))
    ticks = [one for one in shapes if one.name.startswith("tick")]
    figures = [next(run for run in one.lines[0].runs) for one in labels[1:]]
    for tick, run in zip(ticks, figures, strict=True):
        assert tick.box.x - 5 * EMU_PER_POINT < (run.x_pt + run.width_pt / 2) * EMU_PER_POINT
        assert (run.x_pt + run.width_pt / 2) * EMU_PER_POINT < tick.box.right + 5 * EMU_PER_POINT


def test_a_part_that_is_only_told_is_a_dashed_line() -> None:
    layout = _LAYOUTS["16:9"]
    told = structs.replace(part_of("a", 3), certainty="told")
    items = share(
        Share(part_of("whole", 7), "shepherds", (told, part_of("b", 4)), None, "So"),
        layout.grid.box(1, 12, 25, 76),
        layout,
    )
    (chart,) = (item for item in items if isinstance(item, Chart))
    lines = [one.outlines for one in chart.series]
    assert [(line[0].ink, line[0].dash) if line else None for line in lines] == [(told.text_ink, "dash"), None]
