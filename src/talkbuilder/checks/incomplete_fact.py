"""E014 incomplete-fact: a number that is of some year, without that year or without what it counts."""

from collections.abc import Iterator

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.evidence.library.derived import Computed
from talkbuilder.evidence.library.facts import Fact
from talkbuilder.evidence.library.library import Library


def check(library: Library) -> Iterator[Diagnostic]:
    for fact in library.facts.values():
        if isinstance(fact, Fact) and not isinstance(fact, Computed) and fact.grows_old:
            for key, value, hint in (
                ("measure", fact.measure, "say what is counted, so that only like is compared with like"),
                ("as_of", fact.as_of, "say which year the figure is for"),
            ):
                if value is None:
                    yield Diagnostic("E014", f"the fact '{fact.id}' has a value and no '{key}'", fact.span, hint)
