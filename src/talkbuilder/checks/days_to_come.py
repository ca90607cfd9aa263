"""E013 bad-date: somebody agreed, or something was published, on a day to come. E154 later-figure: of a year that its
source, by its date, could not know."""

from collections.abc import Iterator

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.evidence.library.derived import Computed
from talkbuilder.evidence.library.facts import Fact
from talkbuilder.evidence.library.library import Library
from talkbuilder.evidence.library.media import Medium
from talkbuilder.evidence.library.people import Person
from talkbuilder.evidence.library.sources import Source
from talkbuilder.source.dates import spell_date


def check(library: Library) -> Iterator[Diagnostic]:
    agreed = [one.consent for one in library.of(Person)]
    agreed += [shown.agreed for medium in library.of(Medium) for shown in medium.people or ()]
    for day in (*(one.on for one in agreed if one), *(one.date for one in library.of(Source))):
        if library.today and day.value > library.today[: len(day.value)]:
            hint = "write when somebody agreed, or when this was published or first said"
            yield Diagnostic("E013", f"{spell_date(day.value)} is still to come", day.span, hint)
    for fact in (one for one in library.of(Fact) if not isinstance(one, Computed) and not one.as_of_why):
        source = library.source_of(fact)
        if source and fact.as_of and fact.as_of.value[:4] > source.date.value[:4]:
            message = f"'{fact.id}' is of {fact.as_of.value[:4]}, and '{source.id}' of {source.date.value[:4]}"
            hint = "mend the date of the source; or say in 'as_of_why' how it tells of a year to come"
            yield Diagnostic("E154", message, fact.as_of.span, hint)
