"""Places on the earth, as longitude and latitude in degrees, and what is true of them before any map."""

from collections.abc import Iterable
from math import acos, asin, atan2, cos, degrees, radians, sin, sqrt

Place = tuple[float, float]

EARTH_KM = 6371.0088
KM_PER_DEGREE = radians(1) * EARTH_KM


def unwrapped(places: Iterable[Place]) -> list[Place]:
    """Places along a line, going on beyond the 180th meridian instead of jumping to the other side."""
    done: list[Place] = []
    turn, last = 0.0, 0.0
    for lon, lat in places:
        if done:
            if lon - last > 180:
                turn -= 360
            elif lon - last < -180:
                turn += 360
        last = lon
        done.append((lon + turn, lat))
    return done


def distance_km(one: Place, other: Place) -> float:
    """How far it is from a place to another."""
    return acos(min(1.0, max(-1.0, _cosine(one, other)))) * EARTH_KM


def between(one: Place, other: Place, share: float) -> Place:
    """The place that lies a share of the shortest way from one to the other."""
    angle = acos(min(1.0, max(-1.0, _cosine(one, other))))
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


def _cosine(one: Place, other: Place) -> float:
    return sum(a * b for a, b in zip(_vector(one), _vector(other), strict=True))
