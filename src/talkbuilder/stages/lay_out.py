"""Plan and Theme to Deck: every slide laid out by its kind on the layout of its name, with the clock for its notes."""

from collections.abc import Iterator, Sequence

from msgspec import structs

from talkbuilder.diagnostics import Report
from talkbuilder.kinds import KINDS
from talkbuilder.layout.page import Deck, Page
from talkbuilder.layout.theme import Theme
from talkbuilder.talk.plan import Plan, Timing
from talkbuilder.talk.talk import Slide, quoted
from talkbuilder.units import clock


def lay_out(plan: Plan, theme: Theme, report: Report) -> Deck:
    """The deck of a plan. Reports every text that fits at no size."""
    pages = [_pages(timing.slide, theme, report) for timing in plan.timings]
    clocked = iter(_clocked(plan, pages))
    sections = (
        (section.name, tuple(page for _ in section.slides for page in next(clocked))) for section in plan.talk.sections
    )
    return Deck(plan, theme, tuple(sections))


def _pages(slide: Slide, theme: Theme, report: Report) -> tuple[Page, ...]:
    kind = KINDS[slide.kind]
    return kind.pages(slide, theme.layouts[kind.layout], report)


def _clocked(plan: Plan, slides: Sequence[tuple[Page, ...]]) -> Iterator[tuple[Page, ...]]:
    """The pages of every slide, with what their notes say about time."""
    first = [1]  # the number of each slide's first page, counted as PowerPoint does
    for pages in slides:
        first.append(first[-1] + len(pages))
    count, available = first[-1] - 1, clock(plan.slot.seconds)
    quarters = _quarters(plan)
    for at, (timing, pages) in enumerate(zip(plan.timings, slides, strict=True)):
        after = (*_when_late(plan, timing, first), *(_booking(plan) if at == 0 else ()))
        asked = ", if somebody asks" if timing.slide.in_questions else ""
        starts = (
            f"{clock(timing.start_seconds)} of {available}, slide {first[at] + number} of {count}{asked}"
            for number in range(len(pages))
        )
        yield tuple(
            structs.replace(page, before=(start, *quarters.get(at, ())), after=after)
            for start, page in zip(starts, pages, strict=True)
        )


def _quarters(plan: Plan) -> dict[int, tuple[str, ...]]:
    """What is said of the quarters of the talk on the slides on which they fall."""
    said: dict[int, tuple[str, ...]] = {}
    for one in plan.quarters:
        line = f"{one.what.capitalize()} is over at {clock(one.seconds)}, on this slide"
        said[one.slide] = (*said.get(one.slide, ()), line)
    return said


def _when_late(plan: Plan, timing: Timing, first: Sequence[int]) -> tuple[str, ...]:
    """At the end of a section: when it should be over, and what to skip if it is over later than that."""
    if not timing.ends_section:
        return ()
    ends = clock(timing.end_seconds)
    if timing.ends_talk:
        return (f"The talk ends here, at {ends}",)
    if not timing.skips:
        return (f"This part ends at {ends}. If it is later: all that follows has to be said, so say less about it",)
    skips = (
        f"slide {first[at]}, {quoted(plan.timings[at].slide.title.text)} ({clock(plan.timings[at].seconds)})"
        for at in timing.skips
    )
    return (f"This part ends at {ends}. If it is later, skip {', then '.join(skips)}",)


def _booking(plan: Plan) -> Iterator[str]:
    """Where the talk is given and for whom, on the notes of the cover."""
    occasion = plan.talk.occasion
    if event := occasion.event:
        audience = f", for the audience {quoted(occasion.listeners)}" if occasion.listeners else ""
        slot = f"{plan.slot.minutes:g} minutes, {plan.slot.questions:.3g} of them for questions"
        yield f"{event.cover_line}: {slot}{audience}"
        if occasion.with_contact and event.contact:
            yield f"Contact: {event.contact.value}"
