"""C408 long-title: a title that takes more than two lines, or so many words that nobody reads it at a glance."""

from collections.abc import Iterator

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.layout.items import Text
from talkbuilder.layout.page import Deck

MOST_WORDS, MOST_LINES = 12, 2
_OTHERS = frozenset({"cover", "statement", "question"})  # whose title is the talk's, or all that the slide says


def check(deck: Deck) -> Iterator[Diagnostic]:
    for page in deck.pages:
        titles = (one for one in page.items if isinstance(one, Text) and one.name == "title")
        for title in titles if page.kind not in _OTHERS else ():
            words = sum(len(paragraph.text.split()) for paragraph in title.paragraphs)
            if words > MOST_WORDS or len(title.lines) > MOST_LINES:
                what = f"{words} words" if words > MOST_WORDS else f"{len(title.lines)} lines"
                yield Diagnostic("C408", f"the title has {what}", title.span, "say one thing in it, and the rest aloud")
