"""E128 lost-manner: how something was done is not left out where it decides what was done."""

import pytest

from tests.evidence.telling import Bent, is_caught, is_proved

TOLD = (
    Bent(
        "The villagers were forcibly resettled in the north.",
        "were forcibly resettled in the north",
        "The villagers were resettled by force in the north",
        "The villagers were resettled in the north",
        "E128",
    ),
    Bent(
        "The monks left against their will.",
        "The monks left against their will",
        "The monks were forced to leave",
        "The monks left",
        "E128",
    ),
    Bent(
        "He was falsely accused of arson.",
        "falsely accused of arson",
        "He was wrongly accused of arson",
        "He was accused of arson",
        "E128",
    ),
    Bent(
        "A clerk deleted the list by mistake.",
        "deleted the list by mistake",
        "A clerk mistakenly deleted the list",
        "A clerk deleted the list",
        "E128",
    ),
    Bent(
        "The men signed at gunpoint.",
        "The men signed at gunpoint",
        "The men signed under threat of a gun",
        "The men signed",
        "E128",
    ),
    Bent(
        "The girls were forced to dance for tourists.",
        "forced to dance for tourists",
        "The girls had to dance for tourists",
        "The girls danced for tourists",
        "E128",
    ),
    Bent(
        "Two hikers unknowingly carried the seeds.",
        "unknowingly carried the seeds",
        "Two hikers carried the seeds without knowing it",
        "Two hikers carried the seeds",
        "E128",
    ),
    Bent(
        "The farmers gave up their land voluntarily.",
        "gave up their land voluntarily",
        "The farmers gave up their land of their own free will",
        "The farmers gave up their land",
        "E128",
    ),
    Bent(
        "The widow was coerced into selling the mill.",
        "coerced into selling the mill",
        "The widow was made to sell the mill",
        "The widow sold the mill",
        "E128",
    ),
)


@pytest.mark.parametrize("one", TOLD, ids=[one.true for one in TOLD])
def test_what_is_true_is_proved(one: Bent) -> None:
    assert is_proved(one)


@pytest.mark.parametrize("one", TOLD, ids=[one.bent for one in TOLD])
def test_what_is_bent_is_refused_or_listed(one: Bent) -> None:
    assert is_caught(one)
