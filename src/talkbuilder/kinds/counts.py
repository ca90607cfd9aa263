"""`counts`: two or three numbers of different things, each in a form of its own, so that nobody adds them up."""

from collections.abc import Iterator
from itertools import pairwise
from math import pi, sqrt
from typing import Annotated, ClassVar

from msgspec import Meta, Struct, structs

from talkbuilder.diagnostics import Diagnostic
from talkbuilder.evidence.library.amounts import Amount
from talkbuilder.kinds.kind import HEADS, Kind, assemble, citations_of, drawable, on_drawing
from talkbuilder.layout.data_points import CLAY, MIST, SLATE, hedge_pt, pt, taller
from talkbuilder.layout.fit import label
from talkbuilder.layout.inks import TINTS, contrast, readable_on
from talkbuilder.layout.items import (
    Close,
    Group,
    Ink,
    Item,
    LineTo,
    Move,
    Segment,
    Shape,
    Stroke,
    Style,
    disc,
    line,
    rectangle,
)
from talkbuilder.layout.items import Text as SetText
from talkbuilder.layout.page import Page
from talkbuilder.layout.theme import Layout, Scale
from talkbuilder.source.fields import Id, Text, Written
from talkbuilder.source.nodes import capital
from talkbuilder.source.outline import Showing
from talkbuilder.talk.markup import Markup
from talkbuilder.talk.talk import Citation, Paragraph, Run, plain
from talkbuilder.talk.talk import Slide as Resolved
from talkbuilder.talk.words import Words
from talkbuilder.units import EMU_PER_POINT, Box, Emu

_PLUS_PT, _STRIKE_PT = 14, 19  # half of their lengths
_STROKE = 3.0
_GAP_PT = 4  # from the forms to what stands under them
_LITTLE_SMALLER = 0.7
_MOST_WORDS = 0.46  # how much of the height what stands under the forms may take
# The forms in their order, each with what fills it and the ink of the number on it; the last is an outline.
_FILLS: tuple[tuple[Ink | None, Ink], ...] = (
    (Ink("accent1"), Ink("light1")),
    (TINTS["dune"], Ink("dark1")),
    (None, SLATE),
)
_FEWEST = 2
_SEEN = 1.3  # contrast of a form with its ground


class Count(Written, frozen=True, kw_only=True):
    """A number, and what is said of it; or its fact alone."""

    count: Annotated[Id, Meta(description="an id of assets/facts.yaml")]
    head: Annotated[Text | None, Meta(description="what was done with those counted: identified; else the measure")] = (
        None
    )
    note: Annotated[Text | None, Meta(description="by whom, or where; the year follows by itself")] = None

    short: ClassVar[str] = "count"


class Counts(Showing, frozen=True, kw_only=True):
    """A slide of counts that are no parts of one sum."""

    counts: Annotated[
        tuple[Count, ...],
        Meta(
            description="facts of different things, or {count: fact, head: what was done, note: by whom}",
            min_length=_FEWEST,
            max_length=3,
        ),
    ]


class One(Struct, frozen=True):
    """A count as it is shown."""

    amount: Amount
    words: tuple[Paragraph, ...]  # under its form: what was done, by whom
    place: Id

    @property
    def hedge(self) -> str:
        """What stands at the number; that nobody has checked it is said under its form, where there is room."""
        return self.amount.hedge.removeprefix(self.amount.doubt).strip()

    @property
    def is_told(self) -> bool:
        return self.amount.certainty == "told"

    @property
    def under(self) -> tuple[Paragraph, ...]:
        """All that stands under its form, the date last."""
        head, *others = self.words
        if self.is_told:
            head = structs.replace(head, runs=(*head.runs, Run(f", {self.amount.doubt}")))
        date = (plain(self.amount.date, self.place.span, 1),) if self.amount.date else ()
        return (head, *others, *date)


def resolve(written: Counts, markup: Markup) -> Resolved | None:
    found = [_one(count, markup) for count in written.counts]
    counts = tuple(one for one in found if one)
    if len(counts) < len(found) or len(counts) < _FEWEST or _are_alike(counts, markup):
        return None  # what could not be read is reported already
    cited: list[Citation] = []
    for one in counts:
        fact = markup.fact(one.place)
        cited += [*((markup.cite(fact),) if fact else ()), *citations_of(one.words)]
    said = "; ".join(_described(one, markup.words) for one in counts)
    alt = f"{capital(said)}. {markup.words.say('alt_not_added')}"
    return assemble("counts", written, markup, {}, tuple(cited), shows=counts, described=alt)


def _one(written: Count, markup: Markup) -> One | None:
    found = drawable(written.count, markup, "is no count", "give the fact a value, or take another one")
    if found is None:
        return None
    head = markup.line(written.head) if written.head else plain(found.measure, written.count.span, 1)
    note = (structs.replace(markup.line(written.note), level=1),) if written.note else ()
    return One(found, (head, *note), written.count)


def _are_alike(counts: tuple[One, ...], markup: Markup) -> bool:
    """Whether two of them count one thing (reported): these may be compared."""
    for at, one in enumerate(counts):
        for other in counts[:at]:
            if one.amount.measure == other.amount.measure:
                message = f"'{other.amount.id}' and '{one.amount.id}' both count {one.amount.measure}"
                hint = "what counts one thing may be compared: show them as a `chart`"
                markup.report(Diagnostic("E031", message, one.place.span, hint))
                return True
    return False


def _described(one: One, words: Words) -> str:
    return f"{' '.join(paragraph.text for paragraph in one.words)}: {one.amount.told()}{words.when(one.amount.date)}"


def lay_out(kind: Kind, slide: Resolved, layout: Layout) -> tuple[Page, ...]:
    area = layout.grid.box(1, layout.grid.columns, 24.5, 76.5)
    return (kind.page(slide, layout, tuple(_drawn(slide.shows, slide.described, area, layout))),)


def _drawn(counts: tuple[One, ...], alt: str, area: Box, layout: Layout) -> Iterator[Item]:
    """The forms with what keeps them apart, as one drawing; then each number on its form, and its words under it."""
    gutter = layout.grid.gutter
    width = (area.width - gutter * (len(counts) - 1)) // len(counts)
    trial = Box(area.x, area.y, width, round(_MOST_WORDS * area.height))
    scale = _scale(counts, trial, layout)
    foot = max(_height(_words(one, trial, scale, layout)) for one in counts) + pt(_GAP_PT)
    # The diamond reaches farthest of forms of one area; the crossed-out pluses stand between.
    reach = sqrt(2) if len(counts) > 2 else 2 / sqrt(pi)
    room = width - pt(2.5 * _STRIKE_PT if len(counts) > 2 else 6 * _STRIKE_PT)
    side = round(min(area.height - foot, room) / reach)
    top = area.y + round((area.height - foot - side * reach) / 2)
    middle = top + round(side * reach / 2)
    centres = [area.x + at * (width + gutter) + width // 2 for at in range(len(counts))]
    forms = [_form(one, at, (x, middle), side, layout) for at, (one, x) in enumerate(zip(counts, centres, strict=True))]
    between = [(one.box.right + other.box.x) // 2 for one, other in pairwise(forms)]
    apart = [piece for x in between for piece in _crossed_out((x, middle))]
    high = round(side * reach)
    yield Group("counts", Box(area.x, top, area.width, high), (*forms, *apart), alt)
    numbers = _numbers(counts, [(x, middle) for x in centres], side, layout)
    for one, number, x in zip(counts, numbers, centres, strict=True):
        yield number
        under = top + high + pt(_GAP_PT)
        yield _words(one, Box(x - width // 2, under, width, area.bottom - under), scale, layout)


def _form(one: One, at: int, centre: tuple[Emu, Emu], side: Emu, layout: Layout) -> Shape:
    """A square, a disc or a diamond, all of one area; of what nobody has checked, a dashed outline. What would hardly
    be seen has an outline."""
    fill, _ = _FILLS[at]
    x, y = centre
    name = f"form {one.amount.id}"
    if at == 1:
        radius = round(side / sqrt(pi))
        made = disc(name, (x, y), radius, fill)
    elif at == 0:
        half = side // 2
        made = rectangle(name, Box(x - half, y - half, side, side), fill)
    else:
        half = round(side / sqrt(2))
        made = Shape(name, Box(x - half, y - half, 2 * half, 2 * half), _diamond(half), fill)
    if one.is_told or fill is None:
        return structs.replace(made, fill=None, stroke=Stroke(SLATE, _STROKE, "dash" if one.is_told else "solid"))
    is_seen = contrast(fill, Ink("ground"), layout.palette) >= _SEEN
    return made if is_seen else structs.replace(made, stroke=Stroke(SLATE, _STROKE))


def _diamond(half: Emu) -> tuple[Segment, ...]:
    return Move(half, 0), LineTo(2 * half, half), LineTo(half, 2 * half), LineTo(0, half), Close()


def _crossed_out(centre: tuple[Emu, Emu]) -> Iterator[Shape]:
    x, y = centre
    plus, strike = pt(_PLUS_PT), pt(_STRIKE_PT)
    yield line("plus", (x - plus, y), (x + plus, y), Stroke(MIST, 5))
    yield line("plus", (x, y - plus), (x, y + plus), Stroke(MIST, 5))
    yield line("crossed out", (x - strike, y + strike), (x + strike, y - strike), Stroke(CLAY, 4))


def _numbers(counts: tuple[One, ...], centres: list[tuple[Emu, Emu]], side: Emu, layout: Layout) -> tuple[SetText, ...]:
    """The numbers in the largest size at which all of them stand within their forms."""
    numbers: tuple[SetText, ...] = ()
    for size_pt in layout.sizes.count:
        numbers = tuple(
            _number(one, at, centre, side, size_pt, layout)
            for at, (one, centre) in enumerate(zip(counts, centres, strict=True))
        )
        if not any(number.surplus for number in numbers):
            break
    return numbers


def _number(one: One, at: int, centre: tuple[Emu, Emu], side: Emu, size_pt: float, layout: Layout) -> SetText:
    fill, usual = (None, SLATE) if one.is_told else _FILLS[at]
    ink = readable_on(fill, layout.palette, usual) if fill else usual
    hedge = (Paragraph((Run(one.hedge),), one.place.span, 1),) if one.hedge else ()
    figure = Paragraph((Run(one.amount.figure().replace(" ", "\u00a0")),), one.place.span)
    small = hedge_pt(layout.sizes, size_pt)
    styles = (
        Style(size_pt, ink, "titles", line_percent=90, align="centre"),
        Style(small, ink, line_percent=90, align="centre"),
    )
    high = 1.25 * taller(layout.fonts) * (size_pt + (small if hedge else 0.0)) * EMU_PER_POINT
    # A hedge is the wider the shorter its number is, and stands where a form may already be narrow.
    wide = round(_width_inside(at, side, (0.46 if hedge else 0.36) * high))
    box = Box(centre[0] - wide // 2, round(centre[1] - high / 2), wide, round(high))
    return label(f"number {one.amount.id}", (*hedge, figure), box, styles, (size_pt,), layout.fonts, "middle")


def _width_inside(at: int, side: Emu, away: float) -> float:
    """How wide a form is inside, so far over and under its middle."""
    if at == 0:
        return 0.94 * side
    if at == 1:
        return 1.94 * sqrt(max(1.0, side * side / pi - away * away))
    return max(1.0, 1.94 * (side / sqrt(2) - away))


def _scale(counts: tuple[One, ...], box: Box, layout: Layout) -> Scale:
    """The sizes of what stands under the forms; on a template one for all, a little smaller if in fewer lines."""
    scale = (*layout.sizes.head, *layout.sizes.label[1:])
    tried = {size: [_words(one, box, (size,), layout) for one in counts] for size in scale}
    roomy = [size for size, each in tried.items() if not any(one.surplus for one in each)]
    if not layout.base or not roomy:
        return scale
    large = [size for size in roomy if size >= _LITTLE_SMALLER * roomy[0]]
    return (min(large, key=lambda size: max(len(one.lines) for one in tried[size])),)


def _words(one: One, box: Box, scale: Scale, layout: Layout) -> SetText:
    sizes = layout.sizes
    styles = (
        Style(sizes.head[0], Ink("text"), bold=True, line_percent=95, align="centre"),
        Style(sizes.label[0], SLATE, line_percent=95, align="centre"),
    )
    return label(f"words {one.amount.id}", one.under, box, styles, scale, layout.fonts)


def _height(text: SetText) -> Emu:
    """How high its lines are together, with room to spare; of one that has no room, the whole box."""
    if text.surplus:
        return text.box.height
    sizes = (max(run.size_pt for run in line.runs) for line in text.lines if line.runs)
    return min(text.box.height, pt(1.26 * sum(sizes)))


KIND = Kind("counts", "Drawing", resolve, HEADS, Counts, lay_out, on_drawing)
