"""`talkbuilder gallery`: a slide of every kind, with what an author writes for it in the notes."""

import argparse
from pathlib import Path

from msgspec import Struct

from talkbuilder.authoring.gallery import ASPECTS, gallery
from talkbuilder.commands.console import count, display_path, print_faults
from talkbuilder.commands.options import Delivery
from talkbuilder.commands.outcome import Order, fill
from talkbuilder.commands.status import FAULTS, FINE
from talkbuilder.diagnostics import Report
from talkbuilder.layout.page import Deck
from talkbuilder.source.events import EVERYDAY
from talkbuilder.source.project import Project, find_root
from talkbuilder.stages.read import read_library

DESCRIPTION = "Builds a deck with a slide of every kind, wide and square; the notes hold what an author writes for it."


class Options(Struct, frozen=True):
    delivery: Delivery
    theme: str = ""

    @staticmethod
    def add(parser: argparse.ArgumentParser) -> None:
        Delivery.add_files(parser)
        help = "set it in this theme, one of 'talkbuilder theme list'"
        parser.add_argument("--theme", default="", metavar="NAME", help=help)


def run(options: Options) -> int:
    report = Report()
    root = find_root(Path.cwd()) or Path.cwd()
    library = read_library(Project(root), report, ()) if options.theme else None
    is_well = True
    for aspect in ASPECTS:
        deck = gallery(aspect, options.theme, library, report)
        if deck is None:
            print_faults(report.diagnostics, "text")
            return FAULTS
        is_well = put_gallery(deck, options.delivery) and is_well
    return FINE if is_well else FAULTS


def put_gallery(deck: Deck, wanted: Delivery) -> bool:
    """Writes a gallery into the folder of builds; tells whether that went well, and prints what did not."""
    folder = Path(wanted.out) if wanted.out else (find_root(Path.cwd()) or Path.cwd()) / "build"
    shown = f"{display_path(folder)}/{deck.plan.talk.file_name}"
    outcome = fill(Order("gallery", EVERYDAY, str(folder), shown, wanted), deck, Report(), 0.0)
    print_faults(outcome.diagnostics, "text")
    if outcome.made:
        print(f"{shown}: {count(len(deck.pages), 'slide')}")
    return outcome.made
