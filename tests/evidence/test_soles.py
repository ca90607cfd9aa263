"""E106 of 'not the only four', told as if there were four, or as the only one."""

import pytest

from tests.evidence.telling import Bent, is_caught, is_proved

TOLD = (
    Bent(
        "These are not the only three wells of the village.",
        "not the only three wells of the village",
        "The village has more than three wells",
        "The village has three wells",
        "E106",
    ),
    Bent(
        "He is not the only smith in the valley.",
        "not the only smith in the valley",
        "The valley has another smith besides him",
        "He is the only smith in the valley",
        "E106",
    ),
    Bent(
        "Those were by no means the only two ships of the company.",
        "by no means the only two ships of the company",
        "The company had other ships than those two",
        "The company had two ships",
        "E106",
    ),
    Bent(
        "The abbey is not our only source of bread.",
        "abbey is not our only source of bread",
        "The abbey is one of the sources of bread",
        "The abbey is the only source of bread",
        "E106",
    ),
    Bent(
        "There are not the only five ferries on the lake.",
        "There are not the only five ferries on the lake",
        "There are at least five ferries on the lake",
        "In all there are five ferries on the lake",
        "E106",
    ),
    Bent(
        "Fishing is far from the only trade of the islanders.",
        "far from the only trade of the islanders",
        "Fishing is a trade of the islanders, among others",
        "Fishing is the sole trade of the islanders",
        "E106",
    ),
)


@pytest.mark.parametrize("one", TOLD, ids=[one.true for one in TOLD])
def test_what_leaves_room_for_others_is_proved(one: Bent) -> None:
    assert is_proved(one)


@pytest.mark.parametrize("one", TOLD, ids=[one.bent for one in TOLD])
def test_what_is_told_as_all_there_is_is_refused(one: Bent) -> None:
    assert is_caught(one)
