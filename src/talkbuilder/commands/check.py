"""`talkbuilder check`: faults, and nothing written."""

import argparse
import sys

from msgspec import Struct, structs

from talkbuilder.commands.booked import outcomes
from talkbuilder.commands.console import count, has_errors, print_faults
from talkbuilder.commands.folder import decks_of, names_of, occasion_of, root_of
from talkbuilder.commands.options import Printing, Request
from talkbuilder.commands.remembered import digest_of, keep, recall
from talkbuilder.commands.status import FAULTS, FINE
from talkbuilder.diagnostics import Report
from talkbuilder.source.project import Project
from talkbuilder.stages.read import read_events

DESCRIPTION = "Looks for faults in talks, events and library; writes no deck."


class Options(Struct, frozen=True):
    request: Request
    printing: Printing

    @staticmethod
    def add(parser: argparse.ArgumentParser) -> None:
        Request.add(parser)
        Printing.add(parser)


def run(options: Options) -> int:
    report = Report()
    checked = look(options.request, options.printing.strict, report)
    printing, found = options.printing, report.diagnostics
    print_faults(found, printing.format, sys.stdout, printing.every, report.answered, printing.strict)
    if printing.format == "text" and all(one.is_advice for one in found):
        print(checked)
    elif printing.format == "text" and options.request.needs_proof and report.has_unproved and not report.failed:
        print("a deck that is final, or for an event, has no unproved claims: prove them, or leave them out")
    return FAULTS if has_errors(found, printing.strict, options.request.needs_proof) else FINE


def look(request: Request, strict: bool, report: Report) -> str:
    """Reports what is wrong with talks, or with their editions for events; returns what to print where nothing is."""
    if not request.events.are_asked_for:
        return _check(request, report)
    made = outcomes(request, None, strict, report).made
    return _fine("event", [outcome.order.event for outcome in made])


def _check(request: Request, report: Report) -> str:
    """Reports the faults of talks, and of events beside them; returns what to print where there are none."""
    project = Project(root_of(request.folder, request.talks))
    meant = f"{request.talks.names} {names_of(request.talks, project)}"  # named ones do not fail with a booking
    command_line = f"{meant} {request.edition} {request.template.look} {request.is_final}"
    digest = b"" if request.template.file else digest_of(project, command_line)  # a template may lie anywhere
    if known := recall(project, digest):
        for fault in known.diagnostics:
            report(fault)
        return known.fine
    fine = _checked(request, project, report)
    if digest and digest == digest_of(project, command_line):
        keep(project, digest, report, fine)
    return fine


def _checked(request: Request, project: Project, report: Report) -> str:
    decks = decks_of(project, request.talks, report, occasion_of(request, project.today), request.template.file)
    booked = Report()
    read_events(project, booked)
    for fault in booked.diagnostics:  # which stop what is built for that event, and no talk that is named
        report(structs.replace(fault, is_elsewhere=bool(request.talks.names)))
    return _fine("talk", [deck.plan.talk.name for deck, _ in decks])


def _fine(thing: str, names: list[str]) -> str:
    return f"no faults in {count(len(names), thing)}: {', '.join(names)}" if names else f"no {thing}s to check"
