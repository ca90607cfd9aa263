"""`number`: the one number that matters, very large, with what it counts; beside it, if asked for, as persons."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Literal

from msgspec import Meta, Struct, structs

from talkbuilder.diagnostics import Span
from talkbuilder.evidence.library.facts import Fact, split_hedge, write_number
from talkbuilder.evidence.library.hedges import is_uncertain, lacking
from talkbuilder.kinds.kind import Frame, Kind, assemble, drawable
from talkbuilder.layout import pictogram
from talkbuilder.layout.data_points import CLAY, SLATE, pt
from talkbuilder.layout.fit import fit, label
from talkbuilder.layout.items import Group, Item, Style, Text
from talkbuilder.layout.page import Page
from talkbuilder.layout.theme import Layout
from talkbuilder.source import fields
from talkbuilder.source.fields import Id
from talkbuilder.source.nodes import capital
from talkbuilder.source.outline import Slide
from talkbuilder.talk.markup import Markup
from talkbuilder.talk.talk import Paragraph, Run, plain
from talkbuilder.talk.talk import Slide as Resolved
from talkbuilder.talk.words import Words
from talkbuilder.units import Box

if TYPE_CHECKING:
    from talkbuilder.evidence.library.amounts import Amount

_HEDGE_SCALE = 0.3  # 'about' stands small before the figure: it must be read, not shouted
_HEDGE_OVER, _UNIT_UNDER = 36 / 166, 48 / 166  # the same where each has a line of its own
_MOST = 20  # figures beside a number
_ROWS = 4
_APART = 2.4  # from one figure to the next at most, in widths of one
_LINE = 1.25  # how high a line is, in sizes of its letters
_ASIDE = 4  # rows over and above the gutter
_TALLEST_PT = 180


class Number(Slide, frozen=True, kw_only=True):
    """A slide of one number, alone or beside figures that stand for it."""

    number: Annotated[Id, Meta(description="an id of assets/facts.yaml")]
    caption: Annotated[fields.Text | None, Meta(description="what it counts; left out: the measure of the fact")] = None
    beside: Annotated[
        Literal["figures", "none"],
        Meta(description="`figures`: up to 20 small people that show how much it is; dots, where it counts no people"),
    ] = "none"


class Scale(Struct, frozen=True):
    """What shows how much a number is: so many figures, what each stands for, and how that is told."""

    figures: int
    each: str  # "" for one of them
    told: str
    is_told: bool  # nobody has checked it
    unit: str


def resolve(written: Number, markup: Markup) -> Resolved | None:
    fact = markup.fact(written.number)
    if fact is None:
        return None
    scale, described = None, ""
    figure: tuple[Paragraph, ...] = (_figure(fact, written, markup.words),)
    if written.beside != "none":
        counted = _counted(written.number, markup)
        if counted is None:
            return None
        scale = _scale(counted, markup.words)
        figure = tuple(_stacked(fact, counted, written.number.span))
        described = _described(counted, scale, markup.words)
    measure = plain(capital(fact.measure.value), written.number.span) if fact.measure else None
    caption = markup.line(written.caption) if written.caption else measure
    slots = {"number": figure} | ({"caption": (caption,)} if caption else {})
    return assemble("number", written, markup, slots, (markup.cite(fact),), shows=scale, described=described)


def _figure(fact: Fact, written: Number, words: Words) -> Paragraph:
    """The figure, with its hedges before it; that it is doubtful, its caption may say as well."""
    span = written.number.span
    rough, figure = split_hedge(fact.display)
    doubt = lacking(fact, fact.display)
    if doubt and written.caption and is_uncertain(written.caption.value):
        doubt = None
    hedge = words.hedged(" ".join(filter(None, (doubt.words if doubt else "", rough))))
    small = (Run(hedge + " ", scale=_HEDGE_SCALE),) if hedge else ()
    # A figure and its unit stay on one line: "16 million" must not break.
    return Paragraph((*small, Run(figure.replace(" ", "\u00a0"))), span)


def _stacked(fact: Fact, counted: "Amount", span: Span) -> Iterator[Paragraph]:
    """Hedge, figure and unit, each on a line of its own."""
    shown = split_hedge(fact.display)[1]
    figure, _, unit = (shown if shown[:1].isdigit() else counted.figure()).partition(" ")
    if counted.hedge:
        yield Paragraph((Run(counted.hedge.replace(" ", "\u00a0"), scale=_HEDGE_OVER),), span)
    yield Paragraph((Run(figure),), span)
    if unit:
        yield Paragraph((Run(unit.replace(" ", "\u00a0"), scale=_UNIT_UNDER),), span)


def _counted(id: Id, markup: Markup) -> "Amount | None":
    """The number of those whom figures stand for; None (reported) where it counts nobody."""

    def unfit(one: "Amount") -> str:
        return "there is nobody" if not one.value else "" if one.is_whole else "it does not count one by one"

    hint = "leave 'beside' out, or give the fact a whole number of people"
    return drawable(id, markup, "cannot be drawn as people", hint, unfit)


def _scale(counted: "Amount", words: Words) -> Scale:
    """As few figures as make it plain, each for a round number: so many that none stands for much more or less."""
    steps = (step * 10**power for power in range(16) for step in (1, 2, 5))
    step = next(step for step in steps if counted.value / step <= _MOST)
    figures = round(counted.value / step)
    rough = "" if counted.certainty == "exact" and figures * step == counted.value else "about "
    number = write_number(step)
    one = number.replace("1 ", "one ") if number.startswith("1 ") and words.written == "en" else number
    each = words.hedged(f"{rough}{one} {counted.unit or words.say('people')}") if step > 1 else ""
    figure = words.say(f"{pictogram.figure(counted.unit).called}_figure")
    told = words.say("each_of" if each else "each_one", figure=figure, each=each)
    return Scale(figures, each, told, counted.certainty == "told", counted.unit)


def _described(counted: "Amount", scale: Scale, words: Words) -> str:
    head = f"{counted.measure}{words.when(counted.date)}: " if counted.measure else ""
    many = words.count(f"alt_{pictogram.figure(scale.unit).called}", scale.figures)
    each = words.say("alt_each" if scale.each else "alt_each_one", many=many, each=scale.each)
    said = f"{head}{counted.counted(beside=counted.measure)}. {each}"
    return capital(said)


def choose(slide: Resolved) -> str:
    return "Number beside picture" if slide.shows else "Number"


def lay_out(kind: Kind, slide: Resolved, layout: Layout) -> tuple[Page, ...]:
    drawn = tuple(_drawn(slide.shows, slide, layout)) if slide.shows else ()
    page = kind.page(slide, layout, drawn)
    items = tuple(
        _aligned(one, layout) if isinstance(one, Text) and one.name == "number" else one for one in page.items
    )
    return (structs.replace(page, items=items),)


def _aligned(figure: Text, layout: Layout) -> Text:
    """A figure that begins where its caption does: a hedge before it is small, and has not the white on its left for
    which the place of a large one reaches farther out."""
    place, caption = layout.placeholders["Number"], layout.placeholders["Caption"]
    white = caption.inner.x - place.inner.x
    if not layout.base or figure.paragraphs[0].runs[0].scale == 1 or not 0 < white <= 2 * layout.grid.row:
        return figure
    box = place.box._replace(x=place.box.x + white, width=place.box.width - white)
    return fit(figure.name, figure.paragraphs, structs.replace(place, box=box), layout.fonts)


def _drawn(scale: Scale, slide: Resolved, layout: Layout) -> Iterator[Item]:
    """The figures, and under them what each stands for."""
    grid, figure = layout.grid, pictogram.figure(scale.unit)
    room = grid.box(6, grid.columns, 25, 65)
    places = _in_rows(scale, _indented(room, layout))
    told = CLAY if scale.is_told else None
    figures = tuple(figure.drawn(number, box, CLAY, told) for number, box in enumerate(places, start=1))
    yield Group("figures", room, figures, slide.described)
    size = layout.sizes.label
    foot = _indented(grid.box(6, grid.columns, 67, 77.5), layout)
    below = Box(foot.x, foot.y, foot.width, pt(_LINE * size[0]))  # on one line, however small
    line = (plain(scale.told, slide.span),)
    yield label("what a figure stands for", line, below, Style(size[0], SLATE), size, layout.fonts)


def _indented(box: Box, layout: Layout) -> Box:
    """Farther from the caption than words are from words, or what a figure stands for would end its sentence."""
    gap = _ASIDE * layout.grid.row
    return Box(box.x + gap, box.y, box.width - gap, box.height)


def _in_rows(scale: Scale, room: Box) -> tuple[Box, ...]:
    """In as many rows as let figures be largest."""
    figure, count, most = pictogram.figure(scale.unit), scale.figures, pt(_TALLEST_PT)
    rows = max(range(1, _ROWS + 1), key=lambda rows: (figure.tallest(count, rows, room, most), -rows))
    return figure.in_rows(count, rows, room, most, _APART)


KIND = Kind(
    "number",
    "Number",
    resolve,
    (Frame("title", "Title"), Frame("number", "Number"), Frame("caption", "Caption")),
    Number,
    lay_out,
    choose,
)
