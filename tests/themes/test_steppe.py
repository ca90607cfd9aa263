"""Steppe as a deck carries it: its colours, fonts, master and layouts, each as it reads in the .pptx."""

from collections.abc import Callable
from typing import get_args

import pytest

from talkbuilder.source.events import Occasion
from talkbuilder.units import Aspect
from tests import drawn
from tests.listing import written
from tests.sample import built, slide, talk


@pytest.mark.parametrize("aspect", get_args(Aspect))
def test_the_theme_reads_in_the_pptx_as_its_golden_says(aspect: Aspect, golden: Callable[[str, str], None]) -> None:
    deck, _ = built(f"theme: steppe\n{talk(slide('bullets'))}", Occasion(aspect=aspect))
    golden(f"theme-steppe-{aspect.replace(':', 'x')}", drawn.of_theme(written(deck)))
