"""`talkbuilder build`: talks into decks."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from talkbuilder.commands.console import (
    as_told,
    count,
    display_path,
    has_errors,
    note,
    print_faults,
    print_json,
    write_line,
)
from talkbuilder.commands.folder import root_of
from talkbuilder.commands.options import Delivery, Printing, Request
from talkbuilder.commands.status import FAULTS, FINE, FaultsFound, WrongUse

if TYPE_CHECKING:
    from collections.abc import Sequence

    from talkbuilder.commands.outcome import Order, Outcome

DESCRIPTION = (
    "Builds talks into PowerPoint decks. With errors nothing is written; with warnings everything is; with claims that "
    "nothing proves, a draft that says so on its slides."
)

_KIT = "kit"
_MOST_NAMED = 3  # events that one piece of advice is for


class Options(Struct, frozen=True):
    request: Request
    delivery: Delivery
    printing: Printing
    watches: bool = False
    opens: bool = False

    @staticmethod
    def add(parser: argparse.ArgumentParser) -> None:
        Request.add(parser)
        Delivery.add(parser)
        Printing.add(parser)
        help = "build again whenever something is saved; Ctrl-C ends it"
        parser.add_argument("--watch", action="store_true", dest="watches", help=help)
        help = "open what was built in what the machine has for it"
        parser.add_argument("--open", action="store_true", dest="opens", help=help)

    def __post_init__(self) -> None:
        if self.delivery.with_contact and not self.request.events.are_asked_for:
            raise WrongUse("--with-contact goes with an event", "add --event ID, or leave it out")


def run(options: Options) -> int:
    built: list[str] = []  # where decks are, until they have been opened
    if not options.watches:
        return _run(options, built)
    from talkbuilder.commands.watching import watch

    root = root_of(options.request.folder, options.request.talks)
    return watch(lambda: _run(options, built), root, options.printing)


def _run(options: Options, built: list[str]) -> int:
    """Builds once. What is built first is opened, if that is asked for, and not again: it may be open by then."""
    had = len(built)
    build = _build_for_events if options.request.events.are_asked_for else _build
    if options.printing.format == "json":
        build = _build_for_programs
    status = build(options, built)
    if options.opens and not had and built:
        from talkbuilder.commands.opening import open_files

        open_files([Path(file) for file in built])
    return status


def _build(options: Options, built: list[str]) -> int:
    from talkbuilder.commands.booked import ready
    from talkbuilder.diagnostics import Report

    printing = options.printing
    report = Report()
    made = ready(options.request, options.delivery, printing.strict, report)
    print_faults(report.diagnostics, printing.format, every=printing.every, strict=printing.strict)
    all_went_well = True
    for outcome in made.outcomes():
        if outcome.made:
            built += outcome.files
            _print_outcome(outcome, "", options)
        if outcome.diagnostics:  # which stop no other
            print_faults(outcome.diagnostics, printing.format, every=printing.every)
        all_went_well = all_went_well and outcome.made
    return FINE if all_went_well else FAULTS


def _build_for_programs(options: Options, built: list[str]) -> int:
    """Builds, and prints all that came of it as one object."""
    from talkbuilder.commands import booked
    from talkbuilder.diagnostics import Report

    report, request = Report(), options.request
    decks: list[dict[str, object]] = []
    status, remark = FINE, ""
    try:
        for outcome in booked.built(request, options.delivery, options.printing.strict, report):
            decks.append(_told(outcome, options))
            built += outcome.files
            status = status if outcome.made else FAULTS
        found = report.everything
    except FaultsFound as faults:
        found, status, remark = faults.diagnostics, faults.status, faults.remark
    print_json({"decks": decks, "findings": as_told(found)})
    if remark:
        write_line(remark, sys.stderr)
    is_strict = options.printing.strict
    return status or (FAULTS if has_errors(report.diagnostics, is_strict, request.needs_proof) else FINE)


def _told(outcome: "Outcome", options: Options) -> dict[str, object]:
    """A deck for other programs; nothing was written where `path` is null."""
    from talkbuilder.commands.preflight import preflight

    is_kit = _KIT in options.delivery.endings and outcome.order.event
    files = [display_path(Path(file)) for file in outcome.files]
    return {
        "talk": outcome.order.talk,
        "event": outcome.order.event or None,
        "path": files[0] if files else None,
        "files": files,
        "slides": outcome.slides,
        "seconds": round(outcome.talk_seconds, 1),
        "slot_seconds": outcome.slot_seconds,
        "draft": outcome.is_draft,
        "unchanged": outcome.is_unchanged,
        **({"preflight": [*preflight(outcome)]} if is_kit else {}),
    }


def _build_for_events(options: Options, built: list[str]) -> int:
    """Builds for events, tells of each as it goes, and ends with all that was found."""
    from talkbuilder.commands.booked import outcomes
    from talkbuilder.diagnostics import Report

    report = Report()
    found = outcomes(options.request, options.delivery, options.printing.strict, report)
    made, failed = [], [*found.unread]
    for number, outcome in enumerate(found.made, start=1):
        progress = f"[{number:{len(str(found.orders))}}/{found.orders}] " if found.orders > 1 else ""
        if outcome.made:
            made.append(outcome.order)
            built += outcome.files
            _print_outcome(outcome, progress, options)
        else:
            failed.append(outcome.order.event)
            why = "; a deck for an event is never a draft" if outcome.is_draft else ""
            write_line(f"{progress}{outcome.order.shown}: not built{why}", sys.stderr)
        _print_preflight(outcome, options)
    if _KIT not in options.delivery.endings:  # which tells it where it tells all that is open
        _advise(made)
    print_faults(
        report.diagnostics, options.printing.format, every=options.printing.every, strict=options.printing.strict
    )
    if options.request.events.events:
        _print_total(len(made), failed, options)
    return FAULTS if failed or has_errors(report.diagnostics, options.printing.strict, is_final=True) else FINE


def _print_outcome(outcome: "Outcome", progress: str, options: Options) -> None:
    """What was built, and unless it is one of many, what its edition leaves out."""
    kept = f"; edited deck kept as {outcome.kept}" if outcome.kept else ""
    how = "unchanged, " if outcome.is_unchanged else ""
    draft = "draft, " if outcome.is_draft else ""
    _print_done(f"{progress}{outcome.shown}: {draft}{outcome.summary}; {how}{outcome.seconds:.2f} s{kept}", options)
    if outcome.order.occasion.is_edition and not options.request.events.events:
        for line in outcome.left_out:
            _print_done(line, options)


def _print_preflight(outcome: "Outcome", options: Options) -> None:
    """What is open before a kit goes out."""
    if _KIT in options.delivery.endings:
        from talkbuilder.commands.preflight import preflight

        lines = [*preflight(outcome)]
        _print_done("Before you go:" if lines else "Before you go: nothing is open", options)
        for line in lines:
            _print_done(f"  - {line}", options)


def _advise(made: "Sequence[Order]") -> None:
    """What to mind where the decks are shown, once for each kind of software."""
    from talkbuilder.commands.preflight import RUNS

    events = [order.occasion.event for order in made if order.occasion.event]
    for software, advice in RUNS.items():
        if here := [event.id for event in events if event.runs == software]:
            note(f"{', '.join(here) if len(here) <= _MOST_NAMED else count(len(here), 'event')}: {advice}")


def _print_total(made: int, failed: "Sequence[str]", options: Options) -> None:
    if failed:
        missing = ", ".join(id or "''" for id in failed)
        write_line(f"{count(made, 'deck')} of {made + len(failed)}; not built: {missing}", sys.stderr)
    else:
        _print_done(count(made, "deck") if made else "no events to build for", options)


def _print_done(line: str, options: Options) -> None:
    """Prints what was done, and never where programs read what they asked for."""
    write_line(line, sys.stdout if options.printing.format == "text" else sys.stderr)
