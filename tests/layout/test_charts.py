"""Charts drawn without a program for charts: true to their values, every label at what it names."""

from math import dist

import pytest
from msgspec import structs

from talkbuilder.layout.items import CurveTo, Ink, LineTo, Move, Stroke
from talkbuilder.layout.plain_shapes import lines, point, shapes
from talkbuilder.layout.theme import Fonts
from talkbuilder.units import EMU_PER_POINT
from tests.outputs.drawn import chart

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
