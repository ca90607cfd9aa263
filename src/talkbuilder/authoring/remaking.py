"""What a deck was built for: a talk of a folder and an occasion, as far as both are still there."""

from collections.abc import Sequence

from talkbuilder.diagnostics import Diagnostic, Report
from talkbuilder.outputs.pptx.properties import BuiltFor
from talkbuilder.source.events import Event, Occasion
from talkbuilder.source.project import Project
from talkbuilder.stages.read import read_events, talk_names
from talkbuilder.units import Aspect


class Unmade(Exception):
    """A deck that cannot be held against its talk: why, what to do, and the faults of the talk."""

    def __init__(self, why: str, hint: str = "", faults: Sequence[Diagnostic] = ()) -> None:
        super().__init__(why)
        self.hint, self.faults = hint, faults


def made_for(
    built_for: BuiltFor, aspect: Aspect, shown: str, project: Project, otherwise: str = ""
) -> tuple[str, Occasion]:
    """The talk that a deck shows, called `shown` in messages, and what it was built for. Raises Unmade.

    A deck that does not say of which talk it is may have its name.
    """
    name, event, hint = built_for.talk or otherwise, None, "do it in the folder that it was built in"
    if name not in talk_names(project):
        raise Unmade(f"'{shown}' is of no talk of this folder: there is no 'talks/{name}.yaml'", hint)
    if built_for.event:
        found = read_events(project, Report(), built_for.event).get(built_for.event)
        if not isinstance(found, Event):
            why = f"'{shown}' was built for the event '{built_for.event}', which talks/events.yaml does not have"
            raise Unmade(why, hint)
        event = found
    return name, Occasion(event, built_for.minutes, built_for.audience, aspect, with_contact=True)
