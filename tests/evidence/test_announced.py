"""E123: what is only announced, told as held; told as done in other words, it is asked about."""

import pytest

from tests.evidence.asking import asked, judged
from tests.evidence.telling import told

FAIR = "The guild fair will be May 16-18 in the barn. Sellers will be able to choose two of the four tables."
EXACT = "fair will be May 16-18 in the barn"


@pytest.mark.parametrize("says", ["The fair took place in the barn", "The fair was held on May 16-18"])
def test_what_will_be_did_not_take_place(says: str) -> None:
    assert [one.code for one in judged(FAIR, says=says, exact=EXACT).faults] == ["E123"]


@pytest.mark.parametrize(
    ("says", "exact"),
    [
        ("Guests came to the fair in the barn", EXACT),
        ("Sellers chose two of the four tables", "Sellers will be able to choose two of the four tables"),
        ("Sellers chose two of the four tables", "able to choose two of the four tables"),
    ],
)
def test_whether_it_came_to_pass_is_asked(says: str, exact: str) -> None:
    assert "did it come to pass?" in asked(FAIR, says=says, exact=exact)


@pytest.mark.parametrize(
    ("post", "says", "exact"),
    [
        (FAIR, "The fair is on May 16-18", EXACT),
        (FAIR, "The fair was set for June", EXACT),
        (FAIR, "The fair was to be in the barn", EXACT),
        (FAIR, "Sellers can choose two of the four tables", "Sellers will be able to choose two of the four tables"),
        ("The fair will be in May; guests danced.", "Guests danced", "guests danced"),
        ("The fair will be in the old barn of the guild where guests danced.", "Guests danced there", "guests danced"),
        ("The fair that was small will be in May.", "The fair was small", "fair that was small will be in May"),
        ("The fair will be in the painted barn.", "The fair is in the painted barn", "will be in the painted barn"),
        ("The fair will be cold. The barn was opened in May.", "The barn was opened in May", "barn was opened in May"),
    ],
)
def test_what_is_told_as_announced_or_was_before_is_not(post: str, says: str, exact: str) -> None:
    found = judged(post, says=says, exact=exact)
    assert not found.faults
    assert "come to pass" not in " ".join(found.review)


YARD = "The new owners broke up the old guild on purpose and proclaimed the yard would be used for storage instead."
MEADOW = "The council proclaimed the meadow would be sold to the abbey."
HAY = "The abbot decreed that the hay would be given to the poor."
LEAVE = "The owner ruled that guests should leave at noon."


@pytest.mark.parametrize(
    ("post", "exact", "says"),
    [
        (
            YARD,
            "broke up the old guild on purpose",
            "The old guild was broken up, and the yard was to be used for storage",
        ),
        (YARD, "the yard would be used for storage", "The yard was to serve for storage"),
        (MEADOW, "the meadow would be sold to the abbey", "The meadow was to be sold to the abbey"),
        (HAY, "the hay would be given to the poor", "By decree of the abbot the hay was to be given to the poor"),
        (HAY, "the hay would be given to the poor", "The hay was to be provided to the poor"),
        (LEAVE, "guests should leave at noon", "Guests were to leave at noon"),
        ("The guild decided that the inn should be closed.", "the inn should be closed", "The inn was to be closed"),
        (
            "The elders agreed that the fields would be ploughed.",
            "the fields would be ploughed",
            "The fields were to be ploughed",
        ),
        ("A new well is going to be dug by the town.", "is going to be dug", "A new well was to be dug by the town"),
    ],
)
def test_what_is_decided_was_to_be_done(post: str, exact: str, says: str) -> None:
    found = told(post, exact, says)
    assert not found.faults
    assert not [one for one in found.review if "pass?" in one or "'was'" in one]


@pytest.mark.parametrize(
    ("post", "exact", "says"),
    [
        (YARD, "broke up the old guild on purpose", "The old guild was to be broken up"),
        ("The meadow was sold to the abbey.", "was sold to the abbey", "The meadow was to be sold to the abbey"),
        (
            "They closed the kitchen, and guests would be seen in the yard.",
            "closed the kitchen",
            "The kitchen was to be closed",
        ),
        ("She said that the smith would sing.", "the smith would sing", "The smith was to sing"),
        (
            "They decided on a fair, and bakers would often sing there.",
            "bakers would often sing there",
            "Bakers were to sing there",
        ),
        ("The council agreed the mill would have burned.", "the mill would have burned", "The mill was to burn"),
        ("The council proclaimed the mill would not be sold.", "the mill would not be sold", "The mill was to be sold"),
        (
            "The duke ruled here; children would swim in the river.",
            "children would swim in the river",
            "Children were to swim in the river",
        ),
        ("An inspector recommended that the inn should close.", "the inn should close", "The inn was to close"),
        (
            "The owner ruled that guests should be allowed to leave.",
            "guests should be allowed to leave",
            "Guests were to leave",
        ),
        ("The abbey bought the meadow.", "The abbey bought the meadow", "The abbey was to get the meadow"),
        (LEAVE, "guests should leave at noon", "Guests left at noon"),
        (LEAVE, "guests should leave at noon", "Guests left at noon who were to sing"),
    ],
)
def test_nothing_else_was_to_be_done(post: str, exact: str, says: str) -> None:
    assert "E123" in {one.code for one in told(post, exact, says).faults}


@pytest.mark.parametrize(
    ("post", "exact", "says", "asked"),
    [
        (
            MEADOW,
            "the meadow would be sold to the abbey",
            "The meadow was sold to the abbey",
            "the post says 'would', and it says 'was'",
        ),
        (
            HAY,
            "the hay would be given to the poor",
            "The hay was given to the poor",
            "the post says 'would', and it says 'was'",
        ),
        (
            YARD,
            "broke up the old guild on purpose",
            "The old guild was broken up, and the yard was wholly used for storage",
            "tells 'used' as decided",
        ),
        (MEADOW, "the meadow would be sold to the abbey", "The abbey was to get the meadow", "is it so?"),
    ],
)
def test_what_is_decided_is_not_told_as_done(post: str, exact: str, says: str, asked: str) -> None:
    found = told(post, exact, says)
    assert not found.faults
    assert any(asked in one for one in found.review)


def test_what_is_told_of_before_a_decision_is_done() -> None:
    found = told(YARD, "broke up the old guild on purpose", "The old guild was broken up on purpose")
    assert not found.faults
    assert not found.review
