"""The talks that we ship, each edition built once for all tests of a process."""

from functools import cache

from talkbuilder.diagnostics import Diagnostic, Report
from talkbuilder.layout.page import Deck
from talkbuilder.pipeline import BuildOptions, build
from talkbuilder.source.events import EVERYDAY, Occasion
from talkbuilder.source.project import DiskProject
from tests.conftest import ROOT

TALKS = ("human-trafficking", "kazakhstan")


@cache
def shipped(name: str, occasion: Occasion = EVERYDAY) -> tuple[Deck, tuple[Diagnostic, ...]]:
    """A talk's deck, and what was reported while it was built."""
    report = Report()
    (deck,) = build(DiskProject(ROOT), (name,), report, BuildOptions(occasion))
    return deck, report.diagnostics
