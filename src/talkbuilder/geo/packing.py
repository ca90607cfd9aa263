"""Arcs as numbers in bytes: in grades of detail, each point as a difference from the last."""

import sys
from array import array
from collections.abc import Iterator
from itertools import pairwise

from talkbuilder.geo.atlas import Grade, steps
from talkbuilder.geo.sphere import Place
from talkbuilder.geo.thinning import weights_of

# Of the grades: each leaves out what makes less of a difference.
_LEAST_KM2 = (6.0, 16.0, 36.0, 72.0, 144.0, 300.0, 700.0, 1600.0, 4000.0, 10000.0, 30000.0)


def grades_of(arcs: list[list[Place]]) -> tuple[Grade, ...]:
    """The arcs in all grades."""
    weights = [weights_of(arc) for arc in arcs]
    return tuple(_grade(arcs, weights, least_km2) for least_km2 in _LEAST_KM2)


def _grade(arcs: list[list[Place]], weights: list[list[float]], least_km2: float) -> Grade:
    starts, lons, lats = array("I", [0]), array("h"), array("h")
    for arc, own in zip(arcs, weights, strict=True):
        kept = [place for place, weight in zip(arc, own, strict=True) if weight >= least_km2]
        if arc[0] != arc[-1] or len(kept) > 3:  # of an island, two points are nothing
            lons.extend(_differences([steps(lon) for lon, _ in kept]))
            lats.extend(_differences([steps(lat) for _, lat in kept]))
        starts.append(len(lons))
    return Grade(least_km2, *(memoryview(_bytes(numbers)) for numbers in (starts, lons, lats)))


def _differences(numbers: list[int]) -> Iterator[int]:
    """The first number, then by how much each differs from the last; over the 180th meridian the short way."""
    for before, number in pairwise([0, *numbers]):
        yield (number - before + 32_768) % 65_536 - 32_768


def bounds_of(arcs: list[list[Place]]) -> bytes:
    numbers = array("h")
    for arc in arcs:
        lons, lats = [lon for lon, _ in arc], [lat for _, lat in arc]
        crosses = any(abs(b - a) > 180 for a, b in pairwise(lons))
        west, east = (-180.0, 180.0) if crosses else (min(lons), max(lons))
        numbers.extend((steps(west), steps(min(lats)), steps(east), steps(max(lats))))
    return _bytes(numbers)


def _bytes(numbers: "array[int]") -> bytes:
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers.tobytes()
