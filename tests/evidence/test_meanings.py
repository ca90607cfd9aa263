"""What may stand for a word says no more than it."""

import pytest

from tests.evidence.telling import Bent, is_caught, is_proved

TOLD = (
    Bent(
        "Some goats died in the frost.",
        "Some goats died in the frost",
        "Some goats were dead after the frost",
        "Some goats were murdered in the frost",
        "review",
    ),
    Bent(
        "The clerk was accused of theft.",
        "The clerk was accused of theft",
        "Somebody accused the clerk of theft",
        "The clerk was charged with theft",
        "E123",
    ),
    Bent(
        "Two monks left the abbey.",
        "Two monks left the abbey",
        "Two monks departed from the abbey",
        "Two monks fled the abbey",
        "review",
    ),
    Bent("The claim was false.", "The claim was false", "The claim was untrue", "The claim was a lie", "review"),
    Bent(
        "Trade in furs is legal there.",
        "Trade in furs is legal there",
        "Trade in furs is legal",
        "Trade in furs is illegal there",
        "E126",
    ),
    Bent(
        "The pupils were forced to sing.",
        "The pupils were forced to sing",
        "The pupils had to sing by force",
        "The pupils were enslaved",
        "review",
    ),
    Bent(
        "Two sailors were detained in port.",
        "Two sailors were detained in port",
        "Two sailors were in detention in port",
        "Two sailors were jailed in port",
        "review",
    ),
    Bent(
        "The judge heard the trial of a smith.",
        "The judge heard the trial of a smith",
        "The trial of a smith was before a judge",
        "The judge prosecuted a smith",
        "review",
    ),
)


@pytest.mark.parametrize("one", TOLD, ids=[one.true for one in TOLD])
def test_what_is_true_is_proved(one: Bent) -> None:
    assert is_proved(one)


@pytest.mark.parametrize("one", TOLD, ids=[one.bent for one in TOLD])
def test_what_is_bent_is_refused_or_listed(one: Bent) -> None:
    assert is_caught(one)
