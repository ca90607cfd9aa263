"""Numbers as posts write them, and the year that each is for."""

import pytest

from talkbuilder.claims.figures import figures, scale_of, years_of
from talkbuilder.claims.normal import normalise
from tests.corpora.tables import from_table


def values(text: str) -> list[float]:
    """The first reading of every figure."""
    return [one.values[0] for one in figures(normalise(text).text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("88 cases", [88]),
        ("1,000 students", [1000]),
        ("$ 70,000 and $64,200", [70000, 64200]),
        ("70 000 people", [70000]),
        ("3 ½ years", [3.5]),
        ("3½ years", [3.5]),
        ("3 1/2 years", [3.5]),
        ("½ of it", [0.5]),
        ("2.7 million", [2_700_000]),
        ("about 16 million people", [16_000_000]),
        ("one thousand dollars", [1000]),
        ("two thousands dollars", [2000]),
        ("Twenty-seven families", [27]),
        ("twenty seven", [27]),
        ("one hundred and five", [105]),
        ("two hundred thousand", [200_000]),
        ("ninth largest", [9]),
        ("10th or 13th", [10, 13]),
        ("the 21st", [21]),
        ("a third of it", [1 / 3]),
        ("two thirds", [2 / 3]),
        ("half a year", [0.5]),
        ("half a million", [500_000]),
        ("two and a half years", [2.5]),
        ("two and three quarters", [2.75]),
        ("two and three of them", [2, 3]),
        ("a dozen families", [12]),
        ("two dozen", [24]),
        ("a mill dozen miles away", [12]),
        ("Dozen boats lay there", [12]),
        ("several dozen boats, by the dozen, dozens of boats, a few dozen nets", []),
        ("one in three", [1 / 3]),
        ("one out of every ten", [1 / 10]),
        ("1 in 2010", [1, 2010]),
        ("two-thirds", [2 / 3]),
        ("seven times, twice", [7, 2]),
        ("30-minute talks of 30-year-olds", [30, 30]),
        ("from two to 14 years", [2, 14]),
        ("in 2010 134 victims", [2010, 134]),
        ("A5 and the A4 format", []),
        ("nobody at all, someone, often, tenor", []),
        ("609.281", [609.281]),
    ],
)
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
