"""Which slides of a talk a slot and an audience keep, and why: a shorter talk is never a faster one.

The spare slides (`extra`) go first, then `could`, then `should`: all of one tier before any of the next. Within a tier
the longest goes first, so that the fewest go, until one of those left is enough: then the shortest that is enough.

Another choice could now and then fill the slot to the second; but then a longer slot could keep fewer slides than a
shorter one, and a few words more on one slide would change the whole talk, which is rehearsed.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import accumulate

from msgspec import Struct, structs

from talkbuilder.source.events import EVERYDAY, Occasion
from talkbuilder.source.outline import Outline
from talkbuilder.talk.speech import Spoken, time_of
from talkbuilder.talk.talk import Slide, Talk
from talkbuilder.units import clock, nearest

QUESTIONS = 0.2  # of a slot stay free for questions where the author does not say
_ROUNDING_SECONDS = 1e-6  # sums of fractions differ by less with the order in which they are added
TIERS = ("extra", "could", "should")  # in the order in which they go


class Slot(Struct, frozen=True):
    """The time that a talk is given."""

    minutes: float
    questions: float  # minutes of it that stay free

    @property
    def free(self) -> str:
        """How many minutes stay free, with seconds where these are no whole ones."""
        return f"{self.questions:g}" if self.questions == int(self.questions) else clock(self.questions * 60)

    @property
    def seconds(self) -> float:
        """What is left to speak in."""
        return max(0.0, self.minutes - self.questions) * 60

    def holds(self, seconds: float) -> bool:
        return seconds <= self.seconds + _ROUNDING_SECONDS

    def spare(self, seconds: float) -> int:
        """The whole seconds that so much speech leaves, below 0 if it does not fit: what clocks show then adds up."""
        left = nearest(self.seconds) - nearest(seconds)
        return max(0, left) if self.holds(seconds) else min(-1, left)


class Choice(Struct, frozen=True):
    """A slide that is kept or left out, and why; `section` counts from 0."""

    slide: Slide
    section: int
    time: Spoken
    kept: bool = True
    why: str = ""
    for_room: bool = False  # left out only because the slot is too short

    @property
    def is_opener(self) -> bool:
        return self.slide.kind == "section"

    @property
    def priority(self) -> str:
        """What its author says of it; "" for slides whose place follows from the others': openers and sources."""
        return "" if self.is_opener or self.slide.in_questions else self.slide.priority


class Edition(Struct, frozen=True):
    """What an occasion keeps of a talk: a choice for every slide of it, in their order."""

    talk: Talk  # all that is written, spare slides too
    slot: Slot
    choices: tuple[Choice, ...]

    @property
    def seconds(self) -> float:
        """How long the talk takes; the slides for questions are not part of it."""
        return sum(one.time.seconds for one in self.choices if one.kept and not one.slide.in_questions)

    @property
    def fits(self) -> bool:
        return self.slot.holds(self.seconds)


def slot_of(outline: Outline, occasion: Occasion) -> Slot:
    """The slot of an occasion; of a shorter or longer one than the talk's own, questions get the same share."""
    own = outline.questions if outline.questions is not None else outline.minutes * QUESTIONS
    event = occasion.event
    booked = event.minutes if event else None
    minutes = occasion.minutes or booked or outline.minutes
    if event and event.questions is not None:
        return Slot(minutes, event.questions * minutes / (booked or outline.minutes))
    return Slot(minutes, own * minutes / outline.minutes)


def is_longer(slot: Slot, outline: Outline) -> bool:
    """Whether a slot leaves more to speak in than the talk was written for, so that spare slides join."""
    return not slot_of(outline, EVERYDAY).holds(slot.seconds)


def choose(talk: Talk) -> Edition:
    occasion = talk.occasion
    slot = slot_of(talk.outline, occasion)
    reasons = ((one, not_meant(one.slide, occasion.listeners)) for one in _all(talk))
    choices = tuple(structs.replace(one, kept=False, why=why) if why else one for one, why in reasons)
    if not is_longer(slot, talk.outline):
        spare = {at for at, one in enumerate(choices) if one.kept and one.slide.priority == "extra"}
        choices = _without(choices, spare, f"for more than {clock(slot_of(talk.outline, EVERYDAY).seconds)}")
    edition = Edition(talk, slot, _settled(choices))
    return shortened(edition) if occasion.is_edition else edition


def shortened(edition: Edition) -> Edition:
    """The edition that fits the slot; the one nearest to it where what must stay is too long."""
    seconds = edition.seconds
    choices, slot = edition.choices, edition.slot
    left = _counts(choices)
    openers = {one.section: one.time.seconds for one in choices if one.is_opener and one.kept}
    order = [*going(choices)]
    gone: set[int] = set()

    def won(at: int) -> float:
        """What is won without a slide, and without the opening of its part where it is the last of it."""
        section = choices[at].section
        return choices[at].time.seconds + (openers.get(section, 0.0) if left[section] == 1 else 0.0)

    while order and not slot.holds(seconds):
        tier = (at for at in order if choices[at].priority == choices[order[0]].priority)
        at = min((at for at in tier if slot.holds(seconds - won(at))), key=won, default=order[0])
        seconds -= won(at)
        left[choices[at].section] -= 1
        order.remove(at)
        gone.add(at)
    choices = _without(choices, gone, f"no room in {clock(slot.seconds)}", for_room=True)
    return structs.replace(edition, choices=_settled(choices))


def order_to_go(slides: Sequence[Slide], times: Sequence[Spoken]) -> tuple[int, ...]:
    """The places of the slides that may be left out, in the order in which they go while one is not enough."""
    # What opens a part goes with it, and what is for questions takes no time.
    stays = [one.kind == "section" or one.in_questions or one.priority not in TIERS for one in slides]
    may_go = (at for at in range(len(slides)) if not stays[at])
    return tuple(sorted(may_go, key=lambda at: (TIERS.index(slides[at].priority), -times[at].seconds, -at)))


def going(choices: Sequence[Choice]) -> tuple[int, ...]:
    """The places of the kept slides that may be left out, in the order in which they go."""
    order = order_to_go([one.slide for one in choices], [one.time for one in choices])
    return tuple(at for at in order if choices[at].kept)


def _all(talk: Talk) -> Iterator[Choice]:
    for number, section in enumerate(talk.sections):
        for slide in section.slides:
            yield Choice(slide, number, time_of(slide, talk.pace, talk.language), why=_why_kept(slide))


def _why_kept(slide: Slide) -> str:
    if slide.kind == "section":
        return "opens its part"
    return "for questions" if slide.in_questions else slide.priority


def not_meant(slide: Slide, audience: str) -> str:
    """Why a slide is not for an audience; "" where it is. A mixed audience sees what is for all."""
    if slide.waits:
        return slide.waits
    if slide.only and audience not in (one.value for one in slide.only):
        return f"only for {' and '.join(name.value for name in slide.only)}"
    return f"not for {audience}" if audience in (one.value for one in slide.not_) else ""


def _without(
    choices: tuple[Choice, ...], gone: Collection[int], why: str, for_room: bool = False
) -> tuple[Choice, ...]:
    return tuple(
        structs.replace(one, kept=False, why=why, for_room=for_room) if at in gone else one
        for at, one in enumerate(choices)
    )


def _settled(choices: tuple[Choice, ...]) -> tuple[Choice, ...]:
    """The choices, where what the talk makes itself follows the slides that are left.

    A part of which no slide is left needs no slide that opens it; where nothing that is left cites anybody, no sources
    are listed. The closing, which is not listed, does not count.
    """
    left = _counts(choices)
    empty = {at for at, one in enumerate(choices) if one.kept and one.is_opener and not left[one.section]}
    choices = _without(choices, empty, "nothing of its part is left")
    sources = {at: one.section for at, one in enumerate(choices) if one.slide.kind == "sources"}
    listed = (one for one in choices if one.kept and one.section not in sources.values())
    is_idle = not any(cited.who for one in listed for cited in one.slide.citations)
    return _without(choices, sources if is_idle else (), "nothing that is left has a source")


def _counts(choices: Sequence[Choice]) -> dict[int, int]:
    """How many slides of each section are kept, the one that opens it not counted."""
    counts = {one.section: 0 for one in choices}
    for one in choices:
        counts[one.section] += one.kept and not one.is_opener
    return counts


def slide_numbers(pages: Iterable[int]) -> tuple[int, ...]:
    """The number of each slide's first page, of slides that have so many pages; 0 for a slide that has none."""
    counts = tuple(pages)
    return tuple(first if count else 0 for count, first in zip(counts, accumulate(counts, initial=1), strict=False))


def numbers_in(talk: Talk) -> Iterator[int]:
    """The number of each slide in the deck of a talk for its occasion; 0 for a slide that is left out.

    What is only said has that of the slide that follows.
    """
    following = 1
    for one in choose(talk).choices:
        yield following if one.kept else 0
        following += one.kept and not one.slide.is_unseen
