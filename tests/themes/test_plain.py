"""Plain: black on white, of high contrast, in one family of letters."""

from typing import get_args

import pytest

from talkbuilder.layout.inks import contrast
from talkbuilder.layout.items import Ink
from talkbuilder.layout.theme import SOURCE
from talkbuilder.layout.typefaces import twin
from talkbuilder.themes import THEMES, steppe
from talkbuilder.themes.make import make
from talkbuilder.units import Aspect

_ASPECTS = get_args(Aspect)


@pytest.mark.parametrize("aspect", _ASPECTS)
def test_all_letters_have_a_contrast_of_seven_to_one(aspect: Aspect) -> None:
    own = make(THEMES["plain"](aspect)).own
    for layout in (own.frame, *own.layouts):
        for place in layout.placeholders.values() if layout.name != "Blank" else ():
            for style in place.styles:
                # What is as its ground stands on a black field that the layout draws.
                ground = Ink("text") if style.ink == Ink("ground") else layout.background
                assert contrast(style.ink, ground, layout.palette) >= 7, (layout.name, place.name)
        for accent in ("accent1", "accent3", "accent6") if not layout.is_dark else ():
            assert contrast(Ink(accent), layout.background, layout.palette) >= 7


def test_letters_are_those_of_arial_and_larger_than_in_steppe() -> None:
    plain = THEMES["plain"]("16:9")
    assert {twin(plain.fonts.titles), twin(plain.fonts.text)} == {"Arimo"}
    assert plain.sizes.small[0] > steppe.STEPPE.sizes.small[0]
    assert all(getattr(plain.sizes, name)[0] >= getattr(steppe.STEPPE.sizes, name)[0] for name in ("quote", "caption"))


def test_sources_stand_under_the_heavy_line_and_everything_else_over_it() -> None:
    for layout in make(THEMES["plain"]("16:9")).layouts.values():
        for line in (item.box for item in layout.beneath if item.name == "Heavy line"):
            for place in layout.placeholders.values():
                is_foot = place.name == SOURCE or place.role == "slide number"
                assert place.box.y >= line.bottom if is_foot else place.box.bottom <= line.bottom, layout.name
