"""What a deck was built for: a talk of a folder and an occasion, as far as both are still there."""

from talkbuilder.diagnostics import Report
from talkbuilder.outputs.pptx.properties import BuiltFor
from talkbuilder.source.events import Event, Occasion
from talkbuilder.source.project import Project
from talkbuilder.stages.read import read_events, talk_names
from talkbuilder.units import Aspect


class Unmade(Exception):
    """The talk or the event of a deck is gone; the message says which."""


def made_for(
    built_for: BuiltFor, aspect: Aspect, shown: str, project: Project, otherwise: str = ""
) -> tuple[str, Occasion]:
    """The talk that a deck shows, called `shown` in messages, and what it was built for. Raises Unmade.

    A deck that does not say of which talk it is may have its name.
    """
    name, event = built_for.talk or otherwise, None
    if name not in talk_names(project):
        raise Unmade(f"'{shown}' is of no talk of this folder: there is no 'talks/{name}.yaml'")
    if built_for.event:
        found = read_events(project, Report(), built_for.event).get(built_for.event)
        if not isinstance(found, Event):
            raise Unmade(
                f"'{shown}' was built for the event '{built_for.event}', which talks/events.yaml does not have"
            )
        event = found
    return name, Occasion(event, built_for.minutes, built_for.audience, aspect, with_contact=True)
