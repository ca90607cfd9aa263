"""How outlines are prepared: which points of a line matter, and how arcs are packed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.geo.prepare import KM_PER_DEGREE, area_km2, grades_of, weights_of


def test_a_square_of_a_degree_on_the_equator() -> None:
    square = [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)]
    assert area_km2(square) == pytest.approx(KM_PER_DEGREE**2, rel=1e-3)
    assert area_km2(square[::-1]) == pytest.approx(-(KM_PER_DEGREE**2), rel=1e-3)


def test_a_point_matters_by_the_triangle_that_it_makes() -> None:
    weights = weights_of([(0.0, 0.0), (1.0, 0.01), (2.0, 0.0), (3.0, 1.0), (4.0, 0.0)])
    assert weights[0] == weights[-1] == float("inf")
    assert weights[1] < weights[2] <= weights[3]


@given(st.lists(st.tuples(st.floats(-10, 10), st.floats(-10, 10)), min_size=3, max_size=20))
def test_every_point_of_a_line_has_a_weight_and_only_its_ends_stay_for_ever(line: list[tuple[float, float]]) -> None:
    weights = weights_of(line)
    assert len(weights) == len(line)
    assert [weight == float("inf") for weight in weights] == [True, *(False for _ in line[1:-1]), True]


def test_an_island_too_small_for_a_grade_is_left_out_of_it() -> None:
    island = [(0.0, 0.0), (0.0, 0.1), (0.1, 0.1), (0.1, 0.0), (0.0, 0.0)]
    border = [(5.0, 5.0), (6.0, 6.0)]
    counts = [len(grade.lons) // 2 for grade in grades_of([island, border])]
    assert counts[0] == 7
    assert counts[-1] == 2
