"""`question`: a question for the tables, with its minutes, and a ring that shows them if it is asked for."""

from collections.abc import Iterator
from math import ceil, cos, pi, sin
from typing import Annotated

from msgspec import Meta, Struct

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.kinds.kind import Frame, Kind, assemble
from talkbuilder.layout.fit import label, roomy
from talkbuilder.layout.items import CurveTo, Group, Ink, Item, Move, Shape, Stroke, Style, disc
from talkbuilder.layout.page import Page
from talkbuilder.layout.theme import Layout
from talkbuilder.source.fields import Text
from talkbuilder.source.outline import Slide
from talkbuilder.talk.markup import Markup
from talkbuilder.talk.talk import Paragraph, Run, plain
from talkbuilder.talk.talk import Slide as Resolved
from talkbuilder.units import EMU_PER_POINT, Box

_MOST_PARTS = 10  # more are too short to be told apart
# In points, where the drawing is as wide as this; it is drawn smaller where there is less room.
_WIDTH, _HEIGHT = 326, 366
_TABLE, _RING, _SEAT, _FROM_TABLE = 111, 92, 29, 154
_SEATS = 6
_AROUND = 1.15  # how far what guides its curves may lie outside a circle
_IN_RING = 0.8  # of the smallest label
_GAP = 0.07  # radians between two parts of the ring, on each side


class Question(Slide, frozen=True, kw_only=True):
    """A slide of one question, which is its title; `title` is then a short line above it, and may be left out."""

    title: Annotated[Text | None, Meta(description="whom it is for; left out: your table")] = None  # type: ignore[assignment]  # the question is the title
    question: Annotated[Text, Meta(description="the question; `minutes` says how long they have")]
    begin: Annotated[Text | None, Meta(description="a line under it: how to begin")] = None
    ring: Annotated[
        bool, Meta(description="whether a table is drawn, with a ring of as many parts as there are minutes")
    ] = False


class Table(Struct, frozen=True):
    """A table with a ring of so many minutes, and these in words: 3 minutes."""

    minutes: int
    told: str


def resolve(written: Question, markup: Markup) -> Resolved | None:
    minutes = written.minutes
    if written.ring and (minutes is None or minutes != int(minutes) or not 1 <= minutes <= _MOST_PARTS):
        hint = f"add 'minutes:', a whole number from 1 to {_MOST_PARTS}, or leave out 'ring'"
        markup.report(Diagnostic("E056", "a ring needs whole minutes", written.question.span, hint))
        return None
    words = markup.words
    kicker = markup.line(written.title) if written.title else plain(words.say("for_table"), written.question.span)
    told = words.count("minutes", minutes) if minutes else ""
    if told and not written.ring:
        kicker = Paragraph((*kicker.runs, Run(f", {told}")), kicker.span)
    slots = {"kicker": (kicker,)} | ({"begin": (markup.line(written.begin),)} if written.begin else {})
    table = Table(int(minutes), told) if written.ring and minutes else None
    described = words.say("alt_table", minutes=table.told) if table else ""
    title = markup.line(written.question)
    return assemble("question", written, markup, slots, title=title, shows=table, described=described)


def choose(slide: Resolved) -> str:
    return "Question with ring" if slide.shows else "Question"


def lay_out(kind: Kind, slide: Resolved, layout: Layout) -> tuple[Page, ...]:
    title = roomy("title", (slide.title,), layout.placeholders["Title"], layout.fonts)
    drawn = tuple(_drawn(slide.shows, slide, layout)) if slide.shows else ()
    return (kind.page(slide, layout, (title, *drawn)),)


def _drawn(table: Table, slide: Resolved, layout: Layout) -> Iterator[Item]:
    """The table with its seats and its ring at the right margin, and how many minutes in the middle."""
    room = layout.grid.box(8, 12, 11, 73)
    if layout.base:  # whose letters may be wider
        room = room._replace(x=room.x + layout.grid.gutter, width=room.width - layout.grid.gutter)
    unit = min(room.width / _WIDTH, room.height / _HEIGHT)
    centre = round(room.right - unit * _WIDTH / 2), round(room.y + room.height / 2)
    seats = [_seat(number, centre, unit) for number in range(_SEATS)]
    share = unit / EMU_PER_POINT if layout.base else 1.0
    top = disc("Table", centre, round(_TABLE * unit), Ink("ground"), Stroke(Ink("accent1"), 3 * share))
    ring = [_part(number, table.minutes, centre, unit, share) for number in range(table.minutes)]
    width, height = round(_WIDTH * unit), round(_HEIGHT * unit)
    box = Box(centre[0] - width // 2, centre[1] - height // 2, width, height)
    yield Group("Table", box, (*seats, top, *ring), slide.described)
    half = round(0.7 * _RING * unit)
    middle = Box(centre[0] - half, centre[1] - half, 2 * half, round(1.25 * half))
    below = Box(middle.x, middle.bottom, middle.width, round(0.5 * half))
    figure = Style(layout.sizes.question[0], Ink("text"), "titles", align="centre", line_percent=90)
    word = Style(layout.sizes.label[0], Ink("text"), bold=True, align="centre")
    number, unit_word = table.told.split()
    span, fonts, sizes = slide.span, layout.fonts, layout.sizes
    yield label("minutes", (plain(number, span),), middle, figure, sizes.question, fonts, "bottom")
    small = (_IN_RING * sizes.label[-1],) if layout.base else ()  # in a small ring, of which the word keeps clear
    yield label("unit", (plain(unit_word, span),), below, word, (*sizes.label, *small), fonts)


def _seat(number: int, centre: tuple[int, int], unit: float) -> Shape:
    angle = 2 * pi * number / _SEATS
    x, y = centre[0] + sin(angle) * _FROM_TABLE * unit, centre[1] - cos(angle) * _FROM_TABLE * unit
    ink = Ink("accent2") if number == _SEATS - 1 else Ink("accent6")
    return disc("Seat", (round(x), round(y)), round(_SEAT * unit), ink)


def _part(number: int, parts: int, centre: tuple[int, int], unit: float, share: float) -> Shape:
    """A part of the ring, clockwise from the top."""
    begins, ends = (2 * pi * at / parts for at in (number, number + 1))
    if parts > 1:
        begins, ends = begins + _GAP, ends - _GAP
    radius = round(_RING * unit)
    half = round(radius * _AROUND)
    box = Box(centre[0] - half, centre[1] - half, 2 * half, 2 * half)
    stroke = Stroke(Ink("accent1"), 9 * share)
    return Shape(f"Minute {number + 1}", box, tuple(_arc(begins, ends, radius, half)), stroke=stroke)


def _arc(begins: float, ends: float, radius: int, middle: int) -> Iterator[Move | CurveTo]:
    """A part of a circle round (middle, middle), in curves of a quarter at most."""
    steps = max(1, ceil((ends - begins) / (pi / 2) - 1e-9))
    turn = (ends - begins) / steps
    pull = 4 / 3 * (1 - cos(turn / 2)) / sin(turn / 2)

    def point(angle: float, ahead: float = 0.0) -> tuple[float, float]:
        x, y = sin(angle) + ahead * cos(angle), -cos(angle) + ahead * sin(angle)
        return middle + radius * x, middle + radius * y

    yield Move(*point(begins))
    for step in range(steps):
        start, end = begins + step * turn, begins + (step + 1) * turn
        yield CurveTo(*point(start, pull), *point(end, -pull), *point(end))


KIND = Kind(
    "question", "Question", resolve, (Frame("kicker", "Kicker"), Frame("begin", "Begin")), Question, lay_out, choose
)
