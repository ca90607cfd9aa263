"""Lines and areas cut off at the edges of a rectangle, on a page or on the earth."""

from collections.abc import Sequence

Point = tuple[float, float]
Edges = tuple[float, float, float, float]  # least x, least y, greatest x, greatest y


def clipped_ring(ring: Sequence[Point], edges: Edges) -> list[Point]:
    """What of an area lies inside, after Sutherland and Hodgman; what lies outside runs along the edges."""
    left, top, right, bottom = edges
    if not ring:
        return []
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    least_x, least_y, most_x, most_y = min(xs), min(ys), max(xs), max(ys)
    if most_x < left or least_x > right or most_y < top or least_y > bottom:
        return []
    done = list(ring)
    if least_x < left:
        done = _cut(done, 0, left, 1)
    if most_x > right:
        done = _cut(done, 0, right, -1)
    if least_y < top:
        done = _cut(done, 1, top, 1)
    if most_y > bottom:
        done = _cut(done, 1, bottom, -1)
    return done


def _cut(ring: Sequence[Point], axis: int, edge: float, sign: int) -> list[Point]:
    """What of an area lies on one side of an edge."""
    done: list[Point] = []
    if not ring:
        return done
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
    if not line:
        return []
    left, top, right, bottom = edges
    xs, ys = [x for x, _ in line], [y for _, y in line]
    least_x, least_y, most_x, most_y = min(xs), min(ys), max(xs), max(ys)
    if most_x < left or least_x > right or most_y < top or least_y > bottom:
        return []
    if left <= least_x and most_x <= right and top <= least_y and most_y <= bottom:
        return [list(line)]
    pieces: list[list[Point]] = []
    last: Point | None = None
    for point in line:
        if last is not None and (inside := _segment(last, point, left, top, right, bottom)):
            start, end = inside
            if pieces and pieces[-1][-1] == start:
                pieces[-1].append(end)
            else:
                pieces.append([start, end])
        last = point
    return pieces


def _segment(
    one: Point, other: Point, left: float, top: float, right: float, bottom: float
) -> tuple[Point, Point] | None:
    """The part of a straight line that lies inside, after Liang and Barsky."""
    (x0, y0), (x1, y1) = one, other
    if left <= x0 <= right and top <= y0 <= bottom and left <= x1 <= right and top <= y1 <= bottom:
        return one, other
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
