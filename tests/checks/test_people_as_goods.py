"""C311: people are no goods."""

import pytest

from tests.checks.worded import told


@pytest.mark.parametrize(
    ("notes", "words"),
    [
        ("He sold the boys like products.", "sold the boys like products"),
        ("We were merchandise.", "We were merchandise"),
        ("A load of women came.", "load of women"),
    ],
)
def test_people_who_are_called_goods_are_told(notes: str, words: str) -> None:
    assert told(notes) == [("C311", words)]


@pytest.mark.parametrize(
    "notes",
    [
        "They sold goods to people.",
        "We were product managers.",
        "A load of wood for the women.",
        "Goods and people crossed the river.",
    ],
)
def test_what_is_meant_otherwise_is_left_alone(notes: str) -> None:
    assert told(notes) == []
