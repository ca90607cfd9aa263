"""The talk folder of a preview, which edition of the talk is shown, and how it looks."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

from msgspec import Meta, Struct

from talkbuilder.diagnostics import Report
from talkbuilder.source.events import Event, Occasion
from talkbuilder.source.project import ASSETS, Project
from talkbuilder.stages.read import read_events
from talkbuilder.stages.theme import FOLDER
from talkbuilder.themes import THEMES
from talkbuilder.units import Aspect

_TEMPLATES = f"{ASSETS}/templates"


class OpenProject(Project):
    """A talk folder that stays open: each file is read once, until somebody says that it has changed."""

    def __init__(self, root: Path) -> None:
        super().__init__(root)
        self._kept: dict[str, bytes | None] = {}

    def read(self, path: str) -> bytes | None:
        if path not in self._kept:
            self._kept[path] = super().read(path)
        return self._kept[path]

    def forget(self, paths: Iterable[str]) -> None:
        for path in paths:
            self._kept.pop(path, None)


class Choice(Struct, frozen=True):
    """The edition that is shown; with nothing chosen, the talk as it is written."""

    minutes: Annotated[int, Meta(ge=1, le=10_000)] | None = None
    audience: str = ""
    event: str = ""
    aspect: Aspect | None = None
    look: str = ""  # the name of a theme, or the file of a template


def occasion_of(choice: Choice, project: OpenProject) -> Occasion:
    """What is chosen; an event that cannot be read is as none."""
    found = read_events(project, Report(), choice.event).get(choice.event) if choice.event else None
    event = found if isinstance(found, Event) else None
    today = "" if event else project.today  # past events may be looked at as long as one likes
    look = choice.look if choice.look in looks_of(project) else ""
    return Occasion(event, choice.minutes, choice.audience, choice.aspect, today=today, look=look)


def looks_of(project: OpenProject) -> tuple[str, ...]:
    """What a talk may be set in: themes by their names, and the files of templates, those in assets/templates/."""
    own = tuple(name.removesuffix(".yaml") for name in project.names(FOLDER, ".yaml"))
    return *THEMES, *own, *_templates(project)


def _templates(project: OpenProject) -> tuple[str, ...]:
    return tuple(name for name in project.names(_TEMPLATES, "") if name.endswith((".pptx", ".potx")))


def template_of(choice: Choice, project: OpenProject) -> Path | None:
    """The file of the template that is chosen; None for a theme."""
    return project.root / _TEMPLATES / choice.look if choice.look in _templates(project) else None
