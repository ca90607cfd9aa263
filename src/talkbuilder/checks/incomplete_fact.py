"""E014 incomplete-fact: a number of some year, without that year or without what it counts."""

from collections.abc import Iterator

from talkbuilder.claims.figures import figures, year_groups
from talkbuilder.claims.normal import normalise
from talkbuilder.diagnostics import Diagnostic
from talkbuilder.evidence.library.derived import Computed
from talkbuilder.evidence.library.facts import Fact
from talkbuilder.evidence.library.library import Library

_HINTS = {
    "measure": "say what is counted, as in 'measure: wells dug': only like is compared with like",
    "as_of": "add 'as_of:' with the year that the figure is for, as in 'as_of: 2011'",
}


def check(library: Library) -> Iterator[Diagnostic]:
    for fact in library.of(Fact):
        if not isinstance(fact, Computed) and fact.grows_old and _is_dated(fact):
            for key, hint in _HINTS.items():
                if getattr(fact, key) is None and not fact.place_of_key(key):
                    message = f"the fact '{fact.id}' has a value and no '{key}'"
                    yield Diagnostic("E014", message, fact.span, hint, key=key)


def _is_dated(fact: Fact) -> bool:
    """Whether a figure is of a year: its entry has one, or its statement names one, and not several that it is for."""
    if fact.as_of is not None:
        return True
    says = normalise(fact.says.value).text
    years = [one for one in figures(says) if one.is_year and fact.value not in one.values]
    return any(len(group) == 1 for group in year_groups(says, years))
