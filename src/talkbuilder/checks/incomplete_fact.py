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
                (
                    "measure",
                    fact.measure,
                    "say what is counted, as in 'measure: wells dug': only like is compared with like",
                ),
                ("as_of", fact.as_of, "add 'as_of:' with the year that the figure is for, as in 'as_of: 2011'"),
            ):
                if value is None and not fact.place_of_key(key):
                    yield Diagnostic("E014", f"the fact '{fact.id}' has a value and no '{key}'", fact.span, hint)
