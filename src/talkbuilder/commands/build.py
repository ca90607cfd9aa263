"""`talkbuilder build`: talks into decks."""

import argparse
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from talkbuilder.commands.folder import add_folder, add_talks, decks_of
from talkbuilder.commands.occasion import (
    add_aspect,
    add_edition,
    add_events,
    misused,
    occasion_of,
    wants_events,
)
from talkbuilder.commands.speech import FAULTS, FINE, add_printing, count, print_faults, remark, shown

if TYPE_CHECKING:
    from talkbuilder.commands.batch import Outcome
    from talkbuilder.page import Deck

NAME = "build"
HELP = "build decks"
DESCRIPTION = "Builds talks into PowerPoint decks. With errors nothing is written; with warnings everything is."

# What shows a deck elsewhere may not show all of it.
_RUNS = {
    "keynote": "Keynote may lack Georgia and Calibri and then sets other letters: look through the deck there",
    "libreoffice": "LibreOffice sets other letters, which may be wider: look through the deck there",
    "worship": "worship software shows pictures of the slides and no notes: print the notes, or bring your own laptop",
}


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
        print("nothing was written; mend the errors and build again", file=sys.stderr)
        return FAULTS
    written = [_write(deck, seconds, root, options) for deck, seconds in decks]
    return FINE if all(written) else FAULTS


def _write(deck: "Deck", seconds: float, root: Path, options: argparse.Namespace) -> bool:
    """Writes a deck and says so in one line; tells whether that went well."""
    from talkbuilder.commands.summary import left_out, summary
    from talkbuilder.deliver import Undelivered, deliver
    from talkbuilder.outputs import OUTPUTS

    began = time.perf_counter()
    target = (Path(options.out) if options.out else root / "build") / f"{deck.plan.talk.name}.pptx"
    name = shown(target, root)
    try:
        kept = deliver(OUTPUTS["pptx"](deck), target, name, options.force)
    except Undelivered as refused:
        print_faults((refused.diagnostic,), options)
        return False
    seconds += time.perf_counter() - began
    _say(f"{name}: {summary(deck)}", seconds, kept.name if kept else "", options)
    if occasion_of(options).is_edition:
        _list(left_out(deck.plan), options)
    return True


def _say(what: str, seconds: float, kept: str, options: argparse.Namespace) -> None:
    line = f"{what}; {seconds:.2f} s" + (f"; edited deck kept as {kept}" if kept else "")
    print(line, file=_stream(options))


def _list(lines: Iterable[str], options: argparse.Namespace) -> None:
    for line in lines:
        print(line, file=_stream(options))


def _stream(options: argparse.Namespace) -> TextIO:
    return sys.stdout if options.format == "text" else sys.stderr  # programs read what they asked for


def _run_events(options: argparse.Namespace) -> int:
    """Builds for events, says so as it goes, and ends with all that was found."""
    from talkbuilder.commands.booked import outcomes
    from talkbuilder.diagnostics import Report

    report = Report()
    found = outcomes(options, report, writes=True)
    if isinstance(found, int):
        return found
    orders, made = found
    failed: list[str] = list(getattr(options, "unread", ()))
    for number, outcome in enumerate(made, start=1):
        _tell(outcome, f"[{number:{len(str(len(orders)))}}/{len(orders)}] " if len(orders) > 1 else "", options)
        if not outcome.made:
            failed.append(outcome.order.event)
    faulty = print_faults(report.diagnostics, options)
    if options.events:
        _sum_up(len(orders) + len(options.unread), failed, options)
    return FAULTS if failed or faulty else FINE


def _tell(outcome: "Outcome", progress: str, options: argparse.Namespace) -> None:
    """What became of an event, and the advice for those who show it there; details only of a single one."""
    if not outcome.made:
        print(f"{progress}{outcome.order.shown}: not built", file=sys.stderr)
        return
    _say(f"{progress}{outcome.order.shown}: {outcome.summary}", outcome.seconds, outcome.kept, options)
    if options.event:
        _list(outcome.left_out, options)
        event = outcome.order.occasion.event
        if event and event.runs in _RUNS:
            remark(f"  {_RUNS[event.runs]}")


def _sum_up(events: int, failed: list[str], options: argparse.Namespace) -> None:
    if not events:
        print("no events to build for", file=_stream(options))
    elif failed:
        print(f"{count(events - len(failed), 'deck')} of {events}; not built: {', '.join(failed)}", file=sys.stderr)
    else:
        print(count(events, "deck"), file=_stream(options))
