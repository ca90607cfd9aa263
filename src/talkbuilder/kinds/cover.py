"""The cover, made from the talk's own keys."""

from talkbuilder.kinds.kind import BODY_SIZES_PT, CREDIT_SIZES_PT, Frame, Kind, assemble
from talkbuilder.outline import Outline, Slide
from talkbuilder.talk import Slide as Resolved
from talkbuilder.words import Words


def resolve(written: Outline, words: Words) -> Resolved:
    slots = {"speaker": (words.line(written.speaker),)}
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
        Frame("speaker", "Speaker", CREDIT_SIZES_PT),
    ),
)
