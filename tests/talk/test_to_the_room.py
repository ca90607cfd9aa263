"""Small counts in what a room is asked, promised or told to do claim nothing; counts of others do."""

import pytest

from talkbuilder.talk.claims import claims
from talkbuilder.talk.to_the_room import small_counts


@pytest.mark.parametrize(
    "said",
    [
        "Please take two of the four sheets.",
        "Now draw three circles on your napkin.",
        "In pairs, tell each other five things.",
        "I’ll need six chairs up here.",
        "We’re going to sing four lines.",
        "Could you lend me two pencils?",
        "Have you got seven spoons?",
    ],
)
def test_what_is_asked_of_a_room_is_plain_talk(said: str) -> None:
    assert claims(said) == ()


@pytest.mark.parametrize(
    "said",
    [
        "Take the two guards at the gate.",
        "Imagine three girls in a cellar.",
        "You can find nine owners in that street.",
        "We need to speak of the four villages that burned.",
        "Would you believe that two judges left?",
        "The baker has six ovens.",
        "Call them: five came, and forty left.",
    ],
)
def test_a_count_of_others_is_claimed_however_it_is_put(said: str) -> None:
    assert claims(said) != ()


@pytest.mark.parametrize(
    ("said", "claimed"),
    [
        ("I told you a thousand times.", []),
        ("Our dog has a million fleas.", []),
        ("The dog has a million fleas.", ["a million"]),
        ("We counted a thousand goats.", ["a thousand"]),
        ("A thousand goats came.", ["A thousand"]),
    ],
)
def test_a_round_number_that_only_means_many_is_spared(said: str, claimed: list[str]) -> None:
    assert [one.words for one in claims(said)] == claimed


def test_only_small_counts_are_spared() -> None:
    assert [*small_counts("Take four of the sheets.")] == [(5, 9)]
    assert [*small_counts("Take 40 sheets.")] == []
    assert [*small_counts("The four sheets lay there.")] == []
