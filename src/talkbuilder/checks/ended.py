"""C107 ended-action, C150 ended-consent, C111 past-event: what is over when a talk is given."""

from collections.abc import Iterator

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.evidence.library.media import Medium
from talkbuilder.evidence.library.people import Agreement
from talkbuilder.source.dates import spell_date
from talkbuilder.talk.plan import Plan
from talkbuilder.talk.talk import Picture, Slide


def check(plan: Plan) -> Iterator[Diagnostic]:
    yield from _ended_action(plan)
    yield from _ended_consent(plan)
    yield from _past_event(plan)


def _past_event(plan: Plan) -> Iterator[Diagnostic]:
    occasion = plan.talk.occasion
    if occasion.event and occasion.event.date.value < occasion.today:
        date = occasion.event.date
        message = f"'{occasion.event.id}' was on {spell_date(date.value)}, which is past"
        hint = "correct the year or the day; or build for an event that lies ahead"
        yield Diagnostic("C111", message, date.span, hint)


def _ended_action(plan: Plan) -> Iterator[Diagnostic]:
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


def _ended_consent(plan: Plan) -> Iterator[Diagnostic]:
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
    for person in plan.talk.told_by(slide):
        if person.consent:
            where = f"'consent:' of '{person.id}' in assets/people.yaml; or leave the story out"
            yield person.id, person.consent, where
