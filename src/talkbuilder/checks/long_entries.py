"""C003 quote-too-long, C004 pointer-too-long: more words of a post than an audience or a reader needs."""

from collections.abc import Iterator

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.evidence.library.derived import Computed
from talkbuilder.evidence.library.facts import Fact
from talkbuilder.evidence.library.library import Library
from talkbuilder.evidence.library.quotes import Quote

MOST_QUOTED = 40
MOST_POINTER_WORDS = 12


def check(library: Library) -> Iterator[Diagnostic]:
    for quote in library.of(Quote):
        if (count := len(quote.text.value.replace("[…]", " ").split())) > MOST_QUOTED:
            hint = f"shorten it to {MOST_QUOTED} words at most; […] marks what is left out"
            yield Diagnostic("C003", f"the quotation has {count} words", quote.text.span, hint)
    for fact in library.of(Fact):
        for passage in () if isinstance(fact, Computed) else fact.exact.passages:
            if (count := len(passage.value.split())) > MOST_POINTER_WORDS:
                hint = f"keep {MOST_POINTER_WORDS} of them at most, with the figure among them"
                yield Diagnostic("C004", f"'exact' has {count} words", passage.span, hint)
