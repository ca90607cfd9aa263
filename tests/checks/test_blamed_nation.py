"""C315: no people is blamed for what some of them did."""

import pytest

from tests.checks.worded import told


@pytest.mark.parametrize(
    ("notes", "words"),
    [
        ("Danish smugglers did it.", "Danish smugglers"),
        ("The turkish BOSSES came.", "turkish BOSSES"),
        ("The traffickers were from there, smugglers from Denmark.", "smugglers from Denmark"),
        ("She looks Korean.", "looks Korean"),
        ("They look Korean.", "look Korean"),
    ],
)
def test_a_people_that_is_blamed_is_told(notes: str, words: str) -> None:
    assert told(notes) == [("C315", words)]


@pytest.mark.parametrize(
    "notes",
    [
        "Smugglers from Duluth.",
        "Thugs polish gangster cars; they polish bosses’ shoes.",
        "Danish bread for smugglers.",
        "My Danish boss is kind.",
        "She looks at the Korean map.",
        "Kazakhs are at home in Europe, though they look Asian.",
    ],
)
def test_what_is_meant_otherwise_is_left_alone(notes: str) -> None:
    assert told(notes) == []
