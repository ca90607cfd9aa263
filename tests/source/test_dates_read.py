"""Dates as somebody types them."""

import pytest

from talkbuilder.source.dates import read_date


@pytest.mark.parametrize(
    ("typed", "date", "why"),
    [
        ("12 October 2024", "2024-10-12", ""),
        ("25.11.2024", "2024-11-25", ""),
        ("12.10.2024", "", "write 2024-10-12 or 2024-12-10"),
        ("2024-13-01", "", "no month 13"),
        ("2024-02-30", "", "February has no day 30"),
    ],
)
def test_a_date_is_read_in_any_form_and_a_wrong_one_is_told_why(typed: str, date: str, why: str) -> None:
    read, told = read_date(typed)
    assert (read, why in told, bool(told)) == (date, True, bool(why))
