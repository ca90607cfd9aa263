"""Distances, great circles and the 180th meridian; areas and lines cut off at the edges of a rectangle."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talkbuilder.geo.geometry import aside, between, clipped_lines, clipped_ring, rounded
from tests.geo.maps import distance_km
from tests.geo.prepare import unwrapped

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


_EDGES = (0.0, 0.0, 10.0, 8.0)


_POINTS = st.tuples(st.integers(-20, 30), st.integers(-20, 30))


_TRIANGLES = st.lists(_POINTS, min_size=3, max_size=3)


_Points = list[tuple[float, float]]


def area(ring: _Points) -> float:
    pairs = zip(ring, [*ring[1:], *ring[:1]], strict=True)
    return abs(sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairs)) / 2


@given(_TRIANGLES)
def test_what_is_left_of_an_area_lies_inside(ring: _Points) -> None:
    for x, y in clipped_ring(ring, _EDGES):
        assert -1e-9 <= x <= 10 + 1e-9
        assert -1e-9 <= y <= 8 + 1e-9


@given(_TRIANGLES, st.integers(-19, 29))
def test_two_halves_are_as_large_as_the_whole(ring: _Points, cut: int) -> None:
    left = clipped_ring(ring, (-50, -50, cut, 50))
    right = clipped_ring(ring, (cut, -50, 50, 50))
    assert area(left) + area(right) == pytest.approx(area(ring))


def test_an_area_inside_stays_as_it_is_and_one_outside_goes() -> None:
    ring: _Points = [(1, 1), (5, 1), (5, 5)]
    assert clipped_ring(ring, _EDGES) == ring
    assert clipped_ring([(11, 1), (15, 1), (15, 5)], _EDGES) == []


def test_a_line_that_leaves_and_comes_back_is_two() -> None:
    line: _Points = [(2, 4), (12, 4), (12, 6), (2, 6)]
    assert clipped_lines(line, _EDGES) == [[(2, 4), (10, 4)], [(10, 6), (2, 6)]]


@given(st.lists(_POINTS, min_size=2, max_size=6))
def test_no_piece_of_a_line_lies_outside(line: _Points) -> None:
    for piece in clipped_lines(line, _EDGES):
        assert len(piece) > 1
        for x, y in piece:
            assert -1e-9 <= x <= 10 + 1e-9
            assert -1e-9 <= y <= 8 + 1e-9


def test_corners_of_a_shore_are_cut_off_but_not_where_the_map_ends() -> None:
    square = [(0.0, 0.0), (100.0, 0.0), (100.0, 8.0), (0.0, 8.0)]
    cut = rounded(square, (0.0, 0.0, 200.0, 200.0))
    assert cut == [(0.0, 0.0), (100.0, 0.0), (100.0, 6.0), (96.0, 8.0), (0.0, 8.0)]
