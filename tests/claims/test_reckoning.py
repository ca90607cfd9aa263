"""What follows from the figures of a passage, and what does not."""

from talkbuilder.claims.normal import normalise
from talkbuilder.claims.reckoning import amounts, follows
from tests.corpora.tables import from_table


def how(ours: str, theirs: str, near: str = "") -> list[str]:
    plain, source = normalise(ours).text, normalise(theirs).text
    found = (follows(plain, one, source, near) for one in amounts(plain) if not one.figure.is_year)
    return [one.shown if one else "" for one in found]


@from_table
def test_a_figure_has_its_unit(text: str, expected: list[tuple[float, str]]) -> None:
    assert [(one.value, one.measure) for one in amounts(text)] == expected


@from_table
def test_sums_shares_units_and_roundings_follow(ours: str, theirs: str, expected: str) -> None:
    assert how(ours, theirs)[0] == expected


def test_one_of_two_figures_stands_in_the_passage_itself() -> None:
    assert how("12 boats", "Seven red boats came.", "Five blue boats came too.") == ["Seven + Five = 12"]
    assert how("12 boats", "Boats came.", "Seven red boats and five blue boats came too.") == [""]


def test_figures_that_stand_apart_make_no_share_by_chance() -> None:
    assert how("29 percent", "The level fell over forty years.", "By 2010 there were 31 species.") == [""]
    assert how("42 percent", "Dirt had 212 mentions.", "We asked 500 passengers.") == ["212 of 500 are 42.4 %"]
