"""The numbers of a chart: what stands at each, in which inks, and how their labels keep off each other."""

from collections.abc import Iterable, Sequence

from msgspec import Struct, structs

from talkbuilder.diagnostics import Span
from talkbuilder.evidence.library.facts import Certainty
from talkbuilder.layout.fit import label, wider
from talkbuilder.layout.inks import TINTS
from talkbuilder.layout.items import Align, Anchor, Face, Ink, Style, Text
from talkbuilder.layout.measure import Stretch, width_of
from talkbuilder.layout.theme import Fonts, Layout, Scale, Sizes
from talkbuilder.layout.typefaces import line_height_em
from talkbuilder.talk.talk import Paragraph, Run
from talkbuilder.units import EMU_PER_POINT, Box, Emu

CLAY, SLATE, MIST = Ink("accent3"), Ink("dark2"), TINTS["mist"]

_HEDGE_SHARE = 0.65  # a hedge is at most so large, beside its figure: it must be read, not shouted
_LINE_EM = 1.25  # at most is a line of most fonts so high
_SPARE = 1.04  # labels get so much more room than they are measured to need


class Point(Struct, frozen=True):
    """A number that is drawn; `name` is what the outline calls it, `category` what stands at the axis under it."""

    name: str
    value: float
    hedge: str
    figure: str
    certainty: Certainty
    category: str
    span: Span
    is_accented: bool = False

    @property
    def ink(self) -> Ink:
        """Of what is drawn for it."""
        return CLAY if self.is_accented else MIST

    @property
    def text_ink(self) -> Ink:
        return CLAY if self.is_accented else SLATE


def pt(points: float) -> Emu:
    return round(points * EMU_PER_POINT)


def hedge_pt(sizes: Sizes, figure_pt: float) -> float:
    """The size of a hedge at a figure."""
    return next((size for size in sizes.label if size <= _HEDGE_SHARE * figure_pt), sizes.label[-1])


def width_pt(words: str, size_pt: float, fonts: Fonts, bold: bool = False, font: str = "text") -> float:
    """How wide a label of one line is, with some room to spare."""
    return _SPARE * wider(font, fonts) * width_of(words, Stretch(words, Face(fonts.family(font), bold), size_pt))


def stacked_width_pt(point: Point, size_pt: float, layout: Layout) -> float:
    """How wide a figure is under its hedge."""
    hedge = width_pt(point.hedge, hedge_pt(layout.sizes, size_pt), layout.fonts) if point.hedge else 0.0
    return max(hedge, width_pt(point.figure, size_pt, layout.fonts, bold=True))


def stacked_height_pt(point: Point, size_pt: float, layout: Layout) -> float:
    """How high it is, with some room to spare."""
    hedge = hedge_pt(layout.sizes, size_pt) if point.hedge else 0.0
    return 1.1 * 1.2 * taller(layout.fonts) * (0.9 * size_pt + hedge)


def taller(fonts: Fonts) -> float:
    """How much higher lines of texts are than those of most fonts, as Noto Sans has them for accents on capitals."""
    return max(1.0, line_height_em(fonts.family("text")) / _LINE_EM)


def stacked(
    point: Point,
    box: Box,
    size_pt: float,
    layout: Layout,
    align: Align = "left",
    anchor: Anchor = "top",
    below: str = "",
) -> Text:
    """A figure, large and bold, with its hedge over it and, if need be, words below."""
    ink = point.text_ink
    figure = Style(size_pt, ink, bold=True, line_percent=90, align=align)
    small = Style(hedge_pt(layout.sizes, size_pt), ink, line_percent=100, align=align)
    paragraphs = (
        *((Paragraph((Run(point.hedge),), point.span, 1),) if point.hedge else ()),
        Paragraph((Run(_tied(point.figure)),), point.span),
        *((Paragraph((Run(below),), point.span, 1),) if below else ()),
    )
    text = label(f"label {point.name}", paragraphs, box, (figure, small), (size_pt,), layout.fonts, anchor)
    return _as_written(text, paragraphs)


def _as_written(text: Text, paragraphs: tuple[Paragraph, ...]) -> Text:
    """A text whose paragraphs take a line each needs no words tied: they are found as their author wrote them."""
    return structs.replace(text, paragraphs=paragraphs) if len(text.lines) == len(paragraphs) else text


def in_a_row(
    name: str,
    point: Point,
    words: str,
    box: Box,
    scale: Scale,
    layout: Layout,
    align: Align = "left",
    anchor: Anchor = "middle",
) -> Text:
    """Hedge, figure (bold) and words on one line, or as many as it takes."""
    runs = (
        *((Run(f"{point.hedge} ", scale=hedge_pt(layout.sizes, scale[0]) / scale[0]),) if point.hedge else ()),
        Run(_tied(point.figure), bold=True),
        *((Run(f" {words}"),) if words else ()),
    )
    style = Style(scale[0], point.text_ink, line_percent=90, align=align)
    paragraphs = (Paragraph(runs, point.span),)
    return _as_written(label(name, paragraphs, box, style, scale, layout.fonts, anchor), paragraphs)


def row_width_pt(point: Point, words: str, size_pt: float, layout: Layout) -> float:
    """How wide such a line is."""
    hedge = width_pt(f"{point.hedge} ", hedge_pt(layout.sizes, size_pt), layout.fonts) if point.hedge else 0.0
    plain = width_pt(f" {words}", size_pt, layout.fonts) if words else 0.0
    return hedge + plain + width_pt(point.figure, size_pt, layout.fonts, bold=True)


def spread(centres: Sequence[float], lengths: Sequence[float], first: float, last: float) -> list[float]:
    """Where stretches along a line begin, so that none lies on another and each is as near as can be to its centre.

    They keep their order and stay between `first` and `last`; where these are too near, they begin at `first`.
    """
    groups: list[tuple[list[int], float, float]] = []  # what touches each other: its members, its begin, its length
    for at in sorted(range(len(centres)), key=lambda one: centres[one]):
        members, length = [at], lengths[at]
        begin = _within(centres[at] - length / 2, length, first, last)
        while groups and groups[-1][1] + groups[-1][2] > begin:
            before, _, extent = groups.pop()
            members, length = before + members, extent + length
            begin = _within(_best(members, centres, lengths), length, first, last)
        groups.append((members, begin, length))
    begins = [0.0] * len(centres)
    for members, begin, _ in groups:
        for at in members:
            begins[at], begin = begin, begin + lengths[at]
    return begins


def _best(members: Iterable[int], centres: Sequence[float], lengths: Sequence[float]) -> float:
    """Where a row of stretches begins whose middles are on average where they are wanted."""
    wanted, before = [], 0.0
    for at in members:
        wanted.append(centres[at] - lengths[at] / 2 - before)
        before += lengths[at]
    return sum(wanted) / len(wanted)


def _within(begin: float, length: float, first: float, last: float) -> float:
    return max(first, min(begin, last - length))


def _tied(figure: str) -> str:
    """A figure and its million stay on one line."""
    return figure.replace(" ", "\u00a0")
