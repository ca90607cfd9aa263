"""Projections keep what they promise, and a frame holds what a map is about."""

from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talkbuilder.geo.atlas import area_of, world
from talkbuilder.geo.projection import Conic, Globe, extent, is_drawable
from tests.geo.prepare import KM_PER_DEGREE

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


_MIDDLES = st.tuples(st.floats(-180, 180), st.floats(-85, 85))


def test_the_middle_is_in_the_middle_and_the_far_side_is_not_seen() -> None:
    globe = Globe((67, 45), (100, 100), 50)
    assert globe.point((67, 45)) == pytest.approx((100, 100))
    assert globe.point((-113, -45)) is None
    assert globe.point((67, 80)) == pytest.approx((100, 100 - 50 * 0.5736), abs=0.01)


@given(_MIDDLES)
def test_no_land_leaves_the_globe(middle: tuple[float, float]) -> None:
    globe = Globe(middle, (0, 0), 100)
    for ring in globe.rings(world().land, globe.detail(world())):
        assert max(hypot(x, y) for x, y in ring) < 100.001


def widest(id: str) -> float:
    area = area_of(id)
    assert area
    lons = [lon for lon, _ in extent([area], world())]
    return max(lons) - min(lons)


def test_a_frame_leaves_out_what_lies_far_off_and_is_small() -> None:
    assert widest("US") < 60  # Alaska and Hawaii
    assert widest("FR") < 16  # Guiana, Réunion
    assert 12 < widest("JP") < 20  # Hokkaido is in it, Okinawa is not


def test_a_frame_goes_on_over_the_180th_meridian() -> None:
    assert 150 < widest("RU") < 180
    assert widest("FJ") < 5


def test_what_lies_too_far_apart_is_no_flat_map() -> None:
    areas = {id: area_of(id) for id in ("KZ", "US", "UZ", "RU")}
    found = {id: area for id, area in areas.items() if area}
    assert is_drawable([found["KZ"], found["UZ"]])
    assert is_drawable([found["RU"]])
    assert not is_drawable([found["KZ"], found["US"]])
