"""`ask`: what the audience can do, with the number or address to do it at, and a QR code that leads there."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Annotated

from msgspec import Meta, Struct, structs

from talkbuilder.evidence.library.actions import Action, Contact
from talkbuilder.kinds.kind import HEADS, SOURCE_LINE, Frame, Kind, assemble, contact, on_drawing
from talkbuilder.layout import qr
from talkbuilder.layout.fit import WIDER, fit, fits, height_of, label, unbroken, widths_of
from talkbuilder.layout.inks import bright_on, readable_on
from talkbuilder.layout.items import Face, Ink, Item, Link, Style, Text, rectangle
from talkbuilder.layout.measure import Stretch, width_of
from talkbuilder.layout.page import Page
from talkbuilder.layout.theme import SOURCE, Layout, Placeholder, Scale
from talkbuilder.source.fields import Id
from talkbuilder.source.fields import Text as Words
from talkbuilder.source.outline import Priority, Slide
from talkbuilder.talk.crediting import in_words
from talkbuilder.talk.markup import Markup
from talkbuilder.talk.talk import Content, Paragraph, Run, plain
from talkbuilder.talk.talk import Slide as Resolved
from talkbuilder.units import EMU_PER_POINT, Box, Emu

if TYPE_CHECKING:  # few that ask have a drawing
    from talkbuilder.drawings.drawing import Drawing, Place

_POSTER = (
    Frame("contact", "Contact"),
    Frame("second", "Second"),
    Frame("third", "Third"),
    Frame("recipient", "Recipient"),
)
_DANGER = Ink("accent3")
_BETWEEN = (63.5, 75.5)  # the rows of what to do in danger
_BAND = (63, 77)  # rows under a drawing, where the number is the largest thing
_HIGHEST_BAND = 0.2  # of its width, on a template
_BAND_SIZES = (62, 56, 50, 44, 38, 32, 28, 24)
_NUMBER = (3, 8)  # its columns, after a word of the drawing; the other ways stand beside it, and take what they need
_BEFORE_CODE = 0.2  # of its width
_NUMBER_AIR, _NUMBER_SHARE = 3, 0.85  # rows over a poster's number on a template, and what it has of the width
_INSIDE = 1.5  # rows of a panel beside a code that stands on it
_WAY_ROWS = 5.5  # of each other way
_WAY_HIGH_EM, _MUCH_LARGER = 1.5, 1.2  # of them under a number; than beside them


class Ask(Slide, frozen=True, kw_only=True):
    """A slide of one thing to do."""

    ask: Annotated[Id, Meta(description="an id of assets/actions.yaml")]
    drawing: Annotated[
        Id | None, Meta(description="a file of assets/drawings/ that shows what to do, over the number if there is one")
    ] = None
    labels: Annotated[tuple[Words, ...], Meta(description="words that stand in the drawing, in its places")] = ()
    priority: Annotated[
        Priority,
        Meta(description="what a shorter slot keeps; what the audience can do is a must, unless you say otherwise"),
    ] = "must"


class Asked(Struct, frozen=True):
    """What is drawn beside the texts: where the code leads; on a poster, what to do in danger, and links of slots."""

    scanned: Contact | None
    is_poster: bool = False
    danger: tuple[Paragraph, Contact] | None = None
    targets: Mapping[str, str] = {}
    drawing: "Drawing | None" = None
    number: Contact | None = None
    others: tuple[tuple[Paragraph, str], ...] = ()


def resolve(written: Ask, markup: Markup) -> Resolved | None:
    found = contact(written.ask, markup)
    if found is None:
        return None
    action, lines = found
    described = markup.words.say(action.scanned.row, to=action.scanned.line) if action.scanned else ""
    if written.drawing:
        return _drawn(action, written, written.drawing, markup)
    if action.poster:
        return _poster(action, written, markup, described)
    slots = {"text": (markup.line(action.do),), "contact": lines}
    asked = (markup.cite_action(action),)
    return assemble("ask", written, markup, slots, asked=asked, shows=Asked(action.scanned), described=described)


def _poster(action: Action, written: Ask, markup: Markup, described: str) -> Resolved:
    span = written.ask.span
    ways = [one for one in action.ways if one.way not in ("recipient", "address")] or list(action.to_write_down)
    lines = [in_words(one, markup.words) for one in ways]
    slots: dict[str, Content] = {}
    for slot, one in zip(("contact", "second", "third"), lines, strict=False):
        slots[slot] = (Paragraph(tuple(_parted(one, slot != "contact")), span),)
    if action.recipient and action.recipient.value != lines[0].line:
        slots["recipient"] = (plain(" · ".join((action.recipient.value, *(one.value for one in action.about))), span),)
    targets = {slot: one.target for slot, one in zip(slots, lines, strict=False) if one.target}
    asked = [action]
    danger = None
    if action.danger and (found := contact(action.danger, markup)):
        asked.append(found[0])
        danger = (markup.line(found[0].do), found[0].ways[0])
    shows = Asked(action.scanned, True, danger, targets)
    cited = tuple(map(markup.cite_action, asked))
    return assemble("ask", written, markup, slots, asked=cited, shows=shows, described=described)


def _drawn(action: Action, written: Ask, name: Id, markup: Markup) -> Resolved | None:
    """With a drawing, which the title and who is asked stand over, and the number to call under it."""
    from talkbuilder.drawings.read import find_object
    from talkbuilder.drawings.words import lettered, words_of

    drawing = find_object(name, markup, "an ask")
    drawing = drawing and lettered(drawing, written.labels, name, markup)
    if drawing is None:
        return None
    asked = [action]
    span = name.span
    lettered_words = {one.value for one in written.labels}
    sent = action.message is not None and action.message.value in lettered_words
    ways = [in_words(one, markup.words) for one in action.ways if one.way in ("phone", "text")]
    ways.sort(key=lambda one: (one.way == "phone") is sent)  # what the drawing says one by one stands largest
    number = ways[0] if any(one.way == "phone" for one in ways) else None
    others = [(plain(one.line, span), one.target or "") for one in ways[number is not None :]]
    if action.danger and (found := contact(action.danger, markup)):
        asked.append(found[0])
        way = found[0].ways[0]
        line = Paragraph((Run(f"{found[0].do.value} "), Run(way.line, bold=True)), span)
        others.append((line, way.target or ""))
    slots: dict[str, Content] = {}
    if number:
        slots["ways"] = (plain(number.line, span), *(line for line, _ in others))
        slots |= {"recipient": (plain(action.recipient.value, span),)} if action.recipient else {}
    elif action.recipient and action.recipient.value not in lettered_words:
        slots["lead"] = (plain(action.recipient.value, span),)
    if words := words_of(drawing):
        slots["labels"] = words
    shows = Asked(None, drawing=drawing, number=number, others=tuple(others))
    cited = tuple(map(markup.cite_action, asked))
    return assemble("ask", written, markup, slots, asked=cited, shows=shows, described=drawing.alt)


def _under(slide: Resolved, layout: Layout) -> Iterator[Item]:
    """The drawing with its words, and the band with the number."""
    shown: Asked = slide.shows
    assert shown.drawing
    grid = layout.grid
    from talkbuilder.drawings.drawing import drawn, pulled_apart
    from talkbuilder.drawings.words import OVER, labels

    drawing = shown.drawing
    rows: tuple[float, float] = _BAND
    top = 22 if shown.number and not layout.base else 25
    box = grid.box(1, grid.columns, top, rows[0] - 1 if shown.number else 76)
    if layout.base:
        drawing = structs.replace(drawing, anchor=(drawing.anchor[0], 0.5))
    # As wide as the band; where it is lower than its room, both are a little over its middle.
    if layout.base and shown.number:
        drawing = pulled_apart(drawing, max(1.0, box.width * drawing.height / box.height / drawing.width))
        free = box.height - round(drawing.height * box.width / drawing.width)
        over = free * OVER
        box = box._replace(y=box.y + int(over // 1), height=box.height - free)
        rows = rows[0] - (free - over) / grid.row, rows[1] - (free - over) / grid.row
        rows = rows[0], min(rows[1], rows[0] + _HIGHEST_BAND * box.width / grid.row)
    band = Box(layout.stage.x, round(rows[0] * grid.row), layout.stage.width, round((rows[1] - rows[0]) * grid.row))
    if shown.number:
        yield rectangle("Call", band, Ink("accent1"))
    yield drawn(drawing, box, layout.palette, alt=slide.described)
    inset = grid.gutter if layout.base else 0  # of what stands on the band
    yield from labels(_on_band(drawing, box, band, inset) if shown.number else drawing, box, layout)
    if shown.number:
        yield from _called(slide, shown.number, band, inset, layout)


def _called(slide: Resolved, called: Contact, band: Box, inset: Emu, layout: Layout) -> Iterator[Text | Link]:
    """What stands on the band: the number, and beside it the other ways, so far from its end."""
    shown: Asked = slide.shows
    assert shown.drawing
    grid, sizes, ground = layout.grid, layout.sizes, Ink("accent1")
    words = Style(sizes.label[-1], readable_on(ground, layout.palette), line_percent=100)
    told = tuple(line for line, _ in shown.others)
    row = min(round(_WAY_ROWS * grid.row), band.height // max(1, len(told)))
    whole = grid.box(1, grid.columns, 0, 0)

    def ways(end: Emu) -> Placeholder:
        """The place of one of the other ways, beside a number that ends there."""
        left = end + grid.gutter
        box = Box(left, band.y, whole.right - inset - left, row)
        return Placeholder("", "body", 0, box, (words,), sizes.label, anchor="middle")

    def have_room(end: Emu) -> bool:
        return all(fits((line,), ways(end), layout.fonts, words.size_pt) for line in told)

    # A word of the drawing may stand before it.
    first = _NUMBER[0] if told and any(_is_under(one, shown.drawing) for one in shown.drawing.places) else 1
    ink = bright_on(ground, layout.palette)
    scale = tuple(range(_BAND_SIZES[0], _BAND_SIZES[-1] - 1, -1)) if layout.base else _BAND_SIZES
    style = Style(scale[0], ink, bold=True, line_percent=100, align="left" if told else "centre")
    dialled = (plain(called.line, slide.span),)

    def number(end: Emu) -> Text:
        left = grid.box(first, first, 0, 0).x
        box = Box(left, band.y, end - left, band.height)
        return unbroken(
            "number", dialled, Placeholder("", "body", 0, box, (style,), scale, anchor="middle"), layout.fonts
        )

    ends = [grid.box(first, last, 0, 0).right for last in range(_NUMBER[1], _NUMBER[1] - 3, -1)]
    if layout.base and told:  # as far as they leave it
        needed = max(widths_of((line,), words, layout.fonts)[1] for line in told)
        ends.insert(1, round(whole.right - inset - WIDER * needed - grid.gutter))
    numbers = {end: number(end) for end in (ends if told else (whole.right,))}
    unbroken_at = [end for end, text in numbers.items() if len(text.lines) == 1] or [*numbers]
    end = next(filter(have_room, unbroken_at), unbroken_at[-1])
    place = ways(end)
    top = band.y + (band.height - row * len(told)) // 2
    least = min((unbroken("", (line,), place, layout.fonts).styles[0].size_pt for line in told), default=0)
    made = [numbers[end]]
    for at, line in enumerate(told):
        part = structs.replace(place, box=place.box._replace(y=top + at * row), sizes_pt=(least,))
        made.append(fit(f"way {at + 1}", (line,), part, layout.fonts))
    if layout.base and told:
        x = numbers[end].box.x
        room = band._replace(x=x, width=whole.right - inset - x)
        for size_pt in dict.fromkeys(sizes.label):
            under = _stacked(dialled, told, (style, scale), structs.replace(words, size_pt=size_pt), room, layout)
            if _is_larger(under, made):
                made = under
                break
    for text, target in zip(made, (called.target, *(target for _, target in shown.others)), strict=True):
        yield Link(target, text) if target else text


def _stacked(
    dialled: tuple[Paragraph, ...],
    told: tuple[Paragraph, ...],
    large: tuple[Style, Scale],
    words: Style,
    room: Box,
    layout: Layout,
) -> list[Text]:
    """A number over the other ways, side by side in a size."""
    style, scale = large
    high, air = round(_WAY_HIGH_EM * words.size_pt * EMU_PER_POINT), room.height // 16
    over = room._replace(y=room.y + air, height=room.height - 2 * air - high)
    place = Placeholder("", "body", 0, over, (style,), scale, anchor="middle")
    made, x = [unbroken("number", dialled, place, layout.fonts)], room.x
    for at, line in enumerate(told):
        width = round(WIDER * widths_of((line,), words, layout.fonts)[1])
        box = Box(x, over.bottom, min(width, room.right - x), high)
        made.append(label(f"way {at + 1}", (line,), box, words, (words.size_pt,), layout.fonts, "middle"))
        x += width + layout.grid.gutter
    return made


def _is_larger(one: list[Text], other: list[Text]) -> bool:
    """Whether texts are on a line each, the first no smaller than of others; and these are not, or none is smaller, and
    some are much larger."""
    shares = [text.styles[0].size_pt / known.styles[0].size_pt for text, known in zip(one, other, strict=True)]
    are_whole, were_whole = (all(len(text.lines) == 1 and not text.surplus for text in texts) for texts in (one, other))
    return are_whole and shares[0] >= 1 and (not were_whole or (min(shares) >= 1 and max(shares) >= _MUCH_LARGER))


def _is_under(place: "Place", drawing: "Drawing") -> bool:
    return place.top >= drawing.top + drawing.height


def _on_band(drawing: "Drawing", box: Box, band: Box, inset: Emu) -> "Drawing":
    """A drawing of which the words that stand under it are level with the number, whatever its size, and so far from
    the end of its band."""
    from talkbuilder.drawings.drawing import placed

    scale, _, y = placed(drawing, box)
    middle = drawing.top + (band.y + band.height / 2 - y) / scale
    places = (
        structs.replace(one, left=one.left + inset / scale, top=middle - one.height / 2, hangs=False)
        if _is_under(one, drawing)
        else one
        for one in drawing.places
    )
    return structs.replace(drawing, places=tuple(places))


def _answers(slide: Resolved, layout: Layout) -> Iterator[Text]:
    """Who answers at the number, at the foot, where no source stands."""
    who, place = slide.texts("recipient"), layout.placeholders.get(SOURCE)
    if who and place and not slide.source:
        style = Style(layout.sizes.label[-1], Ink("soft"), line_percent=100)
        high = height_of(who, place.box.width, style, layout.sizes.label[-1:], layout.fonts) or 0
        box = place.box._replace(height=max(place.box.height, high))
        yield label("recipient", who, box, style, layout.sizes.label[-1:], layout.fonts, place.anchor)


def _foot(slide: Resolved, layout: Layout) -> Iterator[Text]:
    """Who answers, and beside that the source of what a poster cites."""
    place = layout.placeholders["Recipient"]
    style = structs.replace(place.styles[0], size_pt=layout.sizes.small[0])
    box = place.box
    if recipient := slide.texts("recipient"):
        half = (box.width - layout.grid.gutter) // 2
        left, box = box._replace(width=half), box._replace(x=box.right - half, width=half)
        yield label("recipient", recipient, left, place.styles[0], place.sizes_pt, layout.fonts)
    source = (Paragraph(slide.source, slide.span),)
    yield label(SOURCE_LINE, source, box, style, layout.sizes.small, layout.fonts)


def _parted(one: Contact, is_emphatic: bool) -> Iterator[Run]:
    """A line, with what matters of it in bold: it must be found at a glance."""
    for number, part in enumerate(one.parts):
        yield Run(part, bold=is_emphatic and number % 2 == 1)


def choose(slide: Resolved) -> str:
    if slide.shows.drawing:
        return on_drawing(slide)
    if slide.shows.is_poster:
        return "Poster"
    return "Ask with code" if slide.shows.scanned else "Ask"


def lay_out(kind: Kind, slide: Resolved, layout: Layout) -> tuple[Page, ...]:
    shown: Asked = slide.shows
    if shown.drawing:
        page = structs.replace(kind, frames=HEADS).page(slide, layout, tuple(_under(slide, layout)))
        return (structs.replace(page, items=(*page.items, *_answers(slide, layout))),)
    items: list[Item] = []
    if shown.danger:
        items += _danger(*shown.danger, layout)
    if shown.scanned:
        code = qr.place(layout.grid)
        if layout.base and not shown.is_poster:  # as far from the end of its panel as from the foot of that
            code = code._replace(x=code.x - round(_INSIDE * layout.grid.row))
        items += qr.code(shown.scanned.target, code, slide.described, layout.palette)
    if not shown.is_poster:
        contact = unbroken("contact", slide.texts("contact"), layout.placeholders["Contact"], layout.fonts)
        return (kind.page(slide, layout, (contact, *items)),)
    title = unbroken("title", (slide.title,), layout.placeholders["Title"], layout.fonts)
    frames: tuple[Frame, ...] = _POSTER[:-1] if slide.source else _POSTER
    if layout.base:  # whose page may be narrow, with the number close under its title: half a number is none
        place, air = layout.placeholders["Contact"], _NUMBER_AIR * layout.grid.row
        scale = (*place.sizes_pt, *(one for one in layout.sizes.contact if one < place.sizes_pt[-1]))
        x, y, width, _ = place.box
        below = [one.box.y for one in layout.placeholders.values() if one.box.y >= place.box.bottom]
        low = min(below, default=place.box.bottom)  # a low page leaves the place of the number least
        boxes = [Box(x, y + air, round(_NUMBER_SHARE * width), one - y - air) for one in (place.box.bottom, low)]
        if shown.scanned:  # it ends before the code, whose ground has an edge, where it is as low as that
            code = qr.place(layout.grid)
            boxes[1] = boxes[1]._replace(width=min(boxes[1].width, round(code.x - _BEFORE_CODE * code.width) - x))
        places = (structs.replace(place, box=box, sizes_pt=scale) for box in boxes)
        tried = [unbroken("contact", slide.texts("contact"), one, layout.fonts) for one in places]
        items.append(max(tried, key=lambda one: (not one.surplus, -len(one.lines), one.styles[0].size_pt)))
        most = layout.placeholders["Second"].sizes_pt[0]
        for frame in (one for one in frames if one.slot in ("second", "third") and slide.texts(one.slot)):
            place = layout.placeholders[frame.placeholder]
            scale = tuple(one for one in (*place.sizes_pt, *layout.sizes.label) if one <= most)
            way = unbroken(frame.slot, slide.texts(frame.slot), structs.replace(place, sizes_pt=scale), layout.fonts)
            items.append(way)
            most = way.styles[0].size_pt
        frames = tuple(one for one in frames if one.slot == "recipient")
    page = structs.replace(kind, frames=frames).page(slide, layout, (title, *items))
    # Who answers stands at the foot, and so is read last.
    shown_items = sorted(page.items, key=lambda item: item.name == "recipient")
    shown_items += _foot(slide, layout) if slide.source else ()
    return (structs.replace(page, items=tuple(_linked(item, shown.targets) for item in shown_items)),)


def _danger(what: Paragraph, where: Contact, layout: Layout) -> Iterator[Item]:
    """What to do in danger, in the colour that stands for one thing alone."""
    grid, sizes = layout.grid, layout.sizes
    box = qr.beside(grid, *_BETWEEN)
    ink = readable_on(_DANGER, layout.palette)
    padding = grid.gutter
    words = Style(sizes.head[0], ink, line_percent=100)
    number = Style(sizes.value[0], ink, bold=True, align="right")
    face = Face(layout.fonts.text, bold=True)
    needed_pt = width_of(where.line, Stretch(where.line, face, number.size_pt)) * WIDER
    width = min(round(needed_pt * EMU_PER_POINT), box.width // 2)
    left = Box(box.x + padding, box.y, box.width - width - 3 * padding, box.height)
    right = Box(box.right - padding - width, box.y, width, box.height)
    yield rectangle("Danger", box, _DANGER)
    yield label("danger", (what,), left, words, sizes.head, layout.fonts, "middle")
    line = plain(where.line, what.span)
    told = label("danger number", (line,), right, number, sizes.value, layout.fonts, "middle")
    yield Link(where.target, told) if where.target else told


def _linked(item: Item, targets: Mapping[str, str]) -> Item:
    """A text that leads where it says; as a whole, so that it keeps its ink."""
    return Link(targets[item.name], item) if isinstance(item, Text) and item.name in targets else item


KIND = Kind("ask", "Ask", resolve, (Frame("title", "Title"), Frame("text", "Text")), Ask, lay_out, choose)
