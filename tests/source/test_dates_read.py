"""Dates as somebody types them."""

import pytest

from talkbuilder.source.dates import no_such, read_date
from tests.corpora.tables import from_table


@from_table
def test_a_date_is_read_in_any_form_and_a_wrong_one_is_told_why(typed: str, date: str, why: str) -> None:
    read, told = read_date(typed)
    assert (read, why in told, bool(told)) == (date, True, bool(why))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("31.2.2027", "February 2027 has no day 31"),
        ("31 February 2027", "February 2027 has no day 31"),
        ("2027-02-29", "February 2027 has no day 29"),
        ("2027-13-01", "there is no month 13"),
        *((day, "") for day in ("2028-02-29", "1850-04-03", "25.11.2026", "2027-02", "soon")),
    ],
)
def test_why_there_is_no_such_day(text: str, why: str) -> None:
    assert no_such(text) == why
