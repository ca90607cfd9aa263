"""Timelines: points and spans of time along a line, and labels as near to them as can be, none on another."""

from collections.abc import Iterator, Sequence
from itertools import pairwise, product
from typing import Literal

from msgspec import Struct, structs

from talkbuilder.layout import data_points
from talkbuilder.layout.fit import height_of, label, widths_of
from talkbuilder.layout.inks import readable_on
from talkbuilder.layout.items import Align, Anchor, Ink, Item, Stroke, Style, Text, disc, line, rectangle
from talkbuilder.layout.theme import Layout
from talkbuilder.source.dates import years_of
from talkbuilder.talk.talk import Paragraph
from talkbuilder.units import EMU_PER_POINT, Box, Emu

NEAR = 2 * EMU_PER_POINT  # what is closer stands at the same place for the eye
_WAYS = (1.0, 0.75, 0.5, 0.25, 0.0)  # between the widest and the narrowest labels

Spot = tuple[Emu, Emu]  # where something begins and ends along the line

# All heights in rows of the grid.
TOP, BOTTOM = 25, 76
_ABOVE, _LINE, _BELOW, _NOTE = 41, 49, 56.5, 71.2  # labels, line, labels, and what is said of them all
_BAR = 38 / 3
_RADIUS, _AWAY, _BEFORE = 5 / 3, 2.5, 0.5  # of a point, how far its connector begins from it, and ends from its label
# How long a span is where time is not drawn, in distances of points: longer where its text would not stand on it.
_STRETCHES = (1.2, 1.6, 2.0)
_LED_IN = 2  # columns of what is undated before or after all that is drawn by time
_APART = 1.3  # of their size, that labels stand apart at least: side by side, two dates read as one line
_LITTLE_SMALLER = 0.7
_OVER_NOTE = 0.5  # of the size of labels, between them and what is said of them all
_WIDEST = 5  # columns of a label, where it has room in so many
_HALF = 0.6  # of the dates of a span, that a line of them holds at least

_TIME = Stroke(Ink("text"), 5)
_UNDATED = Stroke(Ink("accent6"), 5, "dot")
_CONNECTOR = Stroke(Ink("text"), 1.5)
_EDGE_PT = 4.5
_CLAY, _PAPER = Ink("accent3"), Ink("ground")

Form = Literal["point", "span", "undated"]


class Room(Struct, frozen=True):
    """Between which ends labels may stand, and how far apart."""

    left: Emu
    right: Emu
    gap: Emu


class Wanted(Struct, frozen=True):
    """A label of some width, which is to stand over a place on the line, or between two."""

    start: Emu
    end: Emu
    width: Emu

    @property
    def middle(self) -> Emu:
        return (self.start + self.end) // 2


def by_turns(
    spots: Sequence[Spot], widths: Sequence[tuple[Emu, Emu]], room: Room
) -> tuple[tuple[Emu, Emu, bool], ...] | None:
    """The left edge of each label, its width, and whether it stands above the line; None where they have no room.

    They stand above and below by turns, and are as wide as they may be, but rather narrow over their places than wide
    beside them. `widths` holds the least and the most of each.
    """
    for most_off in (NEAR, room.right):
        for way in _WAYS:
            tried = [least + round((most - least) * way) for least, most in widths]
            for first in (0, 1):
                if edges := _edges(spots, tried, first, most_off, room):
                    return tuple((edges[at], width, (at + first) % 2 == 0) for at, width in enumerate(tried))
    return None


def _edges(
    spots: Sequence[Spot], widths: Sequence[Emu], first: int, most_off: Emu, room: Room
) -> dict[int, Emu] | None:
    """Where labels with these widths begin, every second one below, the first of them where `first` says.

    None where they have no room, or one would stand further off its place than is allowed, though not at an end.
    """
    edges: dict[int, Emu] = {}
    for side in (0, 1):
        turns = [at for at in range(len(spots)) if (at + first) % 2 == side]
        wanted = [_over(spots[at], widths[at]) for at in turns]
        found = spread(wanted, room)
        if found is None:
            return None
        for at, edge, one in zip(turns, found, wanted, strict=True):
            is_at_end = min(edge - room.left, room.right - edge - one.width) <= NEAR
            if not is_at_end and abs(edge + one.width // 2 - one.middle) > most_off:
                return None
            edges[at] = edge
    return edges


def _over(spot: Spot, width: Emu) -> Wanted:
    """A label over a point, or over the beginning of what is longer than it."""
    start, end = spot
    return Wanted(start, start + width if end - start >= width else end, width)


def spread(wanted: Sequence[Wanted], room: Room) -> tuple[Emu, ...] | None:
    """The left edges of labels on one side; None where they have no room, or one would not reach its place."""
    gap, widths = room.gap, [one.width + room.gap for one in wanted]
    if sum(widths) - gap > room.right - room.left:
        return None
    centres = [one.middle + gap / 2 for one in wanted]
    edges = tuple(map(int, data_points.spread(centres, widths, room.left, room.right + gap)))
    reached = all(edge <= one.end and one.start <= edge + one.width for edge, one in zip(edges, wanted, strict=True))
    return edges if reached else None


class Moment(Struct, frozen=True):
    """A point, a span, or a time that nobody dates. `date` and `text` stand under its head, and smaller.

    `start` and `end` are "" where a point or a span has no date; then it is known in which order it stands, no more.
    """

    head: Paragraph
    date: Paragraph | None
    text: Paragraph | None
    start: str
    end: str
    form: Form
    is_accented: bool = False

    @property
    def is_point(self) -> bool:
        return self.form == "point"

    @property
    def is_undated(self) -> bool:
        return self.form == "undated"

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        return tuple(one for one in (self.head, self.date, self.text) if one)

    @property
    def ink(self) -> Ink:
        if self.is_accented:
            return _CLAY
        return Ink("text" if self.is_point else "accent6" if self.is_undated else "accent1")


def drawn(moments: Sequence[Moment], is_to_scale: bool, note: Paragraph | None, layout: Layout) -> Iterator[Item]:
    """All that is drawn of some moments, the line first; labels without room say so."""
    grid = layout.grid
    spots = _by_time(moments, layout) if is_to_scale else _in_order(moments, layout)
    inside = [_inside(moment, spot, layout) for moment, spot in zip(moments, spots, strict=True)]
    labels = _labels(
        [structs.replace(one, text=None) if text else one for one, text in zip(moments, inside, strict=True)],
        spots,
        layout,
    )
    yield from _lines(moments, spots, layout)
    for moment, spot in zip(moments, spots, strict=True):
        if moment.form == "span":
            half = round(_BAR * grid.row / 2)
            yield rectangle(moment.head.text, Box(spot[0], _y(layout) - half, spot[1] - spot[0], 2 * half), moment.ink)
    for moment, (x, _), text in zip(moments, spots, labels, strict=True):
        if moment.is_point:
            yield _connector(x, text, layout)
            fill = _CLAY if moment.is_accented else _PAPER
            yield disc(
                moment.head.text, (x, _y(layout)), round(_RADIUS * grid.row), fill, Stroke(Ink("text"), _EDGE_PT)
            )
    yield from (text for text in inside if text)
    yield from labels
    if note:
        style, box = Style(layout.sizes.label[-1], Ink("soft")), grid.box(1, grid.columns, _NOTE, BOTTOM)
        anchor: Anchor = "bottom" if layout.base else "top"
        yield label("note", (note,), box, style, layout.sizes.label[-1:], layout.fonts, anchor)


def _y(layout: Layout) -> Emu:
    return round(_LINE * layout.grid.row)


def _ends(first: Moment, last: Moment, layout: Layout) -> Spot:
    """Where the first and the last of some moments stand between the margins."""
    whole = layout.grid.box(1, layout.grid.columns, 0, 1)
    reach = round(_RADIUS * layout.grid.row + _EDGE_PT * EMU_PER_POINT / 2)
    return whole.x + reach * first.is_point, whole.right - reach * last.is_point


def _in_order(moments: Sequence[Moment], layout: Layout) -> list[Spot]:
    """Where moments stand whose order alone is drawn: spans as long as their texts need, if they can be."""
    offered = [_evenly(moments, one, layout) for one in _STRETCHES]
    texts = ([(one, _inside(one, spot, layout)) for one, spot in zip(moments, spots, strict=True)] for spots in offered)
    is_told = [all(text and len(text.lines) == 1 for one, text in found if _is_told(one)) for found in texts]
    return offered[is_told.index(True) if any(is_told) else 0]


def _evenly(moments: Sequence[Moment], stretch: float, layout: Layout) -> list[Spot]:
    """Where moments stand in order: points evenly, and what goes on into each other touching."""
    left, right = _ends(moments[0], moments[-1], layout)
    gaps = [_gap(one, other, layout) for one, other in pairwise(moments)]
    lengths = [0.0 if one.is_point else stretch for one in moments]
    unit = (right - left - sum(fixed for _, fixed in gaps)) / (sum(lengths) + sum(units for units, _ in gaps))
    spots: list[Spot] = []
    at = float(left)
    for length, (units, fixed) in zip(lengths, [*gaps, (0.0, 0)], strict=True):
        spots.append((round(at), round(at + length * unit)))
        at += (length + units) * unit + fixed
    return spots


def _gap(one: Moment, other: Moment, layout: Layout) -> tuple[float, Emu]:
    """What lies between two neighbours: distances of points, and a length."""
    if one.is_point and other.is_point:
        return 1.0, 0
    if one.end and one.end == other.start:
        return 0.0, 0
    if one.is_undated or other.is_undated or not (one.is_point or other.is_point):
        reach = round(_RADIUS * layout.grid.row) if one.is_point or other.is_point else 0
        return 0.0, layout.grid.gutter + reach
    return 1.0, 0


def _by_time(moments: Sequence[Moment], layout: Layout) -> list[Spot]:
    """Where moments stand that are as far from each other as they were; only the first and the last may be undated."""
    dated = [one for one in moments if one.start]
    left, right = _ends(moments[0], moments[-1], layout)
    led_in = layout.grid.box(1, _LED_IN, 0, 1).width
    away = led_in + layout.grid.gutter + round(_RADIUS * layout.grid.row)
    begins = left if moments[0].start else left + away
    ends = right if moments[-1].start else right - away
    first = years_of(dated[0].start)
    scale = (ends - begins) / (max(years_of(one.end) for one in dated) - first)
    spots: list[Spot] = []
    for one in moments:
        if one.start:
            x, end = (round(begins + (years_of(date) - first) * scale) for date in (one.start, one.end))
            spots.append((x, max(end, x + (0 if one.is_point else NEAR))))
        else:
            spots.append((left, left + led_in) if one is moments[0] else (right - led_in, right))
    return spots


def _lines(moments: Sequence[Moment], spots: Sequence[Spot], layout: Layout) -> Iterator[Item]:
    """The line of time, dotted where nobody dates it; it ends before what is undated, and under bars."""
    y, begins = _y(layout), None
    for at, (moment, (start, end)) in enumerate(zip(moments, spots, strict=True)):
        if moment.is_undated:
            yield line(moment.head.text, (start, y), (end, y), _UNDATED)
            continue
        under = 0 if moment.is_point else NEAR
        begins = start + under if begins is None else begins
        if (at + 1 == len(moments) or moments[at + 1].is_undated) and end - under > begins:
            yield line("time", (begins, y), (end - under, y), _TIME)
        if at + 1 < len(moments) and moments[at + 1].is_undated:
            begins = None


def _connector(x: Emu, text: Text, layout: Layout) -> Item:
    """The thin line from a point to its label."""
    y, row = _y(layout), layout.grid.row
    if text.box.y < y:
        return line("connector", (x, text.box.bottom + round(_BEFORE * row)), (x, y - round(_AWAY * row)), _CONNECTOR)
    return line("connector", (x, y + round(_AWAY * row)), (x, text.box.y - round(_BEFORE * row)), _CONNECTOR)


def _is_told(moment: Moment) -> bool:
    """Whether a moment has a text that may stand on its bar."""
    return moment.form == "span" and moment.text is not None


def _inside(moment: Moment, spot: Spot, layout: Layout) -> Text | None:
    """The text of a span, on its bar, where it has room there: on one line, or else on more."""
    if moment.form != "span" or not moment.text:
        return None
    half, sizes = round(_BAR * layout.grid.row / 2), layout.sizes
    reach = 2 * round(_RADIUS * layout.grid.row)  # what a point at either end may cover, and some air
    box = Box(spot[0] + reach, _y(layout) - half, spot[1] - spot[0] - 2 * reach, 2 * half)
    scale = sorted({sizes.value[-1], *sizes.head, *sizes.label}, reverse=True)
    for is_broken, size in product((False, True), scale):
        style = Style(size, readable_on(Ink("accent1"), layout.palette, _PAPER), "titles", align="centre")
        needed = widths_of((moment.text,), style, layout.fonts)[not is_broken]
        made = label(f"{moment.head.text}, inside", (moment.text,), box, style, (size,), layout.fonts, "middle")
        if needed * 1.1 <= box.width and not made.surplus:  # the stand-ins of Georgia are wider
            return made
    return None


def _labels(moments: Sequence[Moment], spots: Sequence[Spot], layout: Layout) -> list[Text]:
    """The labels, above and below by turns, in the largest size at which all have room and none lies on another, and
    if possible no date is broken; on a template rather a little smaller than with a head that is broken."""
    sizes = layout.sizes
    pairs = list(zip((*sizes.head, *sizes.label[1:]), sizes.label, strict=False))
    large = [one for one in pairs if layout.base and one[0] >= _LITTLE_SMALLER * pairs[0][0]]
    for whole, pair in (*product((2,), large), *product((1, 0), pairs)):
        ranges = [_range(one, pair, layout, whole) for one in moments]
        found = [one for one in ranges if one]
        if len(found) < len(ranges):
            continue
        if turns := by_turns(spots, found, _room(layout)):
            return [
                _label(moment, spot, edge, width, is_above, pair, layout)
                for moment, spot, (edge, width, is_above) in zip(moments, spots, turns, strict=True)
            ]
    return _crowded(moments, spots, pairs[-1], layout)


def _room(layout: Layout) -> Room:
    whole = layout.grid.box(1, layout.grid.columns, 0, 1)
    return Room(whole.x, whole.right, max(layout.grid.gutter, round(_APART * layout.sizes.label[-1] * EMU_PER_POINT)))


def _styles(moment: Moment, pair: tuple[float, float], align: Align = "left") -> tuple[Style, Style]:
    head, small = pair
    return Style(head, moment.ink, bold=True, align=align), Style(small, Ink("soft"), align=align)


def _range(moment: Moment, pair: tuple[float, float], layout: Layout, whole: int) -> tuple[Emu, Emu] | None:
    """The narrowest and the widest that the label of a moment may be; None where it is always too high."""
    room = round(min(_ABOVE - TOP, _NOTE - _BELOW) * layout.grid.row)
    if whole > 1:  # on a template the rows may be low, and what is said of all of them close
        room -= round(_OVER_NOTE * layout.sizes.label[-1] * EMU_PER_POINT)
    styles = _styles(moment, pair)
    least, natural = _widths(moment, pair, layout, whole)

    def has_room(width: Emu) -> bool:
        height = height_of(_levelled(moment), width, styles, (styles[0].size_pt,), layout.fonts)
        return height is not None and height <= room

    wide = max(least, min(natural, layout.grid.box(1, _WIDEST, 0, 1).width))
    widest = next(filter(has_room, (wide, natural)), None)
    if widest is None:
        return None
    narrowest = widest
    while narrowest - least > NEAR:  # what is narrower is higher
        middle = (least + narrowest) // 2
        least, narrowest = (least, middle) if has_room(middle) else (middle, narrowest)
    return narrowest, widest


def _widths(moment: Moment, pair: tuple[float, float], layout: Layout, whole: int) -> tuple[Emu, Emu]:
    """The widths of the label of a moment with its words under each other, and on a line; a date can be kept whole, or
    date and head."""
    head, small = _styles(moment, pair)
    widths = [widths_of((one,), small if at else head, layout.fonts) for at, one in enumerate(moment.paragraphs)]
    if whole > 1:
        widths[0] = widths[0][1], widths[0][1]
    if whole and moment.date:
        least, most = widths[1]
        widths[1] = max(least, round(most * (1 if moment.is_point else _HALF))), most
    least, natural = (max(both) for both in zip(*widths, strict=True))
    return least, natural


def _levelled(moment: Moment) -> tuple[Paragraph, ...]:
    """The texts of a moment, what stands under its head a level below it."""
    head, *others = moment.paragraphs
    return head, *(structs.replace(one, level=1) for one in others)


def _label(
    moment: Moment, spot: Spot, edge: Emu, width: Emu, is_above: bool, pair: tuple[float, float], layout: Layout
) -> Text:
    start, end = spot
    whole = layout.grid.box(1, layout.grid.columns, 0, 1)
    begins = end > start and abs(edge - start) <= NEAR
    at_left, at_right = edge - whole.x <= NEAR, whole.right - edge - width <= NEAR
    align: Align = "left" if begins or at_left else "right" if at_right else "centre"
    anchor: Anchor = "bottom" if is_above else "top"
    rows = (TOP, _ABOVE) if is_above else (_BELOW, _NOTE)
    box = layout.grid.box(1, 1, *rows)._replace(x=edge, width=width)
    styles = _styles(moment, pair, align)
    return label(moment.head.text, _levelled(moment), box, styles, pair[:1], layout.fonts, anchor)


def _crowded(moments: Sequence[Moment], spots: Sequence[Spot], pair: tuple[float, float], layout: Layout) -> list[Text]:
    """Labels that have no room, at their places all the same; at least the longest of them says that it is too long."""
    room = _room(layout)
    widths = [_widths(one, pair, layout, whole=0)[0] for one in moments]
    narrow = [min(one, room.right - room.left) for one in widths]
    turns = by_turns(spots, [(one, one) for one in narrow], room) or [
        (max(room.left, min(_over(spot, width).middle - width // 2, room.right - width)), width, at % 2 == 0)
        for at, (spot, width) in enumerate(zip(spots, narrow, strict=True))
    ]
    made = [
        _label(one, spot, edge, width, is_above, pair, layout)
        for one, spot, (edge, width, is_above) in zip(moments, spots, turns, strict=True)
    ]
    if not any(one.surplus for one in made):
        longest = max(range(len(made)), key=lambda at: sum(len(one.text) for one in made[at].paragraphs))
        made[longest] = structs.replace(made[longest], surplus=0.5)
    return made
