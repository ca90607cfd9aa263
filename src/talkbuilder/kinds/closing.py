"""The closing slide, which stays in view during questions; made from the talk's `closing`."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct, structs

from talkbuilder.diagnostics import Span
from talkbuilder.evidence.library.actions import Action, Contact
from talkbuilder.kinds.kind import Frame, Kind, assemble, contact
from talkbuilder.layout import qr
from talkbuilder.layout.fit import fit, height_of, label, unbroken, widths_of
from talkbuilder.layout.inks import bright_on
from talkbuilder.layout.items import Ink, Item, Link, Style, rectangle
from talkbuilder.layout.page import Page
from talkbuilder.layout.theme import SLIDE_NUMBER, Layout, Placeholder, Scale
from talkbuilder.source.outline import Closing, Slide
from talkbuilder.talk.crediting import in_words
from talkbuilder.talk.markup import Markup
from talkbuilder.talk.talk import Citation, Content, Paragraph, Run, plain
from talkbuilder.talk.talk import Slide as Resolved
from talkbuilder.units import EMU_PER_POINT, Box, Emu

if TYPE_CHECKING:
    from talkbuilder.drawings.drawing import Drawing

_WAYS = (38.5, 71.5)  # the rows of the ways to get in touch
_LARGE, _OTHER = 15, 5.7  # rows of the first way, and of each other one
_WIDEST = 0.69  # of the largest on a poster: the letters of the first way are smaller than that
_CODE, _SIDE = (26, 58.5), 2_377_440  # the rows of a code; and how high it is at least
_MESSAGE = (24, 46)  # the rows of the text over a drawing
_OVER = 29  # the row at which a large number begins over a drawing, and the text ends
_WHO, _ROW = (75, 79), (79, 86.5)  # the rows of who answers, and of all ways beside each other
_HIGHER = 22  # rows by which they stand higher over the land that a theme draws
_STAGED = (24, 39)  # the rows of the text on a template's slide: the scene stands between it and who answers


class Shown(Struct, frozen=True):
    """What is drawn beside the texts: a code, a scene beneath; and whether all ways to get in touch stand in a row."""

    scanned: Contact | None = None
    drawing: "Drawing | None" = None
    in_row: bool = False
    is_poster: bool = False  # the number is the largest of them
    code: str = ""  # what it does, in words


def resolve(written: Closing, markup: Markup) -> Resolved:
    slots: dict[str, Content] = {"text": (markup.line(written.text),)} if written.text else {}
    asked: tuple[Citation, ...] = ()
    scanned, drawing, in_row, is_poster = None, None, not written.again, False
    if written.ask and (found := contact(written.ask, markup)):
        action, lines = found
        span, told, is_poster = written.ask.span, [action], action.poster
        if is_poster:
            lines, told = _direct(action, span, markup, in_row)
        if is_poster and action.recipient and in_row:
            slots["recipient"] = (plain(markup.words.say("in_case", who=action.recipient.value), span),)
        slots["contact"] = lines
        asked = tuple(map(markup.cite_action, told))
        scanned = None if in_row else action.scanned
    if written.drawing:
        from talkbuilder.drawings.read import find_scene

        drawing = find_scene(written.drawing, markup)
    slide = Slide(
        span=written.title.span,
        title=written.title,
        notes=written.notes,
        priority="must",
        only=written.only,
        not_=written.not_,
    )
    code = markup.words.say(scanned.row, to=scanned.line) if scanned else ""
    shows, alt = Shown(scanned, drawing, in_row, is_poster, code), drawing.alt if drawing else code
    made = assemble("closing", slide, markup, slots, asked=asked, shows=shows, described=alt)
    return structs.replace(made, source=())  # what is called there is nobody's claim


def _direct(action: Action, span: Span, markup: Markup, in_row: bool) -> tuple[tuple[Paragraph, ...], list[Action]]:
    """The number, what to text, and whom to call in danger."""
    ways = [in_words(one, markup.words) for one in action.ways if one.way in ("phone", "text")]
    said = [one.line for one in ways]
    if len(ways) > 1 and action.phone and action.text and not in_row:
        same = "" if action.message or action.text.value != action.phone.value else "_same"
        message = action.message.value if action.message else ""
        said[1] = markup.words.say(f"or_text{same}", message=message, n=action.text.value)
    lines = [Paragraph((Run(line, link=one.target),), span) for line, one in zip(said, ways, strict=True)]
    if action.danger is None or not (found := contact(action.danger, markup)):
        return tuple(lines), [action]
    way = found[0].ways[0]
    lines.append(Paragraph((Run(f"{found[0].do.value} "), Run(way.line, bold=True, link=way.target)), span))
    return tuple(lines), [action, found[0]]


def choose(slide: Resolved) -> str:
    return "Scene" if slide.shows.drawing else "Closing"


def lay_out(kind: Kind, slide: Resolved, layout: Layout) -> tuple[Page, ...]:
    """With a code for whoever would rather scan than write; on a layout of ours, where it has its place."""
    shown: Shown = slide.shows
    grid = layout.grid
    items: list[Item] = []
    beneath: tuple[Item, ...] = ()
    if shown.drawing:
        top = grid.box(1, 1, *_STAGED).y
        if text := slide.texts("text"):
            align = layout.placeholders["Title"].styles[0].align if layout.base else "left"
            sizes = (*(layout.sizes.section if shown.in_row else ()), *layout.sizes.points)
            font = "text" if layout.base else "titles"
            style = Style(sizes[0], layout.beside("text"), font, line_percent=100, align=align)
            rows = _STAGED if layout.base else _MESSAGE if shown.in_row else (_OVER - 8, _OVER - 1)
            place = Placeholder("", "body", 0, grid.box(1, grid.columns, *rows), (style,), sizes)
            set_text = unbroken if layout.base else fit  # over a low scene, on one line if it can
            said = set_text("text", text, place, layout.fonts)
            items.append(said)
            top += height_of(text, place.box.width, said.styles, (said.styles[0].size_pt,), layout.fonts) or 0
        has_room = shown.in_row or not layout.base  # a template has none for a poster and a scene
        scene = (*(_scene(slide, shown.drawing, layout, top) if has_room else ()), *layout.over_title)
        items, beneath = ([*scene, *items], ()) if layout.base else (items, scene)  # there it is read after the title
    frames = [one for one in kind.frames if one.placeholder in layout.placeholders]
    if not layout.part and (shown.in_row or shown.is_poster or shown.scanned):
        items += _row(slide, shown, layout) if shown.in_row else _column(slide, shown, layout)
        frames = [one for one in frames if one.slot in ("title", "text")]  # the ways to get in touch are set here
    told = structs.replace(kind, frames=tuple(frames))
    return (told.page(slide, layout, tuple(items), beneath),)


def _scene(slide: Resolved, drawing: "Drawing", layout: Layout, top: Emu) -> tuple[Item, ...]:
    """The scene all over the slide; on a template's, from `top` down to the ways to get in touch."""
    from talkbuilder.drawings.drawing import drawn
    from talkbuilder.drawings.words import on_stage

    grid = layout.grid
    if not layout.base:
        return (drawn(drawing, Box(0, 0, grid.width, grid.height), fills=True, alt=slide.described),)
    ends = _named(slide, layout, _raised(layout)).y - 2 * grid.row if "contact" in slide.slots else layout.stage.bottom
    box = grid.box(1, grid.columns, 0, 1)._replace(y=top + 2 * grid.row)
    box = box._replace(height=round(ends) - box.y)
    return on_stage(drawing, box, layout, slide.described)


def _raised(layout: Layout) -> float:
    """By how many rows the ways to get in touch under a scene stand higher than with us, to keep off a number."""
    if not layout.base:
        return 0
    grid, number = layout.grid, layout.placeholders.get(SLIDE_NUMBER)
    top = number.box.y / grid.row if number else grid.foot[1]
    return _ROW[1] - max(grid.foot[0] - 1.5, min(grid.foot[1], top - 1))


def _row(slide: Resolved, shown: Shown, layout: Layout) -> Iterator[Item]:
    """Under a hairline who answers, and all ways beside each other: small, for the talk is about something else."""
    grid, sizes, up = layout.grid, layout.sizes, _raised(layout) if shown.drawing else _HIGHER
    lines, who = slide.texts("contact"), slide.texts("recipient")
    if not lines:
        return
    named = _named(slide, layout, up)
    yield rectangle("Hairline", named._replace(y=named.y - grid.row // 2, height=EMU_PER_POINT), layout.beside("soft"))
    if who:
        yield label(
            "recipient", who, named, Style(sizes.label[0], layout.beside("soft")), sizes.label, layout.fonts, "middle"
        )
    row = grid.box(1, grid.columns - (not layout.base), _ROW[0] - up, _ROW[1] - up)  # our last column is the number's
    number = layout.placeholders.get(SLIDE_NUMBER) if layout.base else None
    if number and number.box.meets(row) and number.box.x > row.x + row.width // 2:
        row = row._replace(width=number.box.x - grid.gutter - row.x)
    styles = [Style(sizes.label[0], layout.beside("text"), bold=not at) for at in range(len(lines))]
    size, boxes = _columns(row, lines, styles, layout)
    for at, (line, box) in enumerate(zip(lines, boxes, strict=True)):
        scale = tuple(one for one in sizes.label if one <= size)
        yield _way(at, line, box, structs.replace(styles[at], size_pt=size), scale, layout)


def _named(slide: Resolved, layout: Layout, up: float) -> Box:
    """Where stands who answers, so many rows higher; who needs two lines in the least size begins higher still."""
    box, least = layout.grid.box(1, layout.grid.columns, _WHO[0] - up, _WHO[1] - up), layout.sizes.label[-1:]
    who, style = slide.texts("recipient"), Style(least[0], Ink("soft"))
    high = max(box.height, (who and height_of(who, box.width, style, least, layout.fonts)) or 0)
    return box._replace(y=box.bottom - high, height=high)


def _columns(
    row: Box, lines: tuple[Paragraph, ...], styles: list[Style], layout: Layout
) -> tuple[float, tuple[Box, ...]]:
    """The first size in which no line breaks, and columns: as wide as each other if that will do, or as their lines."""
    gutter, count, scale = layout.grid.gutter, len(lines), layout.sizes.label
    each = (row.width + gutter) // count - gutter
    for size in scale:
        sized = [structs.replace(style, size_pt=size) for style in styles]
        widths = [widths_of((line,), style, layout.fonts)[1] for line, style in zip(lines, sized, strict=True)]
        spare = (row.width - sum(widths)) // max(1, count - 1)
        if max(widths) > each and spare >= gutter:
            left = [row.x + sum(widths[:at]) + at * spare for at in range(count)]
            return size, tuple(row._replace(x=x, width=width) for x, width in zip(left, widths, strict=True))
        if max(widths) <= each:
            scale = (size,)
            break
    return scale[0], tuple(row._replace(x=row.x + at * (each + gutter), width=each) for at in range(count))


def _column(slide: Resolved, shown: Shown, layout: Layout) -> Iterator[Item]:
    """Each way to get in touch, one under the other, the first largest; beside them a code, and where it leads."""
    lines, scanned, grid, sizes = slide.texts("contact"), shown.scanned, layout.grid, layout.sizes
    first = _OVER if shown.drawing and not layout.base else _WAYS[0]
    room, code = grid.box(1, grid.columns, first, _WAYS[1]), _code_box(layout)
    small, address = Style(sizes.label[-1], layout.beside("soft"), align="right"), None
    if scanned:
        room = room._replace(width=code.x - 2 * grid.gutter - room.x)
    if scanned and scanned.target.startswith("http"):  # what a message says stands among the ways already
        address = plain(scanned.line, lines[0].span)
        most = qr.printed(code, scanned.target) if layout.base else code.right - room.right
        if widths_of((address,), small, layout.fonts)[1] > most:
            lines, address = (*lines, address), None
    large = bright_on(Ink("ground"), layout.palette)
    numbers = tuple(size for size in sizes.poster if size < _WIDEST * sizes.poster[0])
    for at, line in enumerate(lines):
        box = room._replace(height=round(grid.row * (_OTHER if at else _LARGE)))
        room = room._replace(y=box.bottom)
        scale = sizes.closing_contact[-2:] if at else (*numbers, *sizes.closing_contact)
        style = Style(scale[0], Ink("text") if at else large, bold=not at, line_percent=95 if at else 88)
        yield _way(at, line, box, style, scale, layout)
    if scanned is None:
        return
    yield from qr.code(scanned.target, code, shown.code, layout.palette)
    if address:
        under = Box(room.right, code.bottom + grid.row // 2, code.right - room.right, round(4 * grid.row))
        yield label("code", (address,), under, small, sizes.label[-1:], layout.fonts)


def _code_box(layout: Layout) -> Box:
    """The place of a code: beside the texts, over whatever the theme draws at the foot."""
    grid = layout.grid
    side: Emu = max((rows := grid.box(1, grid.columns, *_CODE)).height, _SIDE)
    left = layout.placeholders.get("Text", layout.placeholders["Title"]).box.right + grid.gutter // 2
    if layout.base and left > rows.right - side:  # on a narrow page of a template
        side = max(rows.right - left, side // 2)
    return Box(rows.right - side, rows.y, side, side)


def _way(at: int, line: Paragraph, box: Box, style: Style, scale: Scale, layout: Layout) -> Item:
    """A text that leads where it says as a whole, and so keeps its ink."""
    bare = Paragraph(tuple(structs.replace(run, link="") for run in line.runs), line.span)
    place = Placeholder("", "body", 0, box, (style,), scale, anchor="middle")
    text = unbroken(f"contact {at + 1}", (bare,), place, layout.fonts)  # half a number is none
    target = next((run.link for run in line.runs if run.link), "")
    return Link(target, text) if target else text


KIND = Kind(
    "closing",
    "Closing",
    resolve,
    (Frame("title", "Title"), Frame("text", "Text"), Frame("recipient", "Contact"), Frame("contact", "Contact")),
    lay_out=lay_out,
    choose=choose,
)
