"""`talkbuilder time`: when each slide of a talk begins, drawn in the terminal, and what other slots would keep."""

import argparse
import json
import shutil
import sys
from collections.abc import Sequence

from msgspec import Struct, structs

from talkbuilder.authoring.rehearsals import Habits, habits, read_rehearsals
from talkbuilder.commands.console import has_colour, print_faults, print_json
from talkbuilder.commands.drawing import as_object, draw
from talkbuilder.commands.folder import events_of, name_of, root_of
from talkbuilder.commands.options import Edition, Events, Folder, Format, Talks, add_every, add_format
from talkbuilder.commands.status import FAULTS, FINE, FaultsFound
from talkbuilder.diagnostics import Report
from talkbuilder.diagnostics.printing import as_json
from talkbuilder.pipeline import BuildOptions, schedule
from talkbuilder.source.events import Occasion
from talkbuilder.source.project import Project
from talkbuilder.stages.checking import faults_for, load_library
from talkbuilder.stages.read import read_outline
from talkbuilder.talk.plan import Plan

DESCRIPTION = "Draws when each slide begins, where you should be at which time, and what other slots would keep."

OTHERS = (20, 45)  # minutes that organisers ask for most, beside 30
_WIDEST, _NARROWEST = 110, 60


class Options(Struct, frozen=True):
    talk: Talks  # one, or none where the folder has no other or an event says which
    folder: Folder
    edition: Edition
    event: str | None
    format: Format
    every: bool

    @staticmethod
    def add(parser: argparse.ArgumentParser) -> None:
        Talks.add_one(parser)
        Folder.add(parser)
        Edition.add(parser)
        parser.add_argument("--event", metavar="ID", help="as for an event of talks/events.yaml")
        add_format(parser, "json is for other programs")
        add_every(parser)


def run(options: Options) -> int:
    project, report = Project(root_of(options.folder, options.talk)), Report()
    plans = _plans(*_wanted(options, project, report), project, report)
    rehearsals = read_rehearsals(project, plans[0].talk.name, report)
    _print(plans, habits(plans[0], rehearsals), report, options)
    return FAULTS if report.failed else FINE


def _wanted(options: Options, project: Project, report: Report) -> tuple[str, Occasion]:
    """The talk and the occasion that the options mean; raises WrongUse or FaultsFound where there is none."""
    wanted = options.edition
    if options.event is not None:
        ((event,), _) = events_of(Events(options.event), options.talk, project, report)
        return event.talk.value, Occasion(event, wanted.minutes, wanted.audience, today=project.today)
    return name_of(options.talk, project), Occasion(None, wanted.minutes, wanted.audience, today=project.today)


def _plans(name: str, occasion: Occasion, project: Project, report: Report) -> tuple[Plan, ...]:
    """The plan that was asked for, and those of other slots; raises FaultsFound where the talk cannot be read."""
    of_library = Report()
    library = load_library(project, of_library)
    for fault in faults_for((name,), project, library, of_library):
        report(fault)
    outline = read_outline(project, name, report)
    if outline is None:
        raise FaultsFound(report.diagnostics)
    plan = schedule(name, outline, library, report, BuildOptions(occasion))
    others = (structs.replace(occasion, minutes=minutes) for minutes in OTHERS if minutes != plan.slot.minutes)
    # What is wrong with the others is told when they are asked for.
    return plan, *(schedule(name, outline, library, Report(), BuildOptions(other)) for other in others)


def _print(plans: Sequence[Plan], habits: Habits | None, report: Report, options: Options) -> None:
    if options.format == "json":
        told = {**as_object(plans[0]), "editions": [as_object(plan) for plan in plans[1:]]}
        told |= {"rehearsed": {"rehearsals": habits.rehearsals, "pace": habits.pace}} if habits else {}
        print_json({**told, "faults": json.loads(as_json(report.diagnostics))})
        return
    columns = shutil.get_terminal_size((_WIDEST, 24)).columns
    width = max(_NARROWEST, min(columns, _WIDEST))
    print("\n".join(draw(plans, width, has_colour(sys.stdout), habits)))
    sys.stdout.flush()
    print_faults(report.diagnostics, options.format, every=options.every)
