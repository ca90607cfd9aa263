"""Which points of an outline matter: by the area that each makes a difference of, after Visvalingam."""

from heapq import heapify, heappop, heappush
from itertools import pairwise
from math import cos, inf, radians, sin

from talkbuilder.geo.sphere import EARTH_KM, KM_PER_DEGREE, Place, unwrapped


def area_km2(ring: list[Place]) -> float:
    """The area of a ring on the sphere; positive where it runs counter-clockwise."""
    pairs = pairwise(unwrapped([*ring, ring[0]]))
    turned = sum(radians(x1 - x0) * (2 + sin(radians(y0)) + sin(radians(y1))) / 2 for (x0, y0), (x1, y1) in pairs)
    return -turned * EARTH_KM**2


def weights_of(places: list[Place]) -> list[float]:
    """How much area each place of an arc makes a difference of, after Visvalingam; its ends count for ever."""
    last = len(places) - 1
    before, after = list(range(-1, last)), list(range(1, last + 2))
    weights = [inf, *(0.0 for _ in places[1:-1]), inf] if last else [inf]
    heap = [(_triangle_km2(places[at - 1], places[at], places[at + 1]), at) for at in range(1, last)]
    current = {at: km2 for km2, at in heap}
    heapify(heap)
    least = 0.0
    while heap:
        km2, at = heappop(heap)
        if current.get(at) != km2:
            continue  # its neighbours have changed since
        del current[at]
        weights[at] = least = max(least, km2)
        left, right = before[at], after[at]
        after[left], before[right] = right, left
        for one in (left, right):
            if 0 < one < last:
                current[one] = _triangle_km2(places[before[one]], places[one], places[after[one]])
                heappush(heap, (current[one], one))
    return weights


def _triangle_km2(one: Place, two: Place, three: Place) -> float:
    (x0, y0), (x1, y1), (x2, y2) = unwrapped([one, two, three])
    return abs((x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0)) / 2 * KM_PER_DEGREE**2 * cos(radians(y1))
