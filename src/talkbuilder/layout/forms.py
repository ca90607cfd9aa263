"""Plain forms that slides are drawn with: lines, discs, blocks and outlines."""

from talkbuilder.layout.items import ROUND, Close, CurveTo, Ink, LineTo, Move, Shape, Stroke
from talkbuilder.units import EMU_PER_POINT, Box, Emu


def line(name: str, start: tuple[Emu, Emu], end: tuple[Emu, Emu], stroke: Stroke) -> Shape:
    """A straight line between two points of the page."""
    x, y = min(start[0], end[0]), min(start[1], end[1])
    box = Box(x, y, abs(start[0] - end[0]), abs(start[1] - end[1]))
    return Shape(name, box, (Move(start[0] - x, start[1] - y), LineTo(end[0] - x, end[1] - y)), stroke=stroke)


def disc(name: str, centre: tuple[Emu, Emu], radius: Emu, fill: Ink | None, stroke: Stroke | None = None) -> Shape:
    """A circle round a point of the page."""
    pull, far = radius * ROUND, 2 * radius
    path = (
        Move(0, radius),
        CurveTo(0, radius - pull, radius - pull, 0, radius, 0),
        CurveTo(radius + pull, 0, far, radius - pull, far, radius),
        CurveTo(far, radius + pull, radius + pull, far, radius, far),
        CurveTo(radius - pull, far, 0, radius + pull, 0, radius),
        Close(),
    )
    return Shape(name, Box(centre[0] - radius, centre[1] - radius, far, far), path, fill, stroke)


def outline(name: str, box: Box, stroke: Stroke) -> Shape:
    """A rectangle without a fill, whose line lies inside a box."""
    half = round(stroke.width_pt * EMU_PER_POINT / 2)
    inner = Box(box.x + half, box.y + half, box.width - 2 * half, box.height - 2 * half)
    path = (Move(0, 0), LineTo(inner.width, 0), LineTo(inner.width, inner.height), LineTo(0, inner.height), Close())
    return Shape(name, inner, path, stroke=stroke)


def around(items: tuple[Shape, ...]) -> Box:
    """The smallest box that holds some shapes."""
    left, top = min(one.box.x for one in items), min(one.box.y for one in items)
    right, bottom = max(one.box.right for one in items), max(one.box.bottom for one in items)
    return Box(left, top, right - left, bottom - top)
