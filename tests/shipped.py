"""The talks that we ship, each edition built once for all tests of a process."""

from functools import cache

import pytest

from talkbuilder.authoring.gallery import gallery as made
from talkbuilder.diagnostics import Diagnostic, Report
from talkbuilder.layout.page import Deck
from talkbuilder.pipeline import BuildOptions, build
from talkbuilder.source.events import EVERYDAY, Occasion
from talkbuilder.source.project import Project
from talkbuilder.units import Aspect
from tests.conftest import ROOT

TALKS = ("human-trafficking", "kazakhstan")
# Each talk on one screen; on the other in `make trials`.
on_screens = pytest.mark.parametrize(
    ("name", "aspect"),
    [
        ("kazakhstan", "16:9"),
        ("human-trafficking", "4:3"),
        pytest.param("kazakhstan", "4:3", marks=pytest.mark.trial),
        pytest.param("human-trafficking", "16:9", marks=pytest.mark.trial),
    ],
)
# One talk; the other in `make trials`.
each_talk = pytest.mark.parametrize("name", [TALKS[0], pytest.param(TALKS[1], marks=pytest.mark.trial)])


@cache
def shipped(name: str, occasion: Occasion = EVERYDAY) -> tuple[Deck, tuple[Diagnostic, ...]]:
    """A talk's deck, and what was reported while it was built."""
    report = Report()
    (deck,) = build(Project(ROOT), (name,), report, BuildOptions(occasion))
    return deck, report.diagnostics


@cache
def gallery(aspect: Aspect) -> Deck:
    """The deck of every kind of slide, in our own look."""
    deck = made(aspect)
    assert deck is not None
    return deck
