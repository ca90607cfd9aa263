"""`talkbuilder used`: the talks and slides that use an entry, for the day when it has to be corrected."""

import argparse

from msgspec import Struct

from talkbuilder.authoring.reviewing import numbers_of
from talkbuilder.commands.console import count, note, place_of, print_faults, print_json, print_line, typed
from talkbuilder.commands.folder import root_of
from talkbuilder.commands.options import Folder, Format, add_format
from talkbuilder.commands.status import FAULTS, FINE, WrongUse
from talkbuilder.diagnostics import Report, near
from talkbuilder.evidence.library.library import MODELS, Library
from talkbuilder.source.nodes import shorten
from talkbuilder.source.project import Project
from talkbuilder.stages.read import read_library, read_source, talk_names
from talkbuilder.stages.uses import Name, Use, names, resting_on, uses

DESCRIPTION = (
    "Lists the talks and slides that use a fact, quotation, action or picture; of a person or a post, those that use "
    "what rests on it. Slides that have faults are looked through too."
)


class Options(Struct, frozen=True):
    ids: tuple[str, ...]
    folder: Folder
    format: Format

    @staticmethod
    def add(parser: argparse.ArgumentParser) -> None:
        parser.add_argument("ids", nargs="+", metavar="ID", help="the name of an entry of the library")
        Folder.add(parser)
        add_format(parser)


def run(options: Options) -> int:
    project = Project(root_of(options.folder))
    of_library = Report()
    library = read_library(project, of_library)
    if of_library.failed:
        note("what is faulty in the library may be missing here; 'talkbuilder check' lists it")
    asked: dict[Name, tuple[Name, ...]] = {}
    for id in options.ids:
        named = names(library, id.strip().strip("{}").strip())
        if not named:
            known = {one for field in MODELS for one in getattr(library, field)}
            raise WrongUse(f"nothing in the library has the id '{id}'", near(id, known))
        asked |= {name: resting_on(library, name) for name in named}
    report = Report()
    found: list[Use] = []
    for talk in talk_names(project):
        if source := read_source(project, talk, report):
            found += uses(talk, source, library, report, numbers=numbers_of(project, library, talk))
    told = [(name, entries, [use for use in found if (use.kind, use.id) in entries]) for name, entries in asked.items()]
    if options.format == "json":
        _print_json(told)
    else:
        for one in told:
            _print(*one, library)
    unread = [one for one in report.diagnostics if one.is_error]
    print_faults(unread, "text")  # aside, where it does not mix with the list
    return FAULTS if unread else FINE


def _print(name: Name, entries: tuple[Name, ...], found: list[Use], library: Library) -> None:
    kind, id = name
    slides = {(use.talk, use.slide, use.title) for use in found}
    talks = {use.talk for use in found}
    times = f"{count(len(found), 'mention')} on {count(len(slides), 'slide')} of {count(len(talks), 'talk')}"
    print(f"{kind} '{id}': {times if found else 'used nowhere'}")
    if len(entries) > 1:
        number = len(entries) - 1
        print(f"  {number:,} entr{'y' if number == 1 else 'ies'} of the library rest{'s' * (number == 1)} on it")
    before = None
    for use in found:
        if before != (use.talk, use.slide, use.title):
            slide = f"slide {use.slide}" if use.slide else "a slide of other editions, or of a talk with faults"
            print_line(f"\n  {use.talk}, {slide}{f': {shorten(use.title, 80)}' if use.title else ''}")
            before = (use.talk, use.slide, use.title)
        line, column = use.span.source.position(use.span.start)
        what = "" if (use.kind, use.id) == name else f"  {use.kind} {use.id}"
        print(f"    {typed(use.span.source.name)}:{line}:{column}  {use.key or 'as text'}{what}")
    unused = [one for one in entries if one != name and not any((use.kind, use.id) == one for use in found)]
    if unused and found:
        print(f"\n  in no talk: {', '.join(id for _, id in unused)}")
    print()


def _print_json(told: list[tuple[Name, tuple[Name, ...], list[Use]]]) -> None:
    objects = [
        {
            "kind": kind,
            "id": id,
            "entries": [{"kind": one[0], "id": one[1]} for one in entries if one != (kind, id)],
            "uses": [_object(use) for use in found],
        }
        for (kind, id), entries, found in told
    ]
    print_json(objects)


def _object(use: Use) -> dict[str, object]:
    return {
        "kind": use.kind,
        "id": use.id,
        "talk": use.talk,
        "slide": use.slide or None,
        "title": use.title or None,
        "key": use.key or None,
        **place_of(use.span),
    }
