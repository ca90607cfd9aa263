"""The talks that we ship, each edition built once for all tests of a process."""

import tempfile
from functools import cache
from pathlib import Path

from talkbuilder.memory import Memory

from talkbuilder.diagnostics import Diagnostic, Report
from talkbuilder.layout.page import Deck
from talkbuilder.pipeline import build
from talkbuilder.source.events import EVERYDAY, Occasion
from talkbuilder.source.project import DiskProject
from tests.conftest import ROOT

# What is without fault in one edition need not be looked at again for the next; it is never kept, so its file is none.
_MEMORY = Memory(Path(tempfile.gettempdir()) / "none" / "faultless")
TALKS = ("human-trafficking", "kazakhstan")


@cache
def shipped(name: str, occasion: Occasion = EVERYDAY) -> tuple[Deck, tuple[Diagnostic, ...]]:
    """A talk's deck, and what was reported while it was built."""
    report = Report()
    ((deck, _),) = build(DiskProject(ROOT), (name,), report, occasion, memory=_MEMORY)
    return deck, report.diagnostics
