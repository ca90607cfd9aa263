"""The cover, made from the talk's own keys, and from the event at which it is given."""

from msgspec import Struct, structs

from talkbuilder.kinds.kind import Frame, Kind, assemble
from talkbuilder.layout.page import Page
from talkbuilder.layout.theme import Layout
from talkbuilder.source.events import Occasion
from talkbuilder.source.fields import Text
from talkbuilder.source.outline import Outline, Slide
from talkbuilder.talk.markup import Markup
from talkbuilder.talk.talk import Paragraph
from talkbuilder.talk.talk import Slide as Resolved
from talkbuilder.units import Box


class Given(Struct, frozen=True):
    """A talk, who gives it, and on what occasion."""

    outline: Outline
    speaker: Text
    occasion: Occasion


def resolve(given: Given, markup: Markup) -> Resolved:
    written, event = given.outline, given.occasion.event
    speaker = [markup.line(given.speaker)]
    if event:
        told = event.cover or event.place
        span, day = told.span if told else event.span, markup.words.date(event.date.value)
        *runs, last = markup.line(Text(event.cover_line(day), span)).runs
        ends = last.text.removesuffix(day) + day.replace(" ", "\u00a0")  # no line ends within a date
        speaker.append(Paragraph((*runs, structs.replace(last, text=ends)), span))
    slots = {"speaker": tuple(speaker)}
    if written.subtitle:
        slots["subtitle"] = (markup.line(written.subtitle),)
    slide = Slide(
        span=written.talk.span, title=written.talk, notes=written.notes, handout=written.handout, priority="must"
    )
    if not written.drawing:
        return assemble("cover", slide, markup, slots)
    from talkbuilder.drawings.read import find_scene  # every talk has a cover, and few have a drawing on it

    drawing = find_scene(written.drawing, markup)
    return assemble("cover", slide, markup, slots, shows=drawing, described=drawing.alt if drawing else "")


def choose(slide: Resolved) -> str:
    return "Cover with drawing" if slide.shows else "Cover"


def lay_out(kind: Kind, slide: Resolved, layout: Layout) -> tuple[Page, ...]:
    if slide.shows is None or layout.part or layout.base:  # a template's cover has a look of its own
        return (kind.page(structs.replace(slide, described=""), layout),)
    from talkbuilder.drawings.drawing import drawn

    page = Box(0, 0, layout.grid.width, layout.grid.height)
    return (kind.page(slide, layout, beneath=(drawn(slide.shows, page, fills=True, alt=slide.described),)),)


KIND = Kind(
    "cover",
    "Cover",
    resolve,
    (Frame("title", "Title"), Frame("subtitle", "Subtitle"), Frame("speaker", "Speaker")),
    lay_out=lay_out,
    choose=choose,
)
