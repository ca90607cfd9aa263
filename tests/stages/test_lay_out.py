"""Plan to Deck: which pages there are, and when they are drawn."""

from collections.abc import Iterable, Iterator

import pytest

from talkbuilder.authoring.gallery import ASPECTS, gallery
from talkbuilder.kinds import KINDS
from talkbuilder.layout.items import Chart, Group, Image, Item, Link
from talkbuilder.layout.page import Sheet, in_passing, sheet_of
from talkbuilder.stages.lay_out import lay_out, pages_of
from talkbuilder.units import Aspect
from tests.sample import built, slide, talk


@pytest.mark.parametrize("aspect", ASPECTS)
def test_a_kind_says_whether_its_slides_take_several_pages_or_show_files(aspect: Aspect) -> None:
    deck = gallery(aspect)
    slides = [timing.slide for timing in deck.plan.timings if not timing.slide.is_unseen]
    assert {one.kind for one in slides} == set(KINDS)
    for one in slides:
        kind, pages = KINDS[one.kind], pages_of(one, deck.theme)
        assert len(pages) == 1 or kind.spreads
        for page in pages:
            assert page.layout is deck.theme.layouts[kind.layout_of(one)] or kind.spreads
            assert page.citations == one.citations
            assert page.notes.said == one.notes or kind.spreads
            assert not any(isinstance(item, Image | Chart) for item in _all(page.items)) or kind.has_files


def _all(items: Iterable[Item]) -> Iterator[Item]:
    for item in items:
        yield item
        match item:
            case Group():
                yield from _all(item.items)
            case Link():
                yield from _all((item.item,))


def test_a_page_is_drawn_when_somebody_looks_at_it_and_only_once() -> None:
    deck = built(talk(slide("bullets")))[0]
    sheet = lay_out(deck.plan, deck.theme).sheets[0]
    assert "page" not in vars(sheet)
    assert sheet.drawn() is not sheet.drawn()
    assert sheet.page is sheet.page is sheet.drawn()


def test_who_goes_through_a_deck_keeps_no_page() -> None:
    deck = built(talk(slide("bullets")))[0]
    first, second, *_ = lay_out(deck.plan, deck.theme).sheets
    looked_at = in_passing(first)
    assert in_passing(first) is looked_at
    assert in_passing(second) is not looked_at
    assert in_passing(first) is not looked_at
    assert not {"page"} & {*vars(first), *vars(second)}


def test_a_page_that_is_drawn_makes_a_sheet() -> None:
    page = built(talk(slide("bullets")))[0].pages[0]
    sheet: Sheet = sheet_of(page)
    assert (sheet.page, sheet.layout, sheet.citations) == (page, page.layout, page.citations)
