"""E106: what somebody did not report remains unreported, and they keep silent on it."""

import pytest

from tests.evidence.telling import REVIEW, told, verdicts

BAKERS = "The town did not report how many foreign bakers received permits."
MANY = "did not report how many foreign bakers received permits"
BRIDGE, WHY = "The mayor did not say why the bridge was closed.", "did not say why the bridge was closed"
CHAPEL, WHO = "Nobody knows who built the chapel.", "Nobody knows who built the chapel"


@pytest.mark.parametrize(
    ("post", "exact", "says"),
    [
        (BAKERS, MANY, "How many foreign bakers received permits remained unreported"),
        (BAKERS, MANY, "How many foreign bakers received permits went unreported"),
        (BAKERS, MANY, "How many foreign bakers received permits is unknown from the report"),
        (BAKERS, MANY, "It remains open how many foreign bakers received permits"),
        (BAKERS, MANY, "The town left open how many foreign bakers received permits"),
        (BAKERS, MANY, "The town kept silent on how many foreign bakers received permits"),
        (BAKERS, MANY, "The town was silent about how many foreign bakers received permits"),
        (BRIDGE, WHY, "The mayor left it open why the bridge was closed"),
        (BRIDGE, WHY, "Why the bridge was closed was left unsaid by the mayor"),
        (CHAPEL, WHO, "It is unknown who built the chapel"),
    ],
)
def test_what_is_not_told_is_untold(post: str, exact: str, says: str) -> None:
    found = told(post, exact, says)
    assert not found.faults
    assert not [one for one in found.review if "'not'" in one]


@pytest.mark.parametrize(
    ("post", "exact", "says"),
    [
        (BAKERS, MANY, "The town reported how many foreign bakers received permits"),
        (BAKERS, MANY, "The town reported how many foreign bakers received permits and remained unknown"),
        (BAKERS, MANY, "An unknown town reported how many foreign bakers received permits"),
        (BAKERS, MANY, "The town, long silent, reported how many foreign bakers received permits"),
        (BAKERS, MANY, "Foreign bakers received permits"),
        (BAKERS, MANY, "Foreign bakers received permits and went unreported"),
        (BAKERS, MANY, "Foreign bakers received permits, and it is unknown how they left"),
        (BAKERS, MANY, "The door was open when foreign bakers received permits"),
        (BAKERS, MANY, "How many foreign bakers received permits is known"),
        (BRIDGE, WHY, "The mayor said why the open bridge was closed"),
        (CHAPEL, WHO, "The man who built the chapel is known"),
        (
            "The guests did not pay what they owed for the room.",
            "did not pay what they owed for the room",
            "It is unknown what they owed and the guests paid for the room",
        ),
    ],
)
def test_nothing_else_is_untold(post: str, exact: str, says: str) -> None:
    assert "E106" in {one.code for one in told(post, exact, says).faults}


def test_what_is_not_untold_is_asked_about() -> None:
    found = told(BAKERS, MANY, "How many foreign bakers received permits did not remain unreported")
    assert verdicts(found) == {REVIEW}
    assert "it has lost the 'not' of the post: is it the same?" in found.review
