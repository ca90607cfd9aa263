"""E123: what is only announced, told as held; told as done in other words, it is asked about."""

import pytest

from tests.evidence.asking import asked, judged

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
