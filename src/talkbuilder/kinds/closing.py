"""The closing slide, which stays in view during questions; made from the talk's `closing`."""

from collections.abc import Iterator
from itertools import product
from typing import TYPE_CHECKING

from msgspec import Struct, structs

from talkbuilder.diagnostics import Span
from talkbuilder.evidence.library.actions import Action, Contact
from talkbuilder.kinds.kind import Frame, Kind, assemble, contact
from talkbuilder.layout import qr
from talkbuilder.layout.fit import USABLE_HEIGHT, WIDER, fit, height_of, height_pt, label, unbroken, widths_of
from talkbuilder.layout.inks import bright_on
from talkbuilder.layout.items import Align, Ink, Item, Link, Style, rectangle
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
_BROKEN = 0.35  # of its width, that a way may lack and is broken into two lines
_WIDEST = 0.69  # of the largest on a poster: the letters of the first way are smaller than that
_CODE = (26, 58.5)  # the rows of a code
_MESSAGE = (24, 46)  # the rows of the text over a drawing
_OVER = 29  # the row at which a large number begins over a drawing, and the text ends
_WHO, _ROW = (75, 79), (79, 86.5)  # the rows of who answers, and of all ways beside each other
_HIGHER = 22  # rows by which they stand higher over the land that a theme draws
# Of the size of texts: a line, from capital to baseline, the air over a number, a step to a line under it, the gap to a
# code, and what boxes are higher than their lines.
_LINE_EM, _CAPITAL_EM, _AIR_EM, _STEP_EM, _BESIDE_EM, _SPARE_EM = 1.2, 0.72, 0.95, 1.4, 1.0, 0.1
_FIRST_EM = 0.25  # how much more the first step is, under letters as large as those of a number
_NARROW = 2.2  # width over height of what is free, from which a code stands beside all that is said
_MOST_MORE, _MORE = 0.3, 1.02  # of the height of a block, that fills what is free; and than a text needs
# Of the size of titles: the least of one which stands alone with a few words; of what is free, how much stays over
# these; the rows between them.
_ALONE, _RAISED, _STEP_ROWS = 1.2, 0.42, 2
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
    return structs.replace(made, source=(), brief=())  # what is called there is nobody's claim


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
    # A title that has a ground of its own would take it along.
    if layout.base and not (shown.drawing or slide.texts("contact") or layout.placeholders["Title"].fill):
        bare = structs.replace(kind, frames=())
        return (bare.page(slide, layout, tuple(_words(slide, layout))),)
    items: list[Item] = []
    beneath: tuple[Item, ...] = ()
    if shown.drawing:
        top = grid.box(1, 1, *_STAGED).y
        if (text := slide.texts("text")) and (shown.in_row or not layout.base):
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
        items += (_row if shown.in_row else _block if layout.base else _column)(slide, shown, layout)
        own = ("title",) if layout.base and not shown.in_row else ("title", "text")
        frames = [one for one in frames if one.slot in own]  # all else is set here
    told = structs.replace(kind, frames=tuple(frames))
    return (told.page(slide, layout, tuple(items), beneath),)


def _words(slide: Resolved, layout: Layout) -> Iterator[Item]:
    """Nothing but words, on a template in the middle of the slide."""
    title, text, said, (room,) = (
        layout.placeholders["Title"],
        layout.placeholders["Text"],
        slide.texts("text"),
        layout.free,
    )
    sizes = tuple(float(max(one, round(_ALONE * title.sizes_pt[0]))) for one in layout.sizes.statement)
    style = structs.replace(title.styles[0], size_pt=sizes[0], left=0, ink=Ink("alone"))
    head = structs.replace(title, styles=(style,), sizes_pt=(*sizes, *title.sizes_pt), fill=None)
    under = structs.replace(text, styles=(structs.replace(text.styles[0], align=style.align),))
    told = [("title", (slide.title,), head), *([("text", said, under)] if said else [])]
    made: list[tuple[str, tuple[Paragraph, ...], Placeholder]] = []
    for name, paragraphs, place in told:
        left, top, right, bottom = place.insets
        wide = room._replace(x=room.x - left, width=room.width + left + right)
        place = structs.replace(place, box=wide, anchor="top")
        size_pt = fit(name, paragraphs, place, layout.fonts).styles[0].size_pt
        high = (height_pt(paragraphs, place, layout.fonts, size_pt) or 0) * EMU_PER_POINT * WIDER
        place = structs.replace(place, box=wide._replace(height=round(high) + top + bottom), sizes_pt=(size_pt,))
        made.append((name, paragraphs, place))
    gap = layout.grid.row * _STEP_ROWS
    y = room.y + round(_RAISED * (room.height - gap - sum(place.box.height for *_, place in made)))
    for name, paragraphs, place in made:
        yield fit(name, paragraphs, structs.replace(place, box=place.box._replace(y=y)), layout.fonts)
        y += place.box.height + gap


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
    """The first size in which no line breaks, and columns: as wide as each other if that will do, or as their lines.

    Where one must break in the least size too, it is the widest, and what stands beside it keeps its distance.
    """
    gutter, count, scale = layout.grid.gutter, len(lines), layout.sizes.label
    each = (row.width + gutter) // count - gutter
    for size in scale:
        sized = [structs.replace(style, size_pt=size) for style in styles]
        widths = [widths_of((line,), style, layout.fonts)[1] for line, style in zip(lines, sized, strict=True)]
        spare = (row.width - sum(widths)) // max(1, count - 1)
        widest = max(widths)
        lacks = (gutter - spare) * (count - 1)
        if size == scale[-1] and 0 < lacks < _BROKEN * widest:
            widths[widths.index(widest)], spare = widest - lacks, gutter
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
    room = grid.box(1, grid.columns, _OVER if shown.drawing else _WAYS[0], _WAYS[1])
    code = _code_box(layout)
    if scanned:
        room = room._replace(width=code.x - 2 * grid.gutter - room.x)
    small, address = Style(sizes.label[-1], Ink("soft"), align="right"), _address(slide, shown)
    if address and widths_of((address,), small, layout.fonts)[1] > code.right - room.right:
        lines, address = (*lines, address), None
    numbers = tuple(size for size in sizes.poster if size < _WIDEST * sizes.poster[0])
    for at, line in enumerate(lines):
        box = room._replace(height=round(grid.row * (_OTHER if at else _LARGE)))
        room = room._replace(y=box.bottom)
        scale = sizes.closing_contact[-2:] if at else (*numbers, *sizes.closing_contact)
        yield _way(at, line, box, _style(at, scale[0], layout), scale, layout)
    if scanned:
        yield from qr.code(scanned.target, code, shown.code, layout.palette)
    if address:
        under = Box(room.right, code.bottom + grid.row // 2, code.right - room.right, round(4 * grid.row))
        yield label("code", (address,), under, small, sizes.label[-1:], layout.fonts)


def _address(slide: Resolved, shown: Shown) -> Paragraph | None:
    """Where a code leads, unless it stands among the ways already, as what a message says does."""
    ways, code = slide.texts("contact"), shown.scanned
    if code is None or not code.target.startswith("http") or code.line in [one.text for one in ways]:
        return None
    return plain(code.line, ways[0].span)


def _code_box(layout: Layout) -> Box:
    """The place of a code: beside the texts, over whatever the theme draws at the foot."""
    grid = layout.grid
    side: Emu = max((rows := grid.box(1, grid.columns, *_CODE)).height, qr.LEAST)
    return Box(rows.right - side, rows.y, side, side)


class Block(Struct, frozen=True):
    """What a closing on a template says, in sizes that fill what is free there; all in points.

    `lead` is how much stands over the number, `ways` how high number and other ways are, with `more` between lines than
    these need.
    """

    number: float
    text: float
    lead_lines: int
    lead: float
    width: float
    ways: float
    is_lead_over: bool  # over the code too, so that on a narrow page the number is large
    more: float = 0.0

    @property
    def height(self) -> float:
        return self.lead + self.ways

    @property
    def code(self) -> float:
        """How high a code beside it is, without its paper."""
        return self.ways if self.is_lead_over else self.height


def _block(slide: Resolved, shown: Shown, layout: Layout) -> Iterator[Item]:
    """On a template what to take home, under it the number, with half a line of air, and the other ways at even steps;
    beside them a code whose edges stand on lines of them. All of it in the middle of what is free."""
    text, room, scanned = slide.texts("text"), layout.stage, shown.scanned
    ways = (*slide.texts("contact"), *((one,) if (one := _address(slide, shown)) else ()))
    align = layout.placeholders["Title"].styles[0].align
    share = qr.seen_share(scanned.target, layout.palette) if scanned else 0.0
    block = _sized(text, ways, layout, share)
    width, code, air = (
        round(one * EMU_PER_POINT)
        for one in (block.width, block.code / share if share else 0, _BESIDE_EM * block.text if share else 0)
    )
    is_mirrored, is_centred = align == "right", align == "centre" or not scanned
    spare = room.width - width - air - code
    left = room.x + (spare // 2 if is_centred else 0)
    side: Align = "right" if is_mirrored else "left"
    if not is_centred:
        air += spare  # its edges are those of the page
    column = Box(left + (code + air if is_mirrored else 0), 0, width, 0)
    first = room.y / EMU_PER_POINT + (room.height / EMU_PER_POINT - block.height) / 2
    if text:
        place = layout.placeholders.get("Text") or Placeholder("", "body", 0, room, (_style(1, 0, layout),), ())
        as_set = {"size_pt": block.text, "align": side, "line_percent": 100, "before_pt": 0}
        styles = tuple(structs.replace(one, **as_set) for one in place.styles)
        across = column._replace(x=left, width=width + air + code) if block.is_lead_over else column
        box = _on_line(across, first + _CAPITAL_EM * block.text, block.text, block.lead_lines)
        place = structs.replace(place, box=box, styles=styles, sizes_pt=(block.text,), anchor="middle")
        yield fit("text", text, place, layout.fonts)
    baseline = first + block.lead + _CAPITAL_EM * block.number
    for at, way in enumerate(ways):
        size_pt = block.text if at else block.number
        baseline += (_STEP_EM * size_pt + block.more + (_FIRST_EM * size_pt if at == 1 else 0)) if at else 0
        style = structs.replace(_style(at, size_pt, layout), align=side, line_percent=100)
        smaller = tuple(one for one in layout.sizes.label if one < size_pt)
        box = _on_line(column, baseline, size_pt)
        lacks = max(0, (height_of((way,), box.width, style, (size_pt,), layout.fonts) or 0) - box.height)
        box = box._replace(y=box.y - lacks // 2, height=box.height + lacks)
        yield _way(at, way, box, style, (size_pt, *smaller), layout)
    if scanned:
        middle = round((first + block.height - block.code / 2) * EMU_PER_POINT)
        box = Box(left if is_mirrored else left + width + air, middle - code // 2, code, code)
        yield from qr.code(scanned.target, box, shown.code, layout.palette)


def _on_line(column: Box, baseline: float, size_pt: float, lines: int = 1) -> Box:
    """The box in whose middle lines of a size stand, the first of them on a baseline, in points."""
    y, height = baseline - (1 + _SPARE_EM) * size_pt, (lines * _LINE_EM + 2 * _SPARE_EM) * size_pt
    return column._replace(y=round(y * EMU_PER_POINT), height=round(height * EMU_PER_POINT))


def _sized(text: tuple[Paragraph, ...], ways: tuple[Paragraph, ...], layout: Layout, share: float) -> Block:
    """The largest sizes in which all has room beside a code of its height, of which a `share` is seen: 0 for none.

    A code is never too small for a camera at the back: what stands beside it is smaller, and at larger steps.
    """
    room, sizes, fonts = layout.stage, layout.sizes, layout.fonts
    across, down = room.width / EMU_PER_POINT, room.height / EMU_PER_POINT
    over, least = across < _NARROW * down, sizes.label[-1]
    codes, numbers = (qr.LEAST / EMU_PER_POINT * share, 0), range(round(_WIDEST * sizes.poster[0]), round(least), -1)
    for code, number, is_lead_over in product(codes, numbers, dict.fromkeys((over, False))):
        size = next((one for one in (*sizes.text, *sizes.label) if one <= number / 2), least)
        styles = [_style(at, size if at else number, layout) for at in range(len(ways))]
        widths = [widths_of((one,), style, fonts)[1] for one, style in zip(ways, styles, strict=True)]
        width = max(widths) / EMU_PER_POINT * WIDER * _MORE
        lead_width = across if is_lead_over else width
        high = height_of(text, round(lead_width * EMU_PER_POINT), Style(size, Ink("text")), (size,), fonts)
        lines = round((high or 0) * USABLE_HEIGHT / EMU_PER_POINT / (_LINE_EM * size)) if text else 0
        lead = (_CAPITAL_EM + _AIR_EM + _LINE_EM * (lines - 1)) * size if lines else 0.0
        needed = _CAPITAL_EM * number + (_STEP_EM * (len(ways) - 1) + _FIRST_EM * (len(ways) > 1)) * size
        block = Block(number, size, lines, lead, width, needed, is_lead_over)
        spare = down - block.height
        if share:
            beside = (across - width - _BESIDE_EM * size) * share
            spare = min(spare, beside - block.code, down * share - block.code)
        spare = min(spare, max(_MOST_MORE * block.height, code - block.code))
        if spare >= max(0, code - block.code) and width <= across and high is not None:
            break
    more = max(0.0, spare) / max(1, len(ways) - 1 + (bool(lines) and not is_lead_over))
    lead += more if lines else 0
    return structs.replace(block, lead=lead, ways=needed + more * (len(ways) - 1), more=more)


def _style(at: int, size_pt: float, layout: Layout) -> Style:
    """How the first way looks, or another."""
    if at:
        return Style(size_pt, Ink("text"), line_percent=95)
    return Style(size_pt, bright_on(Ink("ground"), layout.palette), bold=True, line_percent=88)


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
