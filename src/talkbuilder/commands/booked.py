"""What becomes of the events that a command line names: chosen, checked, and built if that is asked for."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from talkbuilder.commands.batch import TalkFolder, build_all
from talkbuilder.commands.console import FAULTS, WRONG_USE, print_faults, say, shown
from talkbuilder.commands.folder import root_of
from talkbuilder.commands.occasion import events_of, occasion_of, target_of
from talkbuilder.commands.outcome import Order, Outcome
from talkbuilder.diagnostics import Report
from talkbuilder.source.events import Event
from talkbuilder.source.project import DiskProject


class Outcomes(NamedTuple):
    """What becomes of each event, as it comes: so many orders, and the ids of events that cannot be read."""

    made: Iterator[Outcome]
    orders: int
    unread: tuple[str, ...]


def outcomes(options: argparse.Namespace, report: Report, writes: bool) -> Outcomes | int:
    """What becomes of the events that the options name; an exit status where there is none to see to.

    A fault of one event stops only that one; a fault of the library, on which all rest, stops all. Every fault ends up
    in the report, once.
    """
    root = root_of(options)
    if root is None:
        return WRONG_USE
    booked = events_of(options, DiskProject(root), report)
    if isinstance(booked, int):
        return booked
    folder = TalkFolder(str(root))
    for fault in folder.faults:
        report(fault)
    if any(fault.is_error or options.strict for fault in folder.faults):
        print_faults(report.diagnostics, options)
        if writes:
            say("nothing was written; mend the errors and build again", sys.stderr)
        return FAULTS
    orders = [_order(event, root, options, writes) for event in booked.events]
    return Outcomes(_reported(build_all(folder, orders), report), len(orders), booked.unread)


def _order(event: Event, root: Path, options: argparse.Namespace, writes: bool) -> Order:
    target = target_of(event.talk.value, event, getattr(options, "out", None), root)
    force = getattr(options, "force", False)
    written = str(target) if writes else ""
    return Order(event.talk.value, occasion_of(options, event), written, shown(target, root), force, options.strict)


def _reported(made: Iterator[Outcome], report: Report) -> Iterator[Outcome]:
    for outcome in made:
        for fault in outcome.diagnostics:
            report(fault)
        yield outcome
