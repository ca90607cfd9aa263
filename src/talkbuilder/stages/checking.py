"""Products to diagnostics: what checks find in library, talk, plan and deck, and which of it stops a build."""

from collections.abc import Iterable, Iterator
from itertools import chain

from msgspec import structs

from talkbuilder.checks import ON_DECK, ON_LIBRARY, ON_PLAN, ON_TALK
from talkbuilder.diagnostics import Diagnostic, Report
from talkbuilder.evidence.library.library import Library
from talkbuilder.layout.page import Deck
from talkbuilder.source.project import Project
from talkbuilder.stages.grounds import set_apart
from talkbuilder.stages.read import misnamed, read_library, read_source
from talkbuilder.talk.judging import judged, refused, unused
from talkbuilder.talk.plan import Plan


def load_library(project: Project, report: Report) -> Library:
    """What all talks of a folder stand on: its library, read and checked."""
    library = read_library(project, report)
    found = (*misnamed(project), *ON_LIBRARY.faults(library))
    for fault in found:
        report(fault)
    return structs.replace(library, unproved=tuple(one for one in found if one.is_unproved))


def faults_for(names: Iterable[str], project: Project, library: Library, of_library: Report) -> Iterator[Diagnostic]:
    """What is wrong with the library, for talks: what stands in entries that none of them rests on only warns."""
    if not of_library.failed:
        yield from of_library.everything
        return
    from talkbuilder.stages.uses import uses  # which only a library with faults needs

    sources = ((name, read_source(project, name, Report())) for name in names)
    named = {use.id for name, source in sources if source for use in uses(name, source, library, with_skipped=False)}
    yield from set_apart(of_library.everything, library, named)


def check_plan(planned: Plan, report: Report) -> None:
    """Reports what is wrong with a plan, and with the whole talk that it is an edition of."""
    talk = planned.edition.talk
    of_talk = chain(ON_TALK.faults(talk), refused(talk))
    for fault in chain(judged(ON_PLAN.faults(planned), planned.talk), judged(of_talk, talk)):
        report(fault)


def check_deck(deck: Deck, report: Report) -> None:
    """Reports what is wrong with a deck, and at last which answers of its author are to nothing that was found."""
    for fault in judged(ON_DECK.faults(deck), deck.plan.talk):
        report(fault)
    for idle in unused(deck.plan.edition.talk, deck.plan.talk, report.answered):
        report(idle)
