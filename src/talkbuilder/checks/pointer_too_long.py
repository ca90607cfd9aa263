"""C004 pointer-too-long: a fact's `exact` that copies more of a post than is needed to find it."""

from collections.abc import Iterator

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.evidence.library.derived import Computed
from talkbuilder.evidence.library.facts import Fact
from talkbuilder.evidence.library.library import Library

MOST_WORDS = 12


def check(library: Library) -> Iterator[Diagnostic]:
    for fact in library.facts.values():
        if not isinstance(fact, Fact) or isinstance(fact, Computed):
            continue
        for passage in fact.exact.passages:
            if (count := len(passage.value.split())) > MOST_WORDS:
                hint = f"keep the {MOST_WORDS} words around the figure"
                yield Diagnostic("C004", f"'exact' has {count} words", passage.span, hint)
