"""C109 unverified-line: a telephone line that nobody has tried in the 90 days before the event."""

from collections.abc import Iterator
from datetime import date, timedelta

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.evidence.actions import Action
from talkbuilder.evidence.posts import spell_date
from talkbuilder.plan import Plan

MOST_DAYS = 90


def check(plan: Plan) -> Iterator[Diagnostic]:
    event = plan.talk.occasion.event
    if event is None:
        return
    earliest = date.fromisoformat(event.date.value) - timedelta(days=MOST_DAYS)
    for slide in plan.talk.slides:
        for one in slide.citations:
            action = plan.talk.library.actions.get(one.id) if one.kind == "action" else None
            if not isinstance(action, Action) or not (action.phone or action.text):
                continue
            verified = action.verified_on.value if action.verified_on else ""
            if verified < earliest.isoformat()[: len(verified)] or not verified:
                message = f"'{action.id}' was never verified"
                if verified:
                    given = spell_date(event.date.value)
                    message = (
                        f"'{action.id}' was last verified on {spell_date(verified)}, and '{event.id}' is on {given}"
                    )
                hint = "ring it before the talk, then write 'verified_on' in assets/actions.yaml"
                yield Diagnostic("C109", message, slide.asked_at, hint)
