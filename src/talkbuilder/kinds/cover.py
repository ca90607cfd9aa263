"""The cover, made from the talk's own keys, and from the event at which it is given."""

from msgspec import Struct

from talkbuilder.events import Occasion
from talkbuilder.evidence.posts import spell_date
from talkbuilder.fields import Text
from talkbuilder.kinds.kind import BODY_SIZES_PT, CREDIT_SIZES_PT, Frame, Kind, assemble
from talkbuilder.outline import Outline, Slide
from talkbuilder.talk import Slide as Resolved
from talkbuilder.talk import plain
from talkbuilder.words import Words


class Given(Struct, frozen=True):
    """A talk, who gives it, and on what occasion."""

    outline: Outline
    speaker: Text
    occasion: Occasion


def resolve(given: Given, words: Words) -> Resolved:
    written, event = given.outline, given.occasion.event
    speaker = [words.line(given.speaker)]
    if event:
        day = spell_date(event.date.value)
        line = event.cover_line.removesuffix(day) + day.replace(" ", "\u00a0")  # no line ends within a date
        speaker.append(plain(line, event.span))
    slots = {"speaker": tuple(speaker)}
    if written.subtitle:
        slots["subtitle"] = (words.line(written.subtitle),)
    slide = Slide(span=written.talk.span, title=written.talk, notes=written.notes, priority="must")
    return assemble("cover", slide, words, slots)


KIND = Kind(
    "cover",
    "Cover",
    resolve,
    (
        Frame("title", "Title", (66.0, 60.0, 54.0, 48.0, 44.0, 40.0)),
        Frame("subtitle", "Subtitle", BODY_SIZES_PT),
        Frame("speaker", "Speaker", (*CREDIT_SIZES_PT, 20.0)),
    ),
)
