"""The last slide, and what to write down from it."""

from talkbuilder.layout.items import Shape
from tests.kinds import Golden, compare
from tests.listing import shown
from tests.sample import built, slide, talk

_ASKING = talk(slide("quote"), "closing: {title: Bye, ask: call, notes: Goodbye.}")


def test_it_is_laid_out_and_written_as_its_golden_says(golden: Golden) -> None:
    deck, _ = built(_ASKING)
    compare("closing", deck, golden)


def test_it_keeps_at_most_three_lines_to_write_down() -> None:
    deck, _ = built(_ASKING)
    assert shown(deck)[3]["Contact"] == "555-0100\nText GRASS to 555-0101\nexample.org"


def test_what_to_write_down_can_be_scanned_too() -> None:
    deck, _ = built(_ASKING)
    page = deck.pages[3]
    (code,) = (item for item in page.items if isinstance(item, Shape) and item.alt)
    assert code.alt == "A QR code that leads to example.org"
    (sun,) = (item for item in page.layout.items if item.name == "Half sun")
    assert code.box.bottom < sun.box.y
