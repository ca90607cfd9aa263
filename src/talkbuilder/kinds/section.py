"""The slide that opens a section, made from the section's own keys: it shows where the talk is."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import pairwise, product, takewhile
from math import ceil, inf, pi, sin

from msgspec import Struct, structs

from talkbuilder.kinds.kind import Frame, Kind, assemble
from talkbuilder.layout.draft_mark import letters_in
from talkbuilder.layout.fit import fit, label, widths_of
from talkbuilder.layout.inks import TINTS
from talkbuilder.layout.items import (
    Align,
    Anchor,
    Group,
    Ink,
    Item,
    LineTo,
    Move,
    Shape,
    Stroke,
    Style,
    Text,
    around,
    disc,
)
from talkbuilder.layout.items import line as segment
from talkbuilder.layout.moving import moved
from talkbuilder.layout.page import Page
from talkbuilder.layout.room import led
from talkbuilder.layout.theme import Layout, Placeholder
from talkbuilder.source import outline
from talkbuilder.talk.markup import Markup
from talkbuilder.talk.talk import Slide, plain
from talkbuilder.talk.words import Words
from talkbuilder.units import EMU_PER_POINT, Box

_NAMES = (1, 12)  # rows under the horizon
_LINES = 3  # of a name
_FOOT, _RISE = 3.5, 15.0  # rows over the horizon: of the way's ends, and by how much its middle is higher
_SUN, _SMALL = 7.0, 2.5  # rows: how large the present one may be, and the others
_SHARE, _SMALL_SHARE = 0.42, 0.2  # of the room between two
_STEPS = 48
_MOST_PARTS = 24  # of more, suns would be dots that nobody counts, and a talk of hundreds would never be done
# On a template: of a name, the radius of the present stop, how high a line is and two, a step to the next; of that
# radius, the others; of the name of a part, how far the way stands from it at least, and how much farther at most.
_RADIUS_EM, _NAME_EM, _PITCH_EM, _SMALL_EM, _APART_EM, _MORE_EM = 0.5, (1.4, 2.7), 1.5, 0.62, 0.6, 1.0
_ON_A_LINE = 0.75  # of a size, that the names of parts are set in at least, so that each is on a line
_MORE = 1.01  # than a name needs, so that it has room whoever shows it
_PAST, _PRESENT, _COMING = Ink("accent6"), Ink("accent2"), TINTS["moon"]

Point = tuple[float, float]


class Opening(Struct, frozen=True):
    """A section, its place among the names of all parts, and whether it has a slide of its own."""

    section: outline.Section
    at: int
    parts: tuple[str, ...]
    has_slide: bool = True


class Way(Struct, frozen=True):
    """Where the talk is: at which of its parts, and that in words."""

    at: int
    parts: tuple[str, ...]
    place: str


def resolve(written: Opening, markup: Markup) -> Slide:
    title = written.section.section
    slide = outline.Slide(span=title.span, title=title, notes=written.section.notes)
    made = renumbered(assemble("section", slide, markup, {}), written.at, written.parts, markup.words)
    return structs.replace(made, is_unseen=not written.has_slide)


def renumbered(slide: Slide, at: int, parts: tuple[str, ...], words: Words) -> Slide:
    """The opening slide of a part that has another place among those that are left."""
    place = words.say("part_of", n=at + 1, count=len(parts)) if len(parts) > 1 else words.say("part_only")
    way = Way(at, parts, place)
    slots = {**slide.slots, "kicker": (plain(place, slide.title.span),)}
    described = words.say("alt_way", place=place) if len(parts) > 1 else ""
    return structs.replace(slide, slots=slots, shows=way, described=described)


def lay_out(kind: Kind, slide: Slide, layout: Layout) -> tuple[Page, ...]:
    way: Way = slide.shows
    if "Kicker" not in layout.placeholders:  # as on many a template's, where the title stands alone
        slots = {name: slot for name, slot in slide.slots.items() if name != "kicker"}
        slide = structs.replace(slide, slots=slots)
    bare, has_way = structs.replace(slide, described=""), 1 < len(way.parts) <= _MOST_PARTS
    if not (layout.part or layout.base):
        drawn = tuple(_drawn(way, slide, layout)) if layout.is_dark and has_way else ()
        return (kind.page(slide if drawn else bare, layout, drawn),)
    if has_way:
        layout, slide = (
            _in_one_size(way, slide, layout),
            structs.replace(slide, described=f"{way.place}: {', '.join(way.parts)}"),
        )
        page = kind.page(slide, layout)
        texts = led(page, (layout.grid.width, layout.grid.height)).items
        kicker = next((one for one in texts if isinstance(one, Text) and one.name == "kicker"), None)
        if drawn := tuple(_stops(way, slide, layout, kicker)):
            return (structs.replace(page, items=(*page.items, *drawn)),)
    return (kind.page(bare, layout),)


def _in_one_size(way: Way, slide: Slide, layout: Layout) -> Layout:
    """A layout of a template with the name of every part in one size: that in which each is on a line, if none is much
    smaller for it."""
    place = layout.placeholders["Title"]

    def most_lines(size_pt: float) -> float:
        made = _titles(way, slide, structs.replace(place, sizes_pt=(size_pt,)), layout)
        return max(inf if one.surplus else len(one.lines) for one in made)

    first = next((one for one in place.sizes_pt if most_lines(one) < inf), place.sizes_pt[-1])
    tried = (first, *(float(one) for one in range(ceil(first) - 1, ceil(_ON_A_LINE * first) - 1, -1)))
    size_pt = next((one for one in tried if most_lines(one) == 1), first)
    scale = (size_pt, *(one for one in place.sizes_pt if one < size_pt))
    return structs.replace(
        layout, placeholders={**layout.placeholders, "Title": structs.replace(place, sizes_pt=scale)}
    )


def _titles(way: Way, slide: Slide, place: Placeholder, layout: Layout) -> list[Text]:
    return [fit("title", (plain(one, slide.title.span),), place, layout.fonts) for one in way.parts]


def _stops(way: Way, slide: Slide, layout: Layout, kicker: Text | None) -> Iterator[Item]:
    """On a template's the way as a row of stops with their names, plain, at one place on all slides, under the longest
    name of a part; under each other where a row is too narrow. Nothing where there is no room."""
    place, (room,) = layout.placeholders["Title"], layout.free
    if not room.width or "way text" not in layout.palette:  # stops without names say nothing
        return
    letters, em = [*letters_in(_titles(way, slide, place, layout))], round(place.sizes_pt[0] * EMU_PER_POINT)
    apart = round(_APART_EM * em)
    ends = max(one.bottom for one in letters)
    if kicker:  # small letters need less
        ends = max(ends, *(one.bottom - apart // 2 for one in letters_in([kicker])))
    top = ends + apart if room.y <= ends + apart else room.y + apart // 2  # or under what is drawn between the two
    ways = partial(_row, 1), partial(_row, 2), _column
    for made, size in product(ways, dict.fromkeys(layout.sizes.label[1:])):
        items = made(way, slide, layout, room._replace(y=0), size)
        spare = room.bottom - top - max((one.box.bottom for one in items), default=0)
        if items and spare >= 0:
            items = moved(items, (0, top + min(spare // 2, round(_MORE_EM * em))))
            marks = tuple(one for one in items if isinstance(one, Shape))
            yield Group("Way of the talk", around(marks), marks, slide.described)
            yield from (one for one in items if isinstance(one, Text))
            return


def _row(lines: int, way: Way, slide: Slide, layout: Layout, room: Box, size_pt: float) -> list[Shape | Text]:
    """A stop a part from edge to edge, and its name under its middle in so many lines, where all have room."""
    point, count = round(size_pt * EMU_PER_POINT), len(way.parts)
    radius, gap = round(_RADIUS_EM * point), point // 2
    widths = [round(_MORE * one) for one in _widths(way, slide, layout, size_pt)]
    if lines > 1:
        widths = [min(one, room.width // count - gap) for one in widths]
    pitch = (room.width - (widths[0] + widths[-1]) // 2) // (count - 1)
    apart = (room.width - sum(widths)) // (count - 1)  # as far as their names, where some of these are long
    if apart < gap:
        return []
    is_even = all((one + other) // 2 + gap <= pitch for one, other in pairwise(widths))
    centres = [
        (
            room.x + (widths[0] // 2 + at * pitch if is_even else sum(widths[:at]) + at * apart + widths[at] // 2),
            room.y + radius,
        )
        for at in range(count)
    ]
    y, high = room.y + 3 * radius, round(_NAME_EM[lines - 1] * point)
    boxes = [Box(x - width // 2, y, width, high) for (x, _), width in zip(centres, widths, strict=True)]
    return _named(way, slide, layout, centres, boxes, size_pt, "centre", lines)


def _column(way: Way, slide: Slide, layout: Layout, room: Box, size_pt: float) -> list[Shape | Text]:
    """The same from top to bottom, each name beside its stop; to the side as the title is."""
    point = round(size_pt * EMU_PER_POINT)
    radius, pitch = round(_RADIUS_EM * point), round(_PITCH_EM * point)
    width = min(room.width, 3 * radius + round(_MORE * max(_widths(way, slide, layout, size_pt))))
    share = {"left": 0.0, "centre": 0.5, "right": 1.0}[layout.placeholders["Title"].styles[0].align]
    left = room.x + round(share * (room.width - width))
    centres = [(left + radius, room.y + pitch // 2 + at * pitch) for at in range(len(way.parts))]
    boxes = [Box(left + 3 * radius, y - pitch // 2, width - 3 * radius, pitch) for _, y in centres]
    return _named(way, slide, layout, centres, boxes, size_pt, "left", 1)


def _widths(way: Way, slide: Slide, layout: Layout, size_pt: float) -> list[int]:
    """Of the names of all parts, each on a line."""
    style = Style(size_pt, bold=True)
    return [widths_of((plain(one, slide.title.span),), style, layout.fonts)[1] for one in way.parts]


def _named(
    way: Way,
    slide: Slide,
    layout: Layout,
    centres: Sequence[tuple[int, int]],
    boxes: Sequence[Box],
    size_pt: float,
    align: Align,
    lines: int,
) -> list[Shape | Text]:
    """The line from stop to stop, these, and the names in one size; [] where a name has no room."""
    style, fonts = Style(size_pt, Ink("way text"), line_percent=92, align=align), layout.fonts
    anchor: Anchor = "middle" if boxes[0].x == boxes[-1].x else "top"

    def name(at: int, bold: bool) -> Text:
        words = (plain(way.parts[at], slide.title.span),)
        return label(f"part {at + 1}", words, boxes[at], structs.replace(style, bold=bold), (size_pt,), fonts, anchor)

    parts = range(len(way.parts))
    if any(one.surplus or len(one.lines) > lines for one in (name(at, bold=True) for at in parts)):
        return []
    names = [name(at, at == way.at) for at in parts]
    mark, radius, thick = Ink("way"), round(_RADIUS_EM * size_pt * EMU_PER_POINT), size_pt / 12
    line = Stroke(mark, thick)
    stops: list[Shape | Text] = []
    for at, (x, y) in enumerate(centres):
        if at:
            before = centres[at - 1]
            down = before[0] == x
            ends = (before[0], before[1] + radius) if down else (before[0] + radius, before[1])
            stops.append(segment("Way", ends, (x, y - radius) if down else (x - radius, y), line))
        when, share = (
            ("Present", 1.0) if at == way.at else ("Past", _SMALL_EM) if at < way.at else ("Coming", _SMALL_EM)
        )
        fill = None if when == "Coming" else mark
        stops.append(disc(f"{when} part", (x, y), round(share * radius), fill, None if fill else line))
    return [*stops, *names]


def _drawn(way: Way, slide: Slide, layout: Layout) -> Iterator[Item]:
    """A sun a part on its way over the horizon, and under each its name, where all names have room."""
    grid = layout.grid
    pitch = (grid.width - 2 * grid.margin) / len(way.parts)
    large, small = (min(rows * grid.row, share * pitch) for rows, share in ((_SUN, _SHARE), (_SMALL, _SMALL_SHARE)))
    suns = [
        _sun(way, at, _over_horizon(layout, (at + 0.5) / len(way.parts)), large, small) for at in range(len(way.parts))
    ]
    top = min(sun.box.y for sun in suns)
    box = Box(grid.margin, top, grid.width - 2 * grid.margin, round(grid.horizon * grid.row) - top)
    yield Group("Way of the talk", box, (_path(layout), *suns), slide.described)
    yield from _names(way, slide, layout)


def _over_horizon(layout: Layout, share: float) -> Point:
    """The point at a share of the way from the left margin to the right."""
    grid = layout.grid
    rows = grid.horizon - _FOOT - _RISE * sin(pi * share)
    return grid.margin + share * (grid.width - 2 * grid.margin), rows * grid.row


def _path(layout: Layout) -> Shape:
    points = [_over_horizon(layout, step / _STEPS) for step in range(_STEPS + 1)]
    left, top = points[0][0], min(y for _, y in points)
    box = Box(round(left), round(top), round(points[-1][0] - left), round(points[0][1] - top))
    first, *others = ((x - box.x, y - box.y) for x, y in points)
    return Shape("Way", box, (Move(*first), *(LineTo(*one) for one in others)), stroke=Stroke(Ink("dark2"), 2, "dot"))


def _sun(way: Way, at: int, centre: Point, large: float, small: float) -> Shape:
    place = round(centre[0]), round(centre[1])
    if at == way.at:
        return disc("Present part", place, round(large), _PRESENT)
    if at < way.at:
        return disc("Past part", place, round(small), _PAST)
    return disc("Coming part", place, round(small), Ink("ground"), Stroke(_COMING, 2.5))


def _names(way: Way, slide: Slide, layout: Layout) -> Sequence[Text]:
    """The names in one size, the largest at which all have room; none where one has not."""
    for size in layout.sizes.label:
        names = (_name(way, at, slide, layout, size) for at in range(len(way.parts)))
        # No other is set behind one without room.
        named = [text for text in takewhile(lambda text: text is not None, names) if text]
        if len(named) == len(way.parts):
            return named
    return ()


def _name(way: Way, at: int, slide: Slide, layout: Layout, size_pt: float) -> Text | None:
    grid = layout.grid
    pitch = (grid.width - 2 * grid.margin) / len(way.parts)
    rows = grid.box(1, grid.columns, *(grid.horizon + row for row in _NAMES))
    box = Box(round(grid.margin + at * pitch) + grid.gutter // 2, rows.y, round(pitch) - grid.gutter, rows.height)
    ink = _PRESENT if at == way.at else Ink("soft") if at < way.at else _COMING
    style = Style(size_pt, ink, bold=at == way.at, align="centre", line_percent=92)
    text = label(f"part {at + 1}", (plain(way.parts[at], slide.title.span),), box, style, (size_pt,), layout.fonts)
    return text if len(text.lines) <= _LINES and not text.surplus else None


KIND = Kind("section", "Section", resolve, (Frame("title", "Title"), Frame("kicker", "Kicker")), lay_out=lay_out)
