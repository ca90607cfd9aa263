"""`talkbuilder build`: talks into decks."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from talkbuilder.commands.console import FAULTS, FINE, add_printing, count, print_faults, remark, say, shown
from talkbuilder.commands.folder import add_folder, add_talks, decks_of
from talkbuilder.commands.occasion import (
    add_aspect,
    add_edition,
    add_events,
    misused,
    occasion_of,
    target_of,
    wants_events,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from talkbuilder.commands.outcome import Order, Outcome
    from talkbuilder.layout.page import Deck

NAME = "build"
HELP = "build decks"
DESCRIPTION = "Builds talks into PowerPoint decks. With errors nothing is written; with warnings everything is."

# What shows a deck elsewhere may not show all of it.
_RUNS = {
    "keynote": "Keynote may lack the deck's fonts and then sets other letters: look through the deck there",
    "libreoffice": "LibreOffice sets other letters, which may be wider: look through the deck there",
    "worship": "worship software shows pictures of the slides and no notes: print the notes, or bring your own laptop",
}
_MOST_NAMED = 3  # events that one piece of advice is for


def arguments(parser: argparse.ArgumentParser) -> None:
    add_talks(parser)
    add_folder(parser)
    add_edition(parser)
    add_aspect(parser)
    add_events(parser)
    parser.add_argument("--with-contact", action="store_true", help="put the event's contact into the cover's notes")
    parser.add_argument("--out", metavar="DIR", help="where decks go (default: build/ in the talk folder)")
    parser.add_argument("--force", action="store_true", help="overwrite an edited deck; a numbered copy is kept")
    add_printing(parser)


def run(options: argparse.Namespace) -> int:
    from talkbuilder.diagnostics import Report

    if status := misused(options):
        return status
    if wants_events(options):
        return _run_events(options)
    report = Report()
    found = decks_of(options, report, occasion_of(options))
    if isinstance(found, int):
        return found
    root, decks = found
    if print_faults(report.diagnostics, options):
        say("nothing was written; mend the errors and build again", sys.stderr)
        return FAULTS
    written = [_write(deck, seconds, root, options) for deck, seconds in decks]  # one that fails stops no other
    return FINE if all(written) else FAULTS


def _write(deck: "Deck", seconds: float, root: Path, options: argparse.Namespace) -> bool:
    """Writes a deck and says so; tells whether that went well."""
    from talkbuilder.commands.outcome import Order, fill
    from talkbuilder.diagnostics import Report

    talk = deck.plan.talk
    target = target_of(talk.name, None, options.out, root)
    order = Order(talk.name, talk.occasion, str(target), shown(target, root), options.force)
    outcome = fill(order, deck, Report(), seconds)
    if outcome.made:
        _tell(outcome, "", options)
    else:
        print_faults(outcome.diagnostics, options)
    return outcome.made


def _run_events(options: argparse.Namespace) -> int:
    """Builds for events, says so as it goes, and ends with all that was found."""
    from talkbuilder.commands.booked import outcomes
    from talkbuilder.diagnostics import Report

    report = Report()
    found = outcomes(options, report, writes=True)
    if isinstance(found, int):
        return found
    made, failed = [], [*found.unread]
    for number, outcome in enumerate(found.made, start=1):
        progress = f"[{number:{len(str(found.orders))}}/{found.orders}] " if found.orders > 1 else ""
        if outcome.made:
            made.append(outcome.order)
            _tell(outcome, progress, options)
        else:
            failed.append(outcome.order.event)
            say(f"{progress}{outcome.order.shown}: not built", sys.stderr)
    _advise(made)
    faulty = print_faults(report.diagnostics, options)
    if options.events:
        _sum_up(len(made), failed, options)
    return FAULTS if failed or faulty else FINE


def _tell(outcome: "Outcome", progress: str, options: argparse.Namespace) -> None:
    """What was built, and unless it is one of many, what its edition leaves out."""
    kept = f"; edited deck kept as {outcome.kept}" if outcome.kept else ""
    _say(f"{progress}{outcome.order.shown}: {outcome.summary}; {outcome.seconds:.2f} s{kept}", options)
    if outcome.order.occasion.is_edition and not options.events:
        for line in outcome.left_out:
            _say(line, options)


def _advise(made: "Sequence[Order]") -> None:
    """What to mind where the decks are shown, once for each kind of software."""
    events = [order.occasion.event for order in made if order.occasion.event]
    for software, advice in _RUNS.items():
        if here := [event.id for event in events if event.runs == software]:
            remark(f"{', '.join(here) if len(here) <= _MOST_NAMED else count(len(here), 'event')}: {advice}")


def _sum_up(made: int, failed: "Sequence[str]", options: argparse.Namespace) -> None:
    if failed:
        missing = ", ".join(id or "''" for id in failed)
        say(f"{count(made, 'deck')} of {made + len(failed)}; not built: {missing}", sys.stderr)
    else:
        _say(count(made, "deck") if made else "no events to build for", options)


def _say(line: str, options: argparse.Namespace) -> None:
    """Says what was done, and never where programs read what they asked for."""
    say(line, sys.stdout if options.format == "text" else sys.stderr)
