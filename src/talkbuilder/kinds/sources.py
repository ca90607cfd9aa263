"""The sources slides: how many sources of which sort a talk rests on, or where that is too much, every one of them."""

from collections.abc import Iterator, Sequence

from msgspec import Struct, structs

from talkbuilder.evidence.library.library import Library
from talkbuilder.kinds.kind import Frame, Kind, assemble
from talkbuilder.layout.fit import fit, fits, height_of, label, widths_of
from talkbuilder.layout.items import Group, Ink, Item, Style, rectangle
from talkbuilder.layout.page import Page
from talkbuilder.layout.theme import Layout
from talkbuilder.source import fields, outline
from talkbuilder.talk.crediting import Sort, listed, sorts
from talkbuilder.talk.markup import Markup
from talkbuilder.talk.talk import Citation, Paragraph, Run, Slide, plain
from talkbuilder.talk.words import Words
from talkbuilder.units import EMU_PER_POINT, Box, Emu

_MOST_LABELS, _MOST_LINES = 2, 8  # of a sort, counted or not; more sources are listed one by one
_TOP, _BOTTOM = 25, 76  # rows of the grid
_BESIDE = 5  # the column of who or what they are, beside what they are called
_AIR, _LEAST_AIR = 1.5, 1.0  # of their size, between the two: on a template, on our slides at least
_MOST_CALLED = 0.55  # of the width, that what they are called may take
_LITTLE_SMALLER = 0.7
_RULE = 22.5  # the row of the first rule
_LEAST, _MOST = 5, 12  # rows between two sorts
_HAIR = 10  # EMU by which a box is higher than what it must hold, for rows are rounded

_Texts = Sequence[tuple[tuple[Paragraph, ...], tuple[Paragraph, ...]]]  # what sorts are called, and who they are


class Cited(Struct, frozen=True):
    """What a talk cites, in order, and what its author wrote about the sources slides, if anything."""

    citations: tuple[Citation, ...]
    written: outline.Sources | None
    outline: outline.Outline


def resolve(cited: Cited, markup: Markup) -> Slide | None:
    if not cited.citations:
        return None
    span = cited.written.span if cited.written else cited.outline.talk.span
    title = cited.written.title if cited.written else fields.Text(markup.words.say("sources_title"), span)
    slide = outline.Slide(span=span, title=title, notes=cited.written.notes if cited.written else None)
    made = structs.replace(assemble("sources", slide, markup, {}), in_questions=True)
    return narrowed(made, cited.citations, markup.library, markup.words)


def narrowed(slide: Slide, citations: tuple[Citation, ...], library: Library, words: Words) -> Slide:
    """The sources slide of a talk that cites just these."""
    found = tuple(sorts(citations, library, words))
    is_counted = all(one.count for one in found)
    most = _MOST_LABELS if is_counted else _MOST_LINES
    is_short = len(found) > 1 and all(len(one.labels) <= most for one in found)
    if is_counted:
        found = tuple(structs.replace(one, called=f"{one.count} {one.called}") for one in found)
    told = "; ".join(one.called for one in found) if is_short else ""
    return structs.replace(
        slide,
        slots={"sources": tuple(Paragraph(runs, slide.span) for runs in listed(citations, words))},
        shows=found if is_short else None,
        described=told,
    )


def choose(slide: Slide) -> str:
    return "Drawing" if slide.shows else "Sources"


def lay_out(kind: Kind, slide: Slide, layout: Layout) -> tuple[Page, ...]:
    """The sorts, with every source in the notes; or else as many pages as the sources need.

    Of several pages each has its number in the title.
    """
    sources = slide.texts("sources")
    if slide.shows:
        whole = layout.grid.box(1, layout.grid.columns, _TOP, _BOTTOM)
        drawn = Group("sources", whole, tuple(_rows(slide.shows, slide, layout)), slide.described)
        page = kind.page(slide, layout, (drawn,))
        return (structs.replace(page, notes=structs.replace(page.notes, shown=sources)),)
    groups = _groups(sources, layout)
    pages = []
    for number, group in enumerate(groups, start=1):
        part = f" ({number}/{len(groups)})" if len(groups) > 1 else ""
        title = Paragraph((*slide.title.runs, Run(part)), slide.title.span) if part else slide.title
        box = fit("sources", group, layout.placeholders["Sources"], layout.fonts)
        one = structs.replace(slide, title=title, notes=slide.notes if number == 1 else slide.notes[:1])
        pages.append(kind.page(one, layout, (box,)))
    return tuple(pages)


def _groups(sources: tuple[Paragraph, ...], layout: Layout) -> list[tuple[Paragraph, ...]]:
    """The sources by page: as few pages as possible, and on each about as many."""
    place = layout.placeholders["Sources"]
    least = place.sizes_pt[-1]
    greedy: list[tuple[Paragraph, ...]] = [()]
    for paragraph in sources:
        if greedy[-1] and not fits((*greedy[-1], paragraph), place, layout.fonts, least):
            greedy.append(())
        greedy[-1] = (*greedy[-1], paragraph)
    share = -(-len(sources) // len(greedy))
    even = [sources[at : at + share] for at in range(0, len(sources), share)]
    return even if all(fits(group, place, layout.fonts, least) for group in even) else greedy


def _rows(sorts: tuple[Sort, ...], slide: Slide, layout: Layout) -> Iterator[Item]:
    """A row for each sort: what it is and who, in the largest size in which all have room, or on a template a little
    smaller in fewer lines; all are as far apart."""
    grid, sizes, fonts = layout.grid, layout.sizes, layout.fonts
    first = max(_RULE, grid.free[0])
    texts = [
        ((plain(one.called, slide.span),), tuple(Paragraph(words, slide.span) for words in one.labels)) for one in sorts
    ]

    def arranged(size: float) -> tuple[float, tuple[Style, Style], tuple[Box, Box], list[Emu], float]:
        styles = Style(size, bold=True), Style(size, Ink("soft"), before_pt=size / 4)
        sides = _sides(texts, styles, layout)
        rows = [
            max(_height(text, layout, style, side.width) for text, style, side in zip(both, styles, sides, strict=True))
            for both in texts
        ]
        return size, styles, sides, rows, (_BOTTOM - first) * grid.row - sum(rows)

    tried = [*map(arranged, dict.fromkeys((*sizes.text, *sizes.label)))]
    roomy = [one for one in tried if one[-1] >= _LEAST * grid.row * len(sorts)] or tried[-1:]
    large = [one for one in roomy if layout.base and one[0] >= _LITTLE_SMALLER * roomy[0][0]] or roomy[:1]
    size, styles, sides, rows, free = min(large, key=lambda one: round(sum(one[3]) / one[0] / EMU_PER_POINT))
    gap = max(0, min(free / len(sorts) / grid.row, _MOST))
    top = first + gap / 2
    for one, both, row in zip(sorts, texts, rows, strict=True):
        low = top + row / grid.row
        if one is not sorts[0] or not layout.base:  # a template may have a bar or a rule of its own over the first
            rule = grid.box(1, grid.columns, top - gap / 2, top)._replace(height=EMU_PER_POINT)
            yield rectangle("hairline", rule, Ink("soft"))
        names = one.called, f"{one.called}, who"
        for name, text, style, side in zip(names, both, styles, sides, strict=True):
            yield label(
                name, text, grid.box(1, 1, top, low)._replace(x=side.x, width=side.width), style, (size,), fonts
            )
        top = low + gap


def _sides(texts: _Texts, styles: tuple[Style, Style], layout: Layout) -> tuple[Box, Box]:
    """Where what sorts are called stands, and behind some air who or what they are: on a template as far to the right
    as leaves these a line."""
    grid = layout.grid
    called, who = grid.box(1, _BESIDE - 1, 0, 1), grid.box(_BESIDE, grid.columns, 0, 1)
    first, second = (
        max(widths_of(both[at], style, layout.fonts)[1] for both in texts) for at, style in enumerate(styles)
    )
    air = round((_AIR if layout.base else _LEAST_AIR) * styles[0].size_pt * EMU_PER_POINT)
    if layout.base or called.x + first + air > who.x:
        x = max(min(who.x, who.right - second) if layout.base else who.x, called.x + first + air)
        x = min(x, called.x + round(_MOST_CALLED * grid.width))
        called, who = called._replace(width=x - air - called.x), who._replace(x=x, width=who.right - x)
    return called, who


def _height(told: tuple[Paragraph, ...], layout: Layout, style: Style, width: Emu) -> Emu:
    """How high a label of a width is; one that holds a word too wide is a row of the grid high."""
    high = height_of(told, width, style, (style.size_pt,), layout.fonts)
    return layout.grid.row if high is None else high + _HAIR


KIND = Kind("sources", "Sources", resolve, (Frame("title", "Title"),), lay_out=lay_out, choose=choose)
