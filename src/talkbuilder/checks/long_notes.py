"""C112 notes-cut-off: notes that are longer than a printed page of notes has room for, even in small letters."""

from collections.abc import Iterator

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.layout.page import Deck


def check(deck: Deck) -> Iterator[Diagnostic]:
    for page in deck.pages:
        if page.notes.surplus > 0:
            words = sum(len(one.text.split()) for one in page.notes.paragraphs)
            message = f"the notes of '{page.title}' are cut off where they are printed, with what they rest on"
            hint = f"say it on two slides, or make it about {max(1, round(words * page.notes.surplus))} words shorter"
            yield Diagnostic("C112", message, page.span, hint)
