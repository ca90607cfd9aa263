"""C408 long-title, C112 notes-cut-off: titles and notes that are too long to be read where they stand."""

from collections.abc import Iterator

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.layout.items import Text
from talkbuilder.layout.page import Deck

MOST_WORDS, MOST_LINES = 12, 2
_OTHERS = frozenset({"cover", "statement", "question"})  # whose title is the talk's, or all that the slide says


def check(deck: Deck) -> Iterator[Diagnostic]:
    yield from _long_title(deck)
    yield from _long_notes(deck)


def _long_title(deck: Deck) -> Iterator[Diagnostic]:
    for page in deck.pages:
        titles = (one for one in page.items if isinstance(one, Text) and one.name == "title")
        for title in titles if page.kind not in _OTHERS else ():
            words = sum(len(paragraph.text.split()) for paragraph in title.paragraphs)
            if words > MOST_WORDS or len(title.lines) > MOST_LINES:
                what = f"{words} words" if words > MOST_WORDS else f"{len(title.lines)} lines"
                yield Diagnostic("C408", f"the title has {what}", title.span, "say one thing in it, and the rest aloud")


def _long_notes(deck: Deck) -> Iterator[Diagnostic]:
    for page in deck.pages:
        if page.notes.surplus > 0:
            words = sum(len(one.text.split()) for one in page.notes.paragraphs)
            message = f"the notes of '{page.title}' are cut off where they are printed, with what they rest on"
            hint = f"say it on two slides, or make it about {max(1, round(words * page.notes.surplus))} words shorter"
            yield Diagnostic("C112", message, page.span, hint)
