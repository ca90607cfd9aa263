"""E107 lost-hedge: what others reported, claimed or feared is told as theirs."""

import pytest

from tests.evidence.telling import Bent, is_caught, is_proved

TOLD = (
    Bent(
        "Two fishermen claimed that the lake was poisoned.",
        "the lake was poisoned",
        "Two fishermen claimed that the lake was poisoned",
        "The lake was poisoned",
        "E107",
    ),
    Bent(
        "The teachers in the valley reported that truancy had ended.",
        "truancy had ended",
        "Teachers reported that truancy had ended",
        "Truancy had ended",
        "E107",
    ),
    Bent(
        "In 2010 the company stated that no oil leaked.",
        "no oil leaked",
        "The company said that no oil leaked",
        "No oil leaked",
        "E107",
    ),
    Bent(
        "Neighbors complained that the dogs barked at night.",
        "the dogs barked at night",
        "Neighbors complained of dogs that barked at night",
        "The dogs barked at night",
        "E107",
    ),
    Bent(
        "The mayor insisted that the bridge was safe.",
        "the bridge was safe",
        "According to the mayor the bridge was safe",
        "The bridge was safe",
        "E107",
    ),
    Bent(
        "A guide estimated that 40 bears live there.",
        "40 bears live there",
        "A guide estimated that 40 bears live there",
        "40 bears live there",
        "E107",
    ),
)


@pytest.mark.parametrize("one", TOLD, ids=[one.true for one in TOLD])
def test_what_is_true_is_proved(one: Bent) -> None:
    assert is_proved(one)


@pytest.mark.parametrize("one", TOLD, ids=[one.bent for one in TOLD])
def test_what_is_bent_is_refused_or_listed(one: Bent) -> None:
    assert is_caught(one)
