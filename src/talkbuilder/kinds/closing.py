"""The closing slide, which stays in view during questions; made from the talk's `closing`."""

from talkbuilder.evidence.library.actions import Contact
from talkbuilder.kinds.kind import Frame, Kind, assemble, contact
from talkbuilder.layout import qr
from talkbuilder.layout.page import Page
from talkbuilder.layout.theme import Layout
from talkbuilder.source.outline import Closing, Slide
from talkbuilder.talk.markup import Markup
from talkbuilder.talk.talk import Citation, Content
from talkbuilder.talk.talk import Slide as Resolved
from talkbuilder.units import Box

_CODE_STANDS = 62  # the row, above the sun


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
    box = qr.place(layout.grid, _CODE_STANDS)
    left = max(layout.placeholders[name].box.right for name in ("Text", "Contact")) + layout.grid.gutter // 2
    if layout.base and left > box.x:  # on a narrow page of a template
        side = max(box.right - left, box.width // 2)
        box = Box(box.right - side, box.bottom - side, side, side)
    return (kind.page(slide, layout, qr.code(slide.shows.target, box, slide.described, layout.palette)),)


KIND = Kind(
    "closing",
    "Closing",
    resolve,
    (Frame("title", "Title"), Frame("text", "Text"), Frame("contact", "Contact")),
    lay_out=lay_out,
)
