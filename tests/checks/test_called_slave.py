"""C314: nobody is a slave by what they are; told once a deck."""

import pytest

from tests.checks.worded import faults, told


def test_it_is_told_once_where_it_is_said_first() -> None:
    assert told("He was fed. A slave saw a slave. Modern slavery it was.") == [("C314", "slave")]


@pytest.mark.parametrize(
    "notes", ["The slavery statute.", "The slave trade of 1800.", "Enslaved people.", "A Slavic tongue."]
)
def test_history_and_the_names_of_laws_are_left_alone(notes: str) -> None:
    assert told(notes) == []


def test_it_is_advice() -> None:
    (fault,) = faults("A slave.")
    assert fault.is_advice
