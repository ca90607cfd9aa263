"""The heads of arrows, as shapes of their own, and the line that ends under them, for outputs without arrows."""

from collections.abc import Iterable, Iterator
from math import hypot

from msgspec import structs

from talkbuilder.layout.items import Close, LineTo, Move, Segment, Shape, Stroke, points_of
from talkbuilder.units import EMU_PER_POINT

_HEAD = 3.0  # its length and its width, in widths of the line: PowerPoint's medium triangle
_UNDER = 0.75  # how much of its length the line stays away from the tip, which it would blunt

_Point = tuple[float, float]


def drawn(shape: Shape) -> Iterator[Shape]:
    """A shape as it is drawn without arrows: itself, or its line, shortened, and the triangles at its ends."""
    stroke, path = shape.stroke, shape.path
    if stroke is None or not (stroke.begins_in_arrow or stroke.ends_in_arrow) or len(path) < 2:
        yield shape
        return
    size = _HEAD * stroke.width_pt * EMU_PER_POINT
    heads = []
    if stroke.begins_in_arrow:
        tip, *inward = [*points_of(path[0]), *points_of(path[1])]
        head, (x, y) = _head(tip, inward, size)
        heads.append(head)
        path = (Move(x, y), *path[1:])
    if stroke.ends_in_arrow and not isinstance(path[-1], Close):
        tip, *inward = reversed([*points_of(shape.path[-2])[-1:], *points_of(path[-1])])
        head, (x, y) = _head(tip, inward, size)
        heads.append(head)
        path = (*path[:-1], structs.replace(path[-1], x=x, y=y))
    yield structs.replace(shape, path=path, stroke=Stroke(stroke.ink, stroke.width_pt, stroke.dash))
    for head in heads:
        yield Shape("arrow head", shape.box, head, stroke.ink)


def _head(tip: _Point, inward: Iterable[_Point], size: float) -> tuple[tuple[Segment, ...], _Point]:
    """A triangle that points away from the first of some points that is not its tip, and where its line ends."""
    dx, dy = -1.0, 0.0
    for x, y in inward:
        if length := hypot(x - tip[0], y - tip[1]):
            dx, dy = (x - tip[0]) / length, (y - tip[1]) / length
            break
    base = (tip[0] + dx * size, tip[1] + dy * size)
    side = (-dy * size / 2, dx * size / 2)
    left, right = LineTo(base[0] + side[0], base[1] + side[1]), LineTo(base[0] - side[0], base[1] - side[1])
    return (Move(*tip), left, right, Close()), (tip[0] + dx * size * _UNDER, tip[1] + dy * size * _UNDER)
