"""C113 english-beside: a talk in another language, beside which this program prints words of its own in English."""

from collections.abc import Iterator

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.source.languages import is_same_language
from talkbuilder.talk.talk import Talk


def check(talk: Talk) -> Iterator[Diagnostic]:
    written = talk.outline.language
    if written and not is_same_language(written.value, "en"):
        message = "what this program prints of its own stays English: “Source”, “Part 1 of 3”, months, names on maps"
        hint = "translate them in the finished deck, last of all; the words of the talk are in your language everywhere"
        yield Diagnostic("C113", message, written.span, hint)
