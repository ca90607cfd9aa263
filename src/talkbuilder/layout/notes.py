"""What the notes say beside the speaker's own words: the clock, what to skip if late, and the evidence for a slide."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from talkbuilder.diagnostics import Span
from talkbuilder.evidence.sources import on_pages, within_sentence
from talkbuilder.talk.plan import Plan, Timing
from talkbuilder.talk.talk import Citation, Paragraph, Run, quoted
from talkbuilder.units import clock

EVIDENCE = "Where I have this from"
ASKED = "What the audience may write down"
OWN = "What I know myself"
_AFTER = ", while people ask"
_HEAD = (Run(EVIDENCE, bold=True),)


def place_line(plan: Plan, at: int, number: int, count: int) -> str:
    """Where the speaker should be: on page `number` of `count`, which shows the slide at a place of the plan."""
    timing = plan.timings[at]
    asked = "" if not timing.slide.in_questions else ", if somebody asks" if timing.slide.kind == "sources" else _AFTER
    return f"{clock(timing.start_seconds)} of {clock(plan.slot.seconds)}, slide {number} of {count}{asked}"


def quarter_lines(plan: Plan) -> Mapping[int, tuple[str, ...]]:
    """What is said of the quarters of the talk, by the places in the plan of the slides on which they fall."""
    said: dict[int, tuple[str, ...]] = {}
    for one in plan.quarters:
        line = f"{one.what.capitalize()} is over at {clock(one.seconds)}, on this slide"
        said[one.slide] = (*said.get(one.slide, ()), line)
    return said


def lines_after(plan: Plan, at: int, numbers: Sequence[int]) -> Iterator[str]:
    """What to skip if late, at the end of a part, and on the cover where the talk is given.

    `numbers` holds the number of the page on which each slide of the plan begins.
    """
    timing = plan.timings[at]
    if timing.ends_section:
        yield _when_late(plan, timing, numbers)
    if at == 0:
        yield from _booking(plan)


def _when_late(plan: Plan, timing: Timing, numbers: Sequence[int]) -> str:
    """When a part should be over, and what to skip if it is over later than that."""
    ends = clock(timing.end_seconds)
    if timing.ends_talk:
        return f"The talk ends here, at {ends}"
    if not timing.skips:
        return f"This part ends at {ends}. If it is later: all that follows has to be said, so say less about it"
    skips = (
        f"slide {numbers[at]}, {quoted(plan.timings[at].slide.title.text)} ({clock(plan.timings[at].seconds)})"
        for at in timing.skips
    )
    return f"This part ends at {ends}. If it is later, skip {', then '.join(skips)}"


def _booking(plan: Plan) -> Iterator[str]:
    """Where the talk is given and for whom."""
    occasion = plan.talk.occasion
    if event := occasion.event:
        audience = f", for the audience {quoted(occasion.listeners)}" if occasion.listeners else ""
        slot = f"{plan.slot.minutes:g} minutes, {plan.slot.questions:.3g} of them for questions"
        yield f"{event.cover_line}: {slot}{audience}"
        if occasion.with_contact and event.contact:
            yield f"Contact: {event.contact.value}"


def evidence(citations: tuple[Citation, ...], span: Span) -> tuple[Paragraph, ...]:
    """Each source in italics, and under it what rests on it: the statement, its year, and how certain it is."""
    if not citations:
        return ()
    sources: dict[str, list[Citation]] = {}
    for one in citations:
        told = f"{one.who}, in {within_sentence(one.where)}" if one.who and one.where else one.who or one.where
        told += f", {pages}" if (pages := on_pages((one.page,))) else ""
        sources.setdefault(told or (OWN if one.kind == "own" else ASKED), []).append(one)
    lines = [_HEAD]
    for source, rests in sources.items():
        lines.append(_source(source))
        lines += map(_statement, rests)
    return tuple([Paragraph(line, span) for line in lines])


# What many slides of a talk rest on is written once, and stands in the notes of all of them.
@lru_cache(maxsize=4096)
def _source(told: str) -> tuple[Run]:
    return (Run(told, italic=True),)


@lru_cache(maxsize=4096)
def _statement(one: Citation) -> tuple[Run]:
    year = f"figure for {one.as_of}; " if one.as_of else ""
    reason = f": {one.reason}" if one.reason else ""
    reviewed = f"; {one.standing.told}" if one.standing else ""
    return (Run(f"{one.says.rstrip('.')} ({year}{one.certainty}{reason}{reviewed})"),)
