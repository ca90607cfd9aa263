"""What becomes of the events that a command line names: chosen, checked, and built if that is asked for."""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from talkbuilder.commands.batch import Order, Outcome, fulfil, open_workshop
from talkbuilder.commands.folder import root_of
from talkbuilder.commands.occasion import events_of, occasion_of, target_of
from talkbuilder.commands.speech import FAULTS, WRONG_USE, print_faults, shown
from talkbuilder.diagnostics import Report
from talkbuilder.events import Event
from talkbuilder.project import DiskProject


def outcomes(
    options: argparse.Namespace, report: Report, writes: bool
) -> tuple[Sequence[Order], Iterator[Outcome]] | int:
    """The orders for the events, and what becomes of each, as it comes; or an exit status where there is none to do.

    A fault of one event stops only that one; a fault of the library, on which all rest, stops all. Every fault ends up
    in the report, once.
    """
    root = root_of(options)
    if root is None:
        return WRONG_USE
    events = events_of(options, DiskProject(root), report)
    if isinstance(events, int):
        return events
    workshop = open_workshop(str(root))
    for fault in workshop.faults:
        report(fault)
    if any(fault.is_error or options.strict for fault in workshop.faults):
        print_faults(report.diagnostics, options)
        if writes:
            print("nothing was written; mend the errors and build again", file=sys.stderr)
        return FAULTS
    orders = [_order(event, root, options, writes) for event in events]
    return orders, _reported(fulfil(root, orders), report)


def _order(event: Event, root: Path, options: argparse.Namespace, writes: bool) -> Order:
    target = target_of(event, getattr(options, "out", None), root)
    force = getattr(options, "force", False)
    written = str(target) if writes else ""
    return Order(event.talk.value, occasion_of(options, event), written, shown(target, root), force, options.strict)


def _reported(made: Iterator[Outcome], report: Report) -> Iterator[Outcome]:
    for outcome in made:
        for fault in outcome.diagnostics:
            report(fault)
        yield outcome
