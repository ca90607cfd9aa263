"""E107 of what is so only 'if', which may be told as of those who do so, and not without."""

import pytest

from tests.evidence.telling import Bent, is_caught, is_proved

TOLD = (
    Bent(
        "Guilds may trade there or, if the master has a charter, sell beer in the square.",
        "if the master has a charter, sell beer in the square",
        "A guild whose master has a charter may sell beer in the square",
        "Guilds may sell beer in the square",
        "E107",
    ),
    Bent(
        "If a ferry carries cattle, it pays no toll at the lock.",
        "it pays no toll at the lock",
        "A ferry that carries cattle pays no toll at the lock",
        "A ferry pays no toll at the lock",
        "E107",
    ),
    Bent(
        "Pilgrims sleep in the barn if they come without a letter.",
        "Pilgrims sleep in the barn",
        "Pilgrims who come without a letter sleep in the barn",
        "Pilgrims sleep in the barn",
        "E107",
    ),
    Bent(
        "A farm gets seed from the county if its owner is a widow.",
        "gets seed from the county",
        "A farm whose owner is a widow gets seed from the county",
        "A farm gets seed from the county",
        "E107",
    ),
    Bent(
        "If a bell cracks within a year, the founder casts it anew.",
        "the founder casts it anew",
        "The founder casts anew a bell that cracks within a year",
        "The founder casts the bell anew",
        "E107",
    ),
    Bent(
        "The nurses are paid double if they work on Sundays.",
        "The nurses are paid double",
        "Nurses working on Sundays are paid double",
        "The nurses are paid double",
        "E107",
    ),
)


@pytest.mark.parametrize("one", TOLD, ids=[one.true for one in TOLD])
def test_a_condition_may_be_told_as_of_those_who_meet_it(one: Bent) -> None:
    assert is_proved(one)


@pytest.mark.parametrize("one", TOLD, ids=[one.bent for one in TOLD])
def test_a_condition_that_is_lost_is_refused(one: Bent) -> None:
    assert is_caught(one)


def test_a_condition_of_which_a_part_is_told_is_asked_about() -> None:
    post = "A farm gets seed from the county if its owner is a widow with children."
    says = "A farm whose owner is a widow gets seed from the county"
    one = Bent(post, "gets seed from the county", says, says, "review")
    assert is_proved(one)
    assert is_caught(one)


@pytest.mark.parametrize(
    ("post", "exact", "says"),
    [
        (
            "Guilds that brew may sell beer if the master has a charter.",
            "may sell beer",
            "Guilds that brew may sell beer",
        ),
        ("A ferry, if it carries cattle, pays no toll.", "pays no toll", "A ferry that crosses the lake pays no toll"),
    ],
)
def test_another_clause_keeps_no_condition(post: str, exact: str, says: str) -> None:
    assert is_caught(Bent(post, exact, says, says, "E107"))
