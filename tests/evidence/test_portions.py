"""Some of a group is not the group, and a total is not what there was at a time."""

import pytest

from tests.evidence.telling import told

PARTS = (  # (post, exact, true, bent)
    (
        "Some of the group of 14 sailors from Malta slept there.",
        "Some of the group of 14 sailors from Malta slept there",
        "Some of a group of 14 sailors from Malta slept there",
        "A group of 14 sailors from Malta slept there",
    ),
    (
        "A few of the 30 nuns learned to swim.",
        "A few of the 30 nuns learned to swim",
        "A few of the 30 nuns learned to swim",
        "The 30 nuns learned to swim",
    ),
    (
        "The inn took in part of the crew of 9 that night.",
        "took in part of the crew of 9 that night",
        "The inn took in part of a crew of 9",
        "The inn took in a crew of 9",
    ),
    (
        "Most of a class of 22 pupils had the fever.",
        "Most of a class of 22 pupils had the fever",
        "Most of a class of 22 pupils had the fever",
        "A class of 22 pupils had the fever",
    ),
    (
        "Over the year the barn has had 40 guests.",
        "the barn has had 40 guests",
        "The barn had 40 guests in the year",
        "The barn has 40 guests at a time",
    ),
    (
        "In the summer the ward nursed as many boys as the one in Bern.",
        "nursed as many boys as the one in Bern",
        "In the summer the ward nursed as many boys as the one in Bern",
        "The ward nurses as many boys at once as the one in Bern",
    ),
)
LEFT = (  # (post, says): no group of persons and no number of it is told, or they are together in the post
    ("Members of the guild had the fever.", "The guild had the fever"),
    ("Members of the guild of 1994 had the fever.", "The guild of 1994 had the fever"),
    ("The barn has room for 40 guests.", "The barn has 40 guests at a time"),
    ("Forty guests sleep together in the barn.", "40 guests sleep in the barn at once"),
    ("The barn has 40 guests at any one time.", "The barn has 40 guests at a time"),
    ("The barn has 40 guests at one time.", "The barn has 40 guests at a time"),
    ("The barn has 40 guests simultaneously.", "The barn has 40 guests at a time"),
    ("The barn has 40 guests at the same time.", "The barn has 40 guests at a time"),
    ("A member of the crew of 9 slept.", "One of the crew of 9 slept"),
)
ASKED = ("some or all", "of all that time")


@pytest.mark.parametrize(("post", "exact", "true", "bent"), PARTS, ids=[bent for *_, bent in PARTS])
def test_a_part_and_a_total_stay_what_they_are(post: str, exact: str, true: str, bent: str) -> None:
    asked = ("some or all", "at a time", "at once")
    found, forged = told(post, exact, true), told(post, exact, bent)
    assert not found.faults
    assert not any(one in reason for reason in found.review for one in asked)
    assert forged.faults or any(one in reason for reason in forged.review for one in asked)


@pytest.mark.parametrize(("post", "says"), LEFT)
def test_what_is_no_group_and_what_is_together_is_not_asked_about(post: str, says: str) -> None:
    found = told(post, post.rstrip("."), says)
    assert not any(one in reason for reason in found.review for one in ASKED)


def test_a_part_of_something_else_is_not_asked_about() -> None:
    post = "Some of the crew of 9 slept; in the barn of the old mill 9 cows stood all night."
    found = told(post, "the old mill 9 cows stood all night", "9 cows stood in the barn")
    assert not any("some or all" in reason for reason in found.review)


def test_of_two_parts_one_is_asked_about() -> None:
    post = "Part of the crew of 9, and members of the class of 12, had the fever."
    found = told(post, post.rstrip("."), "The crew of 9 and the class of 12 had the fever")
    assert len([reason for reason in found.review if "some or all" in reason]) == 1


@pytest.mark.parametrize("part", ["Part of", "A number of", "Members of"])
def test_all_of_a_choir_are_more_than_some_of_it(part: str) -> None:
    post = f"{part} the choir had the fever."
    assert any("some or all" in one for one in told(post, post.rstrip("."), "The choir had the fever").review)


@pytest.mark.parametrize("time", ["simultaneously", "at any one time", "at one time", "at the same time"])
def test_all_at_a_time_are_more_than_all_over_the_years(time: str) -> None:
    found = told("The barn has had 40 guests.", "barn has had 40 guests", f"The barn has 40 guests {time}")
    assert any("of all that time" in one for one in found.review)


WOLVES = "Of those counted, nine were grey wolves, including two of the north, more than in May."
SAILORS = "Seven were visiting sailors, among them one with fever."


@pytest.mark.parametrize(
    ("post", "exact", "says", "is_asked"),
    [
        (WOLVES, "nine were grey wolves", "Nine grey wolves of the north were counted", True),
        (SAILORS, "Seven were visiting sailors", "Seven visiting sailors had fever", True),
        (WOLVES, "nine were grey wolves", "Nine grey wolves were counted, two of them of the north", False),
        (WOLVES, "nine were grey wolves", "Nine grey wolves were counted, more than in May", False),
        (SAILORS, "Seven were visiting sailors", "Seven visiting sailors were there", False),
        ("Seven sailors came, and one with fever.", "Seven sailors came", "Seven sailors came with fever", False),
    ],
)
def test_what_is_told_of_a_part_is_not_told_of_all(post: str, exact: str, says: str, is_asked: bool) -> None:
    found = told(post, exact, says)
    assert not found.faults
    assert any("and not of all the" in one for one in found.review) == is_asked
