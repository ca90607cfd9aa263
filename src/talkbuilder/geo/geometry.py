"""Places on the sphere and points on a page: distances, great circles, clipping, simplification."""

from collections.abc import Sequence
from math import acos, asin, atan2, cos, degrees, hypot, radians, sin, sqrt

Place = tuple[float, float]  # longitude and latitude, in degrees
Point = tuple[float, float]  # on a page, in points, downwards
Edges = tuple[float, float, float, float]  # least x, least y, greatest x, greatest y

EARTH_KM = 6371.0088
_MOST_CUT_PT = 4.0
_LEAST_STEP_PT = 1.2  # points that are closer cannot be told apart


def between(one: Place, other: Place, share: float) -> Place:
    """The place that lies a share of the shortest way from one to the other."""
    cosine = sum(a * b for a, b in zip(_vector(one), _vector(other), strict=True))
    angle = acos(min(1.0, max(-1.0, cosine)))
    if sin(angle) < 1e-9:
        return one
    near, far = sin((1 - share) * angle) / sin(angle), sin(share * angle) / sin(angle)
    x, y, z = (near * a + far * b for a, b in zip(_vector(one), _vector(other), strict=True))
    return degrees(atan2(y, x)), degrees(asin(min(1.0, max(-1.0, z))))


def aside(one: Place, other: Place, turn: float) -> Place:
    """The place that lies so many degrees to one side of the middle between two, or for less than 0 to the other."""
    (ax, ay, az), (bx, by, bz) = _vector(one), _vector(other)
    middle = _unit((ax + bx, ay + by, az + bz))
    normal = _unit((ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx))
    near, far = cos(radians(turn)), sin(radians(turn))
    x, y, z = (near * a + far * b for a, b in zip(middle, normal, strict=True))
    return degrees(atan2(y, x)), degrees(asin(min(1.0, max(-1.0, z))))


def _unit(vector: tuple[float, float, float]) -> tuple[float, float, float]:
    x, y, z = vector
    length = sqrt(x * x + y * y + z * z) or 1.0
    return x / length, y / length, z / length


def _vector(place: Place) -> tuple[float, float, float]:
    lon, lat = radians(place[0]), radians(place[1])
    return cos(lat) * cos(lon), cos(lat) * sin(lon), sin(lat)


def clipped_ring(ring: Sequence[Point], edges: Edges) -> list[Point]:
    """What of an area lies inside, after Sutherland and Hodgman; what lies outside runs along the edges."""
    done, (left, top, right, bottom) = list(ring) if _meets(ring, edges) else [], edges
    for axis, edge, sign in ((0, left, 1), (0, right, -1), (1, top, 1), (1, bottom, -1)):
        if any((point[axis] - edge) * sign < 0 for point in done):
            done = _cut(done, axis, edge, sign)
    return done


def _meets(points: Sequence[Point], edges: Edges) -> bool:
    """Whether a box around points has anything in common with what lies inside."""
    if not points:
        return False
    left, top, right, bottom = edges
    least_x, least_y, most_x, most_y = around(points)
    return most_x >= left and least_x <= right and most_y >= top and least_y <= bottom


def around(points: Sequence[Point]) -> Edges:
    """The edges of the box that holds some points or places."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def holds(edges: Edges, point: Point) -> bool:
    left, top, right, bottom = edges
    return left <= point[0] <= right and top <= point[1] <= bottom


def _cut(ring: Sequence[Point], axis: int, edge: float, sign: int) -> list[Point]:
    """What of an area lies on one side of an edge."""
    done: list[Point] = []
    last = ring[-1]
    was_in = (last[axis] - edge) * sign >= 0
    for point in ring:
        is_in = (point[axis] - edge) * sign >= 0
        if is_in != was_in:
            share = (edge - last[axis]) / (point[axis] - last[axis])
            other = last[1 - axis] + share * (point[1 - axis] - last[1 - axis])
            done.append((edge, other) if axis == 0 else (other, edge))
        if is_in:
            done.append(point)
        last, was_in = point, is_in
    return done


def clipped_lines(line: Sequence[Point], edges: Edges) -> list[list[Point]]:
    """What of a line lies inside: none, one or several pieces."""
    if not _meets(line, edges):
        return []
    pieces: list[list[Point]] = []
    last: Point | None = None
    for point in line:
        if last is not None and (inside := _segment(last, point, edges)):
            start, end = inside
            if pieces and pieces[-1][-1] == start:
                pieces[-1].append(end)
            else:
                pieces.append([start, end])
        last = point
    return pieces


def _segment(one: Point, other: Point, edges: Edges) -> tuple[Point, Point] | None:
    """The part of a straight line that lies inside, after Liang and Barsky."""
    (x0, y0), (x1, y1), (left, top, right, bottom) = one, other, edges
    dx, dy = x1 - x0, y1 - y0
    first, last = 0.0, 1.0
    for change, room in ((-dx, x0 - left), (dx, right - x0), (-dy, y0 - top), (dy, bottom - y0)):
        if change == 0:
            if room < 0:
                return None
        elif change < 0:
            first = max(first, room / change)
        else:
            last = min(last, room / change)
    if first > last:
        return None
    start = one if first == 0 else (x0 + first * dx, y0 + first * dy)
    return start, other if last == 1 else (x0 + last * dx, y0 + last * dy)


def thinned(points: Sequence[Point], least_pt: float = _LEAST_STEP_PT) -> list[Point]:
    """Points without those that are too close to the last for the difference to be seen; ends stay."""
    done = [points[0]]
    x, y = points[0]
    for point in points[1:-1]:
        if abs(point[0] - x) > least_pt or abs(point[1] - y) > least_pt:
            done.append(point)
            x, y = point
    done.append(points[-1])
    return done


def rounded(ring: Sequence[Point], edges: Edges, times: int = 1) -> list[Point]:
    """A shore without its spikes: each corner is cut off, a few times, but not where the map ends."""
    left, top, right, bottom = edges
    for _ in range(times):
        cut: list[Point] = []
        for before, corner, after in zip((ring[-1], *ring), ring, (*ring[1:], ring[0]), strict=False):
            if left < corner[0] < right and top < corner[1] < bottom:
                cut += [_beside(corner, before), _beside(corner, after)]
            else:
                cut.append(corner)
        ring = cut
    return list(ring)


def _beside(corner: Point, other: Point) -> Point:
    """Where a corner is cut off: at a quarter of the way, but a long straight border stays as it is."""
    across, down = other[0] - corner[0], other[1] - corner[1]
    share = min(0.25, _MOST_CUT_PT / (hypot(across, down) or 1.0))
    return corner[0] + across * share, corner[1] + down * share
