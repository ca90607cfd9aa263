"""`talkbuilder build`: talks into decks."""

import argparse
import os
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec import Struct

from talkbuilder.commands import booked
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
from talkbuilder.commands.outcome import RUNS, Order, Outcome, left_out, preflight, summary
from talkbuilder.commands.status import FAULTS, FINE, FaultsFound, WrongUse
from talkbuilder.diagnostics import Report

DESCRIPTION = (
    "Builds talks into PowerPoint decks. With errors nothing is written; with warnings everything is; with claims that "
    "nothing proves, a draft that says so on its slides."
)

_KIT = "kit"
_MOST_NAMED = 3  # events that one piece of advice is for
_MOST_OPENED = 3  # files that are opened one by one; of more, the folder is
_STEP_MS = 20  # how long nothing more must happen before a change counts: an editor writes a file in several steps
_MOST_MS = 200  # how long that is waited for
_LOOK_MS = 200  # after which it looks whether somebody has ended it


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
    root = root_of(options.request.folder, options.request.talks)
    return _watch(lambda: _run(options, built), root, options.printing)


def _run(options: Options, built: list[str]) -> int:
    """Builds once. What is built first is opened, if that is asked for, and not again: it may be open by then."""
    had = len(built)
    build = _build_for_events if options.request.events.are_asked_for else _build
    if options.printing.format == "json":
        build = _build_for_programs
    status = build(options, built)
    if options.opens and not had and built:
        _open_files([Path(file) for file in built])
    return status


def _build(options: Options, built: list[str]) -> int:
    printing = options.printing
    report = Report()
    made = booked.built(options.request, options.delivery, printing.strict, report).made
    print_faults(report.diagnostics, printing.format, every=printing.every, strict=printing.strict)
    all_went_well = True
    for outcome in made:
        if outcome.delivered:
            built += outcome.delivered.files
            _print_outcome(outcome, "", options)
        if outcome.diagnostics:  # which stop no other
            print_faults(outcome.diagnostics, printing.format, every=printing.every)
        all_went_well = all_went_well and outcome.made
    return FINE if all_went_well else FAULTS


def _build_for_programs(options: Options, built: list[str]) -> int:
    report, request = Report(), options.request
    decks: list[dict[str, object]] = []
    status, remark = FINE, ""
    try:
        for outcome in booked.built(request, options.delivery, options.printing.strict, report).made:
            decks.append(_told(outcome, options))
            built += outcome.delivered.files if outcome.delivered else ()
            status = status if outcome.made else FAULTS
        found = report.everything
    except FaultsFound as faults:
        found, status, remark = faults.diagnostics, faults.status, faults.remark
    print_json({"decks": decks, "findings": as_told(found)})
    if remark:
        write_line(remark, sys.stderr)
    is_strict = options.printing.strict
    return status or (FAULTS if has_errors(report.diagnostics, is_strict, request.needs_proof) else FINE)


def _told(outcome: Outcome, options: Options) -> dict[str, object]:
    """A deck for other programs; nothing was written where `path` is null."""
    is_kit = _KIT in options.delivery.endings and outcome.order.event
    deck, delivered = outcome.deck, outcome.delivered
    files = [display_path(Path(file)) for file in delivered.files] if delivered else []
    return {
        "talk": outcome.order.talk,
        "event": outcome.order.event or None,
        "path": files[0] if files else None,
        "files": files,
        "slides": len(deck.pages) if deck else 0,
        "seconds": round(deck.plan.seconds, 1) if deck else 0.0,
        "slot_seconds": deck.plan.slot.seconds if deck else 0.0,
        "draft": outcome.is_draft,
        "unchanged": delivered is not None and delivered.is_unchanged,
        **({"preflight": [*preflight(outcome)]} if is_kit else {}),
    }


def _build_for_events(options: Options, built: list[str]) -> int:
    """Builds for events, tells of each as it goes, and ends with all that was found."""
    report = Report()
    found = booked.built(options.request, options.delivery, options.printing.strict, report)
    made, failed = [], [*found.unread]
    for number, outcome in enumerate(found.made, start=1):
        progress = f"[{number:{len(str(found.orders))}}/{found.orders}] " if found.orders > 1 else ""
        if outcome.delivered:
            made.append(outcome.order)
            built += outcome.delivered.files
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


def _print_outcome(outcome: Outcome, progress: str, options: Options) -> None:
    """What was built, and unless it is one of many, what its edition leaves out."""
    deck, delivered = outcome.deck, outcome.delivered
    assert deck
    assert delivered
    shown = display_path(delivered.beside[0][1]) if delivered.beside else outcome.order.shown
    kept = f"; edited deck kept as {', '.join(copy.name for copy in delivered.kept)}" if delivered.kept else ""
    how = "unchanged, " if delivered.is_unchanged else ""
    draft = "draft, " if deck.is_draft else ""
    _print_done(f"{progress}{shown}: {draft}{summary(deck)}; {how}{outcome.seconds:.2f} s{kept}", options)
    if outcome.order.occasion.is_edition and not options.request.events.events:
        for line in left_out(deck.plan):
            _print_done(line, options)


def _print_preflight(outcome: Outcome, options: Options) -> None:
    """What is open before a kit goes out."""
    if _KIT in options.delivery.endings:
        lines = [*preflight(outcome)]
        _print_done("Before you go:" if lines else "Before you go: nothing is open", options)
        for line in lines:
            _print_done(f"  - {line}", options)


def _advise(made: Sequence[Order]) -> None:
    """What to mind where the decks are shown, once for each kind of software."""
    events = [order.occasion.event for order in made if order.occasion.event]
    for software, advice in RUNS.items():
        if here := [event.id for event in events if event.runs == software]:
            note(f"{', '.join(here) if len(here) <= _MOST_NAMED else count(len(here), 'event')}: {advice}")


def _print_total(made: int, failed: Sequence[str], options: Options) -> None:
    if failed:
        missing = ", ".join(id or "''" for id in failed)
        write_line(f"{count(made, 'deck')} of {made + len(failed)}; not built: {missing}", sys.stderr)
    else:
        _print_done(count(made, "deck") if made else "no events to build for", options)


def _print_done(line: str, options: Options) -> None:
    """Prints what was done, and never where programs read what they asked for."""
    write_line(line, sys.stdout if options.printing.format == "text" else sys.stderr)


def _watch(build: Callable[[], int], root: Path, printing: Printing) -> int:
    """Builds, and builds again after every save in the talk folder. Ctrl-C ends it, and that is no fault."""
    from watchfiles import watch

    folders = [folder for name in ("talks", "assets") if (folder := root / name).is_dir()]
    try:
        # The watch begins first: what is saved while the first deck is built is not missed.
        watched = watch(
            *folders,
            debounce=_MOST_MS,
            step=_STEP_MS,
            rust_timeout=_LOOK_MS,
            yield_on_timeout=True,
            raise_interrupt=True,
        )
        next(watched)
        _build_again(build, printing)
        note(f"watching {' and '.join(display_path(folder) for folder in folders)}; Ctrl-C ends it")
        for found in watched:
            if any(_is_source(Path(path), folders) for _, path in found):
                note("")
                note(f"{time.strftime('%H:%M:%S')} saved: {_named({path for _, path in found})}")
                _build_again(build, printing)
    except KeyboardInterrupt:
        note("ended")
    return FINE


def _build_again(build: Callable[[], int], printing: Printing) -> None:
    """Builds once; what is wrong is printed, and the next save may mend it."""
    try:
        build()
    except WrongUse as fault:
        note(fault.message)
        note(f"  = hint: {fault.hint}")
    except FaultsFound as found:
        print_faults(found.diagnostics, printing.format, every=printing.every, strict=printing.strict)
        if found.remark:
            write_line(found.remark, sys.stderr)


def _is_source(path: Path, folders: list[Path]) -> bool:
    """Whether a file may change a deck: none that a program keeps for itself while it writes."""
    inner = next((path.relative_to(folder.resolve()) for folder in folders if folder.resolve() in path.parents), path)
    return not any(part.startswith((".", "~$")) or part.endswith(("~", ".tmp", ".swp")) for part in inner.parts)


def _named(paths: set[str]) -> str:
    names = sorted({Path(path).name for path in paths})
    return names[0] if len(names) == 1 else f"{len(names)} files"


def _open_files(files: Sequence[Path]) -> None:
    """Opens files, or the folder that holds them if they are many; where nothing can, that is told."""
    for path in files if len(files) <= _MOST_OPENED else [Path(os.path.commonpath([file.parent for file in files]))]:
        if not _open(path.absolute()):
            note(f"nothing here opens '{display_path(path)}'; LibreOffice, which is free, shows decks on any machine")


def _open(path: Path) -> bool:
    """Whether a program was found for a file; it is not waited for."""
    if sys.platform == "win32":
        try:
            os.startfile(path)
        except OSError:
            return False
        return True
    import subprocess  # with what it needs 5 ms, which a build need not pay
    from shutil import which

    opener = which("open" if sys.platform == "darwin" else "xdg-open") or which("libreoffice")
    if opener is None:
        return False
    nowhere = subprocess.DEVNULL
    subprocess.Popen([opener, str(path)], stdin=nowhere, stdout=nowhere, stderr=nowhere, start_new_session=True)
    return True
