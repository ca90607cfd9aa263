"""`talkbuilder gallery`: a slide of every kind, with what an author writes for it in the notes."""

import argparse
from itertools import chain
from pathlib import Path
from typing import Self

from msgspec import Struct

from talkbuilder.commands.console import count, display_path, print_faults
from talkbuilder.commands.options import Delivery
from talkbuilder.commands.status import FAULTS, FINE

DESCRIPTION = "Builds a deck with a slide of every kind, wide and square; the notes hold what an author writes for it."


class Options(Struct, frozen=True):
    delivery: Delivery
    theme: str = ""

    @staticmethod
    def add(parser: argparse.ArgumentParser) -> None:
        Delivery.add_files(parser)
        help = "set it in this theme, one of 'talkbuilder theme list'"
        parser.add_argument("--theme", default="", metavar="NAME", help=help)

    @classmethod
    def of(cls, namespace: argparse.Namespace) -> Self:
        return cls(Delivery.of(namespace), namespace.theme)


def run(options: Options) -> int:
    from talkbuilder.authoring.gallery import ASPECTS, gallery
    from talkbuilder.diagnostics import Report
    from talkbuilder.outputs import OUTPUTS
    from talkbuilder.outputs.delivery import deliver, told_open
    from talkbuilder.outputs.file import Undelivered
    from talkbuilder.source.project import DiskProject, find_root
    from talkbuilder.stages.read import read_library

    wanted = options.delivery
    root = find_root(Path.cwd()) or Path.cwd()
    report = Report()
    library = read_library(DiskProject(root), report, ()) if options.theme else None
    folder = Path(wanted.out) if wanted.out else root / "build"
    shown = display_path(folder)
    status = FINE
    for aspect in ASPECTS:
        deck = gallery(aspect, options.theme, library, report)
        if deck is None:
            print_faults(report.diagnostics, "text")
            return FAULTS
        files = chain.from_iterable(OUTPUTS[ending].render(deck, wanted.paper) for ending in wanted.endings)
        try:
            delivered = deliver(files, folder, shown, wanted.force)
        except Undelivered as refused:
            print_faults((refused.diagnostic,), "text")
            status = FAULTS
        else:
            print_faults([told_open(name, path, shown) for name, path in delivered.beside], "text")
            print(f"{shown}/{deck.plan.talk.file_name}: {count(len(deck.pages), 'slide')}")
    return status
