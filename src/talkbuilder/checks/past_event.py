"""C111 past-event: a deck is made for a day that is over."""

from collections.abc import Iterator

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.source.dates import spell_date
from talkbuilder.talk.plan import Plan


def check(plan: Plan) -> Iterator[Diagnostic]:
    occasion = plan.talk.occasion
    if occasion.event and occasion.event.date.value < occasion.today:
        date = occasion.event.date
        message = f"'{occasion.event.id}' was on {spell_date(date.value)}, which is past"
        yield Diagnostic(
            "C111", message, date.span, "correct the year or the day; or build for an event that lies ahead"
        )
