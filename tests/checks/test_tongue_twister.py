"""C504: three long words in a row are hard to say."""

import pytest

from tests.checks.worded import told


def test_three_long_words_in_a_row_are_told() -> None:
    assert told("An internationally recognized responsibility it was.") == [
        ("C504", "internationally recognized responsibility")
    ]


@pytest.mark.parametrize(
    "notes",
    [
        "Internationally recognized, responsibility is rare.",
        "Recognized responsibility it is.",
        "International Organization for Migration.",
    ],
)
def test_two_of_them_or_a_break_between_are_said_well(notes: str) -> None:
    assert told(notes) == []
