"""`talkbuilder check`: faults, and nothing written."""

import argparse
import sys

from talkbuilder.commands.folder import add_folder, add_talks, decks_of
from talkbuilder.commands.speech import FAULTS, FINE, add_printing, count, print_faults

NAME = "check"
HELP = "look for faults"
DESCRIPTION = "Looks for faults in talks and library; writes nothing."


def arguments(parser: argparse.ArgumentParser) -> None:
    add_talks(parser)
    add_folder(parser)
    add_printing(parser)


def run(options: argparse.Namespace) -> int:
    from talkbuilder.diagnostics import Report

    report = Report()
    found = decks_of(options, report)
    if isinstance(found, int):
        return found
    faulty = print_faults(report.diagnostics, options, sys.stdout)
    if options.format == "text" and not report.diagnostics:
        names = [deck.plan.talk.name for deck, _ in found[1]]
        print(f"no faults in {count(len(names), 'talk')}: {', '.join(names)}")
    return FAULTS if faulty else FINE
