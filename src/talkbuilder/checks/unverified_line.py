"""C109 unverified-line: a telephone line that nobody has tried in the 90 days before the event."""

from collections.abc import Iterator
from datetime import date, timedelta

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.source.dates import spell_date
from talkbuilder.talk.plan import Plan

MOST_DAYS = 90


def check(plan: Plan) -> Iterator[Diagnostic]:
    event = plan.talk.occasion.event
    if event is None:
        return
    earliest = (date.fromisoformat(event.date.value) - timedelta(days=MOST_DAYS)).isoformat()
    hint = "ring it before the talk, then write 'verified_on' in assets/actions.yaml"
    for slide, action in plan.talk.asked:
        if not (action.phone or action.text):
            continue
        verified = action.verified_on.value if action.verified_on else ""
        if not verified:
            yield Diagnostic("C109", f"'{action.id}' was never verified", slide.asked_at, hint)
        elif not earliest <= _first_day(verified) <= event.date.value:
            last, given = spell_date(verified), spell_date(event.date.value)
            message = f"'{action.id}' was last verified on {last}, and '{event.id}' is on {given}"
            yield Diagnostic("C109", message, slide.asked_at, hint)


def _first_day(when: str) -> str:
    """The first day of a year or a month, or the day itself: nobody knows that it was any later."""
    return when + "-01" * (2 - when.count("-"))
