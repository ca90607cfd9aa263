"""Talk to Plan: how long each slide takes to say, and so when it begins."""

from msgspec import Struct

from talkbuilder.talk import Slide, Talk

WORDS_A_MINUTE = 120  # calm speech to a mixed audience; academic talks run at 120 to 140
CHANGE_SECONDS = 4.0  # until the audience has taken a new slide in


class Timing(Struct, frozen=True):
    """One slide in time."""

    slide: Slide
    words: int
    start_seconds: float
    seconds: float


class Plan(Struct, frozen=True):
    """When each slide of a talk begins."""

    talk: Talk
    timings: tuple[Timing, ...]

    @property
    def words(self) -> int:
        return sum(timing.words for timing in self.timings)

    @property
    def seconds(self) -> float:
        return sum(timing.seconds for timing in self.timings)


def plan(talk: Talk) -> Plan:
    """The times of a talk at an even pace; a slide without words takes only its pause."""
    timings: list[Timing] = []
    start = 0.0
    for slide in talk.slides:
        words = sum(len(paragraph.text.split()) for paragraph in slide.notes)
        seconds = _seconds(slide, words)
        timings.append(Timing(slide, words, start, seconds))
        start += seconds
    return Plan(talk, tuple(timings))


def _seconds(slide: Slide, words: int) -> float:
    if slide.minutes is not None:
        return slide.minutes * 60 + slide.pause
    return words / WORDS_A_MINUTE * 60 + slide.pause + (CHANGE_SECONDS if words or slide.pause else 0.0)
