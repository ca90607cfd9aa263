"""What follows from the figures of a passage, and what does not."""

import pytest

from talkbuilder.claims.normal import normalise
from talkbuilder.claims.reckoning import amounts, follows


def how(ours: str, theirs: str, near: str = "") -> list[str]:
    plain, source = normalise(ours).text, normalise(theirs).text
    return [follows(plain, one, source, near) for one in amounts(plain) if not one.figure.is_year]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12 days", [(12 * 86400, "time")]),
        ("two and a half hours", [(9000, "time")]),
        ("3 km", [(3000, "length")]),
        ("40 %", [(40, "share")]),
        ("40 per cent", [(40, "share")]),
        ("$40", [(40, "dollars")]),
        ("40 dollars", [(40, "dollars")]),
        ("half a year", [(6, "months")]),
        ("40 boats", [(40, "")]),
    ],
)
def test_a_figure_has_its_unit(text: str, expected: list[tuple[float, str]]) -> None:
    assert [(one.value, one.measure) for one in amounts(text)] == expected


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        ("12 boats in all", "Seven red boats and five blue boats came.", "Seven + five = 12"),
        ("four more red boats", "Nine red boats and five blue boats came.", "Nine - five = 4"),
        ("40% of them", "20 of the 50 boats came.", "the same as 20"),
        ("three times as many", "30 boats came. 10 came before.", "30 / 10 = 3"),
        ("about 200 boats", "198 boats came.", "198 made round"),
        ("six months", "It took half a year.", "the same as half a year"),
        ("1.3 days fewer", "It went from 5.1 to 3.8 days.", "5.1 - 3.8 days = 1.3"),
        ("for six years", "It closed in 2012 and opened in 2018.", "2018 - 2012 = 6"),
        ("for seven years", "It closed in 2012 and opened in 2018.", ""),
        ("it rose six places", "It ranks third, and was ninth in 2008.", "ninth - third = 6"),
        ("10% of the boats", "Every tenth boat is red.", "the same as tenth"),
        ("two thirds of them are not", "A third of the boats are red.", "all but A third"),
        ("40 red boats", "Half of the 80 boats are red.", "50 % of 80 are 40"),
        ("135 minutes", "It took two hours and a quarter.", "the same as two hours and a quarter"),
        ("less than three weeks", "It took 19 days.", "the same as 19 days"),
        ("a dozen", "12 boats came.", ""),
        ("41% of them", "20 of the 50 boats came.", ""),
        ("13 boats in all", "Seven red boats and five blue boats came.", ""),
        ("about 300 boats", "198 boats came.", ""),
        ("9 of 2010", "8 boats came in 2010.", ""),
        ("1 in 1000", "4 in 1000 boats sank.", ""),
    ],
)
def test_sums_shares_units_and_roundings_follow(ours: str, theirs: str, expected: str) -> None:
    assert how(ours, theirs)[0] == expected


def test_one_of_two_figures_stands_in_the_passage_itself() -> None:
    assert how("12 boats", "Seven red boats came.", "Five blue boats came too.") == ["Seven + Five = 12"]
    assert how("12 boats", "Boats came.", "Seven red boats and five blue boats came too.") == [""]
