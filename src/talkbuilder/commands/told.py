"""`talkbuilder told`: where entries were told that have been corrected, retired or lost their consent since."""

import argparse
from itertools import groupby

from msgspec import Struct

from talkbuilder.authoring.telling import Telling, fallen, tellings
from talkbuilder.commands.console import count, print_json
from talkbuilder.commands.folder import root_of
from talkbuilder.commands.options import Folder, Format, add_format
from talkbuilder.commands.status import FAULTS, FINE
from talkbuilder.diagnostics import Report
from talkbuilder.diagnostics.harmless import harmless
from talkbuilder.source.project import Project
from talkbuilder.stages.read import read_library

DESCRIPTION = (
    "Lists which facts and quotations that were told at events are no longer what they were: corrected, retired, gone, "
    "or told without consent by now; where each was told, and a sentence to send. What is told at an event is written "
    "down in talks/told.jsonl when its deck is built."
)


class Options(Struct, frozen=True):
    folder: Folder
    format: Format

    @staticmethod
    def add(parser: argparse.ArgumentParser) -> None:
        Folder.add(parser)
        add_format(parser)


def run(options: Options) -> int:
    project = Project(root_of(options.folder))
    told = tellings(project)
    found = sorted(fallen(told, read_library(project, Report()), project.today), key=lambda one: one.entry)
    if options.format == "json":
        print_json([{"entry": one.entry, "why": one.why, **_where(one.at), "send": one.sentence} for one in found])
        return FAULTS if found else FINE
    for (entry, why), places in groupby(found, key=lambda one: (one.entry, one.why)):
        print(f"{entry} {why}; it was told:")
        for one in places:
            at = ", ".join(filter(None, (one.at.date, one.at.place, f"the talk {one.at.talk}")))
            print(f"  {harmless(at)}\n    send: {harmless(one.sentence)}")
    if not found:
        past = sum(one.date <= project.today for one in told)
        ahead = f"; {count(len(told) - past, 'event')} still ahead" if len(told) > past else ""
        said = f"nothing that was told at {count(past, 'event')} has changed since" if past else "nothing was told yet"
        print(f"{said}{ahead}")
    return FAULTS if found else FINE


def _where(at: Telling) -> dict[str, str]:
    return {"date": at.date, "event": at.event, "talk": at.talk, "place": at.place}
