"""Numbers as posts write them, and the year that each is for."""

import pytest

from talkbuilder.claims.figures import figures, scale_of, years_of
from talkbuilder.claims.normal import normalise
from tests.corpora.tables import from_table


def values(text: str) -> list[float]:
    """The first reading of every figure."""
    return [one.values[0] for one in figures(normalise(text).text)]


@from_table
def test_a_figure_is_read_in_digits_and_in_words(text: str, expected: list[float]) -> None:
    assert values(text) == pytest.approx(expected)


def test_a_figure_can_be_read_in_two_ways() -> None:
    (third,) = figures("a third road")
    assert third.has(3)
    assert third.has(1 / 3)


def test_a_scale_belongs_to_its_figure() -> None:
    (million,) = figures("16 million")
    assert million.has(16e6)
    assert not million.has(16)
    assert not million.has(16e3)


@pytest.mark.parametrize(
    ("unit", "scale"), [("million people", 1e6), ("thousands of men", 1e3), ("people", 1), ("", 1)]
)
def test_a_unit_may_hold_a_scale(unit: str, scale: float) -> None:
    assert scale_of(unit) == scale


@from_table
def test_a_figure_is_for_the_year_on_its_side(sentence: str, figure: float, years: set[int]) -> None:
    all_of_them = figures(sentence)
    one = next(one for one in all_of_them if one.has(figure) and not one.is_year)
    assert years_of(sentence, one, all_of_them) == years
