"""The cover, made from the keys of the talk and from the event."""

from tests.kinds import Golden, compare
from tests.listing import shown
from tests.sample import booked, built, slide, talk


def test_it_is_laid_out_and_written_as_its_golden_says(golden: Golden) -> None:
    deck, _ = built(talk(slide("quote")), booked("place: The town library, date: 2027-05-14, aspect: 4:3"))
    compare("cover", deck, golden)


def test_it_says_who_speaks_where_and_when_and_no_line_ends_within_the_date() -> None:
    deck, _ = built(talk(slide("quote")), booked("place: The town library, date: 2027-05-14"))
    assert shown(deck)[0]["Speaker"] == "A speaker\nThe town library, May\u00a014,\u00a02027"


def test_what_is_not_written_takes_no_place() -> None:
    deck, _ = built(talk(slide("quote")).replace("subtitle: On something\n", ""))
    assert "Subtitle" not in shown(deck)[0]
