"""Charts drawn without a program for charts: true to their values, every label at what it names."""

import pytest
from msgspec import structs

from talkbuilder.layout.charts import lines, shapes
from talkbuilder.layout.items import Ink, LineTo, Move, Shape, Stroke
from talkbuilder.layout.theme import Fonts
from talkbuilder.units import EMU_PER_POINT
from tests.outputs.drawn import chart

_FONTS = Fonts("Georgia", "Calibri")


def boxes(kind: str, series: int = 1, name: str = "series 0") -> list[tuple[float, float, float, float]]:
    """The boxes of what is filled, in points."""
    found = (shape for shape in shapes(chart(kind, series), _FONTS) if shape.name == name and shape.fill)
    return [tuple(round(side / EMU_PER_POINT, 2) for side in shape.box) for shape in found]  # type: ignore[misc]


def labels(kind: str, series: int = 1) -> dict[str, tuple[float, float]]:
    """The middle of each label and its baseline, in points."""
    runs = [line.runs[0] for line in lines(chart(kind, series), _FONTS)]
    return {run.text: (round(run.x_pt + run.width_pt / 2, 2), round(run.baseline_pt, 2)) for run in runs}


def test_columns_stand_on_the_axis_as_high_as_their_values() -> None:
    """The plot is 300 by 200 points: a column of 100 / 1.6 points, 37.5 of a gap; 20 of 100 are 40 points."""
    assert boxes("columns") == [(518.75, 310, 62.5, 40), (718.75, 190, 62.5, 160)]


def test_columns_of_several_series_stand_side_by_side() -> None:
    first, second = (boxes("columns", 2, f"series {number}")[0] for number in (0, 1))
    assert first[0] + first[2] == pytest.approx(second[0], abs=0.01)
    assert (first[3], second[3]) == (40, 20)
    assert first[0] - 500 == pytest.approx(600 - second[0] - second[2], abs=0.01)
    assert first[2] == second[2] == pytest.approx(100 / 2.6, abs=0.01)


def test_bars_begin_at_the_axis_from_the_top_down() -> None:
    thick = 200 / 3 / 1.6
    first, second = boxes("bars")
    assert first == pytest.approx((500, 150 + 0.3 * thick, 60, thick), abs=0.01)
    assert second == pytest.approx((500, 150 + 400 / 3 + 0.3 * thick, 240, thick), abs=0.01)


def test_the_line_of_the_axis_stands_where_values_begin() -> None:
    for kind, path in (
        ("columns", (Move(0, 2_540_000), LineTo(3_810_000, 2_540_000))),
        ("bars", (Move(0, 0), LineTo(0, 2_540_000))),
    ):
        (axis,) = (shape for shape in shapes(chart(kind), _FONTS) if shape.name == "axis")
        assert (axis.path, axis.box, axis.stroke) == (path, chart().plot, Stroke(Ink("soft"), 1.0))


def test_a_line_breaks_where_a_value_is_missing_and_marks_the_others() -> None:
    whole = structs.replace(chart("line"), series=(structs.replace(chart().series[0], values=(20.0, None, 80.0)),))
    line = next(shapes(whole, _FONTS))
    assert [type(step) for step in line.path] == [Move, Move]
    assert line.stroke == Stroke(Ink("accent1"), 3.0)
    assert boxes("line") == [(546.25, 306.25, 7.5, 7.5), (746.25, 186.25, 7.5, 7.5)]
    full = structs.replace(whole, series=(structs.replace(whole.series[0], values=(20.0, 50.0, 80.0)),))
    steps = [(type(step), step.x / EMU_PER_POINT, step.y / EMU_PER_POINT) for step in next(shapes(full, _FONTS)).path]  # type: ignore[union-attr]
    assert steps == [(Move, 50, 160), (LineTo, 150, 100), (LineTo, 250, 40)]


def test_labels_stand_over_columns_and_categories_under_them() -> None:
    found = labels("columns")
    assert found == {
        "2009": (550, 369.8),
        "2010": (650, 369.8),
        "2011": (750, 369.8),
        "20 cases": (550, 303),
        "80 cases": (750, 183),
    }


def test_labels_stand_over_the_marks_of_a_line() -> None:
    found = labels("line")
    assert (found["20 cases"], found["80 cases"]) == ((550, 299.25), (750, 179.25))


def test_labels_stand_behind_bars_and_categories_before_them() -> None:
    runs = {line.runs[0].text: line.runs[0] for line in lines(chart("bars"), _FONTS)}
    category, value = runs["2009"], runs["80 cases"]
    assert category.x_pt + category.width_pt == pytest.approx(493)
    assert value.x_pt == pytest.approx(747)
    assert category.baseline_pt == pytest.approx(150 + 100 / 3 + 6.4)
    assert value.baseline_pt == pytest.approx(150 + 500 / 3 + 6.4, abs=0.01)


def test_labels_are_set_in_the_style_of_the_chart() -> None:
    style = structs.replace(chart().style, font="titles", bold=True, italic=True, spacing_pt=1.0)
    run = next(lines(structs.replace(chart(), style=style), _FONTS)).runs[0]
    assert (run.face.family, run.face.bold, run.face.italic) == ("Georgia", True, True)
    assert (run.size_pt, run.spacing_pt, run.ink) == (20, 1.0, Ink("soft"))


def test_several_series_are_named_at_the_top_each_by_its_ink() -> None:
    assert "series 0" not in labels("columns")
    keys = [shape for shape in shapes(chart("columns", 2), _FONTS) if shape.fill][-2:]
    assert [key.fill for key in keys] == [Ink("accent1"), Ink("accent2")]
    assert [key.box.y / EMU_PER_POINT for key in keys] == [100, 100]
    first, second = (line.runs[0] for line in lines(chart("columns", 2), _FONTS) if line.runs[0].text.startswith("ser"))
    assert keys[0].box.right / EMU_PER_POINT + 7 == pytest.approx(first.x_pt)
    assert first.x_pt + first.width_pt + 20 == pytest.approx(keys[1].box.x / EMU_PER_POINT, abs=0.01)
    assert first.baseline_pt == second.baseline_pt == pytest.approx(keys[0].box.bottom / EMU_PER_POINT)


def test_values_of_nothing_at_all_are_drawn_as_nothing() -> None:
    empty = structs.replace(chart(), most=0.0)
    assert [shape.box.height for shape in shapes(empty, _FONTS) if shape.fill] == [0, 0]


def test_what_is_drawn_has_no_description_of_its_own() -> None:
    assert not any(shape.alt for shape in shapes(chart("line", 2), _FONTS) if isinstance(shape, Shape))
