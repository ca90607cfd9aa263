"""C008 no-time-left: questions that take up the whole slot, so that no talk is left."""

from collections.abc import Iterator

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.talk.edition import slot_of
from talkbuilder.talk.talk import Talk


def check(talk: Talk) -> Iterator[Diagnostic]:
    slot = slot_of(talk.outline, talk.occasion)
    if not slot.seconds:
        hint = "'minutes' is the whole slot, and 'questions' how much of it stays free"
        message = f"{slot.questions:g} minutes of questions leave nothing of {slot.minutes:g}"
        yield Diagnostic("C008", message, talk.place, hint)
