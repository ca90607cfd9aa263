"""What becomes of the talks or the events that a command line names: chosen, checked, and built if asked for."""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from talkbuilder.commands.console import has_errors, note
from talkbuilder.commands.folder import decks_of, events_of, names_of, occasion_of, root_of
from talkbuilder.commands.options import Delivery, Request
from talkbuilder.commands.outcome import Order, Outcome, fill, order_of
from talkbuilder.commands.status import FaultsFound
from talkbuilder.diagnostics import Diagnostic, Report
from talkbuilder.evidence.library.library import Library
from talkbuilder.pipeline import BuildOptions, make
from talkbuilder.source.events import Event
from talkbuilder.source.outline import Outline
from talkbuilder.source.project import Project
from talkbuilder.stages.checking import faults_for, load_library
from talkbuilder.stages.read import read_outline, talk_names


class Outcomes(NamedTuple):
    """What becomes of each talk or event, as it comes: so many orders, and the ids of events that cannot be read."""

    made: Iterator[Outcome]
    orders: int
    unread: tuple[str, ...] = ()


def outcomes(request: Request, delivery: Delivery | None, strict: bool, report: Report) -> Outcomes:
    """What becomes of the events that are asked for; without a delivery they are checked, and nothing is written.

    A fault of one event stops only that one; one of the library stops the talks that rest on it, or else all. Every
    fault ends up in the report, once. Raises WrongUse or FaultsFound where there is no event to see to, or nothing to
    rest on.
    """
    root = root_of(request.folder, request.talks)
    project = Project(root)
    booked, unread = events_of(request.events, request.talks, project, report)
    today = project.today if request.events.event else ""  # of all events, those that are past are asked for
    folder = TalkFolder(root)
    common = folder.faults()  # what no talk can do without
    for fault in common:
        report(fault)
    if has_errors(common, strict):
        remark = "nothing was written; mend the errors and build again" if delivery else ""
        raise FaultsFound(report.diagnostics, remark)

    def order(event: Event) -> Order:
        with_contact = delivery is not None and delivery.with_contact
        occasion = occasion_of(request, today, event, with_contact)
        return order_of(event.talk.value, occasion, root, delivery, strict, request.template.file)

    orders = [order(event) for event in booked]
    return Outcomes(_reported(map(folder.build, orders), report), len(orders), tuple(unread))


class TalkFolder:
    """What all decks of a folder have in common, read and checked once."""

    def __init__(self, root: Path) -> None:
        self._project = Project(root)
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
        began = time.perf_counter()
        outline, faults = self._outline(order.talk)
        report = Report()
        for fault in (*faults, *(one for one in self.faults(order.talk) if one.is_grave)):
            report(fault)
        options = BuildOptions(order.occasion, order.template)
        deck = make(order.talk, outline, self._library, report, options) if outline else None
        if deck is None or report.failed or report.has_unproved or (order.strict and report.diagnostics):
            return Outcome(order, report.everything)
        outcome = fill(order, deck, report, time.perf_counter() - began)
        if outcome.made and order.folder:
            from talkbuilder.authoring.telling import FILE, keep  # which only an event needs

            is_first = not (self._project.root / FILE).exists()
            try:
                keep(self._project.root, deck, deck.pages)
                if is_first:
                    note(f"{FILE} is new: it keeps which entries are told at which event, for 'talkbuilder told'")
            except OSError as fault:
                note(f"{FILE} cannot be written: {fault.strerror or fault}")
        return outcome

    def _outline(self, talk: str) -> tuple[Outline | None, tuple[Diagnostic, ...]]:
        if talk not in self._talks:
            return None, ()  # which is said where the event names it
        if talk not in self._outlines:
            report = Report()
            self._outlines[talk] = read_outline(self._project, talk, report), report.diagnostics
        return self._outlines[talk]


def built(request: Request, delivery: Delivery, strict: bool, report: Report) -> Outcomes:
    """What becomes of talks or events, each as it is written, or is not, which stops no other.

    Raises WrongUse, and FaultsFound where none may be written.
    """
    if request.events.are_asked_for:
        return outcomes(request, delivery, strict, report)
    root = root_of(request.folder, request.talks)
    project = Project(root)
    occasion = occasion_of(request, project.today)
    orders = {name: order_of(name, occasion, root, delivery) for name in names_of(request.talks, project)}
    decks = decks_of(project, request.talks, report, occasion, request.template.file)
    if has_errors(report.diagnostics, strict, request.is_final):
        raise FaultsFound(report.diagnostics, _not_written(report, request.is_final))
    if decks and (root / ".vscode").is_dir():
        from talkbuilder.authoring.starter import refresh  # which only such a folder needs

        refresh(project, decks[0][0].plan.talk.library)
    made = (fill(orders[deck.plan.talk.name], deck, Report(), seconds) for deck, seconds in decks)
    return Outcomes(_reported(made, report), len(decks))


def _not_written(report: Report, is_final: bool) -> str:
    if report.failed or not report.has_unproved:
        return "nothing was written; mend the errors and build again"
    flag = "--final" if is_final else "--strict"
    return f"nothing was written; prove what is unproved, or build a draft without {flag}"


def _reported(made: Iterator[Outcome], report: Report) -> Iterator[Outcome]:
    for outcome in made:
        for fault in outcome.diagnostics:
            report(fault)
        yield outcome
