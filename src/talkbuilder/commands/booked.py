"""What becomes of the events that a command line names: chosen, checked, and built if that is asked for."""

from collections.abc import Iterator
from typing import NamedTuple

from talkbuilder.commands.batch import TalkFolder
from talkbuilder.commands.console import has_errors
from talkbuilder.commands.folder import root_of
from talkbuilder.commands.occasion import events_of, occasion_of
from talkbuilder.commands.options import Delivery, Request
from talkbuilder.commands.outcome import Order, Outcome, order_of
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


def _reported(made: Iterator[Outcome], report: Report) -> Iterator[Outcome]:
    for outcome in made:
        for fault in outcome.diagnostics:
            report(fault)
        yield outcome
