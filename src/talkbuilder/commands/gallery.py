"""`talkbuilder gallery`: a slide of every kind, with what an author writes for it in the notes."""

import argparse
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from talkbuilder.commands.console import count, display_path, print_faults
from talkbuilder.commands.options import Delivery
from talkbuilder.commands.status import FAULTS, FINE

if TYPE_CHECKING:
    from talkbuilder.layout.page import Deck

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
    from talkbuilder.authoring.gallery import ASPECTS, gallery
    from talkbuilder.diagnostics import Report
    from talkbuilder.source.project import DiskProject, find_root
    from talkbuilder.stages.read import read_library

    report = Report()
    root = find_root(Path.cwd()) or Path.cwd()
    library = read_library(DiskProject(root), report, ()) if options.theme else None
    is_well = True
    for aspect in ASPECTS:
        deck = gallery(aspect, options.theme, library, report)
        if deck is None:
            print_faults(report.diagnostics, "text")
            return FAULTS
        is_well = put_gallery(deck, options.delivery) and is_well
    return FINE if is_well else FAULTS


def put_gallery(deck: "Deck", wanted: Delivery) -> bool:
    """Writes a gallery into the folder of builds; tells whether that went well, and prints what did not."""
    from talkbuilder.outputs import OUTPUTS
    from talkbuilder.outputs.delivery import deliver, told_open
    from talkbuilder.outputs.file import Undelivered
    from talkbuilder.source.project import find_root

    root = find_root(Path.cwd()) or Path.cwd()
    folder = Path(wanted.out) if wanted.out else root / "build"
    shown = display_path(folder)
    files = chain.from_iterable(OUTPUTS[ending].render(deck, wanted.paper) for ending in wanted.endings)
    try:
        delivered = deliver(files, folder, shown, wanted.force)
    except Undelivered as refused:
        print_faults((refused.diagnostic,), "text")
        return False
    print_faults([told_open(name, path, shown) for name, path in delivered.beside], "text")
    print(f"{shown}/{deck.plan.talk.file_name}: {count(len(deck.pages), 'slide')}")
    return True
