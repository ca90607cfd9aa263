"""What decks are made for: the occasion that options ask for, and the events of talks/events.yaml that they name."""

from typing import TYPE_CHECKING, NamedTuple

from talkbuilder.commands.console import note
from talkbuilder.commands.folder import names_of
from talkbuilder.commands.options import Edition, Events, Screen, Talks, Template
from talkbuilder.commands.status import FAULTS, WRONG_USE, FaultsFound, WrongUse

if TYPE_CHECKING:
    from collections.abc import Mapping

    from talkbuilder.diagnostics import Report
    from talkbuilder.source.events import Event, Occasion
    from talkbuilder.source.fields import Broken
    from talkbuilder.source.project import DiskProject


def occasion_of(
    edition: Edition,
    screen: Screen | None = None,
    event: "Event | None" = None,
    with_contact: bool = False,
    today: str = "",
    template: Template | None = None,
    is_final: bool = False,
) -> "Occasion":
    """What the options, and the event if there is one, ask for; on a day, where that matters."""
    from talkbuilder.source.events import Occasion

    shape = screen.aspect if screen else None
    look = template.look if template else ""
    return Occasion(event, edition.minutes, edition.audience, shape, with_contact, today, is_final, look)


class Booked(NamedTuple):
    """The events that a command line names, the next one first, and the ids of those that cannot be read."""

    events: "tuple[Event, ...]"
    unread: tuple[str, ...] = ()


def events_of(wanted: Events, talks: Talks, project: "DiskProject", report: "Report") -> Booked:
    """The events that are asked for; raises WrongUse or FaultsFound where there is none to build for.

    Talks that are named besides choose among the events of --events; that of --event must be for one of them.
    """
    from talkbuilder.source.events import Event, upcoming
    from talkbuilder.stages.read import EVENTS, TALKS, read_events

    names = names_of(talks, project) if talks.names else ()
    if wanted.event is not None and wanted.events:
        raise WrongUse("--event and --events do not go together", "name one event, or build for all that lie ahead")
    events = read_events(project, report, wanted.event)
    if not events and report.failed:
        raise FaultsFound(report.diagnostics)
    if not events:
        hint = (
            "take the '#' away before the lines of the sample there, or write a name such as 'library-evening:' and "
            "below it, behind two blanks each, 'talk:' and 'date:'"
        )
        raise WrongUse(f"there are no events in '{TALKS}/{EVENTS}.yaml'", hint)
    if wanted.event is not None:
        return Booked((_event(wanted.event, names, events, report),))
    unread = tuple(id for id, event in events.items() if not isinstance(event, Event))
    ahead = upcoming(events.values(), (wanted.today or project.today) if wanted.events == "upcoming" else "")
    if not ahead and (past := upcoming(events.values(), "")):
        last = past[-1]
        note(f"'{last.id}' was on {last.date.value}; '--event {last.id}' builds it all the same")
    return Booked(tuple(event for event in ahead if not names or event.talk.value in names), unread)


def _event(id: str, talks: tuple[str, ...], events: "Mapping[str, Event | Broken]", report: "Report") -> "Event":
    """The one event that is asked for, which must be for the talk that is named, if one is.

    Raises FaultsFound where it is not there or cannot be read, WrongUse where it is for another talk.
    """
    from talkbuilder.diagnostics import Diagnostic, near
    from talkbuilder.source.events import Event
    from talkbuilder.stages.read import EVENTS, TALKS

    found = events.get(id)
    if found is None:
        file = f"{TALKS}/{EVENTS}.yaml"
        report(Diagnostic("E001", f"no event '{id}'", hint=near(id, events), file=file))
    if not isinstance(found, Event):
        raise FaultsFound(report.diagnostics, status=WRONG_USE if found is None else FAULTS)
    if {*talks} - {found.talk.value}:
        raise WrongUse(f"'{found.id}' is for the talk '{found.talk.value}'", "leave out the talk, or the event")
    return found
