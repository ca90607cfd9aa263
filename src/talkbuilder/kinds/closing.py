"""The closing slide, which stays in view during questions; made from the talk's `closing`."""

from collections.abc import Iterator

from msgspec import Struct, structs

from talkbuilder.evidence.library.actions import Action, Contact
from talkbuilder.kinds.kind import Frame, Kind, assemble, contact
from talkbuilder.layout import qr
from talkbuilder.layout.items import Ink, Item, Link, Style
from talkbuilder.layout.labels import label
from talkbuilder.layout.page import Page
from talkbuilder.layout.theme import Layout
from talkbuilder.source.outline import Closing, Slide
from talkbuilder.talk.crediting import in_words
from talkbuilder.talk.markup import Markup
from talkbuilder.talk.talk import Citation, Content, Paragraph, Run, plain
from talkbuilder.talk.talk import Slide as Resolved
from talkbuilder.units import Box, Emu

_WAYS = (40, 73)  # the rows of who answers, and of the ways to get in touch
_NAME, _LARGE, _OTHER = 5, 15, 6.2  # rows of the name, of the first way, and of each other one
_WIDEST = 0.68  # of the largest on a poster: the letters of the first way are smaller than that
_CODE, _SIDE = (26, 58.5), 2_377_440  # the rows of a code; and how high it is at least
_OPENS = (0.5, 8.5)  # rows under it for what it opens


class Shown(Struct, frozen=True):
    """What is drawn beside the texts: a code, what it opens, and whether the first line is who answers."""

    scanned: Contact | None = None
    opens: Paragraph | None = None
    is_named: bool = False


def resolve(written: Closing, markup: Markup) -> Resolved:
    slots: dict[str, Content] = {"text": (markup.line(written.text),)} if written.text else {}
    asked: tuple[Citation, ...] = ()
    shows = Shown()
    if written.ask and (found := contact(written.ask, markup)):
        action, lines = found
        span, scanned = written.ask.span, action.scanned
        told = [action]
        is_named = action.poster and action.recipient is not None
        if is_named:
            lines, told = _named(action, lines, markup)
        slots["contact"] = lines
        asked = tuple(map(markup.cite_action, told))
        is_told = scanned is None or any(scanned.target == run.link for line in lines for run in line.runs)
        opens = plain(markup.words.say("opens", page=scanned.line), span) if scanned and not is_told else None
        shows = Shown(scanned, opens, is_named)
    slide = Slide(span=written.title.span, title=written.title, notes=written.notes, priority="must")
    described = shows.scanned.opened if shows.scanned else ""
    return assemble("closing", slide, markup, slots, asked=asked, shows=shows, described=described)


def _named(action: Action, lines: tuple[Paragraph, ...], markup: Markup) -> tuple[tuple[Paragraph, ...], list[Action]]:
    """Of what has a poster of its own: who answers, the number, what to text, and whom to call in danger."""
    assert action.recipient
    span = lines[0].span
    ways = [in_words(one, markup.words) for one in action.ways if one.way in ("phone", "text")]
    kept = (
        plain(action.recipient.value, span),
        *(Paragraph((Run(one.line, link=one.target),), span) for one in ways),
    )
    if action.danger is None or not (found := contact(action.danger, markup)):
        return kept, [action]
    way = found[0].ways[0]
    danger = Paragraph((Run(f"{found[0].do.value} "), Run(way.line, bold=True, link=way.target)), span)
    return (*kept, danger), [action, found[0]]


def lay_out(kind: Kind, slide: Resolved, layout: Layout) -> tuple[Page, ...]:
    """With a code for whoever would rather scan than write; on a layout of ours, where it has its place."""
    shown = slide.shows
    assert isinstance(shown, Shown)
    if not shown.scanned or layout.part:
        return (kind.page(slide, layout),)
    box = _code_box(layout)
    told = structs.replace(kind, frames=kind.frames[:-1])  # the ways to get in touch are set here
    items = [*_ways(slide, shown, box, layout), *qr.code(shown.scanned.target, box, slide.described, layout.palette)]
    if shown.opens:
        row, right = layout.grid.row, layout.grid.box(1, layout.grid.columns, 0, 1).right
        top, bottom = (round(box.bottom + rows * row) for rows in _OPENS)
        left = box.x - 2 * layout.grid.gutter  # where the texts end
        room = Box(left, top, right - left, bottom - top)
        style = Style(layout.sizes.label[-1], Ink("soft"), line_percent=100, align="right")
        items.append(label("what it opens", (shown.opens,), room, style, layout.sizes.label[-1:], layout.fonts))
    return (told.page(slide, layout, tuple(items)),)


def _code_box(layout: Layout) -> Box:
    """The place of a code: beside the texts, over whatever the theme draws at the foot."""
    grid = layout.grid
    rows = grid.box(1, grid.columns, *_CODE)
    side: Emu = max(rows.height, _SIDE)
    left = layout.placeholders["Text"].box.right + grid.gutter // 2
    if layout.base and left > rows.right - side:  # on a narrow page of a template
        side = max(rows.right - left, side // 2)
    return Box(rows.right - side, rows.y, side, side)


def _ways(slide: Resolved, shown: Shown, code: Box, layout: Layout) -> Iterator[Item]:
    """Each way to get in touch, as a text that leads there as a whole and so keeps its ink; the first is largest."""
    lines, place, grid = slide.slots["contact"], layout.placeholders["Contact"], layout.grid
    assert isinstance(lines, tuple)
    way = place.styles[0]
    large = structs.replace(way, bold=True, line_percent=88)
    quiet = structs.replace(way, ink=Ink("soft"))
    rows = grid.box(1, grid.columns, *_WAYS)
    room = Box(rows.x, rows.y, code.x - 2 * grid.gutter - rows.x, rows.height)
    posters = layout.sizes.poster
    numbers = tuple(size for size in posters if size < _WIDEST * posters[0])
    top = room.y
    for number, one in enumerate(lines):
        is_name, is_first = shown.is_named and not number, number == int(shown.is_named)
        height = round(grid.row * (_NAME if is_name else _LARGE if is_first else _OTHER))
        box = room._replace(y=top, height=height)
        top += height
        bare = (Paragraph(tuple(structs.replace(run, link="") for run in one.runs), one.span),)
        style = quiet if is_name else large if is_first else way
        scale = layout.sizes.credit if is_name else numbers if is_first else place.sizes_pt[-2:]
        text = label(f"contact {number + 1}", bare, box, style, scale, layout.fonts, "middle")
        target = next((run.link for run in one.runs if run.link), "")
        yield Link(target, text) if target else text


KIND = Kind(
    "closing",
    "Closing",
    resolve,
    (Frame("title", "Title"), Frame("text", "Text"), Frame("contact", "Contact")),
    lay_out=lay_out,
)
