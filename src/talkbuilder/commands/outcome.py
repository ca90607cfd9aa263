"""What becomes of a deck that is asked for: written where it belongs, or not, and how that is told."""

import time
from pathlib import Path

from msgspec import Struct

from talkbuilder.commands.summary import left_out, summary
from talkbuilder.diagnostics import Diagnostic, Report
from talkbuilder.layout.page import Deck
from talkbuilder.outputs import OUTPUTS
from talkbuilder.outputs.delivery import Undelivered, deliver
from talkbuilder.source.events import Occasion


class Order(Struct, frozen=True):
    """A deck to build: the talk, what for, and where it goes. With no target it is checked and not written."""

    talk: str
    occasion: Occasion
    target: str  # "" to write nothing
    shown: str
    force: bool = False
    strict: bool = False

    @property
    def event(self) -> str:
        return self.occasion.event.id if self.occasion.event else ""


class Outcome(Struct, frozen=True):
    """What became of an order: what was reported, and of a deck that was made, what it holds."""

    order: Order
    diagnostics: tuple[Diagnostic, ...]
    made: bool
    summary: str = ""
    left_out: tuple[str, ...] = ()
    kept: str = ""  # the copy of a deck that somebody had edited
    seconds: float = 0.0


def fill(order: Order, deck: Deck, report: Report, spent_seconds: float) -> Outcome:
    """Puts a deck where its order says; `spent_seconds` is what was used up to make it."""
    began = time.perf_counter()
    kept: Path | None = None
    if order.target:
        try:
            target = Path(order.target)
            copies = deliver(OUTPUTS["pptx"].render(deck), target.parent, order.shown.rpartition("/")[0], order.force)
            kept = copies[0] if copies else None
        except Undelivered as refused:
            report(refused.diagnostic)
            return Outcome(order, report.diagnostics, False)
    told = summary(deck), tuple(left_out(deck.plan)), kept.name if kept else ""
    return Outcome(order, report.diagnostics, True, *told, spent_seconds + time.perf_counter() - began)
