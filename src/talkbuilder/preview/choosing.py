"""Which edition is shown, and how it looks."""

from pathlib import Path

from msgspec import Struct

from talkbuilder.diagnostics import Report
from talkbuilder.preview.folder import OpenProject
from talkbuilder.source.events import Event, Occasion
from talkbuilder.source.project import ASSETS
from talkbuilder.stages.read import read_events
from talkbuilder.units import Aspect

_TEMPLATES = f"{ASSETS}/templates"
_MOST_MINUTES = 10_000


class Choice(Struct, frozen=True):
    """The edition that is shown; with nothing chosen, the talk as it is written."""

    minutes: int | None = None
    audience: str = ""
    event: str = ""
    aspect: Aspect | None = None
    template: str = ""


def is_possible(choice: Choice) -> bool:
    return choice.minutes is None or 1 <= choice.minutes <= _MOST_MINUTES


def occasion_of(choice: Choice, project: OpenProject) -> Occasion:
    """What is chosen; an event that cannot be read is as none."""
    found = read_events(project, Report(), choice.event).get(choice.event) if choice.event else None
    event = found if isinstance(found, Event) else None
    today = "" if event else project.today  # past events may be looked at as long as one likes
    return Occasion(event, choice.minutes, choice.audience, choice.aspect, today=today)


def templates_of(project: OpenProject) -> tuple[str, ...]:
    """The names of the templates that may be chosen: those in assets/templates/."""
    return tuple(name for name in project.names(_TEMPLATES, "") if name.endswith((".pptx", ".potx")))


def template_of(choice: Choice, project: OpenProject) -> Path | None:
    """The file of the template that is chosen; None for the theme of the talk."""
    return project.root / _TEMPLATES / choice.template if choice.template in templates_of(project) else None
