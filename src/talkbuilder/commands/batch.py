"""Decks for events, one or hundreds: on all cores, one after the other on each, and none stopped by another's fault."""

import os
import signal
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from types import FrameType

from talkbuilder.commands.outcome import Order, Outcome, fill
from talkbuilder.diagnostics import Diagnostic, Report
from talkbuilder.evidence.library import Library
from talkbuilder.outputs.delivery import interruptible
from talkbuilder.pipeline import ground, make
from talkbuilder.source.outline import Outline
from talkbuilder.source.project import DiskProject
from talkbuilder.stages.read import read_outline, talk_names

_AT_ONCE = 4  # orders that a process takes at a time: handing one over costs a tenth of building it
_LAST_SECONDS = 0.2  # enough to end a deck and to tell of it


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


_is_ending = False
_workshop: Workshop | None = None  # of this process; a pool's processes are handed orders and nothing else


def fulfil(workshop: Workshop, orders: Sequence[Order]) -> Iterator[Outcome]:
    """The outcomes of orders, in their order, as they come. More than a few use all cores."""
    global _workshop
    _workshop = workshop
    workers = min(_cores(), -(-len(orders) // _AT_ONCE))
    if workers < 2:
        yield from map(_fulfil, orders)
        return
    done = 0
    try:
        with interruptible(), ProcessPoolExecutor(workers, initializer=_begin, initargs=(workshop.root,)) as pool:
            try:
                for outcome in pool.map(_fulfil, orders, chunksize=_AT_ONCE):
                    done += 1
                    yield outcome
            finally:
                pool.shutdown(cancel_futures=True)  # whoever interrupts a build wants no more of it
    except BrokenProcessPool:
        # A process was killed from outside, or ran out of memory; what was built before is whole.
        hint = "build it again, with --event"
        for order in orders[done:]:
            message = "a process died before this deck was known to be done"
            died = Diagnostic("O005", message, file=order.shown, hint=hint)
            yield Outcome(order, (died,), False)


def _cores() -> int:
    """The cores that this process may use, which are fewer than there are where it is pinned to some."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _begin(root: str) -> None:
    """Opens the workshop of a process of the pool, unless it was forked off one that has it open.

    Ctrl-C reaches it too, but only its parent speaks of it; what it is writing, it ends.
    """
    global _workshop
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _end_soon)
    _workshop = _workshop or Workshop(root)


def _end_soon(number: int, frame: FrameType | None) -> None:
    """Ends a process of the pool, but not amid what it tells its parent, who would wait for the rest for ever."""
    global _is_ending
    _is_ending = True
    signal.setitimer(signal.ITIMER_REAL, _LAST_SECONDS)  # SIGALRM, for which nobody waits, ends a process


def _fulfil(order: Order) -> Outcome:
    assert _workshop is not None
    if _is_ending:
        signal.pause()
    began = time.perf_counter()
    outline, faults = _workshop.outline(order.talk)
    report = Report()
    for fault in faults:
        report(fault)
    deck = make(order.talk, outline, _workshop.library, order.occasion, report, order.template) if outline else None
    if deck is None or report.failed or (order.strict and report.diagnostics):
        return Outcome(order, report.diagnostics, False)
    return fill(order, deck, report, time.perf_counter() - began)
