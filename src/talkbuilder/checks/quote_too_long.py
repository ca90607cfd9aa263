"""C003 quote-too-long: a quotation of more words than an audience can take in, or a fair quotation should have."""

from collections.abc import Iterator

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.evidence.library.library import Library
from talkbuilder.evidence.library.quotes import Quote

MOST_WORDS = 40


def check(library: Library) -> Iterator[Diagnostic]:
    for quote in library.quotes.values():
        if isinstance(quote, Quote) and (count := len(quote.text.value.replace("[…]", " ").split())) > MOST_WORDS:
            hint = f"{MOST_WORDS} are the most; […] marks what is left out"
            yield Diagnostic("C003", f"the quotation has {count} words", quote.text.span, hint)
