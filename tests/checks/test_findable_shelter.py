"""C306: nobody finds a shelter by what is said."""

import pytest

from tests.checks.worded import told


@pytest.mark.parametrize(
    ("notes", "words"),
    [
        ("The shelter in Duluth is full.", "shelter in Duluth"),
        ("Nine beds are in the shelter.", "Nine beds are in the shelter"),
        ("In Almaty I saw a shelter.", "In Almaty I saw a shelter"),
        ("Almaty’s shelter is full.", "Almaty’s shelter"),
    ],
)
def test_what_leads_to_a_shelter_is_told(notes: str, words: str) -> None:
    assert told(notes) == [("C306", words)]


@pytest.mark.parametrize(
    "notes",
    [
        "The shelter in Kazakhstan is full.",
        "A shelter in Need of soap.",
        "A bus shelter on Garden Street.",
        "We found shelter near the gate.",
        "Twenty shelters in all.",
    ],
)
def test_what_is_meant_otherwise_is_left_alone(notes: str) -> None:
    assert told(notes) == []
