"""The heads of arrows, as shapes of their own, and the line that ends under them, for outputs without arrows."""

from collections.abc import Iterator
from math import hypot

from msgspec import structs

from talkbuilder.layout.items import Close, LineTo, Move, Shape, Stroke, points_of
from talkbuilder.units import EMU_PER_POINT

_HEAD = 3.0  # its length and its width, in widths of the line: PowerPoint's medium triangle
_UNDER = 0.75  # how much of its length the line stays away from the tip, which it would blunt

_Point = tuple[float, float]


def drawn(shape: Shape) -> Iterator[Shape]:
    """A shape as it is drawn without arrows: itself, or its line, shortened, and the triangle at its end."""
    stroke, path = shape.stroke, shape.path
    if stroke is None or not stroke.ends_in_arrow or len(path) < 2 or isinstance(path[-1], Close):
        yield shape
        return
    size = _HEAD * stroke.width_pt * EMU_PER_POINT
    *inward, (x, y) = [*points_of(path[-2])[-1:], *points_of(path[-1])]
    dx, dy = -1.0, 0.0  # from the tip to the nearest of some points that is not the tip
    for other_x, other_y in reversed(inward):
        if length := hypot(other_x - x, other_y - y):
            dx, dy = (other_x - x) / length, (other_y - y) / length
            break
    base_x, base_y = x + dx * size, y + dy * size
    across_x, across_y = -dy * size / 2, dx * size / 2
    head = (
        Move(x, y),
        LineTo(base_x + across_x, base_y + across_y),
        LineTo(base_x - across_x, base_y - across_y),
        Close(),
    )
    end = structs.replace(path[-1], x=x + dx * size * _UNDER, y=y + dy * size * _UNDER)
    line = Stroke(stroke.ink, stroke.width_pt, stroke.dash)
    yield structs.replace(shape, path=(*path[:-1], end), stroke=line)
    yield Shape("arrow head", shape.box, head, stroke.ink)
