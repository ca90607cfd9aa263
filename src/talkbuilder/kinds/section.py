"""The slide that opens a section, made from the section's own keys."""

from msgspec import Struct, structs

from talkbuilder.diagnostics import Span
from talkbuilder.kinds.kind import Frame, Kind, assemble
from talkbuilder.source import outline
from talkbuilder.talk.markup import Markup
from talkbuilder.talk.talk import Paragraph, Slide, plain


class Opening(Struct, frozen=True):
    """A section and its place among the others, counted from 1."""

    section: outline.Section
    number: int


def resolve(written: Opening, markup: Markup) -> Slide:
    title = written.section.section
    slide = outline.Slide(span=title.span, title=title, notes=written.section.notes)
    return assemble("section", slide, markup, {"kicker": _kicker(written.number, title.span)})


def renumbered(slide: Slide, number: int) -> Slide:
    """The opening slide of a part that has another place among those that are left."""
    return structs.replace(slide, slots={**slide.slots, "kicker": _kicker(number, slide.title.span)})


def _kicker(number: int, span: Span) -> tuple[Paragraph, ...]:
    return (plain(f"Part {number}", span),)


KIND = Kind(
    "section",
    "Section",
    resolve,
    (Frame("title", "Title"), Frame("kicker", "Kicker")),
)
