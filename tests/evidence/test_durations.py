"""Equal lengths of time are equal, in whatever unit, and no others."""

import pytest

from tests.evidence.telling import Bent, is_caught, is_proved

TOLD = (
    Bent(
        "She stayed for half a year in Lyon.",
        "stayed for half a year in Lyon",
        "She stayed for six months in Lyon",
        "She stayed for eight months in Lyon",
        "E108",
    ),
    Bent(
        "The trial lasted a fortnight.",
        "The trial lasted a fortnight",
        "The trial lasted two weeks",
        "The trial lasted three weeks",
        "E108",
    ),
    Bent(
        "The repairs took 18 months.",
        "The repairs took 18 months",
        "The repairs took one and a half years",
        "The repairs took two and a half years",
        "E108",
    ),
    Bent(
        "He waited for 90 minutes.",
        "waited for 90 minutes",
        "He waited for an hour and a half",
        "He waited for 90 hours",
        "E126",
    ),
    Bent(
        "They have fished there for two decades.",
        "fished there for two decades",
        "They have fished there for twenty years",
        "They have fished there for two centuries",
        "E126",
    ),
    Bent(
        "The strike went on for 14 days.",
        "went on for 14 days",
        "The strike went on for two weeks",
        "The strike went on for 14 weeks",
        "E126",
    ),
)


@pytest.mark.parametrize("one", TOLD, ids=[one.true for one in TOLD])
def test_what_is_true_is_proved(one: Bent) -> None:
    assert is_proved(one)


@pytest.mark.parametrize("one", TOLD, ids=[one.bent for one in TOLD])
def test_what_is_bent_is_refused_or_listed(one: Bent) -> None:
    assert is_caught(one)
