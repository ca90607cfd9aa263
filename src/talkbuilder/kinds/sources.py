"""The sources slides: how many sources of which sort a talk rests on, or where that is too much, every one of them."""

from msgspec import Struct, structs

from talkbuilder.evidence.library.library import Library
from talkbuilder.kinds.kind import Frame, Kind, assemble
from talkbuilder.layout.fit import fit, fits
from talkbuilder.layout.items import Group, Ink, Item, Style
from talkbuilder.layout.labels import height_of, label
from talkbuilder.layout.page import Page
from talkbuilder.layout.theme import Layout
from talkbuilder.source import fields, outline
from talkbuilder.talk.crediting import Sort, listed, sorts
from talkbuilder.talk.markup import Markup
from talkbuilder.talk.talk import Citation, Paragraph, Run, Slide, plain
from talkbuilder.talk.words import Words
from talkbuilder.units import Emu

_MOST_LABELS = 2  # of a sort; more sources are listed one by one
_TOP, _BOTTOM = 25, 76  # rows of the grid
_HEAD, _FIGURE = 6, 11  # rows of the first line of a sort, and at least of its number
_BESIDE = 6  # the column of who or what they are, beside what they are called
_LEAST, _MOST = 1, 5  # rows between two sorts
_HAIR = 10  # EMU by which a box is higher than what it must hold, for rows are rounded


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
    is_short = len(found) > 1 and all(len(one.labels) <= _MOST_LABELS for one in found)
    is_told = all(one.count for one in found)
    told = "; ".join(f"{one.count} {one.called}" if is_told else one.called for one in found) if is_short else ""
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
    if slide.shows:
        whole = layout.grid.box(1, layout.grid.columns, _TOP, _BOTTOM)
        drawn = Group("sources", whole, _rows(slide.shows, slide, layout), slide.described)
        page = kind.page(slide, layout, (drawn,))
        sources = slide.slots["sources"]
        assert isinstance(sources, tuple)
        return (structs.replace(page, notes=structs.replace(page.notes, shown=sources)),)
    groups = _groups(slide, layout)
    pages = []
    for number, group in enumerate(groups, start=1):
        part = f" ({number}/{len(groups)})" if len(groups) > 1 else ""
        title = Paragraph((*slide.title.runs, Run(part)), slide.title.span) if part else slide.title
        box = fit("sources", group, layout.placeholders["Sources"], layout.fonts)
        one = structs.replace(slide, title=title, notes=slide.notes if number == 1 else slide.notes[:1])
        pages.append(kind.page(one, layout, (box,)))
    return tuple(pages)


def _groups(slide: Slide, layout: Layout) -> list[tuple[Paragraph, ...]]:
    """The sources by page: as few pages as possible, and on each about as many."""
    place = layout.placeholders["Sources"]
    sources = slide.slots["sources"]
    assert isinstance(sources, tuple)
    least = place.sizes_pt[-1]
    greedy: list[tuple[Paragraph, ...]] = [()]
    for paragraph in sources:
        if greedy[-1] and not fits((*greedy[-1], paragraph), place, layout.fonts, least):
            greedy.append(())
        greedy[-1] = (*greedy[-1], paragraph)
    share = -(-len(sources) // len(greedy))
    even = [sources[at : at + share] for at in range(0, len(sources), share)]
    return even if all(fits(group, place, layout.fonts, least) for group in even) else greedy


def _rows(sorts: tuple[Sort, ...], slide: Slide, layout: Layout) -> tuple[Item, ...]:
    """A row for each sort: its number, large, and beside it what it is and who; without numbers, what it is and who.

    Labels are as high as their lines are, in the largest size in which all have room, and all rows are as far apart.
    """
    grid, sizes, fonts = layout.grid, layout.sizes, layout.fonts
    figure = Style(sizes.contact[0], Ink("accent1"), "titles", line_percent=88)
    counted = all(one.count for one in sorts)
    first, below = (2, _HEAD) if counted else (_BESIDE, 0)
    column = (2, grid.columns) if counted else (1, _BESIDE - 1)
    # Beside each other, both are in one size, or their lines would not be level.
    for size in sizes.label if counted else dict.fromkeys((*sizes.head, *sizes.label)):
        head = Style(sizes.head[0] if counted else size, bold=True)
        text = Style(size, Ink("soft"), before_pt=size / 4)
        told = [tuple(Paragraph(words, slide.span) for words in one.labels) for one in sorts]
        called = [(plain(one.called, slide.span),) for one in sorts]
        high = [_height(who, layout, text, (first, grid.columns)) for who in told]
        heads = [_height(what, layout, head, column) for what in called]
        rows = [below * grid.row + one if counted else max(one, what) for one, what in zip(high, heads, strict=True)]
        free = (_BOTTOM - _TOP) * grid.row - sum(rows)
        if free >= (_LEAST if counted else _MOST) * grid.row * (len(sorts) - 1):
            break
    gap = max(0, min(free // len(sorts), _MOST * grid.row)) / grid.row
    items: list[Item] = []
    top = float(_TOP)
    for one, what, who, row in zip(sorts, called, told, rows, strict=True):
        low = top + row / grid.row
        if counted:
            place = grid.box(1, 1, top - 1, max(low, top + _FIGURE))
            count = plain(str(one.count), slide.span)
            items.append(label(f"number of {one.called}", (count,), place, figure, sizes.contact, fonts))
        box = grid.box(*column, top, top + _HEAD if counted else low)
        items.append(label(one.called, what, box, head, sizes.head if counted else (size,), fonts))
        box = grid.box(first, grid.columns, top + below, low)
        items.append(label(f"{one.called}, who", who, box, text, (size,), fonts))
        top = low + gap
    return tuple(items)


def _height(told: tuple[Paragraph, ...], layout: Layout, style: Style, columns: tuple[int, int]) -> Emu:
    """How high a label is in some columns; one that holds a word too wide is a row of the grid high."""
    width = layout.grid.box(*columns, 0, 1).width
    high = height_of(told, width, style, (style.size_pt,), layout.fonts)
    return layout.grid.row if high is None else high + _HAIR


KIND = Kind("sources", "Sources", resolve, (Frame("title", "Title"),), lay_out=lay_out, choose=choose, spreads=True)
