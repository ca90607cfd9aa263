"""C107 ended-action: the audience is asked to do something that is over when the talk is given."""

from collections.abc import Iterator

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.source.dates import spell_date
from talkbuilder.talk.plan import Plan


def check(plan: Plan) -> Iterator[Diagnostic]:
    event = plan.talk.occasion.event
    if event is None:
        return
    for slide, action in plan.talk.asked:
        until = action.until.value if action.until else ""
        if until and until < event.date.value[: len(until)]:
            ended, given = spell_date(until), spell_date(event.date.value)
            message = f"'{action.id}' is over after {ended}, and '{event.id}' is on {given}"
            hint = "ask for something else there, or mend 'until' in assets/actions.yaml"
            yield Diagnostic("C107", message, slide.asked_at, hint)
