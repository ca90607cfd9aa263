"""The options that say what an edition is made for: minutes, audience, and the events of talks/events.yaml."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from talkbuilder.commands.console import FAULTS, WRONG_USE, print_faults, wrong
from talkbuilder.commands.folder import names_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from talkbuilder.diagnostics import Report
    from talkbuilder.source.events import Event, Occasion
    from talkbuilder.source.fields import Broken
    from talkbuilder.source.project import DiskProject


def add_edition(parser: argparse.ArgumentParser) -> None:
    """The options for a shorter or longer talk, or one for certain people."""
    parser.add_argument("--minutes", type=_minutes, metavar="N", help="make it fit a slot of so many minutes")
    parser.add_argument("--audience", default="", metavar="NAME", help="keep what is meant for this audience")


def add_aspect(parser: argparse.ArgumentParser) -> None:
    """The option for the shape of the screen."""
    parser.add_argument("--aspect", choices=("16:9", "4:3"), help="the shape of the screen (default: 16:9)")


def add_events(parser: argparse.ArgumentParser) -> None:
    """The options for events."""
    parser.add_argument("--event", metavar="ID", help="for an event of talks/events.yaml")
    parser.add_argument("--events", choices=("upcoming", "all"), help="for all events, or those that lie ahead")
    parser.add_argument("--today", type=_day, metavar="DATE", help="the day from which they lie ahead (default: today)")


def _minutes(text: str) -> int:
    if text.isascii() and text.isdigit() and 1 <= int(text) <= 10_000:
        return int(text)
    raise argparse.ArgumentTypeError(f"'{text}' is no number of minutes, such as 20")


def _day(text: str) -> str:
    from talkbuilder.source.dates import is_day

    if is_day(text):
        return text
    raise argparse.ArgumentTypeError(f"'{text}' is no day, such as 2027-05-14")


def wants_events(options: argparse.Namespace) -> bool:
    return options.event is not None or options.events is not None


def misused(options: argparse.Namespace) -> int:
    """The exit status for options that mean nothing without an event, once that is said; 0 where all is well."""
    if options.today and options.events != "upcoming":
        return wrong("--today goes with --events upcoming", "add that, or leave it out")
    if getattr(options, "with_contact", False) and not wants_events(options):
        return wrong("--with-contact goes with an event", "add --event ID, or leave it out")
    return 0


def occasion_of(options: argparse.Namespace, event: "Event | None" = None) -> "Occasion":
    """What the options, and the event if there is one, ask for."""
    from talkbuilder.source.events import Occasion

    shape, contact = getattr(options, "aspect", None), getattr(options, "with_contact", False)
    return Occasion(event, options.minutes, options.audience, shape, contact)


class Booked(NamedTuple):
    """The events that a command line names, the next one first, and the ids of those that cannot be read."""

    events: "tuple[Event, ...]"
    unread: tuple[str, ...] = ()


def events_of(options: argparse.Namespace, project: "DiskProject", report: "Report") -> Booked | int:
    """The events that the options name; an exit status where there is none to build for.

    Talks that are named besides choose among the events of --events; that of --event must be for one of them.
    """
    from talkbuilder.source.events import Event, upcoming
    from talkbuilder.stages.read import EVENTS, TALKS, read_events

    talks = names_of(options, project.root, project) if options.talks else ()
    if isinstance(talks, int):
        return talks
    if options.event is not None and options.events:
        return wrong("--event and --events do not go together", "name one event, or build for all that lie ahead")
    events = read_events(project, report, options.event)
    if not events and report.failed:
        print_faults(report.diagnostics, options)
        return FAULTS
    if not events:
        hint = "'talkbuilder schema events' prints what an event may hold"
        return wrong(f"there are no events in '{TALKS}/{EVENTS}.yaml'", hint)
    if options.events:
        unread = tuple(id for id, event in events.items() if not isinstance(event, Event))
        today = options.today or project.today
        ahead = upcoming(events.values(), today if options.events == "upcoming" else "")
        return Booked(tuple(event for event in ahead if not talks or event.talk.value in talks), unread)
    found = _found(options, events, report)
    if isinstance(found, int):
        return found
    if {*talks} - {found.talk.value}:
        return wrong(f"'{found.id}' is for the talk '{found.talk.value}'", "leave out the talk, or the event")
    return Booked((found,))


def _found(options: argparse.Namespace, events: "Mapping[str, Event | Broken]", report: "Report") -> "Event | int":
    """The one event that is asked for; an exit status, once its faults are told, where it cannot be used."""
    from talkbuilder.diagnostics import Diagnostic, near
    from talkbuilder.source.events import Event
    from talkbuilder.stages.read import EVENTS, TALKS

    found = events.get(options.event)
    if isinstance(found, Event):
        return found
    if found is None:
        file = f"{TALKS}/{EVENTS}.yaml"
        report(Diagnostic("E001", f"no event '{options.event}'", hint=near(options.event, events), file=file))
    print_faults(report.diagnostics, options)
    return WRONG_USE if found is None else FAULTS


def target_of(talk: str, event: "Event | None", out: str | None, root: Path) -> Path:
    """Where a deck goes: those for an event have a folder of its own."""
    folder = Path(out) if out else root / "build"
    return (folder / event.id if event else folder) / f"{talk}.pptx"
