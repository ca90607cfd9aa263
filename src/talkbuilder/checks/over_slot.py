"""C101 over-slot, C102 must-over-slot: a talk that takes longer than its slot leaves."""

from collections.abc import Iterator
from math import ceil

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.edition import Choice, Slot, clock, shortened
from talkbuilder.plan import Plan

_MOST_NAMED = 4


def check(plan: Plan) -> Iterator[Diagnostic]:
    slot = plan.slot
    if plan.seconds <= slot.seconds or not slot.seconds:
        return
    choices = shortened(plan.edition)
    gone = [
        after for before, after in zip(plan.edition.choices, choices, strict=True) if before.kept and not after.kept
    ]
    least = sum(one.time.seconds for one in choices if one.kept and not one.slide.in_questions)
    span = plan.talk.place
    if least <= slot.seconds:
        message = f"the talk takes {_too_long(plan.seconds, slot)}"
        hint = f"leave out {_named(gone)}, or say less; 'build --minutes {slot.minutes:g}' leaves that out by itself"
        yield Diagnostic("C101", message, span, hint)
    else:
        count = sum(one.kept and one.slide.priority == "must" for one in choices)
        slides = (
            "the 'must' slide and what opens its part"
            if count == 1
            else f"the {count} 'must' slides and what opens their parts"
        )
        message = f"{slides} take {_too_long(least, slot)}"
        needed = ceil(least / 60 * slot.minutes / (slot.minutes - slot.questions))
        hint = f"say less on them, mark some as 'should' or 'could', or ask for {needed} minutes"
        yield Diagnostic("C102", message, span, hint)


def _too_long(seconds: float, slot: Slot) -> str:
    """24:30, which is 0:30 more than the 24:00 that 30 minutes leave without 6 for questions."""
    over = clock(ceil(seconds - slot.seconds))
    without = f" without {slot.questions:.3g} for questions" if slot.questions else ""
    minutes = "1 minute leaves" if slot.minutes == 1 else f"{slot.minutes:g} minutes leave"
    return f"{clock(seconds)}, {over} more than the {clock(slot.seconds)} that {minutes}{without}"


def _named(choices: list[Choice]) -> str:
    named = [f"'{one.slide.title.text}' ({clock(one.time.seconds)})" for one in choices[:_MOST_NAMED]]
    more = len(choices) - len(named)
    return " and ".join((*named, *([f"{more} more"] if more else [])))
