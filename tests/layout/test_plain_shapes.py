"""Charts, tables and arrows drawn as plain shapes: true to their values, every label at what it names."""

from math import dist

import pytest
from msgspec import structs

from talkbuilder.layout.items import Close, CurveTo, Ink, LineTo, Move, Segment, Shape, Stroke
from talkbuilder.layout.plain_shapes import HAIRLINE, RULE, lines, point, shapes, table_shapes, with_head
from talkbuilder.layout.theme import Fonts
from talkbuilder.units import EMU_PER_POINT, Box
from tests.outputs.drawn import box, chart, table

_FONTS = Fonts("Georgia", "Calibri")


def boxes(kind: str, series: int = 1, name: str = "series 0") -> list[tuple[float, float, float, float]]:
    """The boxes of what is filled, in points."""
    found = (shape for shape in shapes(chart(kind, series)) if shape.name == name and shape.fill)
    return [tuple(round(side / EMU_PER_POINT, 2) for side in shape.box) for shape in found]  # type: ignore[misc]


def labels(kind: str, series: int = 1) -> dict[str, tuple[float, float]]:
    """The middle of each label and its baseline, in points."""
    runs = [line.runs[0] for line in lines(chart(kind, series), _FONTS)]
    return {run.text: (round(run.x_pt + run.width_pt / 2, 2), round(run.baseline_pt, 2)) for run in runs}


def test_columns_stand_on_the_axis_as_high_as_their_values() -> None:
    """The plot is 300 by 200 points: a column of 100 / 1.8 points, 44.4 of a gap; 20 of 100 are 40 points."""
    assert boxes("columns") == [(522.22, 310, 55.56, 40), (722.22, 190, 55.56, 160)]


def test_columns_of_several_series_stand_side_by_side() -> None:
    first, second = (boxes("columns", 2, f"series {number}")[0] for number in (0, 1))
    assert first[0] + first[2] == pytest.approx(second[0], abs=0.01)
    assert (first[3], second[3]) == (40, 20)
    assert first[0] - 500 == pytest.approx(600 - second[0] - second[2], abs=0.01)
    assert first[2] == second[2] == pytest.approx(100 / 2.8, abs=0.01)


def test_bars_begin_at_the_axis_from_the_top_down() -> None:
    thick = 200 / 3 / 1.8
    first, second = boxes("bars")
    assert first == pytest.approx((500, 150 + 0.4 * thick, 60, thick), abs=0.01)
    assert second == pytest.approx((500, 150 + 400 / 3 + 0.4 * thick, 240, thick), abs=0.01)


def test_a_line_breaks_where_a_value_is_missing_and_marks_the_others() -> None:
    whole = structs.replace(chart("line"), series=(structs.replace(chart().series[0], values=(20.0, None, 80.0)),))
    line = next(shapes(whole))
    assert [type(step) for step in line.path] == [Move, Move]
    assert line.stroke == Stroke(Ink("accent1"), 3.5)
    assert boxes("line") == [(545.5, 305.5, 9, 9), (745.5, 185.5, 9, 9)]
    full = structs.replace(whole, series=(structs.replace(whole.series[0], values=(20.0, 50.0, 80.0)),))
    steps = [(type(step), step.x / EMU_PER_POINT, step.y / EMU_PER_POINT) for step in next(shapes(full)).path]  # type: ignore[union-attr]
    assert steps == [(Move, 50, 160), (LineTo, 150, 100), (LineTo, 250, 40)]


def test_the_mark_of_a_value_is_a_circle_round_it() -> None:
    whole = chart("line")
    mark = next(shape for shape in shapes(whole) if CurveTo in map(type, shape.path))
    radius = whole.series[0].mark_pt * EMU_PER_POINT / 2
    assert (mark.box.width, mark.box.height) == (2 * radius, 2 * radius)
    x, y = 0.0, radius
    for curve in (step for step in mark.path if isinstance(step, CurveTo)):
        middle = ((x + 3 * curve.x1 + 3 * curve.x2 + curve.x) / 8, (y + 3 * curve.y1 + 3 * curve.y2 + curve.y) / 8)
        assert dist(middle, (radius, radius)) == pytest.approx(radius)
        assert dist((curve.x, curve.y), (radius, radius)) == pytest.approx(radius)
        x, y = curve.x, curve.y


def test_categories_stand_under_columns_and_before_bars() -> None:
    assert labels("columns") == {"2009": (550, 375.8), "2010": (650, 375.8), "2011": (750, 375.8)}
    category = {line.runs[0].text: line.runs[0] for line in lines(chart("bars"), _FONTS)}["2009"]
    assert category.x_pt + category.width_pt == pytest.approx(493)
    assert category.baseline_pt == pytest.approx(150 + 100 / 3 + 6.4)


def test_values_of_nothing_at_all_are_drawn_as_nothing() -> None:
    empty = structs.replace(chart(), most=0.0)
    assert [shape.box.height for shape in shapes(empty) if shape.fill] == [0, 0]


def test_the_parts_of_a_share_lie_one_behind_the_other() -> None:
    made = structs.replace(chart("share", 2), categories=("all",), gap_percent=0, most=30.0)
    made = structs.replace(made, series=tuple(structs.replace(one, values=one.values[:1]) for one in made.series))
    parts = [tuple(side / EMU_PER_POINT for side in one.box) for one in shapes(made) if one.fill]
    assert parts == [(500, 150, 200, 200), (700, 150, 100, 200)]


def test_a_line_may_lead_from_edge_to_edge() -> None:
    made = structs.replace(chart("line"), is_edged=True)
    assert [point(made, at, 0)[0] for at in range(3)] == [500, 650, 800]
    middles = {line.text: line.runs[0].x_pt + line.runs[0].width_pt / 2 for line in lines(made, _FONTS)}
    assert (middles["2009"], middles["2011"]) == (500, 800)


_INK = Ink("accent1")


def arrow(*path: Segment, ends: bool = False) -> Shape:
    """A line of one EMU's width, so that its head is three EMU long."""
    stroke = Stroke(_INK, 1 / EMU_PER_POINT, "dash", ends)
    return Shape("arrow", Box(5, 6, 7, 8), path, stroke=stroke, alt="An arrow")


def steps(shape: Shape) -> list[tuple[float, ...]]:
    """The points of each segment, so rounded that they can be compared."""
    return [tuple(round(value, 3) for value in structs.astuple(one)) for one in shape.path]


def head_of(shape: Shape) -> list[tuple[float, ...]]:
    return steps(shape)[:-1]


def test_a_shape_without_heads_stays_as_it_is() -> None:
    plain = arrow(Move(0, 0), LineTo(9, 0))
    assert list(with_head(plain)) == [plain]
    filled = Shape("block", plain.box, plain.path, _INK)
    assert list(with_head(filled)) == [filled]


def test_a_head_points_forward_and_its_line_stops_before_the_tip() -> None:
    line, tip = with_head(arrow(Move(0, 0), LineTo(0, 10), ends=True))
    assert steps(line) == [(0, 0), (0, 7.75)]
    assert line.stroke == Stroke(_INK, 1 / EMU_PER_POINT, "dash")
    assert (line.box, line.alt) == (tip.box, "An arrow")
    assert head_of(tip) == [(0, 10), (1.5, 7), (-1.5, 7)]
    assert tip.path[-1] == Close()
    assert (tip.fill, tip.stroke, tip.alt) == (_INK, None, "")


@pytest.mark.parametrize(
    ("curve", "base"),
    [
        (CurveTo(0, 10, 5, 10, 10, 10), (7, 10)),  # from its second control point
        (CurveTo(10, 0, 10, 10, 10, 10), (10, 7)),  # which is its end: from its first
        (CurveTo(10, 10, 10, 10, 10, 10), (10 - 3 / 2**0.5, 10 - 3 / 2**0.5)),  # from where it began
    ],
)
def test_a_curve_points_where_it_leads_at_its_end(curve: CurveTo, base: tuple[float, float]) -> None:
    line, tip = with_head(arrow(Move(0, 0), curve, ends=True))
    (_, one, other) = head_of(tip)
    assert ((one[0] + other[0]) / 2, (one[1] + other[1]) / 2) == pytest.approx(base, abs=0.01)
    last = line.path[-1]
    assert isinstance(last, CurveTo)
    assert (last.x1, last.y1, last.x2, last.y2) == (curve.x1, curve.y1, curve.x2, curve.y2)


def test_a_closed_line_has_no_end_that_a_head_could_stand_at() -> None:
    (line,) = with_head(arrow(Move(0, 0), LineTo(9, 0), Close(), ends=True))
    assert line.path == (Move(0, 0), LineTo(9, 0), Close())


def test_grounds_lie_under_rules_and_a_rule_under_each_row_and_strong_ones_at_head_and_foot() -> None:
    shapes = list(table_shapes(table()))
    grounds = [shape for shape in shapes if shape.fill]
    assert [(ground.box, ground.fill) for ground in grounds] == [
        (box(100, 360, 300, 40), Ink("panel")),
    ]
    assert shapes[:1] == grounds
    rules = shapes[1:]
    assert [rule.box for rule in rules] == [box(100, y, 300, 0) for y in (320, 360, 400)]
    assert [rule.stroke for rule in rules] == [RULE, HAIRLINE, RULE]
    assert {rule.path for rule in rules} == {(Move(0, 0), LineTo(box(0, 0, 300, 0).width, 0))}
    assert not any(rule.fill for rule in rules)
