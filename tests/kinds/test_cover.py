"""The cover, made from the keys of the talk and from the event."""

from talkbuilder.layout.items import Group
from tests.kinds import Golden, compare
from tests.listing import shown
from tests.sample import booked, built, codes, slide, talk


def test_it_is_laid_out_and_written_as_its_golden_says(golden: Golden) -> None:
    deck, _ = built(talk(slide("quote")), booked("place: The town library, date: 2027-05-14, aspect: 4:3"))
    compare("cover", deck, golden)


def test_it_says_who_speaks_where_and_when_and_no_line_ends_within_the_date() -> None:
    deck, _ = built(talk(slide("quote")), booked("place: The town library, date: 2027-05-14"))
    assert shown(deck)[0]["Speaker"] == "A speaker\nThe town library, May\u00a014,\u00a02027"


def test_a_scene_fills_it() -> None:
    deck, report = built("drawing: field\n" + talk(slide("quote")))
    assert codes(report) == []
    page = deck.pages[0]
    assert page.layout.name == "Cover with drawing"
    assert page.layout.is_dark
    group = page.items[0]
    assert isinstance(group, Group)
    assert group.box == (0, 0, deck.theme.width, deck.theme.height)
    assert page.notes.shown[0].text == f"On the slide: {group.alt}"


def test_a_drawing_that_fills_no_dark_slide_is_told() -> None:
    deck, report = built("drawing: gate\n" + talk(slide("quote")))
    assert codes(report) == ["E205"]
    assert deck.pages[0].layout.name == "Cover"
