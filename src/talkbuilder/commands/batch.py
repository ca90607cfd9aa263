"""Decks for events, one or hundreds: on all cores, in the order of the events, and none stopped by another's fault."""

import os
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

from talkbuilder.commands.outcome import Order, Outcome, fill
from talkbuilder.diagnostics import Diagnostic, Report
from talkbuilder.evidence.library import Library
from talkbuilder.outputs.delivery import interruptible
from talkbuilder.pipeline import faults_for, load_library, make
from talkbuilder.source.outline import Outline
from talkbuilder.source.project import DiskProject
from talkbuilder.stages.read import read_outline, talk_names

_WORTH_A_WORKER = 32  # orders: to start a worker, which reads the library, costs as much as 24 decks of 30 slides


class TalkFolder:
    """What all decks of a folder have in common, read and checked once a process."""

    def __init__(self, root: str) -> None:
        self.root = root
        self._project = DiskProject(Path(root))
        self._talks = talk_names(self._project)
        self._of_library = Report()
        self._library: Library = load_library(self._project, self._of_library)
        self._faults: dict[tuple[str, ...], tuple[Diagnostic, ...]] = {}
        self._outlines: dict[str, tuple[Outline | None, tuple[Diagnostic, ...]]] = {}

    def __reduce__(self) -> tuple[object, ...]:
        """To another process it travels as its path, and is read there anew: that is quicker than to carry it over."""
        return TalkFolder, (self.root,)

    def faults(self, *talks: str) -> tuple[Diagnostic, ...]:
        """What is wrong with the library, for talks: only what they rest on stops them."""
        if talks not in self._faults:
            found = faults_for(talks, self._project, self._library, self._of_library)
            self._faults[talks] = tuple(found)
        return self._faults[talks]

    def build(self, order: Order) -> Outcome:
        """Builds a deck and puts it where its order says."""
        began = time.perf_counter()
        outline, faults = self._outline(order.talk)
        report = Report()
        for fault in (*faults, *(one for one in self.faults(order.talk) if one.is_error)):
            report(fault)
        deck = make(order.talk, outline, self._library, order.occasion, report, order.template) if outline else None
        if deck is None or report.failed or (order.strict and report.diagnostics):
            return Outcome(order, report.everything, False)
        return fill(order, deck, report, time.perf_counter() - began)

    def _outline(self, talk: str) -> tuple[Outline | None, tuple[Diagnostic, ...]]:
        """The outline of a talk, and what was reported when it was read."""
        if talk not in self._talks:
            return None, ()  # which is said where the event names it
        if talk not in self._outlines:
            report = Report()
            self._outlines[talk] = read_outline(self._project, talk, report), report.diagnostics
        return self._outlines[talk]


def build_all(folder: TalkFolder, orders: Sequence[Order]) -> Iterator[Outcome]:
    """The outcomes of orders, in their order, as they come. Many of them use all cores."""
    workers = _workers(len(orders))
    if not workers:
        yield from map(folder.build, orders)
        return
    from talkbuilder.commands.workers import Lost, share_out  # for which a few orders need not wait

    with interruptible(), closing(share_out(folder.build, orders, workers)) as outcomes:
        for order, outcome in zip(orders, outcomes, strict=True):
            yield _lost(order) if isinstance(outcome, Lost) else outcome


def _workers(orders: int) -> int:
    """How many processes are worth starting beside this one, which builds as well."""
    return min(_cores() - 1, orders // _WORTH_A_WORKER)


def _cores() -> int:
    """The cores that this process may use, which are fewer than there are where it is pinned to some."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _lost(order: Order) -> Outcome:
    """Of an order whose process was killed from outside, or ran out of memory; what was there before is whole."""
    message = "a process died before this deck was known to be done"
    return Outcome(order, (Diagnostic("O005", message, file=order.shown, hint="build it again, with --event"),), False)
