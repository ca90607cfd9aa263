"""One acre in three is a third, and every fourth baker is a quarter of them; what else is counted is not."""

import pytest

from talkbuilder.evidence.shares import same_share
from tests.evidence.telling import REVIEW, told, verdicts

PASTURE, THIRD = "A third of the pasture was used as a burial ground.", "A third of the pasture"
BURNED = "A third of the pasture and two of the barns burned."
BAKERS, FOURTH = "One in four bakers went without bread that winter.", "One in four bakers"
ORCHARD = "Two thirds of the orchard belonged to the abbey."
GUILD, PERCENT = "In May 25 percent of the bakers joined the guild.", "25 percent of the bakers"
HALF = "Half of the mills were dry."
QUARTER = "In the third quarter of the year two thirds of the mills were dry."
ABOUT, ALMOST = "About a third of the pasture burned.", "Almost one in four bakers went without bread."


@pytest.mark.parametrize(
    ("post", "exact", "says"),
    [
        (PASTURE, THIRD, "One acre in three of the pasture was used as a burial ground"),
        (PASTURE, THIRD, "One acre out of three of the pasture was used as a burial ground"),
        (PASTURE, THIRD, "One acre of the pasture in three was used as a burial ground"),
        (PASTURE, THIRD, "One in every three acres of the pasture was used as a burial ground"),
        (PASTURE, THIRD, "Out of every three acres of the pasture, one was used as a burial ground"),
        (PASTURE, THIRD, "Every third acre of the pasture was used as a burial ground"),
        (PASTURE, THIRD, "Every 3rd acre of the pasture was used as a burial ground"),
        (BURNED, THIRD, "One acre in three of the pasture burned"),
        (BAKERS, FOURTH, "Every fourth baker went without bread that winter"),
        (BAKERS, FOURTH, "One baker in four went without bread that winter"),
        (BAKERS, FOURTH, "One baker in 4 starved, going without bread that winter"),
        (ORCHARD, "Two thirds of the orchard", "Two acres in three of the orchard belonged to the abbey"),
        (ORCHARD, "Two thirds of the orchard", "Out of every three acres of the orchard, two belonged to the abbey"),
        (GUILD, PERCENT, "One baker in four joined the guild in May"),
        (GUILD, PERCENT, "Every fourth baker joined the guild in May"),
        (HALF, "Half of the mills", "Every second mill was dry"),
        (QUARTER, "two thirds of the mills", "Two mills out of three were dry"),
        ("A third of the town went without bread.", "A third of the town", "One villager in three went without bread"),
        ("A third of the pasture, 20 acres, burned.", THIRD, "One acre in three burned"),
        ("A third burned of all barns.", "A third burned of all barns", "One barn in three burned"),
        (BURNED, THIRD, "In the pasture one in three, barns apart, burned"),
        (ABOUT, "About a third of the pasture", "About one acre in three of the pasture burned"),
        (ALMOST, "Almost one in four bakers", "Almost every fourth baker went without bread"),
    ],
)
def test_a_part_is_told_as_so_many_of_so_many(post: str, exact: str, says: str) -> None:
    found = told(post, exact, says)
    assert not found.faults
    assert not [one for one in found.review if "every" in one]


@pytest.mark.parametrize(
    ("post", "exact", "says", "verdict"),
    [
        (PASTURE, THIRD, "One acre in four of the pasture was used as a burial ground", "E108"),
        (PASTURE, THIRD, "Two acres in three of the pasture were used as a burial ground", "E108"),
        (PASTURE, THIRD, "Every fourth acre of the pasture was used as a burial ground", "E108"),
        (PASTURE, THIRD, "Out of every three acres of the pasture, two were used as a burial ground", "E108"),
        (PASTURE, THIRD, "Three acres of the pasture were used as a burial ground", "E108"),
        (PASTURE, THIRD, "The third acre of the pasture was used as a burial ground", "E121"),
        (PASTURE, THIRD, "The whole pasture was used as a burial ground", "E124"),
        (BURNED, THIRD, "One barn in three burned", "E121"),
        (BURNED, THIRD, "Every third barn burned", "E121"),
        (BURNED, THIRD, "Out of every three barns, one burned", "E121"),
        (BURNED, THIRD, "One acre in three of the barns burned", "E121"),
        (BURNED, THIRD, "One pasture in three villages burned", "E108"),
        (BURNED, THIRD, "One pasture in three burned villages was empty", "E108"),
        (BAKERS, FOURTH, "Every third baker went without bread that winter", "E108"),
        (BAKERS, FOURTH, "Every fourth winter the bakers went without bread", "E121"),
        (BAKERS, FOURTH, "One brewer in four went without bread that winter", "E121"),
        (GUILD, PERCENT, "One guild in four joined the bakers in May", "E121"),
        (HALF, "Half of the mills", "Every third mill was dry", "E108"),
        (QUARTER, "the third quarter of the year", "Every third mill was dry", "E124"),
        (QUARTER, "two thirds of the mills", "Every fourth mill was dry", "E108"),
        (BURNED, THIRD, "One acre in three of the pasture burned, and so did every barn", "E124"),
        ("The third acre was sold.", "The third acre", "Every third acre was sold", "E124"),
        ("Three acres were sold.", "Three acres were sold", "One acre in three was sold", "E108"),
        ("The mill burned in the third year.", "in the third year", "The mill burned in every third year", "E124"),
        (ABOUT, "About a third of the pasture", "One acre in three of the pasture burned", "E107"),
        (ABOUT, "About a third of the pasture", "At least every third acre of the pasture burned", "E107"),
        (ALMOST, "Almost one in four bakers", "Every fourth baker went without bread", "E107"),
    ],
)
def test_no_other_share_and_no_share_of_others_is_told(post: str, exact: str, says: str, verdict: str) -> None:
    assert verdict in verdicts(told(post, exact, says))


def test_whether_others_are_the_same_is_asked() -> None:
    found = told(
        "A third of the town went without bread.", "A third of the town", "One villager in three went without bread"
    )
    assert verdicts(found) == {REVIEW}
    assert found.review[0] == "the post tells the share of 'town', not of 'villager': are they the same?"


@pytest.mark.parametrize("says", ["one inn in three villages", "one inn in three burned villages"])
def test_one_in_three_others_is_no_share(says: str) -> None:
    assert not same_share(says, "a third of the inns")


@pytest.mark.parametrize(
    "says", ["one inn in three burned", "one inn in three", "one inn in three of the town", "one inn in three went"]
)
def test_one_in_three_is_a_share(says: str) -> None:
    assert same_share(says, "a third of the inns")
