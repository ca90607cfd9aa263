"""Dates stand in time where they belong."""

from talkbuilder.source.dates import dates_in, spell_date, years_of


def test_dates_lie_in_time_in_their_order() -> None:
    dates = ["1991", "1991-02", "1991-12", "1991-12-16", "1991-12-31", "1992"]
    assert sorted(dates, key=years_of) == dates
    assert years_of("1991") == 1991.0
    assert years_of("1991-07") == 1991.5


def test_a_date_is_spelled_as_far_as_it_is_known() -> None:
    assert [spell_date(one) for one in ("1991", "1991-12", "1991-12-16")] == [
        "1991",
        "December 1991",
        "December 16, 1991",
    ]


def test_dates_are_found_in_a_text() -> None:
    text = "Interview, 12 May 2023, of June 2021 and April 18, 2012, in 1999; not 18 Mai"
    assert list(dates_in(text)) == ["2023-05-12", "2021-06", "2012-04-18", "1999"]
