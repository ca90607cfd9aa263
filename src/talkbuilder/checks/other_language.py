"""C110 other-language, C113 english-beside: a talk in another language than its booking, or than English."""

from collections.abc import Iterator

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.source.languages import is_same_language
from talkbuilder.talk.talk import Talk


def check(talk: Talk) -> Iterator[Diagnostic]:
    event, written = talk.occasion.event, talk.outline.language
    if event and event.language and not is_same_language(event.language.value, talk.language):
        message = f"'{talk.name}' is written in {talk.language}, not in {event.language.value}"
        yield Diagnostic("C110", message, event.language.span, "book a talk that is written in it, or leave it out")
    if written and not is_same_language(written.value, "en"):
        message = "what this program prints of its own stays English: “Source”, “Part 1 of 3”, months, names on maps"
        hint = "translate them in the finished deck, last of all; the words of the talk are in your language everywhere"
        yield Diagnostic("C113", message, written.span, hint)
