"""`talkbuilder check`: faults, and nothing written."""

import argparse
import sys
from typing import TYPE_CHECKING

from talkbuilder.commands.folder import add_folder, add_talks, decks_of
from talkbuilder.commands.occasion import add_aspect, add_edition, add_events, misused, occasion_of, wants_events
from talkbuilder.commands.speech import FAULTS, FINE, add_printing, count, print_faults

if TYPE_CHECKING:
    from talkbuilder.diagnostics import Report

NAME = "check"
HELP = "look for faults"
DESCRIPTION = "Looks for faults in talks, events and library; writes nothing."


def arguments(parser: argparse.ArgumentParser) -> None:
    add_talks(parser)
    add_folder(parser)
    add_edition(parser)
    add_aspect(parser)
    add_events(parser)
    add_printing(parser)


def run(options: argparse.Namespace) -> int:
    from talkbuilder.diagnostics import Report
    from talkbuilder.project import DiskProject
    from talkbuilder.read import read_events

    if status := misused(options):
        return status
    report = Report()
    if wants_events(options):
        from talkbuilder.commands.booked import outcomes

        events = outcomes(options, report, writes=False)
        if isinstance(events, int):
            return events
        done = [outcome.order.event for outcome in events[1]]
        return _tell(report, f"{count(len(done), 'event')}: {', '.join(done)}", options)
    found = decks_of(options, report, occasion_of(options))
    if isinstance(found, int):
        return found
    root, decks = found
    read_events(DiskProject(root), report)
    names = [deck.plan.talk.name for deck, _ in decks]
    return _tell(report, f"{count(len(names), 'talk')}: {', '.join(names)}", options)


def _tell(report: "Report", checked: str, options: argparse.Namespace) -> int:
    faulty = print_faults(report.diagnostics, options, sys.stdout)
    if options.format == "text" and not report.diagnostics:
        print(f"no faults in {checked}")
    return FAULTS if faulty else FINE
