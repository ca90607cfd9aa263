"""Route arrows: curves from inside one place into another, apart from each other; from the edge if one is far off."""

from math import dist, inf

from talkbuilder.geo.atlas import Spot
from talkbuilder.geo.base_map import BaseMap
from talkbuilder.geo.drawing import Curve
from talkbuilder.geo.geometry import Edges, Point, between, holds
from talkbuilder.geo.occupancy import SIZE_PT

_DEPTH_PT = 40.0  # how wide an area must be about the tip of an arrow
_ORIGIN_PT = 16.0
_APART_PT = 30.0  # tips
_BEND = 0.2
_SHORTEST_PT = 46.0
_PIN_GAP_PT = 12.0
_HEAD_PT, _NAME_PT = 30.0, 100.0  # from the edges of the map, so that the name of what is far off has room
_PIECE = 0.06  # of the way to a place far off, along which the direction to it is taken
_INTO = 0.35  # how far towards its middle an arrow begins in a country
# On a template, where maps are small and names need the room: `_DEPTH_PT` is at most so much of the side of a square as
# large as the area, and `_INTO` is less.
_LOW_DEPTH, _LOW_INTO = 0.14, 0.1


class RouteCurves:
    """The curves of a map's routes, laid one after the other."""

    def __init__(self, ground: BaseMap, limits: Edges, is_foreign: bool = False) -> None:
        self._ground, self._limits = ground, limits
        self._depth, self._into = (_LOW_DEPTH, _LOW_INTO) if is_foreign else (inf, _INTO)
        self._tips: list[Point] = []
        self.off: dict[str, Point] = {}  # where the ways to places off the map cross its edge

    def seen(self, spot: Spot) -> Point | None:
        """Where a place stands on the map; None where it is off it."""
        if spot.city:
            point = self._ground.flat.point(spot.city.place)
            return point if holds(self._limits, point) else None
        assert spot.area
        cells = self._ground.cells(spot.area) & self._ground.page.rectangle(self._limits)
        return cells.middle() if cells.count >= 4 else None

    def lay(self, start: Spot, end: Spot) -> Curve | None:
        """The curve of a route; None where both its ends are off the map."""
        seen_start, seen_end = self.seen(start), self.seen(end)
        if seen_start is None and seen_end is None:
            return None
        if seen_start is None:
            assert seen_end
            begin = self.off[start.name] = self._from_edge(seen_end, end, start)
            return self._bent(begin, self._tip(end, begin, seen_end), seen_end)
        if seen_end is None:
            tip = self.off[end.name] = self._from_edge(seen_start, start, end)
            return self._bent(self._origin(start, tip, seen_start), tip, seen_start)
        tip = self._tip(end, seen_start, seen_end)
        return self._bent(self._origin(start, tip, seen_start), tip, seen_end)

    def _tip(self, end: Spot, start: Point, middle: Point) -> Point:
        """Where an arrow ends: just inside an area, or before a city."""
        if end.city:
            return _towards(middle, start, _PIN_GAP_PT)
        assert end.area
        depth = min(_DEPTH_PT, self._depth * SIZE_PT * self._ground.cells(end.area).count ** 0.5)
        tip = self._nearest(end, start, depth) or middle
        self._tips.append(tip)
        return tip

    def _nearest(self, spot: Spot, to: Point, width_pt: float) -> Point | None:
        """The place in an area nearest to a point, with so much of it on all sides, and away from other tips."""
        assert spot.area
        cells = self._ground.cells(spot.area) & self._ground.page.rectangle(self._limits)
        half = width_pt / 2
        rooms = cells.rooms(width_pt, width_pt)
        for x, y in self._tips:
            x, y = x - half, y - half
            rooms = rooms - self._ground.page.rectangle((x - _APART_PT, y - _APART_PT, x + _APART_PT, y + _APART_PT))
        corner = rooms.nearest((to[0] - half, to[1] - half))
        return (corner[0] + half, corner[1] + half) if corner else None

    def _origin(self, start: Spot, tip: Point, middle: Point) -> Point:
        """Where an arrow begins: well inside an area, or after a city."""
        if start.city:
            return _towards(middle, tip, _PIN_GAP_PT)
        near = self._nearest(start, tip, _ORIGIN_PT) or middle
        begin = (near[0] + self._into * (middle[0] - near[0]), near[1] + self._into * (middle[1] - near[1]))
        return begin if dist(begin, tip) >= _SHORTEST_PT else middle

    def _from_edge(self, seen: Point, near: Spot, far: Spot) -> Point:
        """Where the way to a place far off crosses the edge of the map."""
        here, there = near.middle, far.middle
        x, y = self._ground.flat.point(between(here, there, _PIECE))
        x0, y0 = self._ground.flat.point(here)
        dx, dy = x - x0, y - y0
        _, top, _, bottom = self._limits
        edge_left, _, edge_right, _ = self._ground.flat.edges
        reach = min(
            ((edge_right if dx > 0 else edge_left) - seen[0]) / dx if dx else float("inf"),
            ((bottom if dy > 0 else top) - seen[1]) / dy if dy else float("inf"),
        )
        return seen[0] + dx * reach, min(bottom - _NAME_PT, max(top + _HEAD_PT, seen[1] + dy * reach))

    def _bent(self, start: Point, end: Point, about: Point) -> Curve:
        """A curve between two points, drawn aside away from what it leads to."""
        dx, dy = end[0] - start[0], end[1] - start[1]
        middle = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2
        sides = [(middle[0] - side * dy * _BEND, middle[1] + side * dx * _BEND) for side in (1, -1)]
        inside = [point for point in sides if holds(self._limits, point)]
        pull = max(inside or sides, key=lambda point: dist(point, about))
        return start, pull, end


def _towards(one: Point, other: Point, by: float) -> Point:
    length = dist(other, one) or 1.0
    return one[0] + (other[0] - one[0]) / length * by, one[1] + (other[1] - one[1]) / length * by
