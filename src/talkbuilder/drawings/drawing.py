"""Drawing: an author's line drawing in the theme's inks, and how it is placed in a box of a page."""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Literal

from msgspec import Struct, structs

from talkbuilder.drawings.cropping import Window, cropped, extent, gone_on, holds
from talkbuilder.drawings.paths import Matrix
from talkbuilder.layout.inks import TINTS, contrast, luminance, rgb
from talkbuilder.layout.items import Dash, Group, Ink, Segment, Shape, Stroke, Style, around, is_inside, points_of
from talkbuilder.talk.talk import Paragraph
from talkbuilder.units import EMU_PER_POINT, Box

IN_ROW = 3  # words, which are a row
_ON_PAPER = 77 / 90  # of the height of a slide: there scenes on paper end, and under them stands the source
_AT_EDGE = 1.0  # units: what is so near an edge is at it
_BESIDE = 16.0  # left beside words, and beside what is whole
_AROUND = {"night": 10.0, "paper": 2.0}  # left round what goes on
_MARGIN, _AS_TITLE = 24.0, 64.0  # left at the sides beside what is drawn, and of a page beside its title
_LEAST = 2 / 3  # of the width of a scene, that is always seen
_MOST_APART = 1.6  # times as far, that what has words in a row under it may stand apart
_UNDER = 20.0  # of room for the second line of a title, over a wall
_LARGE = 0.25  # of a drawing, from which on a part of it is ground
_BROAD_SHARE = 0.06  # of a scene, from which on a part of it would shine on a dark page
_PATCH = 24.0  # units: a nose is no larger
_BROAD = 12.0  # units: a line that is the edge of what is drawn on it
_MOST, _ALL = 0.6, 0.95  # of the points of a path: hair is not all on a face
_WITHIN = 0.9  # as large a path is when it is asked on what it lies, for edges may meet
_DARK = {"dark1": 25, "dark2": 55}  # percent of the panel that grounds in them are on a dark page
_SHINING = ("accent1", "accent4", "accent6")  # what is large in one of these has light enough to be read there
_READ, _READ_AT_NIGHT = 7.0, 11.0  # contrast of what is read on what is large on a dark page; on what is dark by nature
_LIFTED, _SEEN = range(20, 65, 5), 3.0  # percent by which the dark is lighter on a dark page, and contrast it needs
_OTHERS = {"dark1": "light1", "light1": "dark1", "dark2": "light2", "light2": "dark2"}
_SKIN, _FAIR = TINTS["dune"], Ink("light2", 20, offset_percent=70, saturation_percent=15)
_SAND, _LIFTED_A_STEP = Ink("light2"), Ink("light2", 92, offset_percent=8)  # what lies beside dunes, on dark grounds
_LIGHTER = Ink("light2", 80, offset_percent=20)  # what is a little darker than light grounds, on dark ones
_STRONG, _COOL = 45, 20  # of 255: how far the parts of a panel's colour are from each other, or red is from the most of
# what skin is made of it, in which skin would be green or blue
_SMALL = 12.0  # units: of what is no larger, an outline that is not seen would leave little
_LINE_SEEN = 2.0  # contrast of a line with the dimmed ground that it lies on
_HAIRLINE_PT = 0.75  # what is thinner, projectors do not show

Ground = Literal["night", "paper"]
Spare = Literal["", "cut", "whole"]
_Extent = tuple[float, float, float, float]  # left, top, right, bottom
_EVERYWHERE: _Extent = (-math.inf, -math.inf, math.inf, math.inf)


class Pen(Struct, frozen=True):
    """What a line is drawn with; its width is in units of the drawing."""

    ink: Ink
    width: float
    dash: Dash = "solid"
    has_round_ends: bool = False


class Figure(Struct, frozen=True, dict=True):
    """One shape, its path in units of the drawing from the upper left corner of its view box.

    Where a scene is cut at its sides, what is spare may be cut, as a house is, or is left out if it is not whole.
    """

    name: str
    path: tuple[Segment, ...]
    fill: Ink | None
    pen: Pen | None
    spare: Spare = ""

    @cached_property
    def extent(self) -> _Extent:
        return extent(self.path)


class Cluster(Struct, frozen=True):
    """Figures that belong together."""

    name: str
    parts: "tuple[Part, ...]"
    spare: Spare = ""


Part = Figure | Cluster


class Place(Struct, frozen=True):
    """Room that a drawing keeps for a text, in units of the drawing; `said` is that text, once there is one."""

    name: str
    left: float
    top: float
    width: float
    height: float
    size: float
    style: Style
    said: Paragraph | None = None
    hangs: bool = False  # its text begins at the top of the room; else it stands in the middle of it


class Drawing(Struct, frozen=True):
    """A drawing. `alt` is what it shows, in words; `ground` what it is made to stand on.

    A scene fills the slide. `anchor` says which part of it stays where that has another shape: (0, 1) the lower left,
    (0.5, 0.5) the middle.
    """

    name: str
    alt: str
    ground: Ground
    width: float
    height: float
    is_scene: bool
    anchor: tuple[float, float]
    parts: tuple[Part, ...]
    places: tuple[Place, ...] = ()
    left: float = 0.0  # where its view box begins
    top: float = 0.0


def staged(drawing: Drawing, box: Box, foot: float = 0.0, may_part: bool = True) -> Drawing:
    """A scene in the shape of a box: without so much of its sky, its foot and its sides as lets all that goes on in it
    be as large as it can. What reaches an edge of the slide is sky and ground; where there is more room than the scene
    has, these go on, and what has words side by side under it stands further apart. So many units under all that is
    seen stay free as a `foot`. What is no scene stays whole.
    """
    spans = [one.extent for one in figures(drawing.parts, with_spare=False)]
    if not drawing.is_scene or (not spans and not drawing.places):
        return drawing
    # At night all of it has a ground.
    beneath = [one.extent for one in figures(drawing.parts)] if drawing.ground == "paper" else [_EVERYWHERE]
    leading = [one for one in drawing.places if _leads(one, drawing) and not _is_over(one, beneath)]
    first, last = _across(drawing, spans, leading)
    more = max(0.0, _LEAST * drawing.width - (last - first)) / 2
    first = max(0.0, min(first - more, (1 - _LEAST) * drawing.width))
    across = first, min(drawing.width, max(last + more, first + _LEAST * drawing.width))
    high = [*(one[1::2] for one in spans), *((one.top, one.top + one.height) for one in drawing.places)]
    down = _kept([one[0] for one in high], [one[1] for one in high], drawing.height, _AROUND[drawing.ground])
    down = down[0], down[1] + foot
    share = box.width * (down[1] - down[0]) / box.height / (across[1] - across[0])
    if may_part and share > 1 and _has_row(drawing):
        return staged(pulled_apart(drawing, min(share, _MOST_APART)), box, foot, may_part=False)
    scale = min(box.width / (across[1] - across[0]), box.height / (down[1] - down[0]))
    width, height = box.width / scale, box.height / scale
    edges = _edges(drawing)
    left = _begin(across, width, drawing.width, drawing.anchor[0])
    is_wall = edges.top > 0 and edges.bottom == drawing.height  # which goes on over what it ends in
    top = down[1] - height if is_wall else _begin(down, height, drawing.height, drawing.anchor[1])
    window = Window(left, top, left + width, top + height)
    parts = tuple(_going_on(drawing.parts, edges, window))
    places = tuple(_led(one, left, width) if one in leading else one for one in drawing.places)
    return structs.replace(drawing, left=left, width=width, top=top, height=height, parts=parts, places=places)


def _has_row(drawing: Drawing) -> bool:
    """Whether it has words in a row, alike and side by side."""
    alike = [(one.top, one.size) for one in drawing.places]
    return any(alike.count(one) >= IN_ROW for one in alike)


def free_over(drawing: Drawing) -> float:
    """The share of the height of a drawing over all that is seen in it; night is seen all over."""
    if drawing.ground == "night":
        return 0.0
    tops = [*(one.extent[1] for one in figures(drawing.parts)), *(one.top for one in drawing.places)]
    return max(0.0, min(tops, default=0.0) - drawing.top - _AROUND["paper"]) / drawing.height


def lowest_of(drawing: Drawing) -> float:
    """How far down in it the lowest ends that does not go on at its foot."""
    if not any(one.fill for one in figures(drawing.parts)):
        return drawing.top + drawing.height
    foot = _edges(drawing).bottom - _AT_EDGE
    return max((end for *_, end in (one.extent for one in figures(drawing.parts)) if end < foot), default=foot)


def pulled_apart(drawing: Drawing, share: float) -> Drawing:
    """A drawing so much wider, its parts and words as far apart as that makes them, each as it was; what goes across
    most of it is wider, and so is what words stand on, but words that begin at the side of what is no scene."""

    def moved(part: Part) -> Part:
        left, _, right, _ = _around(part)
        is_wide = right - left > drawing.width / 2
        if is_wide and isinstance(part, Cluster):
            return structs.replace(part, parts=tuple(map(moved, part.parts)))
        if is_wide or (isinstance(part, Figure) and part.fill and not part.pen and _is_ground(drawing, part)):
            return _put(part, Matrix(a=share))
        return _put(part, Matrix(e=(left + right) / 2 * (share - 1)))

    def moved_place(one: Place) -> Place:
        wide = one.width * (share if drawing.is_scene or one.style.align != "left" else 1.0)
        return structs.replace(one, left=one.left * share, width=wide)

    left, width = drawing.left * share, drawing.width * share
    parts, places = tuple(map(moved, drawing.parts)), tuple(map(moved_place, drawing.places))
    return structs.replace(drawing, left=left, width=width, parts=parts, places=places)


def _put(part: Part, where: Matrix) -> Part:
    if isinstance(part, Cluster):
        return structs.replace(part, parts=tuple(_put(one, where) for one in part.parts))
    return structs.replace(part, path=where.path(part.path))


def _around(part: Part) -> _Extent:
    lefts, tops, rights, bottoms = zip(*(one.extent for one in figures((part,))), strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def _across(
    drawing: Drawing, spans: Iterable[_Extent], leading: Sequence[Place], beside_title: float = _BESIDE
) -> tuple[float, float]:
    """From where to where a scene must be seen: all that goes on in it, and its words, but for those that lead it."""
    lefts, _, rights, _ = zip(*spans, strict=True) if spans else ((), (), (), ())
    first, last = _kept(lefts, rights, drawing.width, _MARGIN)
    for one in drawing.places:
        if one not in leading:
            beside = beside_title if _leads(one, drawing) else _BESIDE
            first, last = min(first, one.left - beside), max(last, one.left + one.width + beside)
    return max(0.0, first), min(drawing.width, last)


def _leads(place: Place, drawing: Drawing) -> bool:
    """Whether words begin where titles do, or end opposite."""
    beside = {"left": place.left, "right": drawing.width - place.left - place.width}.get(place.style.align)
    return beside is not None and abs(beside - _AS_TITLE) <= _AT_EDGE


def _is_over(place: Place, spans: Iterable[_Extent]) -> bool:
    """Whether some of what is drawn lies where words have room."""
    room = Window(place.left, place.top, place.left + place.width, place.top + place.height)
    return any(room.meets(Window(*one)) for one in spans)


def _led(place: Place, left: float, width: float, beside: float = 0.0) -> Place:
    """Words that begin where the title over a part of a scene does, or end opposite."""
    at = left + beside if place.style.align == "left" else left + width - beside - place.width
    return structs.replace(place, left=at)


def _edges(drawing: Drawing) -> Window:
    """The edges of a drawing at which what reaches them may go on: where nothing reaches its head or its foot, the line
    at which what is filled begins or ends, if that is one line from side to side, as that of a wall is.
    """
    filled = [one.extent for one in figures(drawing.parts) if one.fill]
    top = min((one[1] for one in filled), default=0.0)  # nothing is drawn where only the words are wanted
    bottom = max((one[3] for one in filled), default=drawing.height)
    head = [one[::2] for one in filled if one[1] <= top + _AT_EDGE]
    foot = [one[::2] for one in filled if one[3] >= bottom - _AT_EDGE]
    return Window(
        0.0,
        max(0.0, top) if _is_across(head, drawing.width) else 0.0,
        drawing.width,
        min(drawing.height, bottom) if _is_across(foot, drawing.width) else drawing.height,
    )


def _is_across(spans: Iterable[Sequence[float]], width: float) -> bool:
    """Whether parts of a line leave nothing of it free."""
    reached = _AT_EDGE
    for left, right in sorted((one[0], one[1]) for one in spans):
        reached = max(reached, right) if left <= reached + _AT_EDGE else reached
    return reached >= width - _AT_EDGE


def _kept(starts: Iterable[float], ends: Iterable[float], whole: float, around: float) -> tuple[float, float]:
    """From the first to the last of what does not reach the edges, and a little more."""
    first = min((one for one in starts if one > _AT_EDGE), default=0.0)
    last = max((one for one in ends if one < whole - _AT_EDGE), default=whole)
    first, last = (first, last) if first < last else (0.0, whole)
    return max(0.0, first - around), min(whole, last + around)


def _begin(kept: tuple[float, float], room: float, whole: float, share: float) -> float:
    """Where a part of so much room begins that holds what is kept, with its share of each side."""
    length = kept[1] - kept[0]
    if room >= whole or length >= whole:
        return (whole - room) * share
    return kept[0] * (1 - (room - length) / (whole - length))


def _going_on(parts: Iterable[Part], edges: Window, window: Window) -> Iterator[Part]:
    """Parts with what reaches an edge gone on to a window, without those that lie beyond the edges and the window, and
    without those that would be cut, and must not be."""
    for part in parts:
        if part.spare == "whole" and _is_cut(part, edges, window):
            continue
        if isinstance(part, Cluster):
            if inner := tuple(_going_on(part.parts, edges, window)):
                yield Cluster(part.name, inner)
        elif Window(*part.extent).meets(edges):
            yield structs.replace(part, path=gone_on(part.path, edges, window, is_filled=part.fill is not None))


def _is_cut(part: Part, edges: Window, window: Window) -> bool:
    """Whether a side of a window, or its head, cuts a part or nearly does."""
    inner = window.grown(-_BESIDE)
    return any(
        (left < inner.left and window.left > edges.left)
        or (right > inner.right and window.right < edges.right)
        or (top < inner.top and window.top > edges.top)
        for left, top, right, _ in (one.extent for one in figures((part,)))
    )


def figures(parts: Iterable[Part], with_spare: bool = True) -> Iterator[Figure]:
    """All that is drawn, with what is in clusters."""
    for part in parts:
        if with_spare or not part.spare:
            yield from (part,) if isinstance(part, Figure) else figures(part.parts, with_spare)


class _Night:
    """Parts as they are on a dark page: grounds and lines take its inks; things, and what lies on them, keep their own,
    so that skin stays light, and a window at night dark. What is dark and small is as light as it must be to be seen,
    and what is large in a scene so dark that nothing shines but what is lit.
    """

    def __init__(self, drawing: Drawing, palette: Mapping[str, str]) -> None:
        self._drawing, self._is_all = drawing, drawing.ground == "night"  # all of which has its own ground
        grounds = page, panel = Ink("light1"), Ink("light2")
        has_dunes = any(one.fill == _SKIN and _is_ground(drawing, one) for one in figures(drawing.parts))
        self._is_stepped = has_dunes and luminance(panel, palette) > luminance(page, palette)
        lifted = [Ink("light2", offset_percent=one, saturation_percent=50) for one in _LIFTED]
        seen = (one for one in lifted if all(contrast(one, ground, palette) >= _SEEN for ground in grounds))
        self._small = next(seen, lifted[-1])
        self._palette, self._shines = palette, drawing.is_scene and not self._is_all
        # What is filled, whether it keeps its inks, and whether these are dimmed.
        self._beneath: list[tuple[Shape, bool, bool]] = []

    def part(self, part: Part) -> Part:
        if isinstance(part, Cluster):
            return structs.replace(part, parts=tuple(map(self.part, part.parts)))
        fill, pen = part.fill, part.pen
        is_dark = fill is not None and fill.name in _DARK and not fill.offset_percent
        least = _ALL if is_dark else _MOST
        (left, top, right, bottom), points = part.extent, _points_within(part)
        near = (
            (one, how)
            for one, *how in reversed(self._beneath)
            if one.box.x <= right and left <= one.box.right and one.box.y <= bottom and top <= one.box.bottom
        )
        own = None, (self._is_all, False)
        ground, (is_over, is_on_dim) = next((each for each in near if _share_on(each[0], points) >= least), own)
        if fill is None:
            is_kept = is_over or bool(pen and pen.width > _BROAD)
        else:
            is_ground = _is_ground(self._drawing, part)
            is_shining = self._shines and fill.name in _SHINING and (is_ground or self._is_broad(part))
            is_kept = is_over or fill.name not in _OTHERS or is_dark or (bool(pen) and not is_ground)
            if is_shining:
                fill = self._dimmed(fill)
            elif is_dark and (is_on_dim or not is_over):
                fill = self._small if is_on_dim or not is_ground else Ink("light2", _DARK[fill.name])
            elif is_kept:
                fill = _other(fill)
            elif fill == _SAND and is_ground and self._is_stepped:
                fill = _LIFTED_A_STEP
            elif fill == _SKIN and not is_ground:  # a shade of what it lies on
                fill = _LIGHTER
            if part.fill and part.fill.opacity_percent == 100:
                self._beneath.append((shape_of(part.name, part.path, fill), is_kept, is_shining))
        if pen and fill and max(right - left, bottom - top) < _SMALL:
            pen = None  # its outline, as dark as the page, would be most of it
        turned = pen and is_kept and structs.replace(pen, ink=_other(pen.ink))
        if turned and is_on_dim and ground and ground.fill and not fill:
            turned = turned if contrast(turned.ink, ground.fill, self._palette) >= _LINE_SEEN else None
        return structs.replace(part, fill=fill, pen=turned or pen)

    def _is_broad(self, figure: Figure) -> bool:
        """Whether it covers much of the drawing."""
        sides = shape_of(figure.name, figure.path, None).sides
        covered = abs(sum(x1 * y2 - x2 * y1 for x1, y1, x2, y2 in sides)) / 2
        return covered >= _BROAD_SHARE * self._drawing.width * self._drawing.height

    def _dimmed(self, ink: Ink) -> Ink:
        """An ink that is dark enough for words and things on it to be as they are on the page."""
        least = _READ_AT_NIGHT if ink == TINTS["deep"] else _READ
        shades = [structs.replace(ink, luminance_percent=one) for one in range(ink.luminance_percent, 10, -5)]
        return next((one for one in shades if contrast(Ink("dark1"), one, self._palette) >= least), shades[-1])


def _is_ground(whole: Drawing, figure: Figure) -> bool:
    """Whether it reaches a side of a drawing, is a large part of it, or what words stand on."""
    left, top, right, bottom = figure.extent
    is_at_side = left <= whole.left + _AT_EDGE or right >= whole.left + whole.width - _AT_EDGE
    is_large = (right - left) * (bottom - top) >= _LARGE * whole.width * whole.height
    words = ((one.left, one.left + one.width, one.top) for one in whole.places if not figure.pen)
    is_under = (left <= begin and end <= right and top <= at < bottom for begin, end, at in words)
    return is_at_side or is_large or any(is_under)


def _fair(part: Part, drawing: Drawing) -> Part:
    """Parts with skin, and other things in its ink, as light as on white; what has no outline and is no patch on one
    that has is ground."""
    if isinstance(part, Cluster):
        return structs.replace(part, parts=tuple(_fair(one, drawing) for one in part.parts))
    left, top, right, bottom = part.extent
    is_thing = (
        part.fill == _SKIN and not _is_ground(drawing, part) and (part.pen or max(right - left, bottom - top) < _PATCH)
    )
    return structs.replace(part, fill=_FAIR) if is_thing else part


def _points_within(figure: Figure) -> list[tuple[float, float]]:
    """The points of a figure, a little nearer to its middle."""
    left, top, right, bottom = figure.extent
    x, y = (1 - _WITHIN) * (left + right) / 2, (1 - _WITHIN) * (top + bottom) / 2
    return [(x + _WITHIN * px, y + _WITHIN * py) for segment in figure.path for px, py in points_of(segment)]


def _share_on(beneath: Shape, points: Sequence[tuple[float, float]]) -> float:
    return sum(is_inside(beneath, x, y) for x, y in points) / len(points)


def _other(ink: Ink) -> Ink:
    return structs.replace(ink, name=_OTHERS.get(ink.name, ink.name))


def framed(drawing: Drawing, page: Box) -> Drawing:
    """A scene as a page shows it: on a narrower one without its sides, but for all that goes on in it.

    What is wider than such a page is smaller there. It stands on the foot of the page, on paper over the source, and
    what is over it goes on: sky that reaches its edge, and a wall that is level from side to side. Words that lead a
    scene begin where its title does.
    """
    narrow = drawing.height * page.width / page.height
    if narrow >= drawing.width:
        return drawing
    spans = [one.extent for one in figures(drawing.parts, with_spare=False)]
    leading = [one for one in drawing.places if _leads(one, drawing)]
    for without in (leading, ()):
        first, last = _across(drawing, spans, without, _AS_TITLE)
        width = max(last - first, narrow)
        left = min(max((drawing.width - width) * drawing.anchor[0], last - width), first)
        led = [_led(one, left, width, _AS_TITLE * width / drawing.width) for one in leading]
        if not any(_is_over(one, spans) for one in led):
            break
    height = width * page.height / page.width
    top = (drawing.height - height) * (1.0 if drawing.ground == "night" else _ON_PAPER)
    edges = structs.replace(_edges(drawing), bottom=drawing.height)
    end = top + (edges.top + _UNDER) * height / drawing.height if edges.top else top
    parts = tuple(_going_on(drawing.parts, edges, Window(left, end, left + width, top + height)))
    places = tuple(led[leading.index(one)] if one in leading else one for one in drawing.places)
    return structs.replace(drawing, left=left, width=width, top=top, height=height, parts=parts, places=places)


def drawn(drawing: Drawing, box: Box, palette: Mapping[str, str] = {}, *, fills: bool = False, alt: str = "") -> Group:
    """A drawing in a box: the whole of it, as large as it fits in, or so much of it that it fills the box.

    Where the palette is that of a dark page, it is as it would be by night; where panels are of a strong colour, things
    and faces are lighter, and nearly grey.
    What lies outside of the view box is cut off. Without an `alt`, it is decorative.
    """
    scale, x, y = placed(drawing, box, fills)
    left, top = max(x, box.x), max(y, box.y)
    right, bottom = min(x + scale * drawing.width, box.right), min(y + scale * drawing.height, box.bottom)
    x, y = x - scale * drawing.left, y - scale * drawing.top
    placing = _Placing(Matrix(scale, 0, 0, scale, x, y), scale, Window(left, top, right, bottom), fills)
    frame = Box(round(left), round(top), round(right) - round(left), round(bottom) - round(top))
    is_dark = palette and luminance(Ink("dark1"), palette) > luminance(Ink("light1"), palette)
    parts = drawing.parts
    if is_dark:
        parts = tuple(map(_Night(drawing, palette).part, parts))
    elif palette and _is_unlike_skin(palette):
        parts = tuple(_fair(one, drawing) for one in parts)
    return Group(drawing.name, frame, tuple(placing.items(parts)), alt)


def _is_unlike_skin(palette: Mapping[str, str]) -> bool:
    """Whether faces in what is made of the colour of panels would be green or blue."""
    panel, skin = bytes.fromhex(palette[_SKIN.name]), bytes.fromhex(rgb(_SKIN, palette))
    return max(panel) - min(panel) > _STRONG or max(skin) - skin[0] > _COOL


def placed(drawing: Drawing, box: Box, fills: bool = False) -> tuple[float, float, float]:
    """How large a unit of a drawing is in a box, and where its upper left corner comes to stand."""
    wide, high = box.width / drawing.width, box.height / drawing.height
    scale = max(wide, high) if fills else min(wide, high)
    x, y = (
        origin + (room - scale * size) * share
        for origin, room, size, share in zip(
            (box.x, box.y), (box.width, box.height), (drawing.width, drawing.height), drawing.anchor, strict=True
        )
    )
    return scale, x, y


class _Placing(Struct, frozen=True):
    """Parts of a drawing as items of a page."""

    place: Matrix
    scale: float
    window: Window
    is_cut_by_slide: bool  # then lines go on a little beyond it

    def items(self, parts: tuple[Part, ...]) -> Iterator[Shape | Group]:
        for part in parts:
            match part:
                case Figure():
                    yield from self._figure(part)
                case Cluster(name, inner):
                    if items := tuple(self.items(inner)):
                        yield Group(name, around(items), items)
                case _:
                    raise AssertionError("unreachable")

    def _figure(self, figure: Figure) -> Iterator[Shape]:
        """A figure as one shape; one that is cut off and has an outline as two, for no line runs along the cut."""
        path = self.place.path(figure.path)
        stroke = self._stroke(figure.pen) if figure.pen else None
        if holds(self.window, path):
            yield shape_of(figure.name, path, figure.fill, stroke)
            return
        if figure.fill and (rest := cropped(path, self.window, is_filled=True)):
            yield shape_of(figure.name, rest, figure.fill)
        if stroke:
            beyond = 1.0 if self.is_cut_by_slide else 0.01  # what runs along the edge is whole
            grown = self.window.grown(stroke.width_pt * EMU_PER_POINT * beyond)
            if rest := cropped(path, grown, is_filled=False):
                yield shape_of(f"{figure.name} outline" if figure.fill else figure.name, rest, None, stroke)

    def _stroke(self, pen: Pen) -> Stroke:
        width_pt = max(_HAIRLINE_PT, round(pen.width * self.scale / EMU_PER_POINT, 2))
        return Stroke(pen.ink, width_pt, pen.dash, has_round_ends=pen.has_round_ends)


def shape_of(name: str, path: tuple[Segment, ...], fill: Ink | None, stroke: Stroke | None = None) -> Shape:
    """A path as an item, in a box of whole units."""
    left, top, right, bottom = extent(path)
    x, y = int(left // 1), int(top // 1)
    box = Box(x, y, max(1, int(-(-right // 1)) - x), max(1, int(-(-bottom // 1)) - y))
    return Shape(name, box, Matrix(e=-x, f=-y).path(path), fill, stroke)
