"""Plan and Theme to Deck: every slide laid out by its kind on the layout of its name, with the clock for its notes."""

from collections.abc import Iterator

from msgspec import structs

from talkbuilder.diagnostics import Report
from talkbuilder.edition import clock
from talkbuilder.kinds import KINDS
from talkbuilder.page import Deck, Page
from talkbuilder.plan import Plan, Timing
from talkbuilder.talk import Slide
from talkbuilder.theme import Theme


def lay_out(plan: Plan, theme: Theme, report: Report) -> Deck:
    """The deck of a plan. Reports every text that fits at no size."""
    slides = [_pages(timing.slide, theme, report) for timing in plan.timings]
    numbers = _first_numbers(slides)
    count = sum(len(pages) for pages in slides)
    clocked = iter(
        tuple(_clocked(page, plan, at, numbers, number, count) for number, page in enumerate(pages, start=numbers[at]))
        for at, pages in enumerate(slides)
    )
    sections = (
        (section.name, tuple(page for _ in section.slides for page in next(clocked))) for section in plan.talk.sections
    )
    return Deck(plan, theme, tuple(sections))


def _pages(slide: Slide, theme: Theme, report: Report) -> tuple[Page, ...]:
    kind = KINDS[slide.kind]
    return kind.pages(slide, theme.layouts[kind.layout], report)


def _first_numbers(slides: list[tuple[Page, ...]]) -> list[int]:
    """The number of each slide's first page, counted from 1 as PowerPoint does."""
    numbers = [1]
    for pages in slides:
        numbers.append(numbers[-1] + len(pages))
    return numbers[:-1]


def _clocked(page: Page, plan: Plan, at: int, numbers: list[int], number: int, count: int) -> Page:
    """A page with what its notes say about time."""
    timing = plan.timings[at]
    start = f"{clock(timing.start_seconds)} of {clock(plan.slot.seconds)}, slide {number} of {count}"
    quarters = (
        f"{one.what.capitalize()} of the talk is over at {clock(one.seconds)}, on this slide"
        for one in plan.quarters
        if one.slide == at
    )
    if timing.slide.in_questions:
        start += ", if somebody asks"
    after = _late(plan, timing, numbers) if timing.ends_section else ()
    if at == 0:
        after = (*after, *_booking(plan))
    return structs.replace(page, before=(start, *quarters), after=tuple(after))


def _late(plan: Plan, timing: Timing, numbers: list[int]) -> tuple[str, ...]:
    """What to skip if the section that ends here ended too late."""
    ends = clock(timing.end_seconds)
    if timing is plan.in_talk[-1]:
        return (f"The talk ends here at {ends}",)
    if not timing.skips:
        return (
            f"This part ends at {ends}. If it is later: everything that follows must be said, so say less about it",
        )
    skips = (
        f"slide {numbers[at]}, “{plan.timings[at].slide.title.text}” ({clock(plan.timings[at].seconds)})"
        for at in timing.skips
    )
    return (f"This part ends at {ends}. If it is later, skip {', then '.join(skips)}",)


def _booking(plan: Plan) -> Iterator[str]:
    """Where the talk is given and for whom, on the notes of the cover."""
    occasion = plan.talk.occasion
    if event := occasion.event:
        audience = f", for the audience “{occasion.listeners}”" if occasion.listeners else ""
        slot = f"{plan.slot.minutes:g} minutes, {plan.slot.questions:g} of them for questions"
        yield f"{event.cover_line}: {slot}{audience}"
        if occasion.with_contact and event.contact:
            yield f"Contact: {event.contact.value}"
