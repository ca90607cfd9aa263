"""E125 roles-swapped: certain where both are named and exchanged, and asked about where the words may mean the same."""

import pytest

from tests.evidence.telling import REVIEW, told, verdicts

SEALS = "The wardens failed to search boats for signs of poaching and only counted two grey signs of poaching in May."


@pytest.mark.parametrize(
    ("post", "says", "verdict"),
    [
        ("The fox chased the hound across the yard", "The hound chased the fox across the yard", "E125"),
        ("The abbot accused the mayor of theft", "The mayor accused the abbot of theft", "E125"),
        ("The queen was warned by the cook", "The queen warned the cook", REVIEW),
        ("The cook warned the queen", "The cook was warned by the queen", REVIEW),
        ("The cook and two maids warned the queen", "The queen warned the cook", REVIEW),
        ("The fox chased the hound and the hare", "The hound chased the fox", REVIEW),
        ("Monks opened the abbey to pilgrims", "Pilgrims opened the abbey", REVIEW),
        (
            "Bread is cheaper in the harbour than in the castle",
            "Bread is cheaper in the castle than in the harbour",
            "E125",
        ),
        ("She was born in Arles and grew up in Nice", "She was born in Nice and grew up in Arles", "E125"),
    ],
)
def test_what_is_told_the_other_way_round_is_refused_or_asked_about(post: str, says: str, verdict: str) -> None:
    assert verdict in verdicts(told(f"{post}.", post, says))


@pytest.mark.parametrize(
    ("post", "exact", "says"),
    [
        (SEALS, "only counted two grey signs of poaching", "Only two grey signs of poaching were counted in May"),
        (
            "Herders were traditionally poor and moved their goats from hill to hill.",
            "from hill to hill",
            "The herders were wanderers who moved their goats from hill to hill",
        ),
        ("The guild of dyers mended the roof.", "guild of dyers mended the roof", "The roof was mended by the guild"),
        (
            "The lake is deeper than the pond.",
            "lake is deeper than the pond",
            "The pond is shallower than the lake",
        ),
        (
            "She worked in Arles and slept in Nice.",
            "worked in Arles and slept in Nice",
            "She slept in Nice and worked in Arles",
        ),
    ],
)
def test_what_is_told_from_the_other_side_is_proved(post: str, exact: str, says: str) -> None:
    found = told(post, exact, says)
    assert found.proved, found.faults
