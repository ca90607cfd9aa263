"""C103 under-slot: a talk that leaves much of its time unused."""

from collections.abc import Iterator

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.talk.edition import is_longer
from talkbuilder.talk.plan import Plan
from talkbuilder.units import clock

LEAST_SHARE = 0.85


def check(plan: Plan) -> Iterator[Diagnostic]:
    available = plan.slot.seconds
    if plan.seconds < LEAST_SHARE * available and plan.edition.talk.is_whole:
        message = f"the talk takes {clock(plan.seconds)} of {clock(available)}"
        yield Diagnostic("C103", message, plan.talk.place, _hint(plan))


def _hint(plan: Plan) -> str:
    if went := [one for one in plan.edition.choices if one.for_room]:
        longest = max(went, key=lambda one: one.time.seconds)
        left_out = f"'{longest.slide.title.text}' ({clock(longest.time.seconds)})"
        return f"{left_out} has no room: make two slides of it, so that one of them has"
    spare = "; slides of 'priority: extra' fill a longer slot" if is_longer(plan.slot, plan.talk.outline) else ""
    return f"say more, or set aside more of it with 'questions'{spare}"
