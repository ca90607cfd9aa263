"""What becomes of a deck that is asked for: written where it belongs, or not, and how that is told."""

import sys
import time
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from msgspec import Struct

from talkbuilder.commands.console import display_path, note
from talkbuilder.commands.options import ENDINGS, Delivery
from talkbuilder.commands.status import WrongUse
from talkbuilder.commands.summary import left_out, summary
from talkbuilder.diagnostics import Diagnostic, Report
from talkbuilder.layout.page import Deck
from talkbuilder.outputs import OUTPUTS
from talkbuilder.outputs.delivery import Delivered, deliver, told_open
from talkbuilder.outputs.file import A4, File, Paper, Undelivered
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
    paper: Paper = A4

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
    shown = display_path(
        folder / f"{talk}{occasion.told_apart}{', '.join(OUTPUTS[one].shown for one in wanted.endings)}"
    )
    written = str(folder) if delivery else ""
    return Order(talk, occasion, written, shown, wanted.force, strict, wanted.endings, template, wanted.paper)


class Outcome(Struct, frozen=True):
    """What became of an order: what was reported, and of a deck that was made, what it holds."""

    order: Order
    diagnostics: tuple[Diagnostic, ...]
    made: bool
    summary: str = ""
    left_out: tuple[str, ...] = ()
    kept: str = ""  # the copy of a deck that somebody had edited
    seconds: float = 0.0
    slides: int = 0
    talk_seconds: float = 0.0  # that it takes to say
    slot_seconds: float = 0.0  # of its slot, without questions
    files: tuple[str, ...] = ()
    shown: str = ""  # where it is, which is beside what it was to replace if a program has that open
    is_draft: bool = False
    is_unchanged: bool = False  # whether all of it was there already, and was left as it is
    shape: str = ""  # of its slides, which a template may decide


def watched(files: Iterable[File]) -> Iterator[File]:
    """The files; on a terminal, each is told as it comes once that has taken more than a second."""
    began = time.perf_counter()
    for file in files:
        if sys.stderr.isatty() and (seconds := time.perf_counter() - began) > 1:
            note(f"  {seconds:.1f} s: {file.path}")
        yield file


def fill(order: Order, deck: Deck, report: Report, spent_seconds: float) -> Outcome:
    """Puts a deck where its order says; `spent_seconds` were used up to make it."""
    began = time.perf_counter()
    shown_in = Path(order.shown).parent.as_posix()
    delivered = Delivered()
    if order.folder:
        files = chain.from_iterable(OUTPUTS[ending].render(deck, order.paper) for ending in order.endings)
        try:
            delivered = deliver(watched(files), Path(order.folder), shown_in, order.force)
        except Undelivered as refused:
            report(refused.diagnostic)
            return Outcome(order, report.everything, False, shape=deck.theme.shape)
    for name, path in delivered.beside:
        report(told_open(name, path, shown_in))
    return Outcome(
        order,
        report.everything,
        True,
        summary(deck),
        tuple(left_out(deck.plan)),
        ", ".join(copy.name for copy in delivered.kept),
        spent_seconds + time.perf_counter() - began,
        len(deck.pages),
        deck.plan.seconds,
        deck.plan.slot.seconds,
        delivered.files,
        display_path(delivered.beside[0][1]) if delivered.beside else order.shown,
        deck.is_draft,
        delivered.is_unchanged,
        deck.theme.shape,
    )
