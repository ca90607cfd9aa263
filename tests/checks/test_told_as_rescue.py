"""C313: who got out is the hero of their own story."""

import pytest

from tests.checks.worded import faults, told


@pytest.mark.parametrize(
    ("notes", "words"),
    [
        ("They set the two boys free.", "set the two boys free"),
        ("It saved her.", "saved her"),
    ],
)
def test_a_rescue_is_told(notes: str, words: str) -> None:
    assert told(notes) == [("C313", words)]


@pytest.mark.parametrize(
    "notes",
    [
        "It saved her money.",
        "The International Rescue Committee.",
        "She saved the best for him.",
        "Rescue breathing saves time.",
    ],
)
def test_what_is_meant_otherwise_is_left_alone(notes: str) -> None:
    assert told(notes) == []


def test_it_is_advice() -> None:
    (fault,) = faults("They were rescued.")
    assert fault.is_advice
