"""C008 no-time-left: questions that take up the whole slot, so that no talk is left."""

import re
from collections.abc import Iterator
from math import ceil

from talkbuilder.diagnostics import Diagnostic, Span
from talkbuilder.talk.edition import slot_of
from talkbuilder.talk.talk import Talk


def check(talk: Talk) -> Iterator[Diagnostic]:
    slot = slot_of(talk.outline, talk.occasion)
    if not slot.seconds:
        least = max(0, ceil(slot.minutes) - 1)
        hint = f"write 'questions: {least}' or less: 'minutes' is the whole slot, 'questions' how much of it stays free"
        message = f"{slot.questions:g} minutes of questions leave nothing of {slot.minutes:g}"
        source = talk.place.source
        key = re.search(r"^questions(?=:)", source.text, re.MULTILINE)
        yield Diagnostic("C008", message, Span(source, *key.span()) if key else talk.place, hint)
