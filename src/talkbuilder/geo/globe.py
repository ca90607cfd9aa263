"""The earth as a globe: the half of it that is seen from above a place, in points on the page."""

from collections.abc import Iterable, Iterator, Sequence
from math import atan2, cos, pi, radians, sin, sqrt

from talkbuilder.geo.atlas import Atlas, Detail, Ring
from talkbuilder.geo.clipping import Point
from talkbuilder.geo.flat import thinned
from talkbuilder.geo.sphere import EARTH_KM, Place

_SEEN_PT2 = 16.0
_LEAST_ISLAND_PT2 = 12.0
_RIM_STEP = pi / 36
_SMALL_PT, _ROUGH_PT, _FINE_PT = 150.0, 2.2, 1.4

_Seen = tuple[float, float, float]  # across, upwards, and towards who looks, in radii


class Globe:
    """A globe of a radius about a point of the page, with a place in its middle."""

    def __init__(self, middle: Place, centre: Point, radius: float) -> None:
        self.middle, self.centre, self.radius = middle, centre, radius
        self._sin, self._cos = sin(radians(middle[1])), cos(radians(middle[1]))

    def _seen(self, places: Iterable[Place]) -> list[_Seen]:
        per_degree, meridian = radians(1), self.middle[0]
        done = []
        for lon, lat in places:
            angle, latitude = (lon - meridian) * per_degree, lat * per_degree
            high, flat, along = sin(latitude), cos(latitude), cos(angle)
            done.append(
                (
                    flat * sin(angle),
                    self._cos * high - self._sin * flat * along,
                    self._sin * high + self._cos * flat * along,
                )
            )
        return done

    def _point(self, x: float, y: float) -> Point:
        return self.centre[0] + self.radius * x, self.centre[1] - self.radius * y

    def point(self, place: Place) -> Point | None:
        """Where a place stands; None for one on the far side."""
        ((x, y, towards),) = self._seen([place])
        return self._point(x, y) if towards > 0 else None

    def rim(self, degrees: float) -> Point:
        """A point on the rim, so many degrees clockwise from the top."""
        return self._point(sin(radians(degrees)), cos(radians(degrees)))

    def lifted(self, place: Place, height: float) -> Point:
        """Where a point over a place stands, a height of so many radii above it."""
        ((x, y, _),) = self._seen([place])
        return self._point(x * (1 + height), y * (1 + height))

    def detail(self, atlas: Atlas) -> Detail:
        return atlas.detail(_SEEN_PT2 * (EARTH_KM / self.radius) ** 2)

    def rings(self, rings: Iterable[Ring], detail: Detail, keep: int = 0) -> Iterator[list[Point]]:
        """What is seen of rings, without islands that are smaller than a dot, but of the first few."""
        least_km2 = _LEAST_ISLAND_PT2 * (EARTH_KM / self.radius) ** 2
        for number, ring in enumerate(rings):
            if number < keep or abs(ring.area_km2) >= least_km2:
                yield from self.ring(_along(ring, detail), ring.area_km2 < 0)

    def ring(self, places: Sequence[Place], is_hole: bool = False) -> Iterator[list[Point]]:
        """What is seen of an area, which lies to the right of its ring, closed along the rim of the globe."""
        points = self._seen(places[::-1] if is_hole else places)
        runs = list(_runs(points))
        if runs and len(runs[0]) == len(points):
            if len(points) > 2:
                yield self._thinned(points)
            return
        left = [(run, _bearing(run[0]), _bearing(run[-1])) for run in runs]
        while left:
            run, first, end = left.pop()
            outline = [(x, y) for x, y, _ in run]
            while True:
                choice = min(left, key=lambda one: _clockwise(end, one[1]), default=None)
                if choice is None or _clockwise(end, first) <= _clockwise(end, choice[1]):
                    outline.extend(_rim(end, first))
                    break
                left.remove(choice)
                outline.extend(_rim(end, choice[1]))
                outline.extend((x, y) for x, y, _ in choice[0])
                end = choice[2]
            if len(outline) > 2:
                yield self._thinned(outline)

    def lines(self, arcs: Iterable[int], detail: Detail) -> Iterator[list[Point]]:
        """What is seen of borders."""
        for arc in arcs:
            for run in _runs(self._seen(detail.arc(arc)), closed=False):
                if len(run) > 1:
                    yield self._thinned(run)

    def _thinned(self, outline: Sequence[tuple[float, ...]]) -> list[Point]:
        """An outline on the page; the smaller the globe, the rougher it may be."""
        return thinned([self._point(x, y) for x, y, *_ in outline], _ROUGH_PT if self.radius < _SMALL_PT else _FINE_PT)


def _along(ring: Ring, detail: Detail) -> list[Place]:
    return [place for arc in ring.arcs for place in detail.arc(arc)[:-1]]


def _runs(points: Sequence[_Seen], closed: bool = True) -> Iterator[list[_Seen]]:
    """The stretches of a line that are on the near side; where they end, on the rim."""
    if not points:
        return
    hidden = next((at for at, point in enumerate(points) if point[2] <= 0), None)
    if hidden is None:
        yield list(points)
        return
    order = [*points[hidden:], *points[: hidden + 1]] if closed else list(points)
    run: list[_Seen] = []
    last: _Seen | None = None
    for point in order:
        if point[2] > 0:
            if last is not None and last[2] <= 0:
                run.append(_on_rim(last, point))
            run.append(point)
        elif run and last is not None:
            run.append(_on_rim(last, point))
            yield run
            run = []
        last = point
    if run:
        yield run


def _on_rim(one: _Seen, other: _Seen) -> _Seen:
    """Where a line crosses from one side to the other."""
    share = one[2] / (one[2] - other[2])
    x, y = one[0] + share * (other[0] - one[0]), one[1] + share * (other[1] - one[1])
    length = sqrt(x * x + y * y) or 1.0
    return x / length, y / length, 0.0


def _bearing(point: _Seen) -> float:
    return atan2(point[0], point[1])  # clockwise from the top


def _clockwise(start: float, end: float) -> float:
    return (end - start) % (2 * pi)


def _rim(start: float, end: float) -> Iterator[Point]:
    """Points along the rim, clockwise, without its ends."""
    turn = _clockwise(start, end)
    for step in range(1, int(turn / _RIM_STEP) + 1):
        angle = start + step * _RIM_STEP
        yield sin(angle), cos(angle)
