"""Rehearsals of a talk: how long each slide took; and what several of them say about the speaker.

Nothing is kept but times. A rehearsal of an edition counts for that edition alone.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from statistics import median
from typing import Annotated

from msgspec import Meta, Struct

from talkbuilder.diagnostics import Report
from talkbuilder.source.events import Occasion
from talkbuilder.source.fields import Broken, Day, Id, Text, Written
from talkbuilder.source.outline import Outline
from talkbuilder.source.project import Project
from talkbuilder.source.scalars import as_item
from talkbuilder.stages.read import REHEARSALS, read_list, read_source
from talkbuilder.talk.plan import Plan

ENOUGH = 3  # rehearsals: fewer say something about a day, not about a speaker
HEAD = """\
# How long each slide took when the talk was rehearsed, in seconds; 'talkbuilder preview' adds to it. Nothing else is
# kept. Delete what should not count.
"""
_LEAST_WORDS = 60  # on all slides that were timed: of fewer, no pace can be computed


class SlideTime(Written, frozen=True, kw_only=True):
    """How long one slide took."""

    slide: Annotated[Text, Meta(description="its id, or its title")]
    seconds: Annotated[float, Meta(description="how long it was shown", ge=0, le=100_000)]


class Rehearsal(Written, frozen=True, kw_only=True):
    """One time through the talk, or through an edition of it."""

    on: Annotated[Day, Meta(description="on which day")]
    minutes: Annotated[int | None, Meta(description="of the slot of an edition")] = None
    audience: Annotated[Id | None, Meta(description="of an edition")] = None
    event: Annotated[Id | None, Meta(description="of an edition")] = None
    slides: Annotated[tuple[SlideTime, ...], Meta(description="the slides that were shown")]

    @property
    def edition(self) -> "EditionKey":
        return EditionKey(
            self.minutes, self.audience.value if self.audience else "", self.event.value if self.event else ""
        )

    @property
    def seconds(self) -> Mapping[str, float]:
        """By the names of slides."""
        return {one.slide.value: one.seconds for one in self.slides}


class EditionKey(Struct, frozen=True):
    minutes: int | None = None
    audience: str = ""
    event: str = ""


class Habits(Struct, frozen=True):
    """What rehearsals tell: the speaker's own pace in words a minute; None where too few words were timed."""

    rehearsals: int
    pace: int | None


def edition_of(occasion: Occasion) -> EditionKey:
    return EditionKey(occasion.minutes, occasion.audience, occasion.event.id if occasion.event else "")


def read_rehearsals(project: Project, talk: str, report: Report) -> tuple[Rehearsal, ...]:
    """All rehearsals of a talk, in their order; none where there is no file. Reports what cannot be read."""
    source = read_source(project, f"{talk}{REHEARSALS}", report)
    return tuple(read_list(source, "rehearsals", Rehearsal, report))


def written(day: str, edition: EditionKey, seconds: Mapping[str, float]) -> str:
    """A rehearsal as an item of the file."""
    head = f"- on: {day}\n"
    head += f"  minutes: {edition.minutes}\n" if edition.minutes is not None else ""
    head += f"  audience: {edition.audience}\n" if edition.audience else ""
    head += f"  event: {edition.event}\n" if edition.event else ""
    lines = (f"  - {{slide: {as_item(name)}, seconds: {spent:.0f}}}\n" for name, spent in seconds.items())
    return f"{head}  slides:\n{''.join(lines)}"


def names(outline: Outline, slides: Iterable[tuple[int, str]]) -> tuple[str, ...]:
    """What slides are called in the file: by the id that their author gave them, else by their title.

    Each slide is told by where it begins in the outline, and by its title. Of two with one title the second is "… (2)".
    """
    written = (slide for section in outline.sections for slide in section.slides if not isinstance(slide, Broken))
    ids = {slide.span.start: slide.id.value for slide in written if slide.id}
    seen: Counter[str] = Counter()
    told: list[str] = []
    for start, title in slides:
        name = ids.get(start) or title
        seen[name] += 1
        told.append(f"{name} ({seen[name]})" if seen[name] > 1 else name)
    return tuple(told)


def habits(plan: Plan, rehearsals: Iterable[Rehearsal]) -> Habits | None:
    """What the rehearsals of the edition of a plan tell; None where there are too few."""
    mine = [one.seconds for one in rehearsals if one.edition == edition_of(plan.talk.occasion)]
    if len(mine) < ENOUGH:
        return None
    return Habits(len(mine), _pace(plan, mine))


def _shown(plan: Plan) -> Iterator[tuple[str, int, float]]:
    """The slides of the talk itself that are seen: the name of each, the words that are said over it and over those
    before it that are only said, and the seconds that are no speech. Those for questions take what time is left."""
    named = names(plan.talk.outline, ((one.slide.span.start, one.slide.title.text) for one in plan.timings))
    words, other = 0, 0.0
    for timing, name in zip(plan.timings, named, strict=True):
        words += timing.words
        other += timing.time.other_seconds
        if not timing.slide.is_unseen:
            if not timing.slide.in_questions:
                yield name, words, other
            words, other = 0, 0.0


def _pace(plan: Plan, rehearsals: Sequence[Mapping[str, float]]) -> int | None:
    """Words a minute: of the words that were said, in the time that was not pauses, pictures and changes."""
    said, spoken = 0, 0.0
    for name, words, other_seconds in _shown(plan):
        took = [times[name] for times in rehearsals if name in times]
        if took and words and (speaking := median(took) - other_seconds) > 0:
            said += words
            spoken += speaking
    return round(said / spoken * 60) if said >= _LEAST_WORDS else None
