"""C150 ended-consent: a picture of somebody who has not agreed to be shown at the event, or not any more."""

from collections.abc import Iterator

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.evidence.media import Medium, Shown
from talkbuilder.source.dates import spell_date
from talkbuilder.talk.plan import Plan
from talkbuilder.talk.talk import Picture, Slide


def check(plan: Plan) -> Iterator[Diagnostic]:
    event = plan.talk.occasion.event
    if event is None:
        return
    for slide, medium, shown in _shown(plan):
        if shown.agreed and event.date.value > (ended := shown.agreed.last_day):
            given = spell_date(event.date.value)
            message = f"'{shown.who.value}' agreed until {spell_date(ended)}, and '{event.id}' is on {given}"
            hint = f"ask again, and mend 'agreed:' of '{medium.id}' in assets/media.yaml; or show something else"
            yield Diagnostic("C150", message, slide.title.span, hint)


def _shown(plan: Plan) -> Iterator[tuple[Slide, Medium, Shown]]:
    """Everybody who is in a picture, with the slide that shows it."""
    for slide in plan.talk.slides:
        for content in slide.slots.values():
            medium = plan.talk.library.media.get(content.id) if isinstance(content, Picture) else None
            if isinstance(medium, Medium):
                yield from ((slide, medium, shown) for shown in medium.people or ())
