"""Outlines of a template's shapes: points on the scale of their box, and the plainest of those known by name."""

from itertools import pairwise

import pytest
from lxml import etree

from talkbuilder.layout.items import Close, CurveTo, LineTo, Move, Segment
from talkbuilder.outputs.pptx.template.package import Element
from talkbuilder.outputs.pptx.template.paths import outline
from talkbuilder.outputs.pptx.xml import NAMES
from talkbuilder.units import Box

_BOX = Box(7, 9, 200, 100)
_RECTANGLE = (Move(0, 0), LineTo(200, 0), LineTo(200, 100), LineTo(0, 100), Close())


def properties(text: str) -> Element:
    return etree.fromstring(f"<p:spPr {NAMES}>{text}</p:spPr>")


def preset(name: str, adjusted: str = "") -> tuple[tuple[Segment, ...], bool]:
    return outline(properties(f'<a:prstGeom prst="{name}"><a:avLst>{adjusted}</a:avLst></a:prstGeom>'), _BOX)


def custom(paths: str) -> tuple[tuple[Segment, ...], bool]:
    return outline(properties(f"<a:custGeom><a:pathLst>{paths}</a:pathLst></a:custGeom>"), _BOX)


def step(tag: str, *points: tuple[object, object]) -> str:
    told = "".join(f'<a:pt x="{x}" y="{y}"/>' for x, y in points)
    return f"<a:{tag}>{told}</a:{tag}>"


def test_a_shape_is_a_rectangle_unless_it_says_otherwise() -> None:
    assert outline(properties(""), _BOX) == outline(properties("<a:prstGeom/>"), _BOX) == (_RECTANGLE, True)
    assert preset("rect") == (_RECTANGLE, True)
    assert preset("cloud") == (_RECTANGLE, False)


@pytest.mark.parametrize("name", ["line", "straightConnector1"])
def test_a_line_runs_from_corner_to_corner(name: str) -> None:
    assert preset(name) == ((Move(0, 0), LineTo(200, 100)), True)


def test_an_ellipse_touches_its_box_in_the_middle_of_each_side() -> None:
    path, is_exact = preset("ellipse")
    assert is_exact
    ends = [(one.x, one.y) for one in path if not isinstance(one, Close)]
    assert set(ends) == {(100, 0), (200, 50), (100, 100), (0, 50)}
    for (x, y), (dx, dy) in zip(middles(path), ((1, -1), (1, 1), (-1, 1), (-1, -1)), strict=True):
        assert (x, y) == pytest.approx((100 + dx * 70.71, 50 + dy * 35.36), abs=0.1)
    assert isinstance(path[-1], Close)


def middles(path: tuple[Segment, ...]) -> list[tuple[float, float]]:
    """The points half way along the curves of a path."""
    return [
        ((one.x + 3 * two.x1 + 3 * two.x2 + two.x) / 8, (one.y + 3 * two.y1 + 3 * two.y2 + two.y) / 8)
        for one, two in pairwise(path)
        if isinstance(two, CurveTo) and not isinstance(one, Close)
    ]


@pytest.mark.parametrize(
    ("told", "radius"),
    [("", 16.667), ("val 10000", 10), ("val 50000", 50), ("val 90000", 50), ("val -5", 0), ("*/ h 1 2", 16.667)],
)
def test_rounded_corners_are_a_share_of_the_shorter_side(told: str, radius: float) -> None:
    path, is_exact = preset("roundRect", f'<a:gd name="adj" fmla="{told}"/>' if told else "")
    assert is_exact
    assert isinstance(path[0], Move)
    assert (path[0].x, path[0].y) == pytest.approx((radius, 0))
    ends = [(one.x, one.y) for one in path if isinstance(one, LineTo)]
    expected = [(200 - radius, 0), (200, 100 - radius), (radius, 100), (0, radius)]
    assert [pytest.approx(one) for one in expected] == ends
    centres = [(200 - radius, radius), (200 - radius, 100 - radius), (radius, 100 - radius), (radius, radius)]
    for (x, y), (centre_x, centre_y) in zip(middles(path), centres, strict=True):
        assert ((x - centre_x) ** 2 + (y - centre_y) ** 2) ** 0.5 == pytest.approx(radius, rel=0.001, abs=0.001)


def test_points_are_on_the_scale_of_the_box() -> None:
    steps = step("moveTo", (0, 0)) + step("lnTo", (10, -5)) + step("cubicBezTo", (1, 2), (3, 4), (5, 6)) + step("close")
    path = (Move(0, 0), LineTo(100, -10), CurveTo(10, 4, 30, 8, 50, 12), Close())
    assert custom(f'<a:path w="20" h="50">{steps}</a:path>') == (path, True)
    assert custom(f'<a:path w="20" h="50">{steps}</a:path>' * 2) == (path * 2, True)
    for size in ("", ' w="0" h="0"'):
        assert custom(f"<a:path{size}>{step('moveTo', (3, 4))}</a:path>") == ((Move(3, 4),), True)


def test_a_box_without_extent_has_an_outline_too() -> None:
    one = properties(f"<a:custGeom><a:pathLst><a:path>{step('moveTo', (3, 4))}</a:path></a:pathLst></a:custGeom>")
    assert outline(one, Box(0, 0, 0, 0)) == ((Move(0, 0),), True)


@pytest.mark.parametrize(
    "odd",
    [
        step("arcTo"),
        step("lnTo", ("hc", 5)),
        step("lnTo", (5, "vc")),
        step("lnTo", ("5x", 5)),
        step("lnTo"),
        step("lnTo", (1, 1), (2, 2)),
    ],
)
def test_an_outline_that_is_not_understood_is_the_box(odd: str) -> None:
    assert custom(f'<a:path w="20" h="50">{step("moveTo", (0, 0))}{odd}</a:path>') == (_RECTANGLE, False)
