"""T006 template-room: a slide for which a template leaves less room than our own theme, and what was done about it."""

from collections.abc import Iterator

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.layout.page import Deck

_DONE = {
    "smaller": "its text is set smaller than usual: this template leaves it little room",
    "tiny": "its text is too small to be read from the last row: this template leaves it no room",
    "continued": "it goes on on a second slide: this template leaves it little room",
}


def check(deck: Deck) -> Iterator[Diagnostic]:
    told = set()
    for page in deck.pages:
        if page.squeezed and page.span not in told:
            told.add(page.span)
            hint = "shorten it, or make two slides of it, if you present in this template more often"
            yield Diagnostic("T006", _DONE[page.squeezed], page.span, hint)
