"""How tables look: hairlines between rows, a rule under the head and at the foot, no boxes."""

from collections.abc import Iterator
from itertools import groupby

from talkbuilder.layout.items import Ink, LineTo, Move, Shape, Stroke, Table, rectangle
from talkbuilder.units import Box, Emu

HAIRLINE = Stroke(Ink("panel", 85), 1)
RULE = Stroke(Ink("text"), 2)


def drawn(table: Table) -> Iterator[Shape]:
    """What lies under the texts of a table: the grounds of cells, then the rules between rows."""
    y = table.box.y
    rules: list[Shape] = []
    for number, (height, row) in enumerate(zip(table.heights, table.rows, strict=True)):
        x = table.box.x
        for fill, cells in groupby(zip(table.widths, row, strict=True), key=lambda cell: cell[1].fill):
            width = sum(one for one, _ in cells)
            if fill:
                yield rectangle("ground", Box(x, y, width, height), fill)
            x += width
        y += height
        rules.append(_rule(table, y, HAIRLINE if 0 < number < len(table.rows) - 1 else RULE))
    yield from rules


def _rule(table: Table, y: Emu, stroke: Stroke) -> Shape:
    width = sum(table.widths)
    return Shape("rule", Box(table.box.x, y, width, 0), (Move(0, 0), LineTo(width, 0)), stroke=stroke)
