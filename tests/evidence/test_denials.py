"""E106 and E122 of what is denied by a part of a word: 'non-smoking', 'non transparent'."""

import pytest

from tests.evidence.telling import Bent, is_caught, is_proved

TOLD = (
    Bent(
        "The lodge has eleven non smoking rooms.",
        "eleven non smoking rooms",
        "In eleven rooms of the lodge there is no smoking",
        "The lodge has eleven smoking rooms",
        "E106",
    ),
    Bent(
        "It was a non violent protest of weavers.",
        "a non violent protest of weavers",
        "The protest of weavers was not violent",
        "The protest of weavers was violent",
        "E106",
    ),
    Bent(
        "Non-payment of the toll is common at the lock.",
        "Non-payment of the toll is common",
        "Not paying the toll is common at the lock",
        "Payment of the toll is common at the lock",
        "E106",
    ),
    Bent(
        "They chose a non-resident judge.",
        "They chose a non-resident judge",
        "They chose a judge who is not a resident",
        "They chose a resident judge",
        "E106",
    ),
    Bent(
        "The choir is a non-profit group.",
        "The choir is a non-profit group",
        "The choir makes no profit",
        "The choir makes a profit",
        "E106",
    ),
    Bent(
        "Nonmembers eat in the hall on Fridays.",
        "Nonmembers eat in the hall on Fridays",
        "Those who are not members eat in the hall on Fridays",
        "Members eat in the hall on Fridays",
        "E106",
    ),
)


@pytest.mark.parametrize("one", TOLD, ids=[one.true for one in TOLD])
def test_a_non_may_be_told_as_a_not(one: Bent) -> None:
    assert is_proved(one)


@pytest.mark.parametrize("one", TOLD, ids=[one.bent for one in TOLD])
def test_a_non_that_is_lost_is_refused(one: Bent) -> None:
    assert is_caught(one)
