"""Persons strewn over a shape: all within it, none on another, and about as far from each other everywhere."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from math import sqrt

from talkbuilder.layout.items import Close, Shape
from talkbuilder.layout.person import WIDE
from talkbuilder.units import Box, Emu

_ROOM = 0.66  # how tall one is at most, in sides of the square that is its share of the shape
_SMALLER = 0.93
_BESIDE, _OVER = 1.5, 1.12  # how far their middles are from each other at least, in their widths or in their heights
_EDGE = 1.4  # how much wider than one the shape is where one stands, at least
_LEVELS = (-0.55, -0.3, 0.0, 0.3, 0.55)  # where that is looked at, in heights from the middle of one
_UPWARDS = 0.7  # how much of a way up or down counts
_TURNS = 3  # after so many, nobody moves any more that it could be seen

_Point = tuple[float, float]
_Ring = Sequence[_Point]


def strewn(shape: Shape, count: int, least: Emu) -> tuple[Box, ...]:
    """Where so many stand, from top to bottom, as tall as may be; () where they would be less tall than the least."""
    rings = list(_rings(shape))
    tall = _ROOM * sqrt(abs(sum(_area(ring) for ring in rings)) / count)
    while tall >= least:
        spots = list(_spots(rings, tall))
        if len(spots) >= count:
            chosen = _spread(spots, count)
            if all(_are_apart(one, other, tall) for one, other in combinations(chosen, 2)):
                return tuple(_box(spot, tall) for spot in sorted(chosen, key=lambda spot: (spot[1], spot[0])))
        tall *= _SMALLER
    return ()


def _rings(shape: Shape) -> Iterator[_Ring]:
    """The straight outlines of a shape, as points of the page."""
    ring: list[_Point] = []
    for step in shape.path:
        if isinstance(step, Close):
            yield ring
            ring = []
        else:
            ring.append((shape.box.x + step.x, shape.box.y + step.y))


def _area(ring: _Ring) -> float:
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in zip(ring, [*ring[1:], ring[0]], strict=True)) / 2


def _spots(rings: Sequence[_Ring], tall: float) -> Iterator[_Point]:
    """The middles of all places where one may stand, in rows."""
    top, bottom = min(y for ring in rings for _, y in ring), max(y for ring in rings for _, y in ring)
    wide = WIDE * tall
    y = top + 1.001 * _LEVELS[-1] * tall
    while y < bottom - _LEVELS[-1] * tall:
        inside = [(float("-inf"), float("inf"))]
        for level in _LEVELS:
            inside = list(_shared(inside, _inside(rings, y + level * tall)))
        for left, right in inside:
            room = right - left - _EDGE * wide
            if room >= 0:
                steps = int(room / wide)
                for at in range(steps + 1):
                    yield left + _EDGE * wide / 2 + (room * at / steps if steps else room / 2), y
        y += tall / 3


_Spans = list[tuple[float, float]]


def _inside(rings: Sequence[_Ring], y: float) -> _Spans:
    """From where to where a level line lies in the shape."""
    crossed: list[float] = []
    for ring in rings:
        x0, y0 = ring[-1]
        for x1, y1 in ring:
            if (y0 > y) != (y1 > y):
                crossed.append(x0 + (x1 - x0) * (y - y0) / (y1 - y0))
            x0, y0 = x1, y1
    crossed.sort()
    return list(zip(crossed[::2], crossed[1::2], strict=True))


def _shared(one: _Spans, other: _Spans) -> Iterator[tuple[float, float]]:
    for left, right in one:
        for begins, ends in other:
            if max(left, begins) < min(right, ends):
                yield max(left, begins), min(right, ends)


def _spread(spots: Sequence[_Point], count: int) -> list[_Point]:
    """Spots that share all of them evenly: first those farthest from each other, then each in the middle of its own."""
    chosen = [_nearest(spots, _middle(spots))]
    away = _distances(spots, chosen[0])
    while len(chosen) < count:
        farthest = spots[away.index(max(away))]
        chosen.append(farthest)
        away = list(map(min, away, _distances(spots, farthest)))
    for _ in range(_TURNS):
        own: list[list[_Point]] = [[] for _ in chosen]
        for spot in spots:
            near = _distances(chosen, spot)
            own[near.index(min(near))].append(spot)
        chosen = [_nearest(near, _middle(near)) if near else one for near, one in zip(own, chosen, strict=True)]
    return chosen


def _middle(spots: Sequence[_Point]) -> _Point:
    return sum(x for x, _ in spots) / len(spots), sum(y for _, y in spots) / len(spots)


def _nearest(spots: Sequence[_Point], to: _Point) -> _Point:
    away = _distances(spots, to)
    return spots[away.index(min(away))]


def _distances(spots: Sequence[_Point], to: _Point) -> list[float]:
    """The squares of them, as persons feel them who are far taller than wide."""
    x, y = to
    return [(other_x - x) ** 2 + (_UPWARDS * (other_y - y)) ** 2 for other_x, other_y in spots]


def _are_apart(one: _Point, other: _Point, tall: float) -> bool:
    return abs(one[0] - other[0]) >= _BESIDE * WIDE * tall or abs(one[1] - other[1]) >= _OVER * tall


def _box(middle: _Point, tall: float) -> Box:
    wide = WIDE * tall
    high: Emu = round(tall)
    return Box(round(middle[0] - wide / 2), round(middle[1] - tall / 2), round(wide), high)
