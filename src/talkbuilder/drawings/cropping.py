"""Paths cut off at the sides of a window, or gone on to them: lines stay lines, curves curves."""

import itertools
import math
from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec import Struct

from talkbuilder.layout.items import Close, CurveTo, LineTo, Move, Segment, points_of

_Point = tuple[float, float]
# A line by its two ends, or a curve by its ends and the control points between.
_Stretch = tuple[_Point, ...]
_AT_EDGE, _BEYOND = 1.0, 12.0  # what is so near an edge is at it; how far over a window a path goes on
_STEPS = 48  # of halving: as exact as numbers are


class Window(Struct, frozen=True):
    """A rectangle of the page."""

    left: float
    top: float
    right: float
    bottom: float

    def grown(self, by: float) -> "Window":
        return Window(self.left - by, self.top - by, self.right + by, self.bottom + by)

    def meets(self, other: "Window") -> bool:
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


def extent(path: Iterable[Segment]) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of a path, its control points included."""
    xs, ys = list[float](), list[float]()
    for one in path:
        match one:
            case CurveTo(x1, y1, x2, y2, x, y):
                xs += (x1, x2, x)
                ys += (y1, y2, y)
            case Move(x, y) | LineTo(x, y):
                xs.append(x)
                ys.append(y)
    return min(xs), min(ys), max(xs), max(ys)


def holds(window: Window, path: Iterable[Segment]) -> bool:
    """Whether all of a path lies in a window, but for less than can be seen."""
    left, top, right, bottom = extent(path)
    slack = (window.right - window.left) * 1e-6
    return (
        left >= window.left - slack
        and top >= window.top - slack
        and right <= window.right + slack
        and bottom <= window.bottom + slack
    )


def cropped(path: Sequence[Segment], window: Window, is_filled: bool) -> tuple[Segment, ...]:
    """What of a path lies in a window; of a filled one the rest of its area, else the rest of its line."""
    parts = list(_parts(path, is_filled))
    # A side of the window: which coordinate, where, and which way is inside.
    for axis, at, sign in ((0, window.left, 1), (0, window.right, -1), (1, window.top, 1), (1, window.bottom, -1)):
        cut = _area if is_filled else _line

        def inside(point: _Point, axis: int = axis, at: float = at, sign: int = sign) -> float:
            return sign * (point[axis] - at)

        parts = [rest for part in parts for rest in cut(part, inside)]
    return tuple(segment for part in parts for segment in _written(part, is_filled))


def gone_on(path: Sequence[Segment], edges: Window, window: Window, is_filled: bool) -> tuple[Segment, ...]:
    """A path that goes on to the sides of a larger window where it reaches an edge with a straight side, or as a line
    that ends there: straight on after what is straight, level after a curve."""
    parts = list(_parts(path, is_filled))
    for axis, edge, to, sign in (
        (0, edges.left, window.left, -1),
        (0, edges.right, window.right, 1),
        (1, edges.top, window.top, -1),
        (1, edges.bottom, window.bottom, 1),
    ):
        if sign * (to - edge) > 0:
            parts = [_onward(_longer(part, axis, sign * edge - _AT_EDGE, sign, to + sign * _BEYOND)) for part in parts]
    return tuple(segment for part in parts for segment in _written(part, is_filled))


def _longer(part: list[_Stretch], axis: int, edge: float, sign: int, to: float) -> Iterator[_Stretch]:
    def is_there(point: _Point) -> bool:
        return sign * point[axis] >= edge

    def onward(end: _Point, before: _Stretch) -> _Point:
        run = end[axis] - before[0][axis]
        slope = (end[1 - axis] - before[0][1 - axis]) / run if len(before) == 2 and run else 0.0
        other = end[1 - axis] + slope * (to - end[axis])
        return (to, other) if axis == 0 else (other, to)

    is_closed = part[0][0] == part[-1][-1]
    if not is_closed and is_there(part[0][0]):
        yield onward(part[0][0], tuple(reversed(part[0]))), part[0][0]
    for at, stretch in enumerate(part):
        if len(stretch) == 2 and all(map(is_there, stretch)) and len(part) > 2:
            after = part[(at + 1) % len(part)]
            first, second = onward(stretch[0], part[at - 1]), onward(stretch[1], tuple(reversed(after)))
            yield from ((stretch[0], first), (first, second), (second, stretch[1]))
        else:
            yield stretch
    if not is_closed and is_there(part[-1][-1]):
        yield part[-1][-1], onward(part[-1][-1], part[-1])


def _onward(part: Iterable[_Stretch]) -> list[_Stretch]:
    """A part without ways there and back, which its line would show."""
    rest: list[_Stretch] = []
    for stretch in part:
        if rest and rest[-1] == stretch[::-1]:
            rest.pop()
        else:
            rest.append(stretch)
    return rest


_Inside = Callable[[_Point], float]


def _parts(path: Sequence[Segment], is_filled: bool) -> Iterator[list[_Stretch]]:
    """The parts of a path, each as its stretches; an area is always closed, whether it says so or not."""
    part: list[_Stretch] = []
    begin = at = (0.0, 0.0)
    for one in (*path, Move(0, 0)):
        if isinstance(one, Move | Close):
            if part and (is_filled or isinstance(one, Close)) and at != begin:
                part.append((at, begin))
            if part:
                yield part
            part, at = [], begin
        if isinstance(one, Move):
            begin = at = (one.x, one.y)
        elif not isinstance(one, Close):
            points = points_of(one)
            part.append((at, *points))
            at = points[-1]


def _area(part: list[_Stretch], inside: _Inside) -> Iterator[list[_Stretch]]:
    """The rest of an area on one side of a straight cut, closed along it."""
    rest: list[_Stretch] = []
    for piece in _kept(part, inside):
        if rest and rest[-1][-1] != piece[0]:
            rest.append((rest[-1][-1], piece[0]))
        rest.append(piece)
    if any(inside(point) > 0 for piece in rest for point in piece):  # else all of it lies along the cut
        if rest[-1][-1] != rest[0][0]:
            rest.append((rest[-1][-1], rest[0][0]))
        yield rest


def _line(part: list[_Stretch], inside: _Inside) -> Iterator[list[_Stretch]]:
    """The pieces of a line on one side of a straight cut."""
    rest: list[_Stretch] = []
    for piece in _kept(part, inside):
        if rest and rest[-1][-1] != piece[0]:
            yield rest
            rest = []
        rest.append(piece)
    if rest:
        yield rest


def _kept(part: list[_Stretch], inside: _Inside) -> Iterator[_Stretch]:
    """The stretches on one side of a straight cut, cut where they cross it."""
    for stretch in part:
        yield from _within(stretch, inside)


def _within(stretch: _Stretch, inside: _Inside) -> Iterator[_Stretch]:
    heights = [inside(point) for point in stretch]
    if min(heights) >= 0:
        yield stretch
    elif max(heights) > 0:
        for piece in _one_way(stretch, heights):
            begins, ends = inside(piece[0]) >= 0, inside(piece[-1]) >= 0
            if begins and ends:
                yield piece
            elif begins or ends:
                yield _split(piece, _crossing(piece, inside))[0 if begins else 1]


def _one_way(stretch: _Stretch, heights: Sequence[float]) -> Iterator[_Stretch]:
    """A line, or a curve in pieces each of which comes nearer to a cut or goes away from it, and crosses it once."""
    done = 0.0
    for turn in _turns(*heights) if len(stretch) > 2 else ():
        piece, stretch = _split(stretch, (turn - done) / (1 - done))
        done = turn
        yield piece
    yield stretch


def _turns(first: float, second: float, third: float, last: float) -> list[float]:
    """Where a curve of these heights turns, from 0 to 1: where the heights' quadratic derivative is 0."""
    square, linear, constant = last - 3 * third + 3 * second - first, 2 * (third - 2 * second + first), second - first
    under = linear * linear - 4 * square * constant
    if under < 0:
        return []
    larger = -(linear + math.copysign(math.sqrt(under), linear)) / 2
    found = {over / by for over, by in ((larger, square), (constant, larger)) if by}
    return sorted(turn for turn in found if 0 < turn < 1)


def _crossing(piece: _Stretch, inside: _Inside) -> float:
    """Where a piece that begins and ends on different sides crosses the cut, from 0 to 1."""
    begin, end = inside(piece[0]), inside(piece[-1])
    if len(piece) == 2:
        return begin / (begin - end)
    low, high = 0.0, 1.0
    for _ in range(_STEPS):
        middle = (low + high) / 2
        is_before = (inside(_split(piece, middle)[0][-1]) >= 0) == (begin >= 0)
        low, high = (middle, high) if is_before else (low, middle)
    return low


def _split(stretch: _Stretch, share: float) -> tuple[_Stretch, _Stretch]:
    """A line or a curve in two, as de Casteljau cut it."""
    first, second, row = [stretch[0]], [stretch[-1]], list(stretch)
    while len(row) > 1:
        row = [(x + share * (u - x), y + share * (v - y)) for (x, y), (u, v) in itertools.pairwise(row)]
        first.append(row[0])
        second.append(row[-1])
    return tuple(first), tuple(reversed(second))


def _written(part: list[_Stretch], is_filled: bool) -> Iterator[Segment]:
    yield Move(*part[0][0])
    for stretch in part:
        match stretch:
            case (_, (x, y)):
                yield LineTo(x, y)
            case (_, (x1, y1), (x2, y2), (x, y)):
                yield CurveTo(x1, y1, x2, y2, x, y)
            case _:
                raise AssertionError("unreachable")
    if is_filled:
        yield Close()
