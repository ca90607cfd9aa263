"""Products to diagnostics: what checks find in library, talk, plan and deck, whom it concerns, and what it stops."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Set
from itertools import chain

from msgspec import Struct, structs

from talkbuilder.checks import ON_DECK, ON_LIBRARY, ON_PLAN, ON_TALK
from talkbuilder.diagnostics import Diagnostic, Report, Source
from talkbuilder.evidence.library.library import MODELS, Library
from talkbuilder.layout.page import Deck, Unproved
from talkbuilder.source.fields import Broken, Id
from talkbuilder.source.project import Project
from talkbuilder.stages.read import misnamed, read_library, read_source
from talkbuilder.talk.judging import judged, refused, unused
from talkbuilder.talk.plan import Plan
from talkbuilder.talk.words import Words, words_in

Entry = tuple[str, str]  # a file of the library by its name in MODELS, and an id in it
Places = Mapping[str, list[tuple[int, Entry]]]

_SPOKEN = "C033"  # how a word is said: no talk names one, and the notes of all print it


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
    yield from _set_apart(of_library.everything, library, named)


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


def for_evidence(of_library: Report, library: Library) -> Report:
    """What is wrong with a library, for facts and quotations: what is to be said of a photo yet only warns there."""
    report, places = Report(), places_of(library)
    for fault in of_library.everything:
        is_aside = fault.code == "E009" and (owner_of(fault, places) or ("",))[0] == "media"
        report(_aside(fault) if is_aside else fault)
    return report


def _set_apart(faults: Iterable[Diagnostic], library: Library, named: Iterable[str]) -> Iterator[Diagnostic]:
    """The faults of a library for talks that name these ids; in entries that they do not rest on, they only warn.

    What stands in no entry stops every talk. So does all of it where a talk rests on an entry that could not be read
    for the sake of another: nobody knows of which.
    """
    found = tuple(faults)
    rests_on = _grounds(library, named)
    places = places_of(library)
    owners = [owner_of(fault, places) for fault in found]
    unread = {one for one in rests_on if isinstance(getattr(library, one[0]).get(one[1]), Broken)}
    is_known_why = unread <= {*owners}
    for fault, owner in zip(found, owners, strict=True):
        stops = owner is None or fault.code == _SPOKEN or owner in rests_on or not is_known_why
        yield fault if stops else _aside(fault)


def _aside(fault: Diagnostic) -> Diagnostic:
    if not fault.is_grave:
        return fault
    hint = f"{fault.hint}; " if fault.hint else ""
    return structs.replace(fault, is_elsewhere=True, hint=f"{hint}nothing that is built here rests on it")


def _grounds(library: Library, named: Iterable[str]) -> Set[Entry]:
    """The entries of some names, and all that they rest on in their turn; one name may be that of several."""
    found: set[Entry] = set()
    names = [*named]
    while names:
        name = names.pop()
        for file in MODELS:
            entries: Mapping[str, object] = getattr(library, file)
            if name in entries and (file, name) not in found:
                found.add((file, name))
                names += _ids(entries[name])
    return found


def _ids(value: object) -> Iterator[str]:
    match value:
        case Id():
            yield value.value
        case tuple():
            for one in value:
                yield from _ids(one)
        case Struct() if not isinstance(value, Source):
            for key in value.__struct_fields__:
                yield from _ids(getattr(value, key))


def places_of(library: Library) -> Places:
    """Where entries begin, by the file that they stand in."""
    places: dict[str, list[tuple[int, Entry]]] = {}
    for file in MODELS:
        for id, entry in getattr(library, file).items():
            places.setdefault(entry.span.source.name, []).append((entry.span.start, (file, id)))
    return {name: sorted(rows) for name, rows in places.items()}


def owner_of(fault: Diagnostic, places: Places) -> Entry | None:
    """The entry in which a fault stands, or that is written once more there."""
    if fault.span is None:
        return None
    rows = places.get(fault.span.source.name, [])
    named = fault.span.source.text[fault.span.start : fault.span.end] if fault.code == "R008" else ""
    if twice := next((entry for _, entry in rows if entry[1] == named), None):
        return twice
    at = bisect_right(rows, fault.span.start, key=lambda row: row[0])
    return rows[at - 1][1] if at else None


def unproved_in(plan: Plan, found: Iterable[Diagnostic]) -> Unproved:
    """The unproved claims among what was found in a talk, and those of the entries that it cites.

    A claim of a slide that is not seen is one of the slide that comes up while it is said.
    """
    source, library, words = plan.talk.outline.talk.span.source, plan.talk.library, words_in(plan.talk.language)
    on: dict[int, list[str]] = {}
    elsewhere: list[str] = []
    claims = set()
    for one in found:
        if one.is_unproved and one.span and one.span.source.name == source.name:
            claims.add((one.place, one.message))
            place = _place_of(one, plan)
            (elsewhere if place is None else on.setdefault(_seen(place, plan), [])).append(_why(one, words))
    places = places_of(library) if library.unproved else {}
    owned = [(one, owner_of(one, places)) for one in library.unproved]
    for at, timing in enumerate(plan.timings if owned else ()):
        if timing.slide.kind != "sources":  # which tells only where claims are from
            rests_on = _grounds(library, (cited.id for cited in timing.slide.citations))
            for one in (fault for fault, owner in owned if owner in rests_on):
                claims.add((one.place, one.message))
                on.setdefault(_seen(at, plan), []).append(_why(one, words))
    return Unproved(len(claims), {at: tuple(dict.fromkeys(told)) for at, told in on.items()}, tuple(elsewhere))


def _why(unproved: Diagnostic, words: Words) -> str:
    """What nothing proves: in English as the console tells it, else in a sentence of its kind with the words there."""
    if words.written == "en" or unproved.span is None:
        return unproved.message
    told = unproved.span.source.text[unproved.span.start : unproved.span.end]
    return words.say(f"reason_{unproved.code}", text=" ".join(told.split()))


def _place_of(fault: Diagnostic, plan: Plan) -> int | None:
    """The place in the plan of the slide in whose text a fault stands; None where it stands in that of none."""
    found = [
        (slide.span.end - slide.span.start, at)
        for at, slide in enumerate(timing.slide for timing in plan.timings)
        if fault.span and slide.span.source.name == fault.span.source.name
        if slide.span.start <= fault.span.start < slide.span.end
    ]
    return min(found)[1] if found else None


def _seen(at: int, plan: Plan) -> int:
    """The place of the slide that is seen while that of a place is said."""
    later = (place for place in range(at, len(plan.timings)) if not plan.timings[place].slide.is_unseen)
    return next(later, at)
