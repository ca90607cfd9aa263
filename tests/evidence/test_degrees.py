"""E110 wrong-direction, and E107 of what is slight: how far something rose or fell."""

import pytest

from tests.evidence.telling import Bent, is_caught, is_proved

TOLD = (
    Bent(
        "Fewer cranes came to the lake in 2009.",
        "Fewer cranes came to the lake in 2009",
        "Fewer cranes came to the lake in 2009",
        "Cranes stopped coming to the lake in 2009",
        "E110",
    ),
    Bent(
        "Theft in the market fell by a third.",
        "Theft in the market fell by a third",
        "Theft in the market fell by a third",
        "Theft in the market was eliminated",
        "E110",
    ),
    Bent(
        "The sale of peat declined after the law.",
        "The sale of peat declined after the law",
        "The sale of peat dropped after the law",
        "The sale of peat ceased after the law",
        "E110",
    ),
    Bent(
        "The mill reduced its use of coal.",
        "The mill reduced its use of coal",
        "The mill cut its use of coal",
        "The mill no longer used coal",
        "E110",
    ),
    Bent(
        "The school increased its lessons in Welsh.",
        "The school increased its lessons in Welsh",
        "The school increased its Welsh lessons",
        "The school began its lessons in Welsh",
        "E110",
    ),
    Bent(
        "Rents rose slightly in 2010.",
        "Rents rose slightly in 2010",
        "Rents rose a little in 2010",
        "Rents rose in 2010",
        "E107",
    ),
    Bent("Rents rose in 2010.", "Rents rose in 2010", "Rents went up in 2010", "Rents soared in 2010", "E110"),
    Bent(
        "Visits grew from 300 in 2001 to 410 in 2002.",
        "grew from 300 in 2001 to 410 in 2002",
        "Visits grew from 300 in 2001 to 410 in 2002",
        "Visits doubled from 300 in 2001 to 410 in 2002",
        "E110",
    ),
    Bent(
        "Visits grew from 300 in 2001 to 600 in 2002.",
        "grew from 300 in 2001 to 600 in 2002",
        "Visits doubled from 300 in 2001 to 600 in 2002",
        "Visits tripled from 300 in 2001 to 600 in 2002",
        "E110",
    ),
    Bent(
        "Smoking declined and then stopped.",
        "declined and then stopped",
        "Smoking declined and then stopped",
        "Smoking rose and then stopped",
        "E110",
    ),
    Bent(
        "The number of wells fell sharply.",
        "The number of wells fell sharply",
        "The number of wells plummeted",
        "The number of wells rose sharply",
        "E110",
    ),
)


@pytest.mark.parametrize("one", TOLD, ids=[one.true for one in TOLD])
def test_what_is_true_is_proved(one: Bent) -> None:
    assert is_proved(one)


@pytest.mark.parametrize("one", TOLD, ids=[one.bent for one in TOLD])
def test_what_is_bent_is_refused_or_listed(one: Bent) -> None:
    assert is_caught(one)
