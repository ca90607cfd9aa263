"""C323: calls count who called."""

import pytest

from tests.checks.worded import told


@pytest.mark.parametrize(
    ("notes", "words"),
    [
        ("The hotline ranks us high.", "hotline ranks"),
        ("We have the worst numbers at the hotline.", "worst numbers at the hotline"),
    ],
)
def test_calls_that_are_taken_for_a_count_are_told(notes: str, words: str) -> None:
    assert told(notes) == [("C323", words)]


@pytest.mark.parametrize(
    "notes",
    [
        "The hotline had many calls.",
        "The hotline does not rank states.",
        "It is the worst winter. Call the hotline.",
    ],
)
def test_what_is_meant_otherwise_is_left_alone(notes: str) -> None:
    assert told(notes) == []
