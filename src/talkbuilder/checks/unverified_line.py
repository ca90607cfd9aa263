"""C109 unverified-line: a telephone line that nobody has tried in the 90 days before the talk, or ever."""

from collections.abc import Iterator
from datetime import date, timedelta

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.evidence.library.actions import EMERGENCY, Action, digits_of
from talkbuilder.source.dates import spell_date
from talkbuilder.talk.plan import Plan
from talkbuilder.talk.talk import Talk

MOST_DAYS = 90


def check(plan: Plan) -> Iterator[Diagnostic]:
    hint = "ring it before the talk, then write 'verified_on' in assets/actions.yaml"
    asked = {action.id: (slide, action) for slide, action in reversed(tuple(plan.talk.asked))}  # each where it is first
    for slide, action in asked.values():
        # Nobody may ring for an ambulance to see whether it comes.
        numbers = (digits_of(number.value) for number in (action.phone, action.text) if number)
        if any(one not in EMERGENCY for one in numbers) and (fault := _fault(action, plan.talk)):
            yield Diagnostic("C109", fault, slide.asked_at, hint)


def _fault(action: Action, talk: Talk) -> str:
    verified = action.verified_on.value if action.verified_on else ""
    if not verified:
        return f"'{action.id}' was never verified"
    given, event = talk.given_on, talk.occasion.event
    earliest = date.fromisoformat(_first_day(given)) - timedelta(days=MOST_DAYS) if given else None
    if earliest is None or earliest.isoformat() <= _first_day(verified) <= (event.date.value if event else "9999"):
        return ""
    what = f"'{event.id}' is on {spell_date(given)}" if event else f"the talk is of {spell_date(given)}"
    return f"'{action.id}' was last verified on {spell_date(verified)}, and {what}"


def _first_day(when: str) -> str:
    """The first day of a year or a month, or the day itself: nobody knows that it was any later."""
    return when + "-01" * (2 - when.count("-"))
