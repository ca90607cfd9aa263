"""Night: dark throughout, and arranged in its own way."""

from typing import get_args

import pytest

from talkbuilder.layout.inks import contrast, luminance
from talkbuilder.layout.items import Ink
from talkbuilder.layout.theme import SLIDE_NUMBER, SOURCE
from talkbuilder.themes import THEMES
from talkbuilder.themes.make import make
from talkbuilder.units import Aspect

_ASPECTS = get_args(Aspect)


@pytest.mark.parametrize("aspect", _ASPECTS)
def test_every_ground_is_dark_and_all_letters_on_it_can_be_read(aspect: Aspect) -> None:
    own = make(THEMES["night"](aspect)).own
    for layout in (own.frame, *own.layouts):
        assert luminance(layout.background, layout.palette) < 0.06, layout.name
        for place in layout.placeholders.values():
            least = 3.0 if place.sizes_pt[-1] >= 24 or layout.name == "Blank" else 4.5
            for style in place.styles:
                assert contrast(style.ink, layout.background, layout.palette) >= least, (layout.name, place.name)


@pytest.mark.parametrize("aspect", _ASPECTS)
def test_titles_and_leads_end_over_the_horizon_and_nothing_else_begins_there(aspect: Aspect) -> None:
    for layout in make(THEMES["night"](aspect)).layouts.values():
        lines = [item.box.y for item in layout.beneath if item.name == "Horizon"]
        for line in lines:
            for place in layout.placeholders.values():
                is_over = place.role == "title" or place.name == "Lead"
                assert place.box.bottom <= line if is_over else place.box.y >= line, (layout.name, place.name)


def test_the_number_stands_in_the_margin_before_the_source() -> None:
    layout = make(THEMES["night"]("16:9")).layouts["Bullets"]
    number, source = layout.placeholders[SLIDE_NUMBER], layout.placeholders[SOURCE]
    assert number.box.right < source.box.x == layout.grid.margin
    assert number.styles[0].ink == Ink("accent2")
