"""`talkbuilder gallery`: a slide of every kind, with what an author writes for it in the notes."""

import argparse
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Self

from msgspec import Struct

from talkbuilder.commands.console import count, display_path, print_faults
from talkbuilder.commands.options import Delivery
from talkbuilder.commands.status import FAULTS, FINE

if TYPE_CHECKING:
    from talkbuilder.layout.page import Deck

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

    decks = map(gallery, ASPECTS)
    put = [deck is not None and put_gallery(deck, options.delivery) for deck in decks]
    return FINE if all(put) else FAULTS


def put_gallery(deck: "Deck", wanted: Delivery) -> bool:
    """Writes a gallery into the folder of builds; tells whether that went well, and prints what did not."""
    from talkbuilder.outputs import OUTPUTS
    from talkbuilder.outputs.delivery import Undelivered, deliver, told_open
    from talkbuilder.source.project import find_root

    root = find_root(Path.cwd()) or Path.cwd()
    folder = Path(wanted.out) if wanted.out else root / "build"
    shown = display_path(folder)
    files = chain.from_iterable(OUTPUTS[ending].render(deck) for ending in wanted.endings)
    try:
        delivered = deliver(files, folder, shown, wanted.force)
    except Undelivered as refused:
        print_faults((refused.diagnostic,), "text")
        return False
    print_faults([told_open(name, path, shown) for name, path in delivered.beside], "text")
    print(f"{shown}/{deck.plan.talk.file_name}: {count(len(deck.pages), 'slide')}")
    return True
