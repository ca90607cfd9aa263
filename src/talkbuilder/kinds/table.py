"""`table`: up to five rows and columns under a head, one row of which may stand out."""

import re
from collections.abc import Iterator, Sequence
from typing import Annotated, Any, ClassVar

from msgspec import Meta, Struct

from talkbuilder.claims.currencies import BEFORE
from talkbuilder.diagnostics import Diagnostic
from talkbuilder.evidence.library.facts import split_hedge
from talkbuilder.evidence.library.hedges import without_hedge
from talkbuilder.kinds.kind import HEADS, Kind, assemble, on_drawing, reported
from talkbuilder.layout import items
from talkbuilder.layout.fit import height_of, label, widths_of
from talkbuilder.layout.items import Ink, Style
from talkbuilder.layout.page import Page
from talkbuilder.layout.theme import Layout
from talkbuilder.source.fields import Broken, Text, Written
from talkbuilder.source.nodes import Node, Scalar
from talkbuilder.source.outline import Showing
from talkbuilder.source.reader import Reader
from talkbuilder.talk.markup import Markup
from talkbuilder.talk.talk import Paragraph, plain
from talkbuilder.talk.talk import Slide as Resolved
from talkbuilder.units import Box, Emu

_TOP, _RULE, _BOTTOM = 26, 34, 75.5  # rows of the grid: the head stands between the first two
_ROW = 29 / 3  # how high a row is where there is room, in rows of the grid
_FEW = {1: 14, 2: 14, 3: 12}  # the same of so few that they may be higher
_HEAD_PT = 20.0  # what the head is set in at least, where the rows are as large
_ABOVE = 0.75  # how far texts stand from the rules, in rows of the grid
_NUMBER = re.compile(rf"[-–+]?(?:{BEFORE})?\d|[–?]$")
_UNKNOWN = "–?"  # in the place of a number
_LONGEST_NUMBER = 4  # words: 'about 16 million people'


class Cell(Written, frozen=True, kw_only=True):
    """What stands in a cell; the corner over the first column may be empty."""

    text: Text | None

    schema: ClassVar[dict[str, Any]] = dict(Text.schema)

    @classmethod
    def read(cls, reader: Reader, node: Node) -> "Cell | Broken":
        if isinstance(node, Scalar) and not node.plain and not node.value.strip():
            return cls(span=node.span, text=None)
        text = reader.text(node, "a cell")
        return text if isinstance(text, Broken) else cls(span=node.span, text=text)


class Cells(Written, frozen=True, kw_only=True):
    """What stands in a table."""

    head: Annotated[
        tuple[Cell | Broken, ...], Meta(description="what stands over each column", min_length=2, max_length=5)
    ]
    rows: Annotated[
        tuple[tuple[Cell | Broken, ...], ...],
        Meta(description="the rows, each a list with a cell for every column", min_length=1, max_length=5),
    ]
    accent: Annotated[int | None, Meta(description="the number of the one row that stands out", ge=1, le=5)] = None


class Table(Showing, frozen=True, kw_only=True):
    """A slide of one table."""

    table: Annotated[Cells, Meta(description="the head, the rows, and which of them stands out")]


class Shown(Struct, frozen=True):
    """The rows of a table, the head first; the accented one by its place among them, 0 for none."""

    rows: tuple[tuple[Paragraph, ...], ...]
    accent: int


def resolve(written: Table, markup: Markup) -> Resolved | None:
    cells = written.table
    has_faults = reported(_faults(cells), markup)
    rows = tuple(tuple(cell for cell in row if isinstance(cell, Cell)) for row in (cells.head, *cells.rows))
    if has_faults or not cells.rows or any(len(row) != len(cells.head) for row in rows):  # what is no row was reported
        return None
    texts = tuple(
        tuple(_cell(cell, row[0], over, markup) for cell, over in zip(row, rows[0], strict=True)) for row in rows
    )
    slots = {"table": tuple(one for row in texts for one in row)}
    shown = Shown(texts, cells.accent or 0)
    return assemble("table", written, markup, slots, shows=shown, described=_described(texts))


def _cell(cell: Cell, before: Cell, over: Cell, markup: Markup) -> Paragraph:
    return markup.line(cell.text, under=(before.text, over.text)) if cell.text else plain("", cell.span)


def _faults(cells: Cells) -> Iterator[Diagnostic]:
    for row in cells.rows:
        if row and len(row) != len(cells.head):
            hint = "give every row a cell for each column; write – for what nobody knows"
            message = f"a row of {len(row)} cells under a head of {len(cells.head)}"
            yield Diagnostic("E011", message, row[0].span, hint)
        for cell in row:
            if isinstance(cell, Cell) and cell.text is None:
                yield Diagnostic("E009", "a cell is empty", cell.span, "write – for what nobody knows")
    for cell in cells.head[1:]:
        if isinstance(cell, Cell) and cell.text is None:
            yield Diagnostic("E009", "nothing stands over a column", cell.span, "only the first may be without a head")
    if cells.accent and cells.accent > len(cells.rows):
        hint = f"rows are counted from 1 under the head, up to {len(cells.rows)}"
        yield Diagnostic("E011", f"there is no row {cells.accent} to stand out", cells.span, hint)


def _described(rows: tuple[tuple[Paragraph, ...], ...]) -> str:
    """The table in words, row after row."""
    head, *body = rows
    return "; ".join(
        f"{row[0].text}: "
        + ", ".join(f"{cell.text} ({over.text})" for cell, over in zip(row[1:], head[1:], strict=True))
        for row in body
    )


def lay_out(kind: Kind, slide: Resolved, layout: Layout) -> tuple[Page, ...]:
    return (kind.page(slide, layout, (_drawn(slide.shows, slide.described, layout),)),)


def _drawn(shown: Shown, described: str, layout: Layout) -> items.Table:
    """The table, in the largest size at which it has room; where there is none, its texts say so."""
    grid, sizes = layout.grid, layout.sizes
    count = len(shown.rows) - 1
    head = round((_RULE - _TOP) * grid.row)
    room = round((_BOTTOM - _RULE) * grid.row)
    usual = min(round(_FEW.get(count, _ROW) * grid.row), room // count)
    largest = sizes.value[-1] if count < 3 else sizes.head[0]
    scale = [size for size in sizes.block if size <= largest]
    # Where there is no room, columns and rows are alike.
    columns = len(shown.rows[0])
    widths: tuple[Emu, ...] = (grid.box(1, grid.columns, 0, 1).width // columns,) * columns
    heights, styles = (head, *(room // count,) * count), None
    for size in scale:
        styles = _styles(shown, layout, size)
        found = _widths(shown, styles, layout)
        needed = _heights(shown, styles, found, layout) if found else None
        if found and needed and needed[0] <= head:
            fitted = tuple(max(usual, one) for one in needed[1:])
            if sum(fitted) <= room:
                widths, heights = found, (head, *fitted)
                break
    assert styles is not None
    left, top = grid.box(1, 1, _TOP, _BOTTOM)[:2]
    box = Box(left, top, sum(widths), sum(heights))
    rows = tuple(_rows(shown, styles, box, widths, heights, layout))
    return items.Table("table", box, widths, heights, rows, described)


_Styles = tuple[tuple[Style, ...], ...]


def _styles(shown: Shown, layout: Layout, size: float) -> _Styles:
    """How each cell is set: numbers to the right, the head small and quiet, the accented row in clay."""
    numbers = _numbers(shown)
    small = min(size, max(layout.sizes.label[0], _HEAD_PT))

    def style(row: int, column: int) -> Style:
        align = "right" if numbers[column] else "left"
        if row == 0:
            return Style(small, Ink("soft"), align=align)  # type: ignore[arg-type]  # one of the three
        is_accented = row == shown.accent
        return Style(size, Ink("accent3" if is_accented else "text"), bold=is_accented, align=align)  # type: ignore[arg-type]

    return tuple(tuple(style(row, column) for column in range(len(numbers))) for row in range(len(shown.rows)))


def _numbers(shown: Shown) -> tuple[bool, ...]:
    """Which columns are set as numbers. The first names the rows and begins at the margin, though it be of years."""
    columns = list(zip(*shown.rows[1:], strict=True))
    return (False, *(_is_of_numbers([cell.text for cell in column]) for column in columns[1:]))


def _is_of_numbers(texts: Sequence[str]) -> bool:
    """Whether a column holds numbers; a few words in the place of one, such as `not weighed`, leave it one of them."""
    words = [text for text in texts if not _is_number(text)]
    if not words:
        return True
    figures = sum(_is_number(text) and text[:1] not in _UNKNOWN for text in texts)
    return figures >= len(words) and all(len(text.split()) <= _LONGEST_NUMBER for text in words)


def _is_number(text: str) -> bool:
    _, figure = split_hedge(without_hedge(text))
    return bool(_NUMBER.match(figure)) and len(figure.split()) <= _LONGEST_NUMBER


def _widths(shown: Shown, styles: _Styles, layout: Layout) -> tuple[Emu, ...] | None:
    """How wide the columns are: what each needs, the rest shared as their texts are long, among those of numbers
    alike; None where words are too wide."""
    numbers, inset = _numbers(shown), 2 * _inset(layout)
    whole = layout.grid.box(1, layout.grid.columns, 0, 1).width
    least, natural = [], []
    for column in range(len(numbers)):
        widths = [
            widths_of((row[column],), style[column], layout.fonts)
            for row, style in zip(shown.rows, styles, strict=True)
        ]
        least.append(max(width[0] for width in widths) + inset)
        natural.append(max(width[1] for width in widths) + inset)
    for wanted in (least, natural):
        like = max((one for one, is_number in zip(wanted, numbers, strict=True) if is_number), default=0)
        wanted[:] = [like if is_number else one for one, is_number in zip(wanted, numbers, strict=True)]
    base = natural if sum(natural) <= whole else least
    spare = whole - sum(base)
    if spare < 0:
        return None
    made = [one + spare * share // sum(natural) for one, share in zip(base, natural, strict=True)]
    return (*made[:-1], whole - sum(made[:-1]))


def _heights(shown: Shown, styles: _Styles, widths: tuple[Emu, ...], layout: Layout) -> tuple[Emu, ...] | None:
    """How high each row must be; None where a word is too wide."""
    inset = 2 * _inset(layout)
    heights = []
    for row, row_styles in zip(shown.rows, styles, strict=True):
        cells = [
            height_of((cell,), width - inset, style, (style.size_pt,), layout.fonts)
            for cell, width, style in zip(row, widths, row_styles, strict=True)
        ]
        if None in cells:
            return None
        heights.append(max(one for one in cells if one is not None) + 2 * round(_ABOVE * layout.grid.row))
    return tuple(heights)


def _inset(layout: Layout) -> Emu:
    """How far texts stand from the sides of their cells."""
    return layout.grid.column // 4


def _rows(
    shown: Shown, styles: _Styles, box: Box, widths: tuple[Emu, ...], heights: tuple[Emu, ...], layout: Layout
) -> Iterator[tuple[items.Cell, ...]]:
    y, inset = box.y, _inset(layout)
    for number, (row, row_styles, height) in enumerate(zip(shown.rows, styles, heights, strict=True)):
        x, cells = box.x, []
        for column, (cell, style, width) in enumerate(zip(row, row_styles, widths, strict=True)):
            name = f"row {number}, column {column + 1}" if number else f"head of column {column + 1}"
            inner = Box(x + inset, y, width - 2 * inset, height)
            text = label(name, (cell,), inner, style, (style.size_pt,), layout.fonts, "middle")
            cells.append(items.Cell(text, Ink("panel") if number and number == shown.accent else None))
            x += width
        y += height
        yield tuple(cells)


KIND = Kind("table", "Drawing", resolve, HEADS, Table, lay_out, on_drawing)
