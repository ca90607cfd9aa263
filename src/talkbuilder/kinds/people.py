"""`people`: a number as people, one figure each, those that matter standing out among all of them."""

from collections.abc import Iterator
from math import ceil
from typing import Annotated

from msgspec import Meta, Struct

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.evidence.library.amounts import Amount, is_part, strangers
from talkbuilder.evidence.library.facts import write_number
from talkbuilder.kinds.kind import HEADS, Kind, assemble, citations_of, drawable, on_drawing
from talkbuilder.layout import pictogram
from talkbuilder.layout.data_points import CLAY, MIST, SLATE, Point, in_a_row, pt, row_width_pt
from talkbuilder.layout.fit import label
from talkbuilder.layout.items import Align, Group, Item, LineTo, Move, Shape, Stroke, Style
from talkbuilder.layout.page import Page
from talkbuilder.layout.theme import Layout
from talkbuilder.source.fields import Id, Text, Written
from talkbuilder.source.nodes import capital
from talkbuilder.source.outline import Showing
from talkbuilder.talk.markup import Markup
from talkbuilder.talk.talk import Paragraph, plain
from talkbuilder.talk.talk import Slide as Resolved
from talkbuilder.talk.words import Words
from talkbuilder.units import Box, Emu

_MOST = 100  # figures on a slide
_MANY = 50  # more of them stand closer
_A_ROW, _A_CLOSE_ROW = 16, 20
_STEPS: tuple[int, ...] = tuple(
    step * int(10**power) for power in range(13) for step in (1, 2, 5)
)  # what a figure may stand for

_TALLEST_PT = 190
_MUCH_TALLER = 1.35  # than in as many rows as on a slide of ours: else they are but farther apart
_BRACKET_PT, _GAP_PT = 8, 6


class Crowd(Written, frozen=True, kw_only=True):
    """Some of a number of people."""

    show: Annotated[Id, Meta(description="the fact of those who stand out")]
    of: Annotated[Id, Meta(description="the fact of all of them")]
    label: Annotated[
        Text | None, Meta(description="words after the number of those who stand out; else its measure")
    ] = None
    rest: Annotated[Id | None, Meta(description="the fact of all the others, where there is one")] = None
    others: Annotated[Text | None, Meta(description="words after the number of the others")] = None


class People(Showing, frozen=True, kw_only=True):
    """A slide of people."""

    people: Annotated[Crowd, Meta(description="who stands out, and among how many")]


class Shown(Struct, frozen=True):
    """What is drawn: how many figures, how many of them stand out, and what is written under them."""

    figures: int
    accented: int
    each: str  # what one figure stands for; "" where it is one of them
    shown: tuple[Point, str]
    others: tuple[Point, str] | None
    is_told: bool  # nobody has checked how many there are in all
    unit: str


def resolve(written: People, markup: Markup) -> Resolved | None:
    crowd = written.people
    ids = [crowd.show, crowd.of, *((crowd.rest,) if crowd.rest else ())]
    found = [_amount(id, markup) for id in ids]
    amounts = [one for one in found if one]
    if len(amounts) < len(ids):
        return None
    fault = next((one for found in (_faults(ids, amounts, markup), _strangers(ids, markup)) for one in found), None)
    if fault:
        markup.report(fault)
        return None
    label, others = (markup.line(text) if text else None for text in (crowd.label, crowd.others))
    shows = _shown(crowd, amounts, label, others, markup.words)
    own = (
        *(markup.cite(fact) for id in ids if (fact := markup.fact(id))),
        *citations_of([one for one in (label, others) if one]),
    )
    return assemble("people", written, markup, {}, own, shows=shows, described=_described(amounts, shows, markup.words))


def _strangers(ids: list[Id], markup: Markup) -> Iterator[Diagnostic]:
    """Those of whom nothing says that they are some of all: who the others were would be invented."""
    show, of, *_ = (markup.fact(id) for id in ids)
    yield from strangers([(show, ids[0].span)], of, "`counts:`")


def _amount(id: Id, markup: Markup) -> Amount | None:
    """A number of people; None (reported) where it is none."""

    def unfit(one: Amount) -> str:
        return "" if one.is_whole else "it does not count people one by one"

    hint = "give the fact a whole number of people, or show it as a `chart` or a `number`"
    return drawable(id, markup, "cannot be drawn as people", hint, unfit)


def _faults(ids: list[Id], amounts: list[Amount], markup: Markup) -> Iterator[Diagnostic]:
    """Why one number is no part of the other; units may differ where the library tells that it is one."""
    show, of, *rest = amounts
    facts = [markup.fact(id) for id in ids]
    for id, one, fact in zip(ids, amounts, facts, strict=True):
        if one.unit != of.unit and not (fact and facts[1] and is_part(fact, facts[1])):
            message = f"'{one.id}' counts {one.unit or 'no unit'}, '{of.id}' {of.unit or 'no unit'}"
            hint = "those who stand out must be some of all; what counts different things is shown as `counts:`"
            yield Diagnostic("E031", message, id.span, hint)
        elif (one.as_of, one.place) != (of.as_of, of.place):
            message = f"'{one.id}' is for {_when(one)}, '{of.id}' for {_when(of)}"
            yield Diagnostic("E033", message, id.span, "a part and its whole are of one date and one place")
    if show.value > of.value:
        message = f"{show.told()} of {of.told()}: those who stand out are more than all"
        yield Diagnostic("E033", message, ids[0].span, "exchange `show` and `of`, or show them as a `chart`")
    elif rest and all(one.certainty == "exact" for one in amounts) and show.value + rest[0].value != of.value:
        message = f"{show.told()} and {rest[0].told()} are not {of.told()}"
        yield Diagnostic("E033", message, ids[2].span, "leave `rest` out: the others are counted then")
    elif not of.value or (show.value and not round(show.value / _each(show, of))):
        message = f"{show.told()} of {of.told()} cannot be seen as people"
        yield Diagnostic("E032", message, ids[0].span, "show it as a `number`, or as a `chart`")


def _when(one: Amount) -> str:
    return ", ".join(filter(None, (one.date or "no date", one.place)))


def _each(show: Amount, of: Amount) -> int:
    """How many one figure stands for: one, or a round number that brings few enough, without a remainder if it can."""
    steps = [step for step in _STEPS if of.value / step <= _MOST]
    even = [step for step in steps[:3] if show.value % step == 0 and of.value % step == 0]
    return even[0] if even and steps[0] > 1 else steps[0]


def _shown(
    crowd: Crowd, amounts: list[Amount], label: Paragraph | None, others: Paragraph | None, words: Words
) -> Shown:
    show, of, *rest = amounts
    each = _each(show, of)
    is_round = show.value % each == 0 and of.value % each == 0
    figure = words.say(f"{pictogram.figure(of.unit).called}_figure")
    counted = f"{write_number(each)} {of.unit or words.say('people')}"
    said = words.say("stands_for", figure=figure, each=counted, rounded="" if is_round else words.say("rounded"))
    named = label.text if label else show.measure
    left = of.value - show.value
    other = _point(rest[0], crowd.rest or crowd.of, False) if rest else None
    if other is None and left:
        is_exact = show.certainty == of.certainty == "exact"
        told = write_number(left) if is_exact else words.say("the_others")
        other = Point("others", left, "", told, "exact", "", crowd.of.span)
    behind = others.text if others else "" if other and not other.figure[0].isdigit() else words.say("others")
    return Shown(
        round(of.value / each),
        round(show.value / each),
        said if each > 1 else "",
        (_point(show, crowd.show, True), named),
        (other, behind) if other else None,
        of.certainty == "told",
        of.unit,
    )


def _point(one: Amount, id: Id, is_accented: bool) -> Point:
    return Point(one.id, one.value, one.hedge, one.figure(), one.certainty, "", id.span, is_accented)


def _described(amounts: list[Amount], shows: Shown, words: Words) -> str:
    """The drawing in a sentence: how many of how many, when, who, and who the others are."""
    show, of, *_ = amounts
    said = f"{words.say('of', n=show.told(), count=of.counted() + words.when(of.date))}: {shows.shown[1]}"
    if shows.others:
        point, behind = shows.others
        said += f"; {' '.join(filter(None, (point.hedge, point.figure, behind)))}"
    many = words.count(f"alt_{pictogram.figure(shows.unit).called}", shows.figures)
    marked = words.say("alt_stand_out", n=shows.accented, many=many)
    return capital(said) + (f". {shows.each}: {marked}" if shows.each else "")


def lay_out(kind: Kind, slide: Resolved, layout: Layout) -> tuple[Page, ...]:
    area = layout.grid.box(1, layout.grid.columns, 25.5, 76)
    return (kind.page(slide, layout, tuple(_drawn(slide.shows, slide.described, area, layout))),)


def _drawn(shown: Shown, alt: str, area: Box, layout: Layout) -> Iterator[Item]:
    """Figures in even rows from margin to margin, a bracket under those who stand out, and what both parts are."""
    head_pt, small_pt = layout.sizes.head[0], layout.sizes.label[-1]
    each = pt(1.6 * small_pt) if shown.each else 0
    lines = 2 if any(_is_long(one, area.width, layout) for one in _labels(shown)) else 1
    foot = pt(1.35 * head_pt * lines)
    room = Box(area.x, area.y, area.width, area.height - foot - each - pt(_BRACKET_PT + 2 * _GAP_PT))
    figure, first = pictogram.figure(shown.unit), shown.figures - shown.accented
    most, usual = pt(_TALLEST_PT), ceil(shown.figures / (_A_ROW if shown.figures <= _MANY else _A_CLOSE_ROW))
    # Where a template leaves far more height than width, in twice as many rows they are larger.
    tall, taller = (figure.tallest(shown.figures, rows, room, most) for rows in (usual, 2 * usual))
    rows = 2 * usual if layout.base and taller > _MUCH_TALLER * tall else usual
    places = figure.in_rows(shown.figures, rows, room, most)
    others = SLATE if shown.is_told else None
    own = CLAY if shown.is_told or shown.shown[0].certainty == "told" else None
    figures = tuple(
        figure.drawn(at + 1, box, MIST, others) if at < first else figure.drawn(at + 1, box, CLAY, own)
        for at, box in enumerate(places)
    )
    bottom = places[-1].bottom
    yield Group("people", Box(room.x, places[0].y, room.width, bottom - places[0].y), figures, alt)
    accented = places[first:]
    y = bottom + pt(_GAP_PT)
    if accented and accented[0].y == accented[-1].y:
        yield _bracket(Box(accented[0].x, y, accented[-1].right - accented[0].x, pt(_BRACKET_PT)))
    y += pt(_BRACKET_PT + _GAP_PT)
    yield from _under(shown, Box(area.x, y, area.width, foot), layout)
    if shown.each:
        style = Style(small_pt, SLATE)
        box = Box(area.x, y + foot, area.width, each)
        said = (plain(shown.each, shown.shown[0].span),)
        yield label("what a figure stands for", said, box, style, (small_pt,), layout.fonts)


def _labels(shown: Shown) -> list[tuple[Point, str]]:
    return [one for one in (shown.others, shown.shown) if one]


def _is_long(one: tuple[Point, str], width: Emu, layout: Layout) -> bool:
    """Whether a label takes more than its half of the width."""
    return pt(row_width_pt(*one, layout.sizes.head[0], layout)) > width / 2 - layout.grid.gutter


def _under(shown: Shown, box: Box, layout: Layout) -> Iterator[Item]:
    """What both parts are: the others at the left, those who stand out at the right, under their bracket."""
    scale = (*layout.sizes.head, *layout.sizes.label[1:])
    widths = [pt(row_width_pt(*one, scale[0], layout)) for one in _labels(shown)]
    gutter = layout.grid.gutter
    if sum(widths) + gutter > box.width or len(widths) == 1:
        share = (box.width - gutter * (len(widths) - 1)) // len(widths)
        widths = [share] * len(widths)
    x = box.x
    for (point, words), width in zip(_labels(shown), widths, strict=True):
        align: Align = "right" if point.is_accented and shown.others else "left"
        left = box.right - width if align == "right" else x
        where = Box(left, box.y, width, box.height)
        yield in_a_row(f"label {point.name}", point, words, where, scale, layout, align, "top")


def _bracket(box: Box) -> Shape:
    path = (Move(0, 0), LineTo(0, box.height), LineTo(box.width, box.height), LineTo(box.width, 0))
    return Shape("bracket", box, path, stroke=Stroke(CLAY, 2))


KIND = Kind("people", "Drawing", resolve, HEADS, People, lay_out, on_drawing)
