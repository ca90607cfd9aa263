"""What colour a drawing has at a point: inside its outline, and of its picture."""

import io

import pytest
from PIL import Image as Pictures

from talkbuilder.diagnostics import Source, Span
from talkbuilder.layout.items import Close, Image, Ink, LineTo, Move, Shape
from talkbuilder.outputs.pptx.template.grounds import is_inside, picture_colour
from talkbuilder.units import Box

_BOX = Box(100, 200, 60, 40)


def shape(*corners: tuple[int, int]) -> Shape:
    first, *others = corners
    return Shape("One", _BOX, (Move(*first), *(LineTo(*one) for one in others), Close()), Ink("text"))


def test_a_point_lies_inside_an_outline_or_beside_it() -> None:
    triangle = shape((0, 0), (60, 0), (0, 40))
    inside = [(101, 201), (130, 205), (110, 230), (129, 219)]
    beside = [(99, 210), (155, 235), (131, 221), (110, 199), (161, 201), (110, 241), (159, 239)]
    assert [is_inside(triangle, *point) for point in inside] == [True] * len(inside)
    assert [is_inside(triangle, *point) for point in beside] == [False] * len(beside)


def test_a_notch_is_no_inside() -> None:
    notched = shape((0, 0), (60, 0), (60, 40), (30, 10), (0, 40))
    assert [is_inside(notched, 130, y) for y in (205, 225)] == [True, False]
    assert [is_inside(notched, x, 225) for x in (105, 155)] == [True, True]


def picture(crop: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)) -> Image:
    """Four quarters: red and green over blue and nothing."""
    made = Pictures.new("RGBA", (48, 48), (255, 0, 0, 255))
    made.paste((0, 255, 0, 255), (24, 0, 48, 24))
    made.paste((0, 0, 255, 255), (0, 24, 24, 48))
    made.paste((0, 0, 0, 120), (24, 24, 48, 48))
    out = io.BytesIO()
    made.save(out, "PNG")
    return Image("Four", _BOX, out.getvalue(), "png", 48, 48, Span(Source("", ""), 0, 0), crop)


@pytest.mark.parametrize(
    ("x", "y", "rgb"),
    [
        (100, 200, "FF0000"),
        (129, 219, "FF0000"),
        (131, 219, "00FF00"),
        (159, 200, "00FF00"),
        (129, 221, "0000FF"),
        (100, 239, "0000FF"),
        (131, 221, None),  # more than half of what lies beneath is seen
        (160, 210, None),
        (99, 210, None),
        (110, 240, None),
        (110, 199, None),
    ],
)
def test_a_picture_has_a_colour_at_each_of_its_points(x: float, y: float, rgb: str | None) -> None:
    assert picture_colour(picture(), x, y) == rgb


def test_what_is_cut_off_a_picture_is_not_seen() -> None:
    right_half = picture((0.5, 0.0, 0.0, 0.0))
    assert picture_colour(right_half, 101, 201) == "00FF00"
    lower_left = picture((0.0, 0.5, 0.5, 0.0))
    assert [picture_colour(lower_left, *point) for point in ((101, 201), (159, 239))] == ["0000FF", "0000FF"]
    upper = picture((0.25, 0.0, 0.0, 0.5))
    assert [picture_colour(upper, x, 239) for x in (119, 121)] == ["FF0000", "00FF00"]
    cut_below = picture((0.0, 0.0, 0.0, 0.25))
    assert [picture_colour(cut_below, 101, y) for y in (225, 228)] == ["FF0000", "0000FF"]


def test_a_picture_may_be_enlarged_beyond_its_edges() -> None:
    wide = picture((-0.5, -0.5, -0.5, -0.5))
    assert picture_colour(wide, 101, 201) == "FF0000"
    assert picture_colour(wide, 159, 201) == "00FF00"
