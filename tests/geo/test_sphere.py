"""Places on the earth: how far, which way, and over the 180th meridian."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talkbuilder.geo.sphere import aside, between, distance_km, unwrapped

_PLACES = st.tuples(st.floats(-180, 180), st.floats(-89, 89))


def test_a_quarter_of_the_equator_is_ten_thousand_kilometres() -> None:
    assert distance_km((0, 0), (90, 0)) == pytest.approx(10_007, abs=2)


def test_a_line_over_the_180th_meridian_goes_on_beyond_it() -> None:
    assert unwrapped([(179, 0), (-179, 1), (-178, 2), (178, 3)]) == [(179, 0), (181, 1), (182, 2), (178, 3)]


@given(_PLACES, _PLACES, st.floats(0, 1))
def test_a_place_between_two_lies_on_the_shortest_way(
    one: tuple[float, float], other: tuple[float, float], share: float
) -> None:
    whole = distance_km(one, other)
    if 1 < whole < 19_000:
        there = between(one, other, share)
        assert distance_km(one, there) + distance_km(there, other) == pytest.approx(whole, abs=1)
        assert distance_km(one, there) == pytest.approx(share * whole, abs=1)


@given(_PLACES, _PLACES)
def test_a_place_aside_is_as_far_from_both(one: tuple[float, float], other: tuple[float, float]) -> None:
    if 100 < distance_km(one, other) < 19_000:
        for turn in (30, -30):
            there = aside(one, other, turn)
            assert distance_km(one, there) == pytest.approx(distance_km(other, there), abs=1)
