"""What becomes of a deck that is asked for: written where it belongs, or not, and how that is told."""

import time
from collections.abc import Sequence
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct

from talkbuilder.commands.console import display_path
from talkbuilder.commands.options import ENDINGS, Delivery
from talkbuilder.commands.status import WrongUse
from talkbuilder.commands.summary import left_out, summary
from talkbuilder.diagnostics import Diagnostic, Report
from talkbuilder.layout.page import Deck
from talkbuilder.memory import UNSEEN, Seen
from talkbuilder.outputs import OUTPUTS, fingerprint
from talkbuilder.outputs.delivery import Delivered, Undelivered, deliver, told_open
from talkbuilder.outputs.file import File
from talkbuilder.outputs.standing import remember, stands
from talkbuilder.source.events import Occasion
from talkbuilder.source.project import leads_out


class Order(Struct, frozen=True):
    """A deck to build: the talk, what for, and where its files go. With no folder it is checked and not written."""

    talk: str
    occasion: Occasion
    folder: str  # "" to write nothing
    shown: str  # what messages call it: the path of its files, with all endings
    force: bool = False
    strict: bool = False
    endings: tuple[str, ...] = ENDINGS
    template: Path | None = None

    @property
    def event(self) -> str:
        return self.occasion.event.id if self.occasion.event else ""


def order_of(
    talk: str,
    occasion: Occasion,
    root: Path,
    delivery: Delivery | None,
    strict: bool = False,
    template: Path | None = None,
) -> Order:
    """The order for a deck; without a delivery it is checked and not written. Those for an event have a folder each.

    Raises WrongUse where its folder leads out of the talk folder unasked.
    """
    wanted = delivery or Delivery()
    folder = Path(wanted.out) if wanted.out else root / "build"
    if delivery and not wanted.out and leads_out(folder, root):
        hint = "if decks are to go there, name it with --out"
        raise WrongUse(f"'{display_path(folder)}' is a link that leads out of the talk folder", hint)
    if occasion.event:
        folder /= occasion.event.id
    shown = display_path(folder / f"{talk}{occasion.told_apart}.{', .'.join(wanted.endings)}")
    written = str(folder) if delivery else ""
    return Order(talk, occasion, written, shown, wanted.force, strict, wanted.endings, template)


def look_ahead(order: Order) -> None:
    """Begins to look at the files that an order will replace, while what replaces them is made."""
    for ending in order.endings:
        fingerprint.look_ahead(Path(order.folder) / f"{order.talk}{order.occasion.told_apart}.{ending}")


class Outcome(Struct, frozen=True):
    """What became of an order: what was reported, and of a deck that was made, what it holds."""

    order: Order
    diagnostics: tuple[Diagnostic, ...]
    made: bool
    summary: str = ""
    left_out: tuple[str, ...] = ()
    kept: str = ""  # the copy of a deck that somebody had edited
    seconds: float = 0.0
    files: tuple[str, ...] = ()
    shown: str = ""  # where it is, which is beside what it was to replace if a program has that open
    stood: bool = False  # whether all of it was there already, and was left as it is


class Asked(NamedTuple):
    """An output that is asked for: its files, and whether they stand where they are to go."""

    ending: str
    files: tuple[File, ...]
    stands: bool


def standing(order: Order, deck: Deck, seen: Seen) -> tuple[Asked, ...]:
    """The outputs that an order asks for."""
    asked = ((ending, tuple(OUTPUTS[ending].render(deck))) for ending in order.endings)
    return tuple(Asked(ending, files, stands(files, Path(order.folder), seen)) for ending, files in asked)


def fill(order: Order, deck: Deck, report: Report, spent_seconds: float, seen: Seen = UNSEEN) -> Outcome:
    """Puts a deck, of which something is `seen`, where its order says; `spent_seconds` were used up to make it.

    What stands there already, byte for byte, is left as it is.
    """
    began = time.perf_counter()
    delivered, stood = Delivered(), False
    if order.folder:
        asked = standing(order, deck, seen)
        stood = all(one.stands for one in asked)
        try:
            delivered = _deliver(order, asked, seen)
        except Undelivered as refused:
            report(refused.diagnostic)
            return Outcome(order, report.everything, False)
    for name, path in delivered.beside:
        report(told_open(name, path, Path(order.shown).parent.as_posix()))
    first = delivered.beside[0][1] if delivered.beside else None
    shown = display_path(first) if first else order.shown
    told = summary(deck), tuple(left_out(deck.plan)), ", ".join(copy.name for copy in delivered.kept)
    return Outcome(
        order,
        report.everything,
        True,
        *told,
        spent_seconds + time.perf_counter() - began,
        delivered.files,
        shown,
        stood,
    )


def _deliver(order: Order, asked: Sequence[Asked], seen: Seen) -> Delivered:
    """Writes those of the outputs that do not stand there; where they all are ends up in the order of the endings.

    Raises Undelivered where one may not be written, and then writes none.
    """
    folder = Path(order.folder)
    wanted = [one for one in asked if not one.stands]
    files = chain.from_iterable(one.files for one in wanted)
    delivered = deliver(files, folder, Path(order.shown).parent.as_posix(), order.force)
    if not delivered.beside:
        for one in wanted:
            remember(one.files, folder, seen)
    written = iter(delivered.files)
    paths = [next(written) if not one.stands else str(folder / file.path) for one in asked for file in one.files]
    return delivered._replace(files=tuple(paths))
