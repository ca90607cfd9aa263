"""C309: an act is illegal, a person never."""

import pytest

from tests.checks.worded import told


@pytest.mark.parametrize(
    ("notes", "words"),
    [
        ("They took the ILLEGALS away.", "ILLEGALS"),
        ("He is an illegal, she said.", "an illegal"),
        ("Illegal and tired immigrants slept there. Illegal young workers too.", "Illegal young workers"),
    ],
)
def test_a_person_who_is_called_illegal_is_told(notes: str, words: str) -> None:
    assert told(notes) == [("C309", words)]


@pytest.mark.parametrize(
    "notes",
    [
        "An illegal act.",
        "Illegal for workers.",
        "Illegally hired workers.",
    ],
)
def test_what_is_meant_otherwise_is_left_alone(notes: str) -> None:
    assert told(notes) == []
