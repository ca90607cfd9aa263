"""C110 other-language: a talk booked in a language that it is not written in."""

from collections.abc import Iterator

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.source.languages import is_same_language
from talkbuilder.talk.talk import Talk


def check(talk: Talk) -> Iterator[Diagnostic]:
    event = talk.occasion.event
    if event and event.language and not is_same_language(event.language.value, talk.language):
        message = f"'{talk.name}' is written in {talk.language}, not in {event.language.value}"
        yield Diagnostic("C110", message, event.language.span, "book a talk that is written in it, or leave it out")
