"""What is drawn around the words of a drawing: words that leave their room keep clear of its edges."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from math import ceil, floor

from talkbuilder.drawings.drawing import Drawing, figures, shape_of
from talkbuilder.layout.items import Shape, is_inside, polygons

_APART = 2.0  # units between the points of an edge: no letter is so narrow

_Point = tuple[float, float]


class Marks:
    """The edges of all that is seen in a drawing, as points in its units, and what is filled."""

    def __init__(self, drawing: Drawing) -> None:
        self._drawing = drawing

    @cached_property
    def _filled(self) -> list[Shape]:
        return [shape_of(one.name, one.path, one.fill) for one in figures(self._drawing.parts) if one.fill]

    @cached_property
    def _points(self) -> dict[int, list[float]]:
        """How far to the right points are, by how far down."""
        one, found = self._drawing, dict[int, list[float]]()
        for figure in figures(one.parts):
            for corners in polygons(figure.path):
                for x, y in _points([*corners, corners[0]] if figure.fill else corners):
                    if one.left <= x <= one.left + one.width and one.top <= y <= one.top + one.height:
                        found.setdefault(int(y // _APART), []).append(x)
        return {at: sorted(row) for at, row in found.items()}

    def within(self, left: float, top: float, right: float, bottom: float) -> int:
        """How many points of edges lie in a rectangle, or less than two units over or under it."""
        rows = (self._points.get(at, ()) for at in range(floor(top / _APART), ceil(bottom / _APART)))
        return sum(bisect_left(row, right) - bisect_right(row, left) for row in rows)

    def ground(self, x: float, y: float) -> int:
        """Which of the things that are filled is seen at a point; -1 where none is."""
        found = (at for at in range(len(self._filled) - 1, -1, -1) if is_inside(self._filled[at], x, y))
        return next(found, -1)


def _points(corners: Sequence[_Point]) -> Iterator[_Point]:
    for (x0, y0), (x1, y1) in pairwise(corners):
        steps = max(1, ceil(max(abs(x1 - x0), abs(y1 - y0)) / _APART))
        yield from ((x0 + (x1 - x0) * at / steps, y0 + (y1 - y0) * at / steps) for at in range(steps + 1))
