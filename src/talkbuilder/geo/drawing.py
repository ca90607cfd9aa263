"""Points on a page as shapes: areas, lines, dots and arrows, and the inks of maps."""

from collections.abc import Iterable, Iterator, Sequence
from math import dist

from msgspec import Struct

from talkbuilder.geo.geometry import Edges, Point
from talkbuilder.layout.inks import TINTS, luminance, rgb
from talkbuilder.layout.items import (
    Close,
    CurveTo,
    Group,
    Ink,
    Item,
    LineTo,
    Move,
    Segment,
    Shape,
    Stroke,
    around,
    disc,
)
from talkbuilder.layout.theme import Layout
from talkbuilder.units import EMU_PER_POINT, Box

Curve = tuple[Point, Point, Point]  # where it begins, what draws it aside, where it ends

SEA = Ink("accent4", opacity_percent=42)  # 1.4 to the land; names of seas are read on it
LAND = Ink("light2")
BORDER = Stroke(TINTS["dune"], 1)
FOCUS = Ink("accent1")
VEIL = Ink("accent1", opacity_percent=25)  # of what is in focus, where the title lies on it
ORIGIN = Ink("accent2", opacity_percent=60)
PAPER, NIGHT, SLATE = Ink("light1"), Ink("dark1"), Ink("dark2")
CLAY, GOLD = Ink("accent3"), Ink("accent2")
_GREY = Ink("accent4", opacity_percent=60)
OUTLINE = Stroke(PAPER, 1.2)  # between areas that stand out
PIN, PIN_RING = GOLD, Stroke(NIGHT, 2)
PIN_PT = 6.5
ARROW_PT, CASING_PT = 5.0, 9.0


_ALIKE = 85  # how near two inks are in red, green and blue, to be one
_GRAIN = 127  # EMU, a hundredth of a point: finer coordinates only make files larger


class Drawn(Struct, frozen=True):
    """What lies under the texts of a slide, and the map itself."""

    beneath: tuple[Item, ...]
    map: Group


def origin(layout: Layout) -> Ink:
    """The ink of areas that routes lead from: on a dark page of a template a gold that lets it through is mud."""
    is_dark = luminance(Ink("text"), layout.palette) > luminance(Ink("ground"), layout.palette)
    return _GREY if layout.base and is_dark else ORIGIN


def marking(layout: Layout, otherwise: Ink) -> Ink:
    """The ink of what lies on what is in focus and beside it, of which a house of one colour has no other."""
    parts = (bytes.fromhex(rgb(one, layout.palette)) for one in (CLAY, FOCUS))
    return CLAY if sum(abs(one - other) for one, other in zip(*parts, strict=True)) > _ALIKE else otherwise


def area(name: str, rings: Iterable[Sequence[Point]], fill: Ink | None, stroke: Stroke | None = None) -> Shape | None:
    """An area of rings; None where there is nothing of it."""
    return _shape(name, [ring for ring in rings if len(ring) > 2], True, fill, stroke)


def lines(name: str, runs: Iterable[Sequence[Point]], stroke: Stroke) -> Shape | None:
    """Lines in one shape; None where there are none."""
    return _shape(name, [run for run in runs if len(run) > 1], False, None, stroke)


def _shape(
    name: str, runs: Sequence[Sequence[Point]], closed: bool, fill: Ink | None, stroke: Stroke | None
) -> Shape | None:
    if not runs:
        return None
    # What `_emu` does, written out: a map has thousands of points.
    emu, grain = EMU_PER_POINT, _GRAIN
    grained = [[(round(x * emu / grain) * grain, round(y * emu / grain) * grain) for x, y in run] for run in runs]
    left, top = (min([point[axis] for run in grained for point in run]) for axis in (0, 1))
    right, bottom = (max([point[axis] for run in grained for point in run]) for axis in (0, 1))
    path: list[Segment] = []
    for run in grained:
        x0, y0 = run[0]
        path.append(Move(x0 - left, y0 - top))
        path += [LineTo(x - left, y - top) for x, y in run[1:]]
        if closed:
            path.append(Close())
    return Shape(name, Box(left, top, max(_GRAIN, right - left), max(_GRAIN, bottom - top)), tuple(path), fill, stroke)


def _emu(pt: float) -> int:
    return round(pt * EMU_PER_POINT / _GRAIN) * _GRAIN


def dot(name: str, centre: Point, radius_pt: float, fill: Ink | None, stroke: Stroke | None = None) -> Shape:
    """A circle."""
    return disc(name, (_emu(centre[0]), _emu(centre[1])), _emu(radius_pt), fill, stroke)


def along(curve: Curve, steps: int = 24) -> list[Point]:
    """Points on a curve."""
    (x0, y0), (x1, y1), (x2, y2) = curve
    done = []
    for step in range(steps + 1):
        t = step / steps
        a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t * t
        done.append((a * x0 + b * x1 + c * x2, a * y0 + b * y1 + c * y2))
    return done


def arrow(name: str, curve: Curve, ink: Ink, width_pt: float, casing: Ink, casing_pt: float) -> Group:
    """An arrow along a curve, with an edge all round that sets it off from what it crosses."""
    edge = (casing_pt - width_pt) / 2
    start, pull, tip = curve
    head = 3 * width_pt  # as outputs draw it
    way = dist(tip, pull) or 1.0
    ux, uy = (tip[0] - pull[0]) / way, (tip[1] - pull[1]) / way
    under = _quadratic("casing", (start, pull, (tip[0] - ux * head, tip[1] - uy * head)), Stroke(casing, casing_pt))
    back, side, front = head + edge, head / 2 + 2 * edge, 2 * edge
    corners = (
        (tip[0] + ux * front, tip[1] + uy * front),
        (tip[0] - ux * back - uy * side, tip[1] - uy * back + ux * side),
        (tip[0] - ux * back + uy * side, tip[1] - uy * back - ux * side),
    )
    behind = area("casing of the head", [corners], casing)
    drawn = _quadratic("arrow", curve, Stroke(ink, width_pt, ends_in_arrow=True))
    items = (under, *((behind,) if behind else ()), drawn)
    return Group(name, around(items), items)


def _quadratic(name: str, curve: Curve, stroke: Stroke) -> Shape:
    """A curve as shapes know it, with two points that draw it aside instead of one; its box holds these too."""
    (x0, y0), (x1, y1), (x2, y2) = curve
    points = ((x0, y0), ((x0 + 2 * x1) / 3, (y0 + 2 * y1) / 3), ((x2 + 2 * x1) / 3, (y2 + 2 * y1) / 3), (x2, y2))
    xs, ys = [_emu(x) for x, _ in points], [_emu(y) for _, y in points]
    left, top = min(xs), min(ys)
    start, one, two, end = ((x - left, y - top) for x, y in zip(xs, ys, strict=True))
    box = Box(left, top, max(_GRAIN, max(xs) - left), max(_GRAIN, max(ys) - top))
    return Shape(name, box, (Move(*start), CurveTo(*one, *two, *end)), None, stroke)


def present(*shapes: Shape | None) -> Iterator[Shape]:
    """The shapes that there are."""
    yield from (shape for shape in shapes if shape is not None)


def emu_box(edges: Edges) -> Box:
    left, top, right, bottom = (round(edge * EMU_PER_POINT) for edge in edges)
    return Box(left, top, right - left, bottom - top)


def edges_of(box: Box) -> Edges:
    """A box in points."""
    left, top, right, bottom = (side / EMU_PER_POINT for side in (box.x, box.y, box.right, box.bottom))
    return left, top, right, bottom
