"""Decks for events, one or hundreds, in their order, and none stopped by another's fault."""

import time
from pathlib import Path

from talkbuilder.authoring.telling import FILE, keep
from talkbuilder.commands.console import note
from talkbuilder.commands.outcome import Order, Outcome, fill
from talkbuilder.diagnostics import Diagnostic, Report
from talkbuilder.evidence.library.library import Library
from talkbuilder.pipeline import BuildOptions, make
from talkbuilder.source.outline import Outline
from talkbuilder.source.project import DiskProject
from talkbuilder.stages.checking import faults_for, load_library
from talkbuilder.stages.read import read_outline, talk_names


class TalkFolder:
    """What all decks of a folder have in common, read and checked once."""

    def __init__(self, root: Path) -> None:
        self._project = DiskProject(root)
        self._talks = talk_names(self._project)
        self._of_library = Report()
        self._library: Library = load_library(self._project, self._of_library)
        self._faults: dict[tuple[str, ...], tuple[Diagnostic, ...]] = {}
        self._outlines: dict[str, tuple[Outline | None, tuple[Diagnostic, ...]]] = {}

    def faults(self, *talks: str) -> tuple[Diagnostic, ...]:
        """What is wrong with the library, for talks: only what they rest on stops them."""
        if talks not in self._faults:
            found = faults_for(talks, self._project, self._library, self._of_library)
            self._faults[talks] = tuple(found)
        return self._faults[talks]

    def build(self, order: Order) -> Outcome:
        """Builds a deck and puts it where its order says."""
        began = time.perf_counter()
        outline, faults = self._outline(order.talk)
        report = Report()
        for fault in (*faults, *(one for one in self.faults(order.talk) if one.is_grave)):
            report(fault)
        options = BuildOptions(order.occasion, order.template)
        deck = make(order.talk, outline, self._library, report, options) if outline else None
        if deck is None or report.failed or report.has_unproved or (order.strict and report.diagnostics):
            return Outcome(order, report.everything, False, is_draft=report.has_unproved and not report.failed)
        outcome = fill(order, deck, report, time.perf_counter() - began)
        if outcome.made and order.folder:
            try:
                keep(self._project.root, deck, deck.pages)
            except OSError as fault:
                note(f"{FILE} cannot be written: {fault.strerror or fault}")
        return outcome

    def _outline(self, talk: str) -> tuple[Outline | None, tuple[Diagnostic, ...]]:
        """The outline of a talk, and what was reported when it was read."""
        if talk not in self._talks:
            return None, ()  # which is said where the event names it
        if talk not in self._outlines:
            report = Report()
            self._outlines[talk] = read_outline(self._project, talk, report), report.diagnostics
        return self._outlines[talk]
