"""C104 long-slide, C105 short-slide: a slide that stands too long, or that nobody has time to take in."""

from collections.abc import Iterator

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.talk.plan import Plan
from talkbuilder.units import clock

MOST_SECONDS = 180
LEAST_SECONDS = 10


def check(plan: Plan) -> Iterator[Diagnostic]:
    for timing in plan.in_talk:
        if timing.slide.is_unseen:
            continue
        title, span = timing.slide.title.text, timing.slide.title.span
        if timing.seconds > MOST_SECONDS:
            hint = "make two slides of it, or say less"
            yield Diagnostic("C104", f"'{title}' takes {clock(max(timing.seconds, MOST_SECONDS + 1))}", span, hint)
        elif timing.seconds < LEAST_SECONDS and timing.slide.notes:  # without notes, that is what is reported
            hint = "say more here, or put it on another slide"
            yield Diagnostic("C105", f"'{title}' is over after {timing.seconds:.3g} s", span, hint)
