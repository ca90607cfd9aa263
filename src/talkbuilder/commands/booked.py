"""What becomes of the talks or the events that a command line names: chosen, checked, and built if asked for."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from talkbuilder.commands.batch import TalkFolder
from talkbuilder.commands.console import has_errors
from talkbuilder.commands.editor import refresh
from talkbuilder.commands.folder import Made, decks_of, names_of, root_of
from talkbuilder.commands.occasion import events_of, occasion_of
from talkbuilder.commands.options import Delivery, Request
from talkbuilder.commands.outcome import Order, Outcome, fill, order_of
from talkbuilder.commands.status import FaultsFound
from talkbuilder.diagnostics import Report
from talkbuilder.source.events import Event
from talkbuilder.source.project import DiskProject


class Outcomes(NamedTuple):
    """What becomes of each event, as it comes: so many orders, and the ids of events that cannot be read."""

    made: Iterator[Outcome]
    orders: int
    unread: tuple[str, ...]


def outcomes(request: Request, delivery: Delivery | None, strict: bool, report: Report) -> Outcomes:
    """What becomes of the events that are asked for; without a delivery they are checked, and nothing is written.

    A fault of one event stops only that one; one of the library stops the talks that rest on it, or else all. Every
    fault ends up in the report, once. Raises WrongUse or FaultsFound where there is no event to see to, or nothing to
    rest on.
    """
    root = root_of(request.folder, request.talks)
    project = DiskProject(root)
    booked = events_of(request.events, request.talks, project, report)
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
        occasion = occasion_of(
            request.edition, request.screen, event, with_contact, today, request.template, request.is_final
        )
        return order_of(event.talk.value, occasion, root, delivery, strict, request.template.file)

    orders = [order(event) for event in booked.events]
    return Outcomes(_reported(map(folder.build, orders), report), len(orders), booked.unread)


class Ready(NamedTuple):
    """Decks of talks that may be written, and where each is to go."""

    orders: Mapping[str, Order]
    decks: list[Made]

    def outcomes(self) -> Iterator[Outcome]:
        """Each as it has been written, or was not, which stops no other."""
        for deck, seconds in self.decks:
            yield fill(self.orders[deck.plan.talk.name], deck, Report(), seconds)


def ready(request: Request, delivery: Delivery, strict: bool, report: Report) -> Ready:
    """The decks of talks. Raises WrongUse, and FaultsFound where none may be written."""
    root = root_of(request.folder, request.talks)
    project = DiskProject(root)
    occasion = occasion_of(
        request.edition, request.screen, today=project.today, template=request.template, is_final=request.is_final
    )
    orders = {name: order_of(name, occasion, root, delivery) for name in names_of(request.talks, project)}
    decks = decks_of(project, request.talks, report, occasion, request.template.file)
    if has_errors(report.diagnostics, strict, request.is_final):
        raise FaultsFound(report.diagnostics, _not_written(report))
    if decks:
        refresh(project, decks[0].deck.plan.talk.library)
    return Ready(orders, decks)


def built(request: Request, delivery: Delivery, strict: bool, report: Report) -> Iterator[Outcome]:
    """What becomes of talks or events, for programs. Raises as `ready` and `outcomes` do."""
    if request.events.are_asked_for:
        yield from outcomes(request, delivery, strict, report).made
    else:
        yield from _reported(ready(request, delivery, strict, report).outcomes(), report)


def _not_written(report: Report) -> str:
    """Why nothing was written, and what to do."""
    if report.failed or not report.has_unproved:
        return "nothing was written; mend the errors and build again"
    return "nothing was written; prove what is unproved, or build a draft without --final"


def _reported(made: Iterator[Outcome], report: Report) -> Iterator[Outcome]:
    for outcome in made:
        for fault in outcome.diagnostics:
            report(fault)
        yield outcome
