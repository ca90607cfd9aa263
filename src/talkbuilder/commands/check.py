"""`talkbuilder check`: faults, and nothing written."""

import argparse
import sys
from typing import TYPE_CHECKING

from talkbuilder.commands.console import FAULTS, FINE, add_printing, count, print_faults
from talkbuilder.commands.folder import add_folder, add_talks, decks_of
from talkbuilder.commands.occasion import add_aspect, add_edition, add_events, misused, occasion_of, wants_events

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
    from talkbuilder.source.project import DiskProject
    from talkbuilder.stages.read import read_events

    if status := misused(options):
        return status
    report = Report()
    if wants_events(options):
        from talkbuilder.commands.booked import outcomes

        found = outcomes(options, report, writes=False)
        if isinstance(found, int):
            return found
        return _tell(report, "event", [outcome.order.event for outcome in found.made], options)
    decks = decks_of(options, report, occasion_of(options))
    if isinstance(decks, int):
        return decks
    read_events(DiskProject(decks[0]), report)
    return _tell(report, "talk", [deck.plan.talk.name for deck, _ in decks[1]], options)


def _tell(report: "Report", thing: str, names: list[str], options: argparse.Namespace) -> int:
    faulty = print_faults(report.diagnostics, options, sys.stdout)
    if options.format == "text" and not report.diagnostics:
        checked = f"no faults in {count(len(names), thing)}: {', '.join(names)}"
        print(checked if names else f"no {thing}s to check")
    return FAULTS if faulty else FINE
