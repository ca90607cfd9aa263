"""Plain forms that slides are drawn with: lines, discs, blocks and outlines."""

from talkbuilder.layout.items import Ink, LineTo, Move, Shape, Stroke, ellipse, rectangle
from talkbuilder.units import EMU_PER_POINT, Box, Emu


def line(name: str, start: tuple[Emu, Emu], end: tuple[Emu, Emu], stroke: Stroke) -> Shape:
    """A straight line between two points of the page."""
    x, y = min(start[0], end[0]), min(start[1], end[1])
    box = Box(x, y, abs(start[0] - end[0]), abs(start[1] - end[1]))
    return Shape(name, box, (Move(start[0] - x, start[1] - y), LineTo(end[0] - x, end[1] - y)), stroke=stroke)


def disc(name: str, centre: tuple[Emu, Emu], radius: Emu, fill: Ink | None, stroke: Stroke | None = None) -> Shape:
    """A circle round a point of the page."""
    box = Box(centre[0] - radius, centre[1] - radius, 2 * radius, 2 * radius)
    return Shape(name, box, ellipse(radius, radius, radius, radius), fill, stroke)


def outline(name: str, box: Box, stroke: Stroke) -> Shape:
    """A rectangle without a fill, whose line lies inside a box."""
    half = round(stroke.width_pt * EMU_PER_POINT / 2)
    inner = Box(box.x + half, box.y + half, box.width - 2 * half, box.height - 2 * half)
    return rectangle(name, inner, None, stroke)
