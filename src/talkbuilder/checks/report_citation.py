"""C324 incomplete-report: the Trafficking in Persons Report without its edition, or its figure without a country."""

import re
from collections.abc import Iterator

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.evidence.library.derived import Computed
from talkbuilder.evidence.library.facts import Fact
from talkbuilder.evidence.library.library import Library
from talkbuilder.evidence.library.people import Person
from talkbuilder.patterns import pattern_of

_REPORT = pattern_of(r"\btrafficking in persons report\b|\bTIP[- ]report\b", re.IGNORECASE)
_EDITION = pattern_of(r"\b20\d\d\b")
_STATE = pattern_of(r"\bstate department\b|\bdepartment of state\b", re.IGNORECASE)


def check(library: Library) -> Iterator[Diagnostic]:
    reports = [one for one in library.people.values() if isinstance(one, Person) and _REPORT.search(one.credit.value)]
    for report in reports:
        lacks = [
            what
            for what, words in (("its edition", _EDITION), ("who wrote it", _STATE))
            if not words.search(report.credit.value)
        ]
        if lacks:
            hint = "write 'US State Department, Trafficking in Persons Report', and the year of the edition"
            yield Diagnostic("C324", f"the report is cited without {' and '.join(lacks)}", report.credit.span, hint)
    cited = {report.id for report in reports}
    for fact in library.facts.values():
        if (
            isinstance(fact, Fact)
            and not isinstance(fact, Computed)
            and fact.source.value in cited
            and fact.value is not None
            and not fact.place
        ):
            hint = "write 'place:', the country that the figure is of"
            yield Diagnostic("C324", f"'{fact.id}' is cited from the report without its country", fact.span, hint)
