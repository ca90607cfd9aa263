"""Plan to Deck: which pages there are."""

import pytest

from talkbuilder.authoring.gallery import ASPECTS
from talkbuilder.kinds import KINDS
from talkbuilder.stages.lay_out import pages_of
from talkbuilder.units import Aspect
from tests.shipped import gallery


@pytest.mark.parametrize("aspect", ASPECTS)
def test_a_kind_says_whether_its_slides_take_several_pages(aspect: Aspect) -> None:
    deck = gallery(aspect)
    slides = [timing.slide for timing in deck.plan.timings if not timing.slide.is_unseen]
    assert {one.kind for one in slides} == set(KINDS)
    for one in slides:
        kind, pages = KINDS[one.kind], pages_of(one, deck.theme)
        assert len(pages) == 1 or kind.name == "sources"
        for page in pages:
            assert page.layout is deck.theme.layouts[kind.layout_of(one)] or kind.name == "sources"
            assert page.citations == one.citations
            assert page.notes.said == one.notes or kind.name == "sources"
