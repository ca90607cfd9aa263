"""Decks for events, one or hundreds: on all cores, one after the other on each, and none stopped by another's fault."""

import os
import signal
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

from msgspec import Struct

from talkbuilder.commands.summary import left_out, summary
from talkbuilder.deliver import Undelivered, deliver
from talkbuilder.diagnostics import Diagnostic, Report
from talkbuilder.events import Occasion
from talkbuilder.evidence.library import Library
from talkbuilder.outline import Outline
from talkbuilder.outputs import OUTPUTS
from talkbuilder.page import Deck
from talkbuilder.pipeline import ground, make
from talkbuilder.project import DiskProject
from talkbuilder.read import read_outline, talk_names

_AT_ONCE = 4  # orders that a process takes at a time: handing one over costs a tenth of building it


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


class Workshop:
    """What all decks of a folder have in common, read and checked once a process."""

    def __init__(self, root: str) -> None:
        self.root = root
        self._project = DiskProject(Path(root))
        report = Report()
        self._talks = talk_names(self._project)
        self.library: Library = ground(self._project, report)
        self.faults = report.diagnostics
        self._outlines: dict[str, tuple[Outline | None, tuple[Diagnostic, ...]]] = {}

    def outline(self, talk: str) -> tuple[Outline | None, tuple[Diagnostic, ...]]:
        """The outline of a talk, and what was reported when it was read."""
        if talk not in self._talks:
            return None, ()  # which is said where the event names it
        if talk not in self._outlines:
            report = Report()
            self._outlines[talk] = read_outline(self._project, talk, report), report.diagnostics
        return self._outlines[talk]


_workshop: Workshop | None = None  # of this process


def open_workshop(root: str, anew: bool = True) -> Workshop:
    """The workshop of this process, read anew; or the one of the parent, for a process that was forked off it."""
    global _workshop
    if anew or _workshop is None or _workshop.root != root:
        _workshop = Workshop(root)
    return _workshop


def fulfil(root: Path, orders: Sequence[Order]) -> Iterator[Outcome]:
    """The outcomes of orders, in their order, as they come. More than one use all cores."""
    workers = min(_cores(), -(-len(orders) // _AT_ONCE))
    if workers < 2:
        open_workshop(str(root), anew=False)
        yield from map(_fulfil, orders)
        return
    done = 0
    try:
        with ProcessPoolExecutor(workers, initializer=_begin, initargs=(str(root),)) as pool:
            for outcome in pool.map(_fulfil, orders, chunksize=_AT_ONCE):
                done += 1
                yield outcome
    except BrokenProcessPool:
        # A process was killed from outside, or ran out of memory; what was built before is whole.
        hint = "build it again, with --event"
        for order in orders[done:]:
            message = "a process died before this deck was known to be done"
            died = Diagnostic("O005", message, file=order.shown, hint=hint)
            yield Outcome(order, (died,), False)


def _cores() -> int:
    """The cores that this process may use, which in a container are fewer than there are."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _begin(root: str) -> None:
    """A process of the pool. Ctrl-C reaches it too, but only its parent speaks of it; what it is writing, it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    open_workshop(root, anew=False)


def _fulfil(order: Order) -> Outcome:
    assert _workshop is not None
    began = time.perf_counter()
    outline, faults = _workshop.outline(order.talk)
    report = Report()
    for fault in faults:
        report(fault)
    deck = make(order.talk, outline, _workshop.library, order.occasion, report) if outline else None
    if deck is None or report.failed or (order.strict and report.diagnostics):
        return Outcome(order, report.diagnostics, False)
    return _deliver(order, deck, report, began)


def _deliver(order: Order, deck: Deck, report: Report, began: float) -> Outcome:
    kept: Path | None = None
    if order.target:
        try:
            kept = deliver(OUTPUTS["pptx"](deck), Path(order.target), order.shown, order.force)
        except Undelivered as refused:
            report(refused.diagnostic)
            return Outcome(order, report.diagnostics, False)
    told = summary(deck), tuple(left_out(deck.plan)), kept.name if kept else ""
    return Outcome(order, report.diagnostics, True, *told, time.perf_counter() - began)
