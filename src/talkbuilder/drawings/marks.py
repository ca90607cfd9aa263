"""What is drawn around the words of a drawing: words that leave their room keep clear of its edges."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from math import ceil

from talkbuilder.drawings.drawing import Drawing, Figure, Part
from talkbuilder.layout.items import polygons

_APART = 4.0  # units between the points of an edge: no letter is so narrow

_Point = tuple[float, float]


class Marks:
    """The edges of all that is seen in a drawing, as points in its units, and what is filled."""

    def __init__(self, drawing: Drawing) -> None:
        self._drawing = drawing

    @cached_property
    def _filled(self) -> list[list[list[_Point]]]:
        return [polygons(one.path) for one in _figures(self._drawing.parts) if one.fill]

    @cached_property
    def _points(self) -> dict[int, list[float]]:
        """How far to the right points are, by how far down."""
        one, found = self._drawing, dict[int, list[float]]()
        for figure in _figures(one.parts):
            for corners in polygons(figure.path):
                for x, y in _points([*corners, corners[0]] if figure.fill else corners):
                    if one.left <= x <= one.left + one.width and one.top <= y <= one.top + one.height:
                        found.setdefault(int(y // _APART), []).append(x)
        return {at: sorted(row) for at, row in found.items()}

    def within(self, left: float, top: float, right: float, bottom: float) -> int:
        """How many points of edges lie in a rectangle, or less than two units over or under it."""
        rows = (self._points.get(at, ()) for at in range(round(top / _APART), round(bottom / _APART)))
        return sum(bisect_left(row, right) - bisect_right(row, left) for row in rows)

    def ground(self, x: float, y: float) -> int:
        """Which of the things that are filled is seen at a point; -1 where none is."""
        found = (at for at in range(len(self._filled) - 1, -1, -1) if _is_in(self._filled[at], x, y))
        return next(found, -1)


def _figures(parts: Iterable[Part]) -> Iterator[Figure]:
    for part in parts:
        yield from (part,) if isinstance(part, Figure) else _figures(part.parts)


def _points(corners: Sequence[_Point]) -> Iterator[_Point]:
    for (x0, y0), (x1, y1) in pairwise(corners):
        steps = max(1, ceil(max(abs(x1 - x0), abs(y1 - y0)) / _APART))
        yield from ((x0 + (x1 - x0) * at / steps, y0 + (y1 - y0) * at / steps) for at in range(steps + 1))


def _is_in(parts: Iterable[Sequence[_Point]], x: float, y: float) -> bool:
    """Whether a point lies in a shape; every second part within another is a hole."""
    sides = (side for corners in parts for side in pairwise([*corners, corners[0]]))
    return (
        sum((y1 > y) != (y2 > y) and x1 + (y - y1) / (y2 - y1) * (x2 - x1) > x for (x1, y1), (x2, y2) in sides) % 2 == 1
    )
