"""`talkbuilder time`: when each slide of a talk begins, drawn in the terminal, and what other slots would keep."""

import argparse
import shutil
import sys
from typing import TYPE_CHECKING

from talkbuilder.commands.console import FAULTS, FINE, WRONG_USE, has_colour, print_faults, wrong
from talkbuilder.commands.folder import add_folder, names_of, root_of
from talkbuilder.commands.occasion import add_edition, events_of, occasion_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from talkbuilder.diagnostics import Report
    from talkbuilder.source.events import Occasion
    from talkbuilder.source.project import DiskProject
    from talkbuilder.talk.plan import Plan

NAME = "time"
HELP = "show how long a talk takes"
DESCRIPTION = "Draws when each slide begins, where you should be at which time, and what other slots would keep."

OTHERS = (20, 45)  # minutes that organisers ask for most, beside 30
_WIDEST, _NARROWEST = 110, 60


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("talks", nargs="?", metavar="TALK", help="a talk's name or file")
    add_folder(parser)
    add_edition(parser)
    parser.add_argument("--event", metavar="ID", help="as for an event of talks/events.yaml")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="json is for other programs")
    parser.set_defaults(strict=False, events=None)


def run(options: argparse.Namespace) -> int:
    from talkbuilder.diagnostics import Report
    from talkbuilder.source.project import DiskProject

    options.talks = [options.talks] if options.talks else []
    root = root_of(options)
    if root is None:
        return WRONG_USE
    project, report = DiskProject(root), Report()
    found = _wanted(options, project, report)
    if isinstance(found, int):
        return found
    plans = _plans(*found, project, report)
    if plans is None:
        print_faults(report.diagnostics, options)
        return FAULTS
    _print(plans, report, options)
    return FAULTS if report.failed else FINE


def _wanted(options: argparse.Namespace, project: "DiskProject", report: "Report") -> "tuple[str, Occasion] | int":
    """The talk and the occasion that the options mean; an exit status where there is none."""
    if options.event is not None:
        booked = events_of(options, project, report)
        if isinstance(booked, int):
            return booked
        (event,) = booked.events
        return event.talk.value, occasion_of(options, event)
    names = names_of(options, project.root, project)
    if isinstance(names, int):
        return names
    if len(names) > 1:
        return wrong("which talk?", f"name one of: {', '.join(names)}")
    return names[0], occasion_of(options)


def _plans(name: str, occasion: "Occasion", project: "DiskProject", report: "Report") -> "tuple[Plan, ...] | None":
    """The plan that was asked for, and those of other slots; None where the talk cannot be read."""
    from msgspec import structs

    from talkbuilder.diagnostics import Report
    from talkbuilder.pipeline import ground, schedule
    from talkbuilder.stages.read import read_outline

    library = ground(project, report)
    outline = read_outline(project, name, report)
    if outline is None:
        return None
    plan = schedule(name, outline, library, occasion, report)
    others = (structs.replace(occasion, minutes=minutes) for minutes in OTHERS if minutes != plan.slot.minutes)
    # What is wrong with the others is told when they are asked for.
    return plan, *(schedule(name, outline, library, other, Report()) for other in others)


def _print(plans: "Sequence[Plan]", report: "Report", options: argparse.Namespace) -> None:
    from talkbuilder.commands.drawing import as_object, draw

    if options.format == "json":
        import json

        from talkbuilder.diagnostics.printing import as_json

        told = {**as_object(plans[0]), "editions": [as_object(plan) for plan in plans[1:]]}
        print(json.dumps({**told, "faults": json.loads(as_json(report.diagnostics))}, ensure_ascii=False, indent=1))
        return
    columns = shutil.get_terminal_size((_WIDEST, 24)).columns
    width = max(_NARROWEST, min(columns, _WIDEST))
    print("\n".join(draw(plans, width, has_colour(sys.stdout))))
    sys.stdout.flush()
    print_faults(report.diagnostics, options)
