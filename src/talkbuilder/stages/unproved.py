"""Plan and findings to what is missing on which slide: the claims of a talk that nothing proves."""

from collections.abc import Iterable

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.layout.page import Unproved
from talkbuilder.stages.elsewhere import those_beneath
from talkbuilder.talk.plan import Plan


def unproved_in(plan: Plan, found: Iterable[Diagnostic]) -> Unproved:
    """The unproved claims among what was found in a talk, and those of the entries that it cites.

    A claim of a slide that is not seen is one of the slide that comes up while it is said.
    """
    source, library = plan.talk.outline.talk.span.source, plan.talk.library
    on: dict[int, list[str]] = {}
    elsewhere: list[str] = []
    claims = set()
    for one in found:
        if one.is_unproved and one.span and one.span.source.name == source.name:
            claims.add((one.place, one.message))
            place = _place_of(one, plan)
            (elsewhere if place is None else on.setdefault(_seen(place, plan), [])).append(one.message)
    for at, timing in enumerate(plan.timings if library.unproved else ()):
        if timing.slide.kind != "sources":  # which tells only where claims are from
            for one in those_beneath(library.unproved, library, (cited.id for cited in timing.slide.citations)):
                claims.add((one.place, one.message))
                on.setdefault(_seen(at, plan), []).append(one.message)
    return Unproved(len(claims), {at: tuple(dict.fromkeys(told)) for at, told in on.items()}, tuple(elsewhere))


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
