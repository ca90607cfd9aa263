"""Heads of arrows point where their line leads, and the line ends under them."""

import pytest
from msgspec import structs

from talkbuilder.layout.items import Close, CurveTo, Ink, LineTo, Move, Segment, Shape, Stroke
from talkbuilder.layout.plain_shapes import with_head
from talkbuilder.units import EMU_PER_POINT, Box

_INK = Ink("accent1")


def arrow(*path: Segment, ends: bool = False) -> Shape:
    """A line of one EMU's width, so that its head is three EMU long."""
    stroke = Stroke(_INK, 1 / EMU_PER_POINT, "dash", ends)
    return Shape("arrow", Box(5, 6, 7, 8), path, stroke=stroke, alt="An arrow")


def steps(shape: Shape) -> list[tuple[float, ...]]:
    """The points of each segment, so rounded that they can be compared."""
    return [tuple(round(value, 3) for value in structs.astuple(one)) for one in shape.path]


def head(shape: Shape) -> list[tuple[float, ...]]:
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
    assert head(tip) == [(0, 10), (1.5, 7), (-1.5, 7)]
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
    (_, one, other) = head(tip)
    assert ((one[0] + other[0]) / 2, (one[1] + other[1]) / 2) == pytest.approx(base, abs=0.01)
    last = line.path[-1]
    assert isinstance(last, CurveTo)
    assert (last.x1, last.y1, last.x2, last.y2) == (curve.x1, curve.y1, curve.x2, curve.y2)


def test_a_closed_line_has_no_end_that_a_head_could_stand_at() -> None:
    (line,) = with_head(arrow(Move(0, 0), LineTo(9, 0), Close(), ends=True))
    assert line.path == (Move(0, 0), LineTo(9, 0), Close())
