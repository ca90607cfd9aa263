"""Albers' conic projection: areas keep their proportions, and what is looked at keeps its shape nearly."""

from collections.abc import Iterable
from math import asin, atan2, copysign, cos, degrees, hypot, radians, sin, sqrt

from talkbuilder.geo.sphere import EARTH_KM, Place

Point = tuple[float, float]

_LEAST_CONE = 0.01  # of what lies evenly about the equator, the cone would be a cylinder

_POLAR = 72.0  # degrees


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
