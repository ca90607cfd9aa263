"""C103 under-slot: a talk that leaves much of its time unused."""

from collections.abc import Iterator

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.edition import clock
from talkbuilder.plan import Plan

LEAST_SHARE = 0.85


def check(plan: Plan) -> Iterator[Diagnostic]:
    available = plan.slot.seconds
    if plan.seconds < LEAST_SHARE * available and plan.edition.talk.is_whole:
        message = f"the talk takes {clock(plan.seconds)} of {clock(available)}"
        hint = "say more, keep more 'questions', or add slides of 'priority: extra' for longer slots"
        yield Diagnostic("C103", message, plan.talk.place, hint)
