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

    @staticmethod
    def add(parser: argparse.ArgumentParser) -> None:
        Delivery.add_files(parser)

    @classmethod
    def of(cls, namespace: argparse.Namespace) -> Self:
        return cls(Delivery.of(namespace))


def run(options: Options) -> int:
    from talkbuilder.authoring.gallery import ASPECTS, gallery
    from talkbuilder.outputs import OUTPUTS
    from talkbuilder.outputs.delivery import deliver, told_open
    from talkbuilder.outputs.file import Undelivered
    from talkbuilder.source.project import find_root

    wanted = options.delivery
    root = find_root(Path.cwd()) or Path.cwd()
    folder = Path(wanted.out) if wanted.out else root / "build"
    shown = display_path(folder)
    status = FINE
    for aspect in ASPECTS:
        deck = gallery(aspect)
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
