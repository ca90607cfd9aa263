"""C110 other-language, C113 english-beside: a talk in another language than its booking, or than English."""

from collections.abc import Iterator

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.source.languages import is_same_language
from talkbuilder.talk.talk import Talk
from talkbuilder.talk.words import words_in


def check(talk: Talk) -> Iterator[Diagnostic]:
    event, written = talk.occasion.event, talk.outline.language
    if event and event.language and not is_same_language(event.language.value, talk.language):
        message = f"'{talk.name}' is written in {talk.language}, not in {event.language.value}"
        yield Diagnostic("C110", message, event.language.span, "book a talk that is written in it, or leave it out")
    if written and not is_same_language(written.value, "en"):
        has_words = words_in(talk.language).written != "en"
        of_all = "“Source”, “Part 1 of 3”, months, names on maps"
        of_some = "“16 million”, names of cities on maps, what drawings that come with it show"
        message = f"what this program prints of its own stays English: {of_some if has_words else of_all}"
        hint = "translate them in the finished deck, last of all; the words of the talk are in your language everywhere"
        yield Diagnostic("C113", message, written.span, hint)
