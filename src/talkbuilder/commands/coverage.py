"""`talkbuilder coverage`: reads built decks back, and tells which figures and quotations rest on nothing."""

import argparse
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from talkbuilder.authoring.coverage import SORTS, SlideCoverage, coverage, pictures
from talkbuilder.authoring.remaking import Unmade, made_for
from talkbuilder.commands.console import count, display_path, note, print_faults, print_json, print_line
from talkbuilder.commands.folder import deck_at, root_of
from talkbuilder.commands.options import Folder, Format, Talks, add_format
from talkbuilder.commands.status import FAULTS, FINE, WrongUse
from talkbuilder.diagnostics import Report
from talkbuilder.outputs.fingerprint import is_as_built
from talkbuilder.outputs.pptx.reading import NoDeck, read_deck
from talkbuilder.pipeline import BuildOptions, build
from talkbuilder.source.nodes import shorten
from talkbuilder.source.project import Project

DESCRIPTION = (
    "Opens built decks and lists every figure and quotation on slides and in notes, charts, tables and descriptions of "
    "pictures: those that rest on an entry or on a mark of the speaker's own are covered, those merely typed are not."
)
_SHOWN = 90  # characters of the text around what is not covered


class Options(Struct, frozen=True):
    deck: str | None
    folder: Folder
    format: Format

    @staticmethod
    def add(parser: argparse.ArgumentParser) -> None:
        parser.add_argument("deck", nargs="?", metavar="DECK", help="a .pptx (default: all decks in build/)")
        Folder.add(parser)
        add_format(parser)


class DeckCoverage(Struct, frozen=True):
    file: str
    talk: str
    event: str
    slides: tuple[SlideCoverage, ...]


def run(options: Options) -> int:
    root = root_of(options.folder, Talks(()))
    files = _files(options.deck, root)
    read = [_read(file, Project(root), is_named=options.deck is not None) for file in files]
    found = [one for one in read if one is not None]
    if options.format == "json":
        _print_json(found)
    else:
        for one in found:
            _print(one)
        print_line(_totals([slide for one in found for slide in one.slides]))
    covered = all(not slide.uncovered and not slide.unreadable for one in found for slide in one.slides)
    return FINE if covered and len(found) == len(read) else FAULTS


def _files(deck: str | None, root: Path) -> list[Path]:
    if deck is not None:
        return [deck_at(deck, root)]
    found = (file for file in (root / "build").rglob("*.pptx") if file.is_file())
    files = sorted(file for file in found if not file.name.startswith(("~$", ".")))  # of a deck that is open
    if not files:
        raise WrongUse("no deck is built yet", "'talkbuilder build' builds decks into build/")
    return files


def _read(file: Path, project: Project, is_named: bool) -> DeckCoverage | None:
    """What a deck says; None, with a note printed, where it cannot be opened or is of no talk of this folder."""
    shown = display_path(file)
    try:
        read = read_deck(file, frozenset())
    except NoDeck as fault:
        message = f"'{shown}' is no PowerPoint deck that can be opened"
        if is_named:
            raise WrongUse(message, "name a .pptx that 'talkbuilder build' has written") from fault
        note(message)
        return None
    try:  # a deck that does not say of which talk it is may have its name
        name, occasion = made_for(read.built_for, read.aspect, shown, project, file.stem)
    except Unmade as fault:
        note(str(fault))
        return None
    report = Report()
    deck = next(build(project, (name,), report, BuildOptions(occasion)), None)
    if report.failed:
        print_faults((one for one in report.diagnostics if one.is_error), "text")
        note(f"the talk of '{shown}' has errors; what rests on faulty slides and entries counts as not covered")
    if deck is None:
        return None
    if known := pictures(deck):
        read = read_deck(file, known)
    slides = coverage(read, deck, report.diagnostics)
    if any(one.is_typed_since for slide in slides for one in slide.uncovered) and is_as_built(file):
        note(f"'{shown}' is older than its talk or library: build it again")
    return DeckCoverage(shown, deck.plan.talk.name, read.built_for.event, slides)


def _print(one: DeckCoverage) -> None:
    event = f", for {one.event}" if one.event else ""
    print_line(f"{one.file}: the talk {one.talk}{event}", bold=True)
    for slide in one.slides:
        if slide.uncovered or slide.unreadable:
            print_line(f"slide {slide.number}: {slide.title}")
        for it in slide.uncovered:
            bare = it.words.strip("\"'")
            text = f", in: {shorten(it.text, _SHOWN)}" if it.text != it.words else ""
            print_line(f"  not covered, {it.where}: the {it.sort} “{bare}”{text}")
        for what in slide.unreadable:
            print_line(f"  unreadable: {what}")


def _totals(slides: list[SlideCoverage]) -> str:
    """The last line: how many figures and quotations there are, and how many of them are covered."""
    claims = [one for slide in slides for one in slide.claims]
    found = [(sort, [one for one in claims if one.sort == sort]) for sort in SORTS]
    parts = (f"{sum(bool(one.by) for one in same):,} of {count(len(same), sort)}" for sort, same in found)
    unreadable = sum(len(slide.unreadable) for slide in slides)
    return (
        f"covered: {', '.join(parts)}; not covered: {sum(not one.by for one in claims):,}; unreadable: {unreadable:,}"
    )


def _print_json(found: Iterable[DeckCoverage]) -> None:
    decks = [
        {
            "file": one.file,
            "talk": one.talk,
            "event": one.event or None,
            "slides": [
                {
                    "number": slide.number,
                    "title": slide.title,
                    "claims": [
                        {"sort": it.sort, "words": it.words, "where": it.where, "by": it.by or None}
                        for it in slide.claims
                    ],
                    "unreadable": slide.unreadable,
                }
                for slide in one.slides
            ],
        }
        for one in found
    ]
    print_json({"decks": decks})
