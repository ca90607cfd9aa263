"""Shapes that themes draw with: smooth ridges, half circles, marks; all of them decorative."""

from collections.abc import Iterable, Sequence

from talkbuilder.layout.items import ROUND, Close, CurveTo, Ink, LineTo, Move, Segment, Shape
from talkbuilder.layout.theme import Grid
from talkbuilder.units import EMU_PER_POINT, Box

Point = tuple[float, float]


def half_circle(name: str, centre: Point, radius: int, ink: Ink) -> Shape:
    """The upper half of a circle round a point of the page."""
    box = Box(round(centre[0]) - radius, round(centre[1]) - radius, 2 * radius, radius)
    pull = radius * ROUND
    path = (
        Move(0, radius),
        CurveTo(0, radius - pull, radius - pull, 0, radius, 0),
        CurveTo(radius + pull, 0, 2 * radius, radius - pull, 2 * radius, radius),
        Close(),
    )
    return Shape(name, box, path, ink)


def ridge(name: str, width: int, foot: int, heights: Sequence[float], overshoot: int, ink: Ink) -> Shape:
    """A smooth line over evenly spaced heights, from the left edge of the page to the right, closed along its foot.

    The curve swings over its points by up to `overshoot`.
    """
    height = round(max(heights)) + overshoot
    step = width / (len(heights) - 1)
    points = [(at * step, height - one) for at, one in enumerate(heights)]
    curves = (_through(points, start) for start in range(len(points) - 1))
    path: tuple[Segment, ...] = (Move(0, height), LineTo(*points[0]), *curves, LineTo(width, height), Close())
    return Shape(name, Box(0, foot - height, width, height), path, ink)


def _through(points: Sequence[Point], start: int) -> CurveTo:
    """The Catmull-Rom segment from a point to the next, as a Bezier curve."""
    (x0, y0), (x1, y1) = points[max(start - 1, 0)], points[start]
    (x2, y2), (x3, y3) = points[start + 1], points[min(start + 2, len(points) - 1)]
    return CurveTo(x1 + (x2 - x0) / 6, y1 + (y2 - y0) / 6, x2 - (x3 - x1) / 6, y2 - (y3 - y1) / 6, x2, y2)


def stars(name: str, grid: Grid, points: Iterable[tuple[float, float, float]], ink: Ink) -> Shape:
    """Small diamonds in one shape: of each, the share of the page's width, the row, and how large it is in points."""
    path: list[Segment] = []
    placed = [(x * grid.width, row * grid.row, size_pt * EMU_PER_POINT / 2) for x, row, size_pt in points]
    for x, y, half in placed:
        path += (Move(x, y - half), LineTo(x + half, y), LineTo(x, y + half), LineTo(x - half, y), Close())
    height = round(max(y + half for _, y, half in placed))
    return Shape(name, Box(0, 0, grid.width, height), tuple(path), ink)
