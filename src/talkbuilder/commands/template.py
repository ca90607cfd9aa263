"""`talkbuilder template`: what a PowerPoint template is good for, and a file in which an author says otherwise."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct, to_builtins

from talkbuilder.authoring.doctor import Diagnosis, Served, diagnose
from talkbuilder.authoring.gallery import gallery
from talkbuilder.commands.console import as_told, count, display_path, note, print_faults, print_json, write_line
from talkbuilder.commands.folder import root_of
from talkbuilder.commands.gallery import put_gallery
from talkbuilder.commands.options import Delivery, Folder, Format, Template, add_format
from talkbuilder.commands.status import FAULTS, FINE
from talkbuilder.diagnostics import Report, Source
from talkbuilder.evidence.library.library import Library
from talkbuilder.outputs.delivery import write_whole
from talkbuilder.source.project import Project, find_root
from talkbuilder.stages.read import read_mapping

DESCRIPTION = (
    "Looks through a PowerPoint template: which of its layouts serves for what, what is drawn where none does, which "
    "fonts and colours give trouble. In a talk folder it writes assets/templates/NAME.yaml, where you can say "
    "which layout you want."
)


class Options(Struct, frozen=True):
    template: Template
    folder: Folder
    format: Format
    has_gallery: bool
    delivery: Delivery

    @staticmethod
    def add(parser: argparse.ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE", help="a .pptx or .potx")
        Folder.add(parser)
        add_format(parser)
        parser.add_argument(
            "--gallery", action="store_true", dest="has_gallery", help="build a deck with every kind of slide in it"
        )
        Delivery.add_files(parser)


def run(options: Options) -> int:
    file = options.template.file
    assert file is not None
    report = Report()
    project = _project(options)
    mapping = read_mapping(project, file.stem, report) if project else None
    found = diagnose(file.read_bytes(), file.name, report, mapping)
    if found is None or options.format == "text":
        print_faults((one for one in report.diagnostics if one.code != "T002"), options.format)
    if found is None:
        return FAULTS
    written = _write(found, project, file, mapping) if project and not report.failed else None
    if options.format == "json":
        print_json({**to_builtins(found), "mapping": written, "findings": as_told(report.diagnostics)})
    else:
        for line in _lines(found):
            write_line(line, sys.stdout)
        if project is None:
            note("no mapping is written, for this is no talk folder: 'talkbuilder new' makes one")
    built = _gallery(options, file, mapping) if options.has_gallery and not report.failed else True
    return FINE if built and not report.failed else FAULTS


def _project(options: Options) -> Project | None:
    """The talk folder, in which what is found is written down; None outside of any."""
    is_there = options.folder.folder or find_root(Path.cwd())
    return Project(root_of(options.folder)) if is_there else None


def _write(found: Diagnosis, project: Project, file: Path, mapping: Source | None) -> str | None:
    """Writes the mapping, unless the author has one, which is kept; returns its path, None where that cannot be."""
    path = project.root / "assets" / "templates" / f"{file.stem}.yaml"
    shown = display_path(path)
    if mapping is None:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(path, found.mapping.encode(), project.root)
        except OSError as fault:
            note(f"'{shown}' cannot be written: {fault.strerror}")
            return None
        note(f"'{shown}' says which layout serves for what: change it as you like")
    elif mapping.text != found.mapping:
        note(f"'{shown}' is kept as you have it; to have it written anew, move it away")
    return shown


def _lines(found: Diagnosis) -> Iterator[str]:
    size = f"{found.width_pt:g} × {found.height_pt:g} pt"
    masters = ", ".join(name or "without a name" for name in found.masters)
    told = f"{count(len(found.masters), 'master')} ({masters}), {count(len(found.rooms), 'layout')}"
    yield f"{found.file}: {size}, {told}"
    if len(found.masters) > 1:
        yield f"Taken is {found.master}"
    yield ""
    yield "What serves for what"
    reasons: set[str] = set()
    for one in found.roles:
        yield f"  {one.role:10} {_serving(one)}"
        notes = (*one.not_served, *one.notes)
        yield from (f"  {'':10}   {why}" for why in notes if why not in reasons)
        reasons.update(notes)
    if found.changed:
        yield ""
        yield "Slides that are drawn have"
        yield from (f"  {one}" for one in found.changed)
    if found.words:
        yield ""
        yield "Words that it prints on slides of yours; 'without:' in its mapping leaves out what is of another talk"
        yield from (f"  '{one}'" for one in found.words)
    missing = [one for one in found.fonts if not one.is_here]
    if missing:
        yield ""
        yield "Fonts that are not on this computer: lines may break elsewhere where they are, or here"
        yield from (f"  {one.family}, measured as '{one.measured_as}'" for one in missing)
    if found.inks:
        yield ""
        yield "Colours that could not be read, and what they become"
    for ink in found.inks:
        told = f"#{ink.ink} on #{ink.ground} ({ink.contrast:g}:1) becomes #{ink.becomes} ({ink.then:g}:1)"
        yield f"  {ink.layout}, {ink.text.lower()}: {told}"
    yield ""
    yield "Room, on what serves; with --format json, on every layout"
    alike: dict[str, list[str]] = {}
    serving = {name for one in found.roles for name in (one.layout, one.drawn_on)}
    for room in (one for one in found.rooms if one.layout in serving):
        across = f"{room.width:.0%} of the width, from {room.left:.0%}"
        place = f"{across}; {room.height:.0%} of the height, from {room.top:.0%}"
        place += f", beside {count(room.drawn, 'thing')} that it draws" if room.drawn else ""
        alike.setdefault(place, []).append(room.layout)
    for place, (first, *others) in alike.items():
        yield f"  '{first}'{f' and {len(others)} more' if others else ''}: {place}"


def _serving(one: Served) -> str:
    if one.layout is not None:
        return f"'{one.layout}', {one.why}"
    why = f": {one.why}" if one.role == "canvas" else ""
    return f"drawn by talkbuilder, over what '{one.drawn_on}' shows{why}"


def _gallery(options: Options, file: Path, mapping: Source | None) -> bool:
    """Builds the gallery in the template; False (printed) where it could not be put where it should."""
    report = Report()
    deck = gallery(None, file.stem, Library(templates=lambda name: mapping), report, file)
    if deck is None:
        print_faults((one for one in report.diagnostics if one.is_error), "text")
        return False
    return put_gallery(deck, options.delivery)
