"""Keeps a rehearsal beside the talk, and tells the page of those that are kept."""

from collections.abc import Mapping
from typing import Any

from talkbuilder.authoring.rehearsals import HEAD, EditionKey, Rehearsal, edition_of, read_rehearsals, written
from talkbuilder.diagnostics import Report
from talkbuilder.outputs.delivery import write_whole
from talkbuilder.preview.folder import OpenProject
from talkbuilder.source.events import Occasion
from talkbuilder.stages.read import REHEARSALS, TALKS

_LEAST_SECONDS = 1.0  # what was passed over faster was not said


def path_of(talk: str) -> str:
    """The file that keeps the rehearsals of a talk, in its folder."""
    return f"{TALKS}/{talk}{REHEARSALS}.yaml"


def keep(project: OpenProject, talk: str, occasion: Occasion, seconds: Mapping[str, float]) -> bool:
    """Adds a rehearsal to the file; False where no slide was shown long enough. Raises OSError where that fails."""
    told = {name: spent for name, spent in seconds.items() if spent >= _LEAST_SECONDS}
    if not told:
        return False
    file = project.root / path_of(talk)
    before = file.read_text("utf-8") if file.is_file() else HEAD
    apart = "" if before.endswith("\n") else "\n"
    write_whole(file, f"{before}{apart}{written(project.today, edition_of(occasion), told)}".encode(), project.root)
    return True


def told_of_takes(project: OpenProject, talk: str, edition: EditionKey) -> list[dict[str, Any]]:
    """The rehearsals of an edition, the last one first."""
    project.forget([path_of(talk)])
    mine: list[Rehearsal] = [one for one in read_rehearsals(project, talk, Report()) if one.edition == edition]
    return [{"on": one.on.value, "seconds": one.seconds} for one in reversed(mine)]
