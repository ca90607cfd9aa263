"""A part of the earth on a flat map: what of countries, borders and waters is seen on it, in points on the page."""

from collections.abc import Iterable, Iterator, Sequence

from talkbuilder.geo.atlas import Area, Atlas, Bounds, Detail, Mixed, Ring, Sides
from talkbuilder.geo.clipping import Edges, Point, clipped_lines, clipped_ring
from talkbuilder.geo.conic import Conic
from talkbuilder.geo.sphere import Place

SEEN_PT2 = 3.0  # a difference of less than this cannot be seen
_THINNEST_PT = 1.2  # nor can points that are closer
_FAR = 1.15  # how much of a ring outside the map is looked at, to be safe
_WIDEST = 179.9  # degrees to either side
_LONG_SIDE = 4.0  # degrees


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
            if self._is_seen(self.point((self.conic.meridian, pole))):
                south, north, widest = (south, 90.0, _WIDEST) if pole > 0 else (-90.0, north, _WIDEST)
        meridian = self.conic.meridian
        return Bounds(meridian - widest, max(-90.0, south), meridian + widest, min(90.0, north))

    def _is_seen(self, point: Point) -> bool:
        left, top, right, bottom = self.edges
        return left <= point[0] <= right and top <= point[1] <= bottom

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


def thinned(points: Sequence[Point], least_pt: float = _THINNEST_PT) -> list[Point]:
    """Points without those that are too close to the last for the difference to be seen; ends stay."""
    done = [points[0]]
    x, y = points[0]
    for point in points[1:-1]:
        if abs(point[0] - x) > least_pt or abs(point[1] - y) > least_pt:
            done.append(point)
            x, y = point
    done.append(points[-1])
    return done
