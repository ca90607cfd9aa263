"""The closing slide, which stays in view during questions; made from the talk's `closing`."""

from collections.abc import Iterator

from msgspec import structs

from talkbuilder.evidence.library.actions import Contact
from talkbuilder.kinds.kind import Frame, Kind, assemble, contact
from talkbuilder.layout import qr
from talkbuilder.layout.items import Item, Link
from talkbuilder.layout.labels import label
from talkbuilder.layout.page import Page
from talkbuilder.layout.theme import Layout
from talkbuilder.source.outline import Closing, Slide
from talkbuilder.talk.markup import Markup
from talkbuilder.talk.talk import Citation, Content, Paragraph
from talkbuilder.talk.talk import Slide as Resolved
from talkbuilder.units import Box

_WAYS = (46, 72)  # the rows of the ways to get in touch
_FIRST = 0.5  # of their height is for the first way, of which the letters are smaller than
_WIDEST = 0.53  # of the largest on a poster


def resolve(written: Closing, markup: Markup) -> Resolved:
    slots: dict[str, Content] = {"text": (markup.line(written.text),)} if written.text else {}
    asked: tuple[Citation, ...] = ()
    scanned: Contact | None = None
    if found := contact(written.ask, markup):
        slots["contact"] = found[1]
        asked = (markup.cite_action(found[0]),)
        scanned = found[0].scanned
    slide = Slide(span=written.title.span, title=written.title, notes=written.notes, priority="must")
    described = scanned.opened if scanned else ""
    return assemble("closing", slide, markup, slots, asked=asked, shows=scanned, described=described)


def lay_out(kind: Kind, slide: Resolved, layout: Layout) -> tuple[Page, ...]:
    """With a code for whoever would rather scan than write; on a layout of ours, where it has its place."""
    if not isinstance(slide.shows, Contact) or layout.part:
        return (kind.page(slide, layout),)
    box = qr.place(layout.grid)
    left = layout.placeholders["Text"].box.right + layout.grid.gutter // 2
    if layout.base and left > box.x:  # on a narrow page of a template
        side = max(box.right - left, box.width // 2)
        box = Box(box.right - side, box.bottom - side, side, side)
    code = qr.code(slide.shows.target, box, slide.described, layout.palette)
    told = structs.replace(kind, frames=kind.frames[:-1])  # the ways to get in touch are set here
    return (told.page(slide, layout, (*_ways(slide, layout), *code)),)


def _ways(slide: Resolved, layout: Layout) -> Iterator[Item]:
    """Each way to get in touch, as a text that leads there as a whole and so keeps its ink; the first is largest."""
    lines, place = slide.slots["contact"], layout.placeholders["Contact"]
    assert isinstance(lines, tuple)
    style, box = structs.replace(place.styles[0], bold=True), qr.beside(layout.grid, *_WAYS)
    first = round(box.height * (_FIRST if len(lines) > 1 else 1))
    height = (box.height - first) // max(1, len(lines) - 1)
    for number, one in enumerate(lines):
        room = box._replace(
            y=box.y + (first + (number - 1) * height if number else 0), height=height if number else first
        )
        bare = (Paragraph(tuple(structs.replace(run, link="") for run in one.runs), one.span),)
        scale = (
            place.sizes_pt
            if number
            else tuple(one for one in layout.sizes.poster if one < _WIDEST * layout.sizes.poster[0])
        )
        text = label(f"contact {number + 1}", bare, room, place.styles[0] if number else style, scale, layout.fonts)
        yield Link(one.runs[0].link, text) if one.runs[0].link else text


KIND = Kind(
    "closing",
    "Closing",
    resolve,
    (Frame("title", "Title"), Frame("text", "Text"), Frame("contact", "Contact")),
    lay_out=lay_out,
)
