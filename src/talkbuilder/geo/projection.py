"""Map projections: Albers' equal-area conic for flat maps, orthographic for globes, and the part that a map frames."""

from collections.abc import Iterable, Iterator, Sequence
from math import asin, atan2, copysign, cos, degrees, hypot, pi, radians, sin, sqrt

from talkbuilder.geo.atlas import Area, Atlas, Bounds, Detail, Mixed, Ring, Sides, atlas_of
from talkbuilder.geo.geometry import EARTH_KM, Edges, Place, Point, around, clipped_lines, clipped_ring, holds, thinned

_LEAST_CONE = 0.01  # a cone about the equator would be a cylinder
_POLAR = 72.0  # degrees

# Of flat maps.
SEEN_PT2 = 3.0  # a difference of less than this cannot be seen
_FAR = 1.15  # how much of a ring outside the map is looked at, to be safe
_WIDEST = 179.9  # degrees to either side
_LONG_SIDE = 4.0  # degrees

# Of globes.
_SEEN_ON_GLOBE_PT2 = 6.0
_LEAST_ISLAND_PT2 = 12.0
_RIM_STEP = pi / 36
_LEAST_STEP_PT = 1.4

# Of frames.
# Small islands far off do not belong in the frame: the share of the largest part's area that another part must have for
# each time that it makes the frame larger.
_WORTH = 0.15
_ROUGH = 600  # of a country's area, the part that makes no difference to where it lies
_LEAST_KM = 160.0  # across: the outlines are no finer
_MOST_APART = 110.0  # degrees

_Seen = tuple[float, float, float]  # across, upwards, and towards the viewer, in radii


class Conic:
    """The projection about a meridian between two latitudes, in kilometres, south downwards."""

    def __init__(self, meridian: float, south: float, north: float) -> None:
        self.meridian = meridian
        inset, middle = (north - south) / 6, (south + north) / 2
        one, two = sin(radians(south + inset)), sin(radians(north - inset))
        if abs(middle) > _POLAR:  # the cone becomes a plane that touches the pole
            one = two = copysign(1.0, middle)
        cone = (one + two) / 2
        self._cone = cone if abs(cone) > _LEAST_CONE else copysign(_LEAST_CONE, cone)
        self._constant = 1 - one * one + 2 * self._cone * one
        self._rho = self._radius(radians((south + north) / 2))

    def _radius(self, latitude: float) -> float:
        return EARTH_KM / self._cone * sqrt(max(0.0, self._constant - 2 * self._cone * sin(latitude)))

    def points(self, places: Iterable[Place], scale: float, left: float, top: float) -> list[Point]:
        """Places on a page; their longitudes count from the meridian as they are, beyond 180 degrees too."""
        cone, constant, twice = self._cone, self._constant, 2 * self._cone
        size, middle, per_degree = EARTH_KM / cone * scale, top - self._rho * scale, radians(1)
        done = []
        for lon, lat in places:
            angle = cone * (lon - self.meridian) * per_degree
            inside = constant - twice * sin(lat * per_degree)
            rho = size * sqrt(inside) if inside > 0 else 0.0
            done.append((left + rho * sin(angle), middle + rho * cos(angle)))
        return done

    def place(self, x_km: float, y_km: float) -> Place:
        """The place that stands at a point."""
        sign = copysign(1, self._cone)
        angle = atan2(sign * x_km, sign * (self._rho + y_km))
        rho = hypot(x_km, self._rho + y_km) * self._cone / EARTH_KM
        sine = (self._constant - rho * rho) / (2 * self._cone)
        return self.meridian + degrees(angle / self._cone), degrees(asin(min(1.0, max(-1.0, sine))))


class Flat:
    """A map: its projection, at how many points a kilometre it is drawn, and where."""

    def __init__(self, conic: Conic, scale: float, centre: Point, edges: Edges) -> None:
        self.conic, self.scale, self.edges = conic, scale, edges
        self._centre = centre
        self.window = self._window()

    def _window(self) -> Bounds:
        """What of the earth may be seen."""
        left, top, right, bottom = self.edges
        steps = range(9)
        rim = [(left + (right - left) * step / 8, y) for step in steps for y in (top, bottom)]
        rim += [(x, top + (bottom - top) * step / 8) for step in steps for x in (left, right)]
        places = [self.place(point) for point in rim]
        lons = [lon - self.conic.meridian for lon, _ in places]
        lats = [lat for _, lat in places]
        south, north = min(lats) - 2, max(lats) + 2
        # Where a pole stands on the map, or nearly, all meridians do.
        widest = _WIDEST if north > 85 or south < -85 else min(_WIDEST, _FAR * max(map(abs, lons)) + 2)
        for pole in (90.0, -90.0):
            if holds(self.edges, self.point((self.conic.meridian, pole))):
                south, north, widest = (south, 90.0, _WIDEST) if pole > 0 else (-90.0, north, _WIDEST)
        meridian = self.conic.meridian
        return Bounds(meridian - widest, max(-90.0, south), meridian + widest, min(90.0, north))

    def point(self, place: Place) -> Point:
        lon, lat = place
        lon -= 360 * round((lon - self.conic.meridian) / 360)
        return self.conic.points([(lon, lat)], self.scale, *self._centre)[0]

    def place(self, point: Point) -> Place:
        x, y = self._centre
        return self.conic.place((point[0] - x) / self.scale, (point[1] - y) / self.scale)

    def detail(self, atlas: Atlas, seen_pt2: float = SEEN_PT2) -> Detail:
        """The outlines in the grade that this scale needs: without what is smaller than an area on the page."""
        return atlas.detail(seen_pt2 / self.scale**2)

    def area(self, area: Area, detail: Detail | Mixed) -> list[list[Point]]:
        """The rings of a country as they are seen; the greatest of them, however small it is."""
        return list(self.rings(area.rings, detail, keep=1))

    def rings(
        self, rings: Iterable[Ring], detail: Detail | Mixed, keep: int = 0, least_pt2: float = SEEN_PT2
    ) -> Iterator[list[Point]]:
        """What is seen of rings, without islands that are smaller than a dot, but of the first few."""
        least_km2 = least_pt2 / self.scale**2
        for number, ring in enumerate(rings):
            if number >= keep and abs(ring.area_km2) < least_km2:
                continue
            for turn in self.turns(ring.bounds):
                if seen := self.ring(_along(ring, detail, self.window, turn)):
                    yield seen

    def turns(self, bounds: Sides) -> Sequence[int]:
        """By how many degrees longitudes must be turned for what they bound to meet what may be seen."""
        west, south, east, north = bounds
        window_west, window_south, window_east, window_north = self.window
        if south > window_north or north < window_south:
            return ()
        return [turn for turn in (0, 360, -360) if west + turn <= window_east and window_west <= east + turn]

    def ring(self, places: Sequence[Place]) -> list[Point]:
        """What is seen of an area; its longitudes go on beyond the 180th meridian where it crosses that."""
        if places and abs(places[-1][0] - places[0][0]) > 180:  # it goes round a pole
            pole = -90.0 if places[0][1] < 0 else 90.0
            places = [*places, (places[-1][0], pole), (places[0][0], pole)]
        inside = _bent(clipped_ring(places, self.window))
        points = clipped_ring(self.conic.points(inside, self.scale, *self._centre), self.edges)
        return thinned(points) if len(points) > 2 else []

    def lines(self, arcs: Iterable[int], detail: Detail | Mixed) -> Iterator[list[Point]]:
        """What is seen of borders."""
        bounds, (_, south, _, north) = detail.atlas.bounds, self.window
        for arc in arcs:
            sides = bounds[~arc if arc < 0 else arc]
            if sides[1] <= north and south <= sides[3]:  # asked here too, for it is all that most need to be asked
                for turn in self.turns(sides):
                    places = detail.arc(arc)
                    yield from self.line([(lon + turn, lat) for lon, lat in places] if turn else places)

    def line(self, places: Sequence[Place]) -> Iterator[list[Point]]:
        """What is seen of a line."""
        for piece in clipped_lines(places, self.window):
            for seen in clipped_lines(self.conic.points(piece, self.scale, *self._centre), self.edges):
                yield thinned(seen)


def _bent(ring: Sequence[Place]) -> list[Place]:
    """An area with more places on its long sides, along which a parallel is a curve on the map."""
    done: list[Place] = []
    if ring:
        lon0, lat0 = ring[-1]
        for lon, lat in ring:
            if abs(lon - lon0) > _LONG_SIDE:
                pieces = int(abs(lon - lon0) / _LONG_SIDE) + 1
                done += [
                    (lon0 + (lon - lon0) * at / pieces, lat0 + (lat - lat0) * at / pieces) for at in range(1, pieces)
                ]
            done.append((lon, lat))
            lon0, lat0 = lon, lat
    return done


def _along(ring: Ring, detail: Detail | Mixed, window: Bounds, turn: int) -> list[Place]:
    """The places along a ring; of arcs that lie wholly to one side of what is seen, the ends alone."""
    places: list[Place] = []
    west, south, east, north = window
    all_bounds = detail.atlas.bounds
    shift = float(turn)
    for arc in ring.arcs:
        ends = detail.ends(arc)
        if not ends:
            continue
        if places:
            shift = 360 * round((places[-1][0] - ends[0][0]) / 360)
        bounds = all_bounds[~arc if arc < 0 else arc]
        if bounds[2] + shift < west or bounds[0] + shift > east or bounds[3] < south or bounds[1] > north:
            own = ends
        else:
            own = detail.arc(arc)
        new = own[1:] if places else own
        places.extend([(lon + shift, lat) for lon, lat in new] if shift else new)
    return places


def extent(areas: Iterable[Area], atlas: Atlas) -> list[Place]:
    """Places along the parts of countries that a frame holds; longitudes may go on beyond the 180th meridian."""
    places: list[Place] = []
    about: float | None = None
    for area in areas:
        detail = atlas.detail(area.rings[0].area_km2 / _ROUGH)
        for ring, bounds in _main(area):
            middle = (bounds.west + bounds.east) / 2
            about = middle if about is None else about
            found = [(lon, lat) for arc in ring.arcs for lon, lat in detail.arc(arc)]
            inside = [(near(lon, middle), lat) for lon, lat in found] if len(found) > 3 else corners(bounds)
            moved = -360 * round((middle - about) / 360)
            places.extend((lon + moved, lat) for lon, lat in inside)
    return places


def near(lon: float, middle: float) -> float:
    """A longitude, counted so that it is at most half round the earth from another."""
    return lon - 360 * round((lon - middle) / 360)


def corners(bounds: Bounds) -> list[Place]:
    return [(lon, lat) for lon in (bounds.west, bounds.east) for lat in (bounds.south, bounds.north)]


def _main(area: Area) -> list[tuple[Ring, Bounds]]:
    """The greatest part of a country, and those that are worth the room that they need, with where they lie."""
    greatest, *others = area.rings
    frame = greatest.bounds
    kept = [(greatest, greatest.bounds)]
    for ring in others:
        if ring.area_km2 < greatest.area_km2 / 100:
            break
        turn = 360 * round((frame.west + frame.east - ring.bounds.west - ring.bounds.east) / 720)
        bounds = Bounds(ring.bounds.west + turn, ring.bounds.south, ring.bounds.east + turn, ring.bounds.north)
        both = Bounds(
            min(frame.west, bounds.west),
            min(frame.south, bounds.south),
            max(frame.east, bounds.east),
            max(frame.north, bounds.north),
        )
        if ring.area_km2 / greatest.area_km2 >= _WORTH * (_size(both) / max(1e-6, _size(frame)) - 1):
            kept.append((ring, bounds))
            frame = both
    return kept


def _size(bounds: Bounds) -> float:
    shrink = cos(radians(min(80.0, abs(bounds.south + bounds.north) / 2)))
    return (bounds.east - bounds.west) * shrink * (bounds.north - bounds.south)


def framed(shown: Sequence[Place], edges: Edges, room: Edges) -> Flat:
    """The map on which some places fill a room, inside wider edges."""
    west, south, east, north = around(shown)
    conic = Conic((west + east) / 2, south, north)
    least_x, least_y, most_x, most_y = around(conic.points(shown, 1.0, 0.0, 0.0))
    left, top, right, bottom = room
    scale = min((right - left) / max(_LEAST_KM, most_x - least_x), (bottom - top) / max(_LEAST_KM, most_y - least_y))
    x = (left + right) / 2 - scale * (least_x + most_x) / 2
    y = (top + bottom) / 2 - scale * (least_y + most_y) / 2
    return Flat(conic, scale, (x, y), edges)


def is_drawable(focus: Sequence[Area], others: Sequence[Place] = ()) -> bool:
    """Whether countries or states, and other places, lie near enough to each other for one flat map."""
    if len(focus) + len(others) < 2:
        return True
    shown = [place for one in focus for place in extent([one], atlas_of(one.id))]
    west, _, east, _ = around(shown)
    shown += [(near(lon, (west + east) / 2), lat) for lon, lat in others]
    west, south, east, north = around(shown)
    return (east - west) * cos(radians((north + south) / 2)) < _MOST_APART and north - south < _MOST_APART


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
        return atlas.detail(_SEEN_ON_GLOBE_PT2 * (EARTH_KM / self.radius) ** 2)

    def rings(self, rings: Iterable[Ring], detail: Detail, keep: int = 0) -> Iterator[list[Point]]:
        """What is seen of rings, without islands that are smaller than a dot, but of the first few."""
        least_km2 = _LEAST_ISLAND_PT2 * (EARTH_KM / self.radius) ** 2
        for number, ring in enumerate(rings):
            if number < keep or abs(ring.area_km2) >= least_km2:
                yield from self.ring(_whole(ring, detail), ring.area_km2 < 0)

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
        return thinned([self._point(x, y) for x, y, *_ in outline], _LEAST_STEP_PT)


def _whole(ring: Ring, detail: Detail) -> list[Place]:
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
