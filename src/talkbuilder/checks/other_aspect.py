"""C111 other-aspect: a screen of another shape than the deck has."""

from collections.abc import Iterator

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.talk import Talk


def check(talk: Talk) -> Iterator[Diagnostic]:
    event = talk.occasion.event
    if event and event.aspect == "4:3":
        message = f"'{event.id}' has a 4:3 screen, and decks are drawn for 16:9"
        hint = "it will have bars above and below, and letters three quarters as high: look at it from the back row"
        yield Diagnostic("C111", message, event.span, hint)
