"""The slide that opens a section, made from the section's own keys."""

from msgspec import Struct

from talkbuilder import outline
from talkbuilder.kinds.kind import CREDIT_SIZES_PT, Frame, Kind, assemble
from talkbuilder.talk import Slide, plain
from talkbuilder.words import Words


class Opening(Struct, frozen=True):
    """A section and its place among the others, counted from 1."""

    section: outline.Section
    number: int


def resolve(written: Opening, words: Words) -> Slide:
    title = written.section.section
    kicker = (plain(f"Part {written.number}", title.span),)
    slide = outline.Slide(span=title.span, title=title, notes=written.section.notes)
    return assemble("section", slide, words, {"kicker": kicker})


KIND = Kind(
    "section",
    "Section",
    resolve,
    (Frame("title", "Title", (60.0, 54.0, 48.0, 44.0, 40.0)), Frame("kicker", "Kicker", CREDIT_SIZES_PT)),
)
