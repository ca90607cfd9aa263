"""Which slides of a talk a slot and an audience keep, and why: a shorter talk is never a faster one.

Slides go in one fixed order: the spare ones (`extra`) first, then `could`, then `should`; among equals the longest
first, so that the fewest go. An edition leaves out the shortest run of that order that makes it fit. So whatever a
short edition keeps, a longer one keeps too, and a slide that could comes back only when all that should are there.
"""

from collections.abc import Collection, Sequence
from math import floor

from msgspec import Struct, structs

from talkbuilder.events import Occasion
from talkbuilder.fields import Id
from talkbuilder.outline import Outline
from talkbuilder.spoken import Spoken, time_of
from talkbuilder.talk import Slide, Talk

QUESTIONS = 0.2  # of a slot stay free for questions where the author does not say
_HAIR = 1e-6  # seconds: sums of fractions differ that much with the order in which they are added
TIERS = ("extra", "could", "should")  # in the order in which they go


class Slot(Struct, frozen=True):
    """The time that a talk is given."""

    minutes: float
    questions: float  # minutes of it that stay free

    @property
    def seconds(self) -> float:
        """What is left to speak in."""
        return max(0.0, self.minutes - self.questions) * 60

    def holds(self, seconds: float) -> bool:
        """Whether so much speech fits."""
        return seconds <= self.seconds + _HAIR


class Choice(Struct, frozen=True):
    """A slide that is kept or left out, and why; `section` counts from 0."""

    slide: Slide
    section: int
    time: Spoken
    kept: bool = True
    why: str = ""

    @property
    def is_opener(self) -> bool:
        return self.slide.kind == "section"


class Edition(Struct, frozen=True):
    """What an occasion keeps of a talk: a choice for every slide of it, in their order."""

    talk: Talk  # all that is written, spare slides too
    slot: Slot
    choices: tuple[Choice, ...]

    @property
    def seconds(self) -> float:
        """How long the talk takes; the slides for questions are not part of it."""
        return sum(one.time.seconds for one in self.choices if one.kept and not one.slide.in_questions)


def slot_of(outline: Outline, occasion: Occasion) -> Slot:
    """The slot of an occasion; of a shorter or longer one than the talk's own, questions get the same share."""
    own = outline.questions if outline.questions is not None else outline.minutes * QUESTIONS
    event = occasion.event
    booked = event.minutes if event else None
    minutes = occasion.minutes or booked or outline.minutes
    if event and event.questions is not None:
        return Slot(minutes, event.questions * minutes / (booked or outline.minutes))
    return Slot(minutes, own * minutes / outline.minutes)


def choose(talk: Talk) -> Edition:
    """What its occasion keeps of a talk."""
    occasion = talk.occasion
    slot = slot_of(talk.outline, occasion)
    choices = _for_audience(_all(talk), occasion.listeners)
    own = talk.outline.minutes
    if slot.minutes <= own:
        spare = {at for at, one in enumerate(choices) if one.kept and one.slide.priority == "extra"}
        choices = _without(choices, spare, f"spare, for a slot of more than {own} minutes")
    choices = _without_empty_parts(choices)
    edition = Edition(talk, slot, choices)
    return structs.replace(edition, choices=shortened(edition)) if occasion.is_edition else edition


def shortened(edition: Edition) -> tuple[Choice, ...]:
    """The choices that fit the slot; those nearest to it where what must stay is too long."""
    seconds = edition.seconds
    choices = edition.choices
    left = _counts(choices)
    openers = {one.section: one.time.seconds for one in choices if one.is_opener and one.kept}
    gone: set[int] = set()
    for at in going(choices):
        if edition.slot.holds(seconds):
            break
        gone.add(at)
        section = choices[at].section
        seconds -= choices[at].time.seconds
        left[section] -= 1
        if not left[section]:
            seconds -= openers.get(section, 0.0)
    return _without_empty_parts(_without(choices, gone, f"no room for it in {clock(edition.slot.seconds)}"))


def order_to_go(slides: Sequence[Slide], times: Sequence[Spoken]) -> tuple[int, ...]:
    """The places of the slides that may be left out, in the order in which they go."""
    may_go = (at for at, slide in enumerate(slides) if slide.priority in TIERS and _is_droppable(slide))
    return tuple(sorted(may_go, key=lambda at: (TIERS.index(slides[at].priority), -times[at].seconds, -at)))


def _is_droppable(slide: Slide) -> bool:
    """What opens a part goes with it, and what is for questions takes no time."""
    return slide.kind != "section" and not slide.in_questions


def going(choices: Sequence[Choice]) -> tuple[int, ...]:
    """The places of the kept slides that may be left out, in the order in which they go."""
    order = order_to_go([one.slide for one in choices], [one.time for one in choices])
    return tuple(at for at in order if choices[at].kept)


def _all(talk: Talk) -> tuple[Choice, ...]:
    return tuple(
        Choice(slide, number, time_of(slide, talk.pace, talk.language), why=_why_kept(slide))
        for number, section in enumerate(talk.sections)
        for slide in section.slides
    )


def _why_kept(slide: Slide) -> str:
    if slide.kind == "section":
        return "opens its part"
    if slide.in_questions:
        return "for questions"
    return slide.priority


def _for_audience(choices: tuple[Choice, ...], audience: str) -> tuple[Choice, ...]:
    return tuple(
        structs.replace(one, kept=False, why=why) if (why := _not_meant(one.slide, audience)) else one
        for one in choices
    )


def _not_meant(slide: Slide, audience: str) -> str:
    """Why a slide is not for an audience; "" where it is. A mixed audience sees what is for all."""
    if slide.only and audience not in (one.value for one in slide.only):
        return f"only for {_listed(slide.only)}"
    return f"not for {audience}" if audience in (one.value for one in slide.not_) else ""


def _listed(names: Sequence[Id]) -> str:
    return " and ".join(name.value for name in names)


def _without(choices: tuple[Choice, ...], gone: Collection[int], why: str) -> tuple[Choice, ...]:
    return tuple(structs.replace(one, kept=False, why=why) if at in gone else one for at, one in enumerate(choices))


def _without_empty_parts(choices: tuple[Choice, ...]) -> tuple[Choice, ...]:
    """A part of which no slide is left needs no slide that opens it."""
    left = _counts(choices)
    empty = {at for at, one in enumerate(choices) if one.kept and one.is_opener and not left[one.section]}
    return _without(choices, empty, "nothing of its part is left")


def _counts(choices: Sequence[Choice]) -> dict[int, int]:
    """How many slides of each section are kept, the one that opens it not counted."""
    counts = {one.section: 0 for one in choices}
    for one in choices:
        counts[one.section] += one.kept and not one.is_opener
    return counts


def clock(seconds: float) -> str:
    """A stretch of time as a clock shows it: 90 as 1:30, an hour as 60:00."""
    whole = floor(seconds + 0.5)
    return f"{whole // 60}:{whole % 60:02}"
