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


@pytest.mark.parametrize(("post", "exact", "true", "bent"), PARTS, ids=[bent for *_, bent in PARTS])
def test_a_part_and_a_total_stay_what_they_are(post: str, exact: str, true: str, bent: str) -> None:
    asked = ("some or all", "at a time", "at once")
    found, forged = told(post, exact, true), told(post, exact, bent)
    assert not found.faults
    assert not any(one in reason for reason in found.review for one in asked)
    assert forged.faults or any(one in reason for reason in forged.review for one in asked)
