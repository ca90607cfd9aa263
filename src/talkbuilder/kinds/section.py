"""The slide that opens a section, made from the section's own keys: it shows where the talk is."""

from collections.abc import Iterator, Sequence
from itertools import takewhile
from math import pi, sin

from msgspec import Struct, structs

from talkbuilder.kinds.kind import Frame, Kind, assemble
from talkbuilder.layout.fit import label
from talkbuilder.layout.inks import TINTS
from talkbuilder.layout.items import Group, Ink, Item, LineTo, Move, Shape, Stroke, Style, Text, disc
from talkbuilder.layout.page import Page
from talkbuilder.layout.theme import Layout
from talkbuilder.source import outline
from talkbuilder.talk.markup import Markup
from talkbuilder.talk.talk import Slide, plain
from talkbuilder.talk.words import Words
from talkbuilder.units import Box

_NAMES = (1, 12)  # rows under the horizon
_LINES = 3  # of a name
_FOOT, _RISE = 3.5, 15.0  # rows over the horizon: of the way's ends, and by how much its middle is higher
_SUN, _SMALL = 7.0, 2.5  # rows: how large the present one may be, and the others
_SHARE, _SMALL_SHARE = 0.42, 0.2  # of the room between two
_STEPS = 48
_MOST_PARTS = 24  # of more, suns would be dots that nobody counts, and a talk of hundreds would never be done
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
    # A layout of a template has its title anywhere, and a light one no night over which suns could rise.
    has_way = layout.is_dark and not layout.part and 1 < len(way.parts) <= _MOST_PARTS
    drawn = tuple(_drawn(way, slide, layout)) if has_way else ()
    if "Kicker" not in layout.placeholders:  # as on many a template's, where the title stands alone
        slots = {name: slot for name, slot in slide.slots.items() if name != "kicker"}
        slide = structs.replace(slide, slots=slots)
    return (kind.page(slide if drawn else structs.replace(slide, described=""), layout, drawn),)


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
