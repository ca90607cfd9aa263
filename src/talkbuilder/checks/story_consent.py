"""C302 story-without-consent: words or a story of somebody who was harmed, who has not agreed to it."""

from collections.abc import Iterator

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.evidence.library.people import HARMED
from talkbuilder.talk.talk import Talk


def check(talk: Talk) -> Iterator[Diagnostic]:
    for slide in talk.slides:
        for person in talk.told_by(slide):
            if person.role in HARMED and person.consent is None:
                hint = f"ask, and write down 'consent:' of '{person.id}' in assets/people.yaml; or leave the story out"
                message = f"nobody has agreed that the story of '{person.id}' is told"
                yield Diagnostic("C302", message, slide.title.span, hint)
