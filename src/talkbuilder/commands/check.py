"""`talkbuilder check`: faults, and nothing written."""

import argparse
import sys

from talkbuilder.commands.folder import add_folder, add_talks, decks_of
from talkbuilder.commands.occasion import add_aspect, add_edition, occasion_of
from talkbuilder.commands.speech import FAULTS, FINE, add_printing, count, print_faults

NAME = "check"
HELP = "look for faults"
DESCRIPTION = "Looks for faults in talks, events and library; writes nothing."


def arguments(parser: argparse.ArgumentParser) -> None:
    add_talks(parser)
    add_folder(parser)
    add_edition(parser)
    add_aspect(parser)
    add_printing(parser)


def run(options: argparse.Namespace) -> int:
    from talkbuilder.diagnostics import Report
    from talkbuilder.project import DiskProject
    from talkbuilder.read import read_events

    report = Report()
    found = decks_of(options, report, occasion_of(options))
    if isinstance(found, int):
        return found
    root, decks = found
    read_events(DiskProject(root), report)
    faulty = print_faults(report.diagnostics, options, sys.stdout)
    if options.format == "text" and not report.diagnostics:
        names = [deck.plan.talk.name for deck, _ in decks]
        print(f"no faults in {count(len(names), 'talk')}: {', '.join(names)}")
    return FAULTS if faulty else FINE
