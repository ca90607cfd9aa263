"""E106 of 'not the only four', told as if there were four, or as the only one."""

import pytest

from tests.evidence.telling import Bent, is_caught, is_proved, told

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
        "These are not the only three wells of the village.",
        "not the only three wells of the village",
        "There are more wells in the village than these three",
        "There are three wells in the village",
        "E106",
    ),
    Bent(
        "He is not the sole smith in the valley.",
        "not the sole smith in the valley",
        "He is not the sole smith in the valley",
        "In a corner of the valley he is the only smith",
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
SMITH = "He is not the only smith in the valley"
WELLS = "These are not the only three wells of the village"
ELSEWHERE = (  # (post, exact, says): they are not told as all there are, or something else is
    (
        f"{SMITH}; the inn of the smith is the sole house with a lamp there.",
        "the inn of the smith is the sole house with a lamp there",
        "The inn of the smith is the sole house with a lamp",
    ),
    (f"{SMITH}, alone with his goats.", f"{SMITH}, alone with his goats", "He is alone with his goats"),
    (
        "Fishing is far from the only trade of the islanders, who live alone.",
        "far from the only trade of the islanders, who live alone",
        "Fishing is a trade of the islanders, who live alone",
    ),
    (f"{SMITH}.", SMITH, "He is the smith in the valley"),
    ("He is not the sole smith in the valley.", "not the sole smith in the valley", SMITH),
    (f"{WELLS}.", WELLS, "Three wells are in the village"),
    (f"{WELLS}.", WELLS, "There are wells in the village"),
    (
        "These are not the only wells of the village, which has 3 inns.",
        "not the only wells of the village, which has 3 inns",
        "The village has 3 inns and wells",
    ),
)


@pytest.mark.parametrize("one", TOLD, ids=[one.true for one in TOLD])
def test_what_leaves_room_for_others_is_proved(one: Bent) -> None:
    assert is_proved(one)


@pytest.mark.parametrize("one", TOLD, ids=[one.bent for one in TOLD])
def test_what_is_told_as_all_there_is_is_refused(one: Bent) -> None:
    assert is_caught(one)


@pytest.mark.parametrize(("post", "exact", "says"), ELSEWHERE)
def test_what_is_not_told_as_all_there_is_stands(post: str, exact: str, says: str) -> None:
    assert told(post, exact, says).proved
