"""Albers' projection: areas stay, and every point leads back to its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talkbuilder.geo.conic import Conic
from talkbuilder.geo.sphere import KM_PER_DEGREE

_FRAMES = st.tuples(st.floats(-170, 170), st.floats(-75, 65), st.floats(2, 20))


@given(_FRAMES, st.floats(-30, 30), st.floats(0, 1))
def test_a_point_leads_back_to_its_place(frame: tuple[float, float, float], across: float, up: float) -> None:
    meridian, south, height = frame
    conic = Conic(meridian, south, south + height)
    place = meridian + across, south + up * height
    ((x, y),) = conic.points([place], 1.0, 0.0, 0.0)
    lon, lat = conic.place(x, y)
    assert lon == pytest.approx(place[0], abs=1e-4)
    assert lat == pytest.approx(place[1], abs=1e-4)


@given(_FRAMES, st.floats(-20, 20))
def test_equal_areas_are_equal_on_the_map(frame: tuple[float, float, float], across: float) -> None:
    from math import cos, radians

    meridian, south, height = frame
    conic, lat = Conic(meridian, south, south + height), south + height / 2
    step = 0.02
    corners = [(meridian + across + i * step, lat + j * step) for i, j in ((0, 0), (1, 0), (1, 1), (0, 1))]
    points = conic.points(corners, 1.0, 0.0, 0.0)
    pairs = zip(points, [*points[1:], points[0]], strict=True)
    drawn = abs(sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairs)) / 2
    assert drawn == pytest.approx((step * KM_PER_DEGREE) ** 2 * cos(radians(lat + step / 2)), rel=1e-3)


def test_north_is_up_and_east_is_right() -> None:
    for conic in (Conic(67, 40, 55), Conic(-70, -55, -18), Conic(100, -10, 5)):
        west, east, north = conic.points(
            [(conic.meridian - 1, 0), (conic.meridian + 1, 0), (conic.meridian, 1)], 1.0, 0.0, 0.0
        )
        assert west[0] < east[0]
        assert north[1] < west[1]
