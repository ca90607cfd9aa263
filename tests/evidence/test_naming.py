"""A number that is the name of a thing counts nothing."""

import pytest

from tests.evidence.telling import told

LAW = "The town forbids it by Articles 128, 133(b), 270, and 132-1 of its code, and 14 guards watch."


@pytest.mark.parametrize(
    ("post", "exact", "says"),
    [
        (LAW, "270, and 132-1 of its code", "The code of the town has 270 articles"),
        ("The guests slept in Room 12 of the inn.", "slept in Room 12", "The guests slept in 12 rooms of the inn"),
        ("Trucks take I-29 to the lake.", "take I-29 to the lake", "29 trucks drive to the lake"),
        ("Bus 40 goes to the mill.", "Bus 40 goes", "40 buses go to the mill"),
        ("It is told in Chapter 7 of the book.", "in Chapter 7 of the book", "The book has 7 chapters"),
    ],
)
def test_a_name_told_as_a_number_is_refused(post: str, exact: str, says: str) -> None:
    assert "E108" in {one.code for one in told(post, exact, says).faults}


def test_a_name_is_no_value_that_a_statement_may_tell() -> None:
    post, says = "The guests slept in Room 12 of the inn.", "The guests slept in 12 rooms of the inn"
    found = told(post, "slept in Room 12 of the inn", says, value=12, unit="rooms", measure="rooms")
    message = "'12' in 'says' is the name of a 'Room' in the post, and no number"
    assert ("E108", message) in [(one.code, one.message) for one in found.faults]


@pytest.mark.parametrize(
    ("post", "exact", "says"),
    [
        (LAW, "270, and 132-1 of its code", "The town forbids it by Article 270 of its code"),
        (LAW, "14 guards watch", "14 guards watch"),
        ("The guests slept in Room 12 of the inn.", "slept in Room 12", "The guests slept in room 12"),
        ("The inn has rooms for 12 guests.", "rooms for 12 guests", "The inn has rooms for 12 guests"),
        ("Trucks take I-29 to the lake.", "take I-29 to the lake", "Trucks take I-29 to the lake"),
    ],
)
def test_a_name_told_as_a_name_and_a_number_as_a_number_pass(post: str, exact: str, says: str) -> None:
    assert told(post, exact, says).faults == ()


def test_a_year_counts_nothing() -> None:
    keys = {"value": 2011, "unit": "goats", "measure": "goats counted"}
    found = told(
        "In 2011 the herders counted goats.", "In 2011 the herders counted goats", "2011 goats were counted", **keys
    )
    assert any("is a year in the post" in one.message for one in found.faults)
