"""C101 over-slot, C102 must-over-slot, C103 under-slot; C104 long-slide, C105 short-slide: how time is used."""

from collections.abc import Iterator
from math import ceil

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.talk.edition import Choice, Slot, going, is_longer, shortened
from talkbuilder.talk.plan import Plan
from talkbuilder.talk.talk import MADE
from talkbuilder.units import clock, nearest

_MOST_NAMED = 4
LEAST_SHARE = 0.85
MOST_SECONDS, LEAST_SECONDS = 180, 10  # of a slide


def check(plan: Plan) -> Iterator[Diagnostic]:
    yield from _over_slot(plan)
    yield from _under_slot(plan)
    yield from _slides(plan)


def _over_slot(plan: Plan) -> Iterator[Diagnostic]:
    slot = plan.slot
    if plan.fits or not slot.seconds:
        return
    short = shortened(plan.edition)
    if short.fits:
        gone = [short.choices[at] for at in going(plan.edition.choices) if not short.choices[at].kept]
        message = f"the talk takes {_too_long(plan.seconds, slot)}"
        hint = f"leave out {_named(gone)}, or say less; 'build --minutes {slot.minutes:g}' leaves that out by itself"
        yield Diagnostic("C101", message, plan.talk.place, hint)
    else:
        message = f"'must' slides, with what opens their parts, take {_too_long(short.seconds, slot)}"
        minutes = _needed(short.seconds, plan)
        hint = f"say less on them, mark some as 'should' or 'could', or ask for {minutes} minutes"
        yield Diagnostic("C102", message, plan.talk.place, hint)


def _needed(seconds: float, plan: Plan) -> int:
    """The minutes of a slot that would do; an event's own questions take no more of it, else their share grows."""
    slot, event = plan.slot, plan.talk.occasion.event
    if event and event.questions is not None and plan.talk.occasion.minutes is None:
        return ceil(seconds / 60 + slot.questions)
    return ceil(seconds / 60 * slot.minutes / (slot.minutes - slot.questions))


def _too_long(seconds: float, slot: Slot) -> str:
    """24:30, which is 0:30 more than the 24:00 that 30 minutes leave without 6 for questions."""
    over = -slot.spare(seconds)
    without = f" without {slot.free} for questions" if slot.questions else ""
    minutes = "1 minute leaves" if slot.minutes == 1 else f"{slot.minutes:g} minutes leave"
    return f"{clock(slot.seconds + over)}, {clock(over)} more than the {clock(slot.seconds)} that {minutes}{without}"


def _named(choices: list[Choice]) -> str:
    named = [f"'{one.slide.title.text}' ({clock(one.time.seconds)})" for one in choices[:_MOST_NAMED]]
    more = len(choices) - len(named)
    return " and ".join((*named, *([f"{more} more"] if more else [])))


def _under_slot(plan: Plan) -> Iterator[Diagnostic]:
    available = plan.slot.seconds
    if plan.seconds < LEAST_SHARE * available and plan.edition.talk.is_whole:
        missing = clock(available - nearest(plan.seconds))
        message = f"the talk takes {clock(plan.seconds)}, {missing} less than the {clock(available)} that it has"
        yield Diagnostic("C103", message, plan.talk.place, _hint(plan))


def _hint(plan: Plan) -> str:
    if went := [one for one in plan.edition.choices if one.for_room]:
        longest = max(went, key=lambda one: one.time.seconds)
        left_out = f"'{longest.slide.title.text}' ({clock(longest.time.seconds)})"
        return f"{left_out} has no room: make two slides of it, so that one of them has"
    spare = "; slides of 'priority: extra' fill a longer slot" if is_longer(plan.slot, plan.talk.outline) else ""
    told = [one for one in plan.in_talk if one.slide.notes and one.slide.kind not in MADE and not one.slide.is_unseen]
    least = sorted(told, key=lambda one: one.seconds)[:_MOST_NAMED]
    where = ", ".join(f"'{one.slide.title.text}' ({clock(one.seconds)})" for one in least)
    most = f" where least is said: {where}" if where else ""
    return f"say more{most}; or set aside more of it with 'questions'{spare}"


def _slides(plan: Plan) -> Iterator[Diagnostic]:
    for timing in plan.in_talk:
        if timing.slide.is_unseen:
            continue
        title, span = timing.slide.title.text, timing.slide.title.span
        if timing.seconds > MOST_SECONDS:
            hint = "make two slides of it, or say less"
            yield Diagnostic("C104", f"'{title}' takes {clock(max(timing.seconds, MOST_SECONDS + 1))}", span, hint)
        # What opens and ends a talk may be short; without notes, that is what is reported.
        elif timing.seconds < LEAST_SECONDS and timing.slide.notes and timing.slide.kind not in MADE:
            hint = "say more here, or put it on another slide"
            yield Diagnostic("C105", f"'{title}' is over after {timing.seconds:.3g} s", span, hint)
