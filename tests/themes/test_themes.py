"""Every theme, whichever it is: every kind of slide finds its layout there, on either screen."""

from typing import get_args

import pytest
from msgspec import structs

from talkbuilder.kinds import KINDS
from talkbuilder.source.events import Occasion
from talkbuilder.themes import THEMES
from talkbuilder.units import Aspect
from tests import package_rules, validation
from tests.listing import written
from tests.sample import SLIDES, built, codes, slide, talk

_EVERY_KIND = talk(
    "\n".join(slide(kind, "" if kind == "statement" else f"Headline {kind}") for kind in SLIDES),
    "closing: {title: Thank you, ask: call, notes: Goodbye.}",
)

_LEAST_PT = 12.0  # of what stands on a slide, sources too


@pytest.mark.parametrize("aspect", ["16:9", pytest.param("4:3", marks=pytest.mark.trial)])
@pytest.mark.parametrize("theme", sorted(THEMES))
def test_every_kind_is_drawn_in_every_theme_and_the_deck_keeps_every_rule(theme: str, aspect: Aspect) -> None:
    deck, report = built(f"theme: {theme}\n{_EVERY_KIND}", Occasion(aspect=aspect))
    assert codes(report) == []
    assert {page.kind for page in deck.pages} == set(KINDS)
    data = written(deck)
    assert [*validation.problems(data), *package_rules.broken(data), *package_rules.unlike_ours(data)] == []


@pytest.mark.parametrize("aspect", get_args(Aspect))
@pytest.mark.parametrize("theme", sorted(THEMES))
def test_the_sizes_of_every_scale_fall_and_can_be_read(theme: str, aspect: Aspect) -> None:
    scales = [scale for scale in structs.astuple(THEMES[theme](aspect).sizes) if isinstance(scale, tuple)]
    assert scales
    for scale in scales:
        assert list(scale) == sorted(set(scale), reverse=True)
        assert scale[-1] >= _LEAST_PT
