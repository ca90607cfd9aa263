"""What stands on a page, from back to front: texts, shapes, images, charts, tables; none of it knows a file format.

Boxes are in EMU on the page, positions of letters in points, both from the page's upper left corner. An item's name is
what the outline calls it; what means nothing to somebody who cannot see it has no alternative text and is decorative.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Literal

from msgspec import Struct, structs

from talkbuilder.diagnostics import Span
from talkbuilder.source.addresses import may_be_linked
from talkbuilder.talk.talk import Paragraph
from talkbuilder.units import EMU_PER_POINT, Box, Emu

Align = Literal["left", "centre", "right"]
Anchor = Literal["top", "middle", "bottom"]
Dash = Literal["solid", "dash", "dot"]

# How long dashes and the gaps between them are, in widths of the line; as PowerPoint's own.
DASHES: Mapping[Dash, tuple[int, ...]] = {"solid": (), "dash": (4, 3), "dot": (1, 1)}


OWN = "own "  # begins the name of a colour that no theme has, before its RRGGBB: such are a template's alone


class Ink(Struct, frozen=True):
    """A colour of the theme by its name, or a shade of it, or a veil of it; never a colour of its own.

    A shade has a share of the colour's luminance, and `offset_percent` of white's added to that; a share of its
    saturation; and a hue so many degrees further on, never past red. inks.TINTS names some.

    `text`, `soft`, `ground` and `panel` are what a layout makes of them: on a dark one, text is light. `dark1`,
    `light1`, `dark2`, `light2`, `accent1` to `accent6`, `link` and `visited` are the same on all layouts.
    """

    name: str
    luminance_percent: int = 100
    opacity_percent: int = 100
    offset_percent: int = 0
    saturation_percent: int = 100
    hue_degrees: int = 0


class Face(Struct, frozen=True):
    """A font family in one of its four styles."""

    family: str
    bold: bool = False
    italic: bool = False


class Style(Struct, frozen=True):
    """How one level of a text is set. `font` is `titles` or `text`, the theme's two families, or another family."""

    size_pt: float
    ink: Ink = Ink("text")
    font: str = "text"
    bold: bool = False
    italic: bool = False
    capitals: bool = False
    spacing_pt: float = 0.0  # added between letters
    line_percent: float = 95.0
    before_pt: float = 0.0
    align: Align = "left"
    left: Emu = 0  # of all lines
    hang: Emu = 0  # how far the first line, or its bullet, stands out to the left of them
    bullet: str = ""
    bullet_ink: Ink = Ink("accent1")
    strong_ink: Ink | None = None  # of bold words, where they stand out by colour too
    link_ink: Ink | None = None  # of links, where the theme's own could not be read


class SetRun(Struct, frozen=True, gc=False):  # as in Span
    """Letters in one face, as they stand on the page: where they begin and on which baseline."""

    text: str
    x_pt: float
    baseline_pt: float
    width_pt: float
    face: Face
    size_pt: float
    ink: Ink
    spacing_pt: float = 0.0
    link: str = ""


class Line(Struct, frozen=True, gc=False):  # as in Span
    """A line of a text; a bullet that stands before it is no part of its text."""

    runs: tuple[SetRun, ...]
    bullet: SetRun | None = None

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


class Text(Struct, frozen=True, gc=False):  # as in Span
    """Text in a box: the lines that were set, and the paragraphs that they came from, with a style a level.

    `placeholder` names the one of the layout that it fills; "" is a label of its own. `surplus` is the share of it for
    which there is no room at any size, 1 where a word is wider than its box; it is drawn too large then. `too_wide` is
    how much wider that word is, as a share of the room that a line has.
    """

    name: str
    box: Box
    paragraphs: tuple[Paragraph, ...]
    styles: tuple[Style, ...]
    lines: Sequence[Line]
    span: Span
    anchor: Anchor = "top"
    placeholder: str = ""
    surplus: float = 0.0
    too_wide: float = 0.0


class Move(Struct, frozen=True):
    """Begins a part of a path; as everywhere in paths, in EMU from the corner of the shape's box."""

    x: float
    y: float


class LineTo(Struct, frozen=True):
    """A straight line."""

    x: float
    y: float


class CurveTo(Struct, frozen=True):
    """A cubic Bezier curve with its two control points."""

    x1: float
    y1: float
    x2: float
    y2: float
    x: float
    y: float


class Close(Struct, frozen=True):
    """A straight line back to where the part of the path began."""


Segment = Move | LineTo | CurveTo | Close

ROUND = 0.5522847498  # how far the control points of a quarter circle lie along its tangents, in radii


def points_of(segment: Segment) -> tuple[tuple[float, float], ...]:
    """The points that a segment leads along, its control points included."""
    match segment:
        case CurveTo(x1, y1, x2, y2, x, y):
            return (x1, y1), (x2, y2), (x, y)
        case Close():
            return ()
        case _:
            return ((segment.x, segment.y),)


class Stroke(Struct, frozen=True):
    """A line along a path; `ends_in_arrow` is its head. Its corners are always round."""

    ink: Ink
    width_pt: float
    dash: Dash = "solid"
    ends_in_arrow: bool = False
    has_round_ends: bool = False


class Shape(Struct, frozen=True, dict=True):  # the dict is for its sides, which few ask for
    """A drawn shape. Where parts of its path lie in each other, every second is a hole."""

    name: str
    box: Box
    path: tuple[Segment, ...]
    fill: Ink | None = None
    stroke: Stroke | None = None
    alt: str = ""

    @cached_property
    def sides(self) -> tuple[tuple[float, float, float, float], ...]:
        """From where to where its edges go, curves in a few steps; a ring is filled as if it were closed."""
        parts = polygons(self.path)
        return tuple((*one, *other) for part in parts for one, other in zip(part, (*part[1:], part[0]), strict=True))


def rectangle(name: str, box: Box, fill: Ink | None, stroke: Stroke | None = None) -> Shape:
    path = (Move(0, 0), LineTo(box.width, 0), LineTo(box.width, box.height), LineTo(0, box.height), Close())
    return Shape(name, box, path, fill, stroke)


def ellipse(cx: float, cy: float, rx: float, ry: float) -> tuple[Segment, ...]:
    """The path of an ellipse about a point, in four curves."""
    h, v = rx * ROUND, ry * ROUND
    return (
        Move(cx - rx, cy),
        CurveTo(cx - rx, cy - v, cx - h, cy - ry, cx, cy - ry),
        CurveTo(cx + h, cy - ry, cx + rx, cy - v, cx + rx, cy),
        CurveTo(cx + rx, cy + v, cx + h, cy + ry, cx, cy + ry),
        CurveTo(cx - h, cy + ry, cx - rx, cy + v, cx - rx, cy),
        Close(),
    )


def rounded(x: float, y: float, width: float, height: float, rx: float, ry: float) -> tuple[Segment, ...]:
    """The path of a rectangle with corners that are quarters of an ellipse, which may have no extent."""
    right, bottom = x + width, y + height
    if not rx or not ry:
        return (Move(x, y), LineTo(right, y), LineTo(right, bottom), LineTo(x, bottom), Close())
    h, v = rx * (1 - ROUND), ry * (1 - ROUND)
    return (
        Move(x + rx, y),
        LineTo(right - rx, y),
        CurveTo(right - h, y, right, y + v, right, y + ry),
        LineTo(right, bottom - ry),
        CurveTo(right, bottom - v, right - h, bottom, right - rx, bottom),
        LineTo(x + rx, bottom),
        CurveTo(x + h, bottom, x, bottom - v, x, bottom - ry),
        LineTo(x, y + ry),
        CurveTo(x, y + v, x + h, y, x + rx, y),
        Close(),
    )


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


class Image(Struct, frozen=True):
    """A picture; `crop` holds the shares of it cut off at left, top, right, bottom. `data` is a PNG or a JPEG."""

    name: str
    box: Box
    data: bytes
    extension: Literal["png", "jpg"]
    width_px: int
    height_px: int
    span: Span
    crop: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    alt: str = ""
    placeholder: str = ""


class Series(Struct, frozen=True):
    """The values of one series, one a category; None where there is none. What stands at them are texts beside it."""

    name: str
    values: tuple[float | None, ...]
    ink: Ink
    inks: Mapping[int, Ink] = {}  # of single values by their place, where they stand out
    outlines: Mapping[int, Stroke] = {}  # of columns and bars that are not filled, by their place
    width_pt: float = 3.5  # of the line
    dash: Dash = "solid"  # of the line
    mark_pt: int = 9  # how wide the mark of a value on a line is


class Chart(Struct, frozen=True):
    """A chart; `plot` is the area inside the axes, so that all outputs draw the same. Axes begin at zero.

    Of the axes only that of the categories is seen: values stand at what they are the values of. A `share` is one bar,
    of which each series is a part. `gap_percent` is the room between categories, in percent of the width of a column.
    """

    name: str
    box: Box
    kind: Literal["columns", "bars", "line", "share"]
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    plot: Box
    most: float  # the greatest value on the axis
    style: Style  # of categories
    alt: str
    gap_percent: int = 80  # between the columns or bars of neighbouring categories, of the width of one
    axis: Stroke | None = Stroke(Ink("soft"), 1.5)  # the line that stands for zero
    is_edged: bool = False  # the first and the last point of a line stand at the edges of the plot
    names_categories: bool = True  # at the axis; what is not named there is by texts beside the chart


class Cell(Struct, frozen=True):
    """A cell of a table: its text, set as any other."""

    text: Text
    fill: Ink | None = None


class Table(Struct, frozen=True):
    """Rows of cells, the first of them the header."""

    name: str
    box: Box
    widths: tuple[Emu, ...]
    heights: tuple[Emu, ...]
    rows: tuple[tuple[Cell, ...], ...]
    alt: str


class Group(Struct, frozen=True):
    """Items that belong together and are described together."""

    name: str
    box: Box
    items: "tuple[Item, ...]"
    alt: str = ""


class Link(Struct, frozen=True):
    """An item that leads to an address when it is clicked. Raises ValueError for one that no slide may lead to."""

    target: str
    item: "Text | Shape | Image"

    def __post_init__(self) -> None:
        if not may_be_linked(self.target):
            raise ValueError(f"no slide may lead to '{self.target}'")

    @property
    def name(self) -> str:
        return self.item.name


Item = Text | Shape | Image | Chart | Table | Group | Link


_CORNERS = 6  # of a curve


def is_inside(shape: Shape, x: float, y: float) -> bool:
    """Whether a point lies on the fill of a shape, whose curves are taken as straight; every second ring is a hole."""
    return shape.box.x <= x <= shape.box.right and is_between(edges_at(shape, y), x)


def is_between(edges: Sequence[float], x: float) -> bool:
    """Whether a point of a level line lies on the fill of a shape with these edges there."""
    return bisect_right(edges, x) % 2 == 1


def edges_at(shape: Shape, y: float) -> list[float]:
    """Where a level line meets the edges of a shape: between every other two of them lies its fill."""
    y -= shape.box.y
    if not 0 <= y <= shape.box.height:
        return []
    met = [(x1 + (y - y1) / (y2 - y1) * (x2 - x1)) for x1, y1, x2, y2 in shape.sides if (y1 > y) != (y2 > y)]
    return sorted(shape.box.x + x for x in met)


def polygons(path: tuple[Segment, ...]) -> list[list[tuple[float, float]]]:
    """The corners of what a path goes round; curves are drawn with a few."""
    parts: list[list[tuple[float, float]]] = []
    for segment in path:
        if isinstance(segment, Move) or not parts:
            parts.append([])
        match segment:
            case CurveTo(x1, y1, x2, y2, x, y):
                points = parts[-1][-1], (x1, y1), (x2, y2), (x, y)
                parts[-1] += [_on_curve(step / _CORNERS, points) for step in range(1, _CORNERS + 1)]
            case _:
                parts[-1] += points_of(segment)
    return [part for part in parts if part]


def _on_curve(t: float, points: Sequence[tuple[float, float]]) -> tuple[float, float]:
    weights = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
    x, y = (sum(weight * point[side] for weight, point in zip(weights, points, strict=True)) for side in (0, 1))
    return x, y


def around(items: "Iterable[Shape | Group | Text]") -> Box:
    """The smallest box that holds all of some items."""
    boxes = [item.box for item in items]
    left, top = min(box.x for box in boxes), min(box.y for box in boxes)
    return Box(left, top, max(box.right for box in boxes) - left, max(box.bottom for box in boxes) - top)


def inside(items: Iterable[Item]) -> Iterator[Item]:
    """All items, with those of groups and links, and the cells of tables."""
    for item in items:
        yield item
        match item:
            case Group():
                yield from inside(item.items)
            case Link():
                yield from inside((item.item,))
            case Table():
                yield from (cell.text for row in item.rows for cell in row)


def rebuilt(item: Item, change: Callable[[Item], Item]) -> Item:
    """An item and all that groups and links hold, from the inside out, each as a change makes it."""
    match item:
        case Group():
            item = structs.replace(item, items=tuple(rebuilt(one, change) for one in item.items))
        case Link():
            item = structs.replace(item, item=rebuilt(item.item, change))
    return change(item)


def quotation_mark(name: str, box: Box, ink: Ink) -> Shape:
    """A big opening mark: the same comma twice, a round head at the foot and a tail up to the right."""
    unit = box.height / 120
    return Shape(name, box, (*_comma(unit, 0), *_comma(unit, box.width - 92 * unit)), ink)


def _comma(unit: float, left: float) -> Iterator[Segment]:
    def curve(x1: float, y1: float, x2: float, y2: float, x: float, y: float) -> CurveTo:
        return CurveTo(left + x1 * unit, y1 * unit, left + x2 * unit, y2 * unit, left + x * unit, y * unit)

    yield Move(left + 86 * unit, 0)
    yield curve(34, 14, 0, 46, 0, 82)
    yield curve(0, 105, 17, 120, 41, 120)
    yield curve(65, 120, 82, 103, 82, 80)
    yield curve(82, 58, 66, 43, 46, 43)
    yield curve(43, 43, 40, 43, 38, 44)
    yield curve(45, 29, 63, 17, 92, 10)
    yield Close()
