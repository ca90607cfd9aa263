"""How tables look: hairlines between rows, a rule under the head, no boxes."""

from collections.abc import Iterator

from talkbuilder.layout.items import Ink, LineTo, Move, Shape, Stroke, Table, rectangle
from talkbuilder.units import Box, Emu

HAIRLINE = Stroke(Ink("panel", 75), 0.75)
HEAD_RULE = Stroke(Ink("accent1"), 2.25)


def drawn(table: Table) -> Iterator[Shape]:
    """What lies under the texts of a table: the grounds of cells, then the rules between rows."""
    y = table.box.y
    rules: list[Shape] = []
    for number, (height, row) in enumerate(zip(table.heights, table.rows, strict=True)):
        x = table.box.x
        for width, cell in zip(table.widths, row, strict=True):
            if cell.fill:
                yield rectangle("ground", Box(x, y, width, height), cell.fill)
            x += width
        y += height
        rules.append(_rule(table, y, HAIRLINE if number else HEAD_RULE))
    yield from rules


def _rule(table: Table, y: Emu, stroke: Stroke) -> Shape:
    width = sum(table.widths)
    return Shape("rule", Box(table.box.x, y, width, 0), (Move(0, 0), LineTo(width, 0)), stroke=stroke)
