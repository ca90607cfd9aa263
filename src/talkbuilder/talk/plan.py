"""What remains of a talk, to Plan: when each slide begins, and where the speaker should be at which time."""

from collections.abc import Sequence

from msgspec import Struct

from talkbuilder.talk.edition import Edition, Slot, order_to_go
from talkbuilder.talk.speech import PACE_RANGE, Spoken
from talkbuilder.talk.talk import Slide, Talk, quoted

_QUARTERS = ((0.25, "a quarter of the talk"), (0.5, "half of the talk"), (0.75, "three quarters of the talk"))
_MOST_SKIPS = 3  # more than a speaker who is late can take in
_USUAL = "should"  # the priority of what says none


class Timing(Struct, frozen=True):
    """One slide in time. `skips` are the places of the slides that come next and may be left out if it is late."""

    slide: Slide
    time: Spoken
    start_seconds: float
    ends_section: bool = False
    ends_talk: bool = False
    skips: tuple[int, ...] = ()

    @property
    def words(self) -> int:
        return self.time.words

    @property
    def seconds(self) -> float:
        return self.time.seconds

    @property
    def end_seconds(self) -> float:
        return self.start_seconds + (0.0 if self.slide.in_questions else self.seconds)


class Checkpoint(Struct, frozen=True):
    """A time by which the speaker should be somewhere: `slide` is a place in the plan, counted from 0."""

    seconds: float
    slide: int
    what: str


class Plan(Struct, frozen=True):
    """When each slide of what remains of a talk begins. Slides for questions come after its end."""

    talk: Talk
    edition: Edition
    timings: tuple[Timing, ...]

    @property
    def slot(self) -> Slot:
        return self.edition.slot

    @property
    def fits(self) -> bool:
        return self.slot.holds(self.seconds)

    @property
    def in_talk(self) -> tuple[Timing, ...]:
        """The slides of the talk itself, without those for questions."""
        return tuple(timing for timing in self.timings if not timing.slide.in_questions)

    @property
    def numbers(self) -> tuple[int, ...]:
        """The number of the slide that is seen at each timing: of what is only said, that of the slide before which."""
        seen = [not timing.slide.is_unseen for timing in self.timings]
        return tuple(sum(seen[:at]) + 1 for at in range(len(seen)))

    @property
    def words(self) -> int:
        return sum(timing.words for timing in self.in_talk)

    @property
    def seconds(self) -> float:
        return sum(timing.seconds for timing in self.in_talk)

    @property
    def range_seconds(self) -> tuple[float, float]:
        """How long the talk takes, said 15 % faster and 15 % slower."""
        least, most = (sum(one.time.seconds_at(1 + way * PACE_RANGE) for one in self.in_talk) for way in (1, -1))
        return least, most

    @property
    def checkpoints(self) -> tuple[Checkpoint, ...]:
        """The ends of sections and the quarters of the talk, in the order of time."""
        sections = [section.name for section in self.talk.sections for _ in section.slides]
        ending = [at for at, one in enumerate(self.timings) if one.ends_section and not one.slide.in_questions]
        ends = [Checkpoint(self.timings[at].end_seconds, at, f"end of {quoted(sections[at])}") for at in ending]
        return tuple(sorted((*ends, *self.quarters), key=lambda one: one.seconds))

    @property
    def quarters(self) -> tuple[Checkpoint, ...]:
        """A quarter, half and three quarters of the talk, with the slides on which they fall."""
        times = ((share * self.seconds, what) for share, what in _QUARTERS if self.seconds)
        return tuple(Checkpoint(seconds, self.on_screen(seconds), what) for seconds, what in times)

    def on_screen(self, seconds: float) -> int:
        """The place of the slide that is shown at a time."""
        return max((at for at, timing in enumerate(self.in_talk) if timing.start_seconds <= seconds), default=0)


def plan(talk: Talk, edition: Edition) -> Plan:
    """The times of `talk`, which is what `edition` keeps, at an even pace."""
    times = [choice.time for choice in edition.choices if choice.kept]
    ends = _ends(talk)
    skips = _skips(talk.slides, order_to_go(talk.slides, times))
    last = max((at for at, slide in enumerate(talk.slides) if not slide.in_questions), default=-1)
    timings: list[Timing] = []
    start = 0.0
    for at, slide in enumerate(talk.slides):
        timings.append(Timing(slide, times[at], start, at in ends, at == last, skips[at]))
        start = timings[-1].end_seconds
    return Plan(talk, edition, tuple(timings))


def _ends(talk: Talk) -> frozenset[int]:
    """The places of the slides that end a section; slides for questions are part of none."""
    ends: set[int] = set()
    first = 0
    for section in talk.sections:
        spoken = sum(not slide.in_questions for slide in section.slides)
        if spoken:
            ends.add(first + spoken - 1)
        first += len(section.slides)
    return frozenset(ends)


def _skips(slides: Sequence[Slide], order: Sequence[int]) -> tuple[tuple[int, ...], ...]:
    """For every slide, what a speaker who is late may leave out right behind it.

    That is what goes first when a talk is made shorter; only where there is none of that, what an author gave no
    priority. What the audience can do stays, for somebody may have come for it; so does what is said of a part that
    opens without a slide.
    """
    may_go = {at for at in order if slides[at].kind != "ask"}
    first = {at for at in may_go if slides[at].priority != _USUAL}
    skips: list[tuple[int, ...]] = [()] * len(slides)
    run: tuple[int, ...] = ()
    for at in reversed(range(len(slides))):
        if slides[at].is_unseen and not slides[at].notes:
            continue
        skips[at] = run
        run = (at, *run)[:_MOST_SKIPS] if at in (first or may_go) and at + 1 < len(slides) else ()
    return tuple(skips)
