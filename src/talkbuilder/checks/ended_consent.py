"""C150 ended-consent: a picture or a story of somebody who has not agreed to the event, or not any more.

Without an event it is the day on which the deck is made that counts: whoever opens the talk again is told.
"""

from collections.abc import Iterator

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.evidence.library.media import Medium
from talkbuilder.evidence.library.people import Agreement
from talkbuilder.source.dates import spell_date
from talkbuilder.talk.plan import Plan
from talkbuilder.talk.talk import Picture, Slide


def check(plan: Plan) -> Iterator[Diagnostic]:
    event, today = plan.talk.occasion.event, plan.talk.occasion.today
    day = event.date.value if event else today
    then = f"and '{event.id}' is on {spell_date(day)}" if event else "and that day is past"
    for slide in plan.talk.slides:
        for who, agreed, where in (*_shown(slide, plan), *_told(slide, plan)):
            if day > (ended := agreed.last_day):
                message = f"'{who}' agreed until {spell_date(ended)}, {then}"
                yield Diagnostic("C150", message, slide.title.span, f"ask again, and mend {where}")


def _shown(slide: Slide, plan: Plan) -> Iterator[tuple[str, Agreement, str]]:
    """Everybody who is in a picture of a slide, what they agreed to, and where that is written and what else helps."""
    for content in slide.slots.values():
        medium = plan.talk.library.media.get(content.id) if isinstance(content, Picture) else None
        if isinstance(medium, Medium):
            where = f"'agreed:' of '{medium.id}' in assets/media.yaml; or show something else"
            yield from ((one.who.value, one.agreed, where) for one in medium.people or () if one.agreed)


def _told(slide: Slide, plan: Plan) -> Iterator[tuple[str, Agreement, str]]:
    """The same of everybody whose words or story a slide tells."""
    for person in plan.talk.told_by(slide):
        if person.consent:
            where = f"'consent:' of '{person.id}' in assets/people.yaml; or leave the story out"
            yield person.id, person.consent, where
