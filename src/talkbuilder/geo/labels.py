"""Label placement: how much room a name takes, and where it stands without touching anything."""

from collections.abc import Iterable, Sequence
from itertools import product
from math import dist, inf

from msgspec import Struct, structs

from talkbuilder.diagnostics import Span
from talkbuilder.geo.drawing import LAND, dot, edges_of, emu_box, lines
from talkbuilder.geo.geometry import Edges, Point
from talkbuilder.geo.occupancy import SIZE_PT, Cells, Page
from talkbuilder.layout.fit import label
from talkbuilder.layout.items import Align, Face, Ink, Shape, Stroke, Style, Text, rectangle
from talkbuilder.layout.measure import Stretch, width_of
from talkbuilder.layout.theme import Fonts
from talkbuilder.talk.talk import plain

_SLACK = 1.03  # renderers differ by a hair in the width of words
_LINE_EM = 1.3
_WIDER = 0.25  # than Georgia, what stands in for it
_MOST_WIDER_PT = 15.0  # as far as names stay from the edges of the page

_PADDING_PT = 3.0  # about a name
_PATCH_PT, _PLATE_PT = 4.0, 4.0  # of land about it, and of the page about what is not on its map
_INNER_PT = 4.0  # between a name inside a country and its border
_PIN_GAP_PT = 6.5
_RAISED_PT = 8.0
_SPARE = 0.15  # of the height of a name, above and below its letters
PIN_AND_RING_PT = 10.0  # about a pin that a line leads to
_TRIES = 24
_DOT_PT = 2.5  # at the end of a line that leads to a name
_FROM_END = 0.2  # of a name: no line falls on its first or last letter
_LONGEST_LEADER_PT = 170.0
_SLANT = 0.5  # how wide a line is at least, of its height: one that is plumb looks like a border
_LEADER = Stroke(Ink("dark2"), 1)


class Name(Struct, frozen=True):
    """A name as it may be set: in how many lines, how, and what room that takes."""

    lines: tuple[str, ...]
    style: Style
    width_pt: float
    height_pt: float
    below: Style | None = None  # of lines after the first, where they look otherwise

    def at(self, edges: Edges, called: str, fonts: Fonts, span: Span, align: Align = "centre") -> Text:
        """The name in a rectangle."""
        styles = tuple(structs.replace(one, align=align) for one in (self.style, self.below or self.style))
        levels = [0, *(1 for _ in self.lines[1:])]
        paragraphs = tuple(
            structs.replace(plain(line, span), level=level) for line, level in zip(self.lines, levels, strict=True)
        )
        box = emu_box(_roomy(edges, align))
        return label(called, paragraphs, box, styles, (self.style.size_pt,), fonts, "middle")


def _roomy(edges: Edges, align: Align) -> Edges:
    """A box in which a name keeps its place and its line, even in another font that is wider."""
    left, top, right, bottom = edges
    more = (right - left) * _WIDER
    shares = {"left": (0.0, 1.0), "right": (1.0, 0.0), "centre": (0.5, 0.5)}[align]
    to_left, to_right = (min(more * share, _MOST_WIDER_PT) for share in shares)
    return left - to_left, top - 2, right + to_right, bottom + 2


def name_over(words: str, style: Style, remark: str, below: Style, fonts: Fonts) -> Name:
    """A name with a remark under it."""
    width = max(_width_pt(words, style, fonts), _width_pt(remark, below, fonts))
    return Name((words, remark), style, width * _SLACK + 2, (style.size_pt + below.size_pt) * _LINE_EM, below)


def name(words: str, style: Style, fonts: Fonts, lines: int = 1) -> Name:
    """A name in one line, or in two that are as equal as its words allow."""
    parts = _halves(words) if lines == 2 else (words,)
    widths = [_width_pt(part, style, fonts) for part in parts]
    height = len(parts) * style.size_pt * _LINE_EM
    return Name(parts, style, max(widths) * _SLACK + 2, height)


def _halves(words: str) -> tuple[str, ...]:
    singles = words.split(" ")
    cuts = [(" ".join(singles[:at]), " ".join(singles[at:])) for at in range(1, len(singles))]
    return min(cuts, key=lambda cut: max(map(len, cut))) if cuts else (words,)


def _width_pt(words: str, style: Style, fonts: Fonts) -> float:
    shown = words.upper() if style.capitals else words
    stretch = Stretch(shown, Face(fonts.family(style.font), style.bold, style.italic), style.size_pt, style.spacing_pt)
    return width_of(shown, stretch)


def style(size_pt: float, ink: Ink, bold: bool = False, spacing_pt: float = 0.0) -> Style:
    """A name in the family of texts."""
    return Style(size_pt, ink, bold=bold, spacing_pt=spacing_pt, line_percent=95)


class Labels:
    """The names on a page, and what of it is taken; a copy goes on from there."""

    def __init__(self, page: Page, limits: Edges, fonts: Fonts) -> None:
        self.page, self.fonts = page, fonts
        self.taken = page.all - page.rectangle(limits)
        self._air = page.none  # about names that stand apart: lines may cross it
        self.texts: tuple[Text, ...] = ()
        self.patches: tuple[Shape, ...] = ()  # under names on land, where no border runs through them
        self.leaders: tuple[Shape, ...] = ()

    def reserve(self, cells: Cells) -> None:
        self.taken = self.taken | cells

    def _free(self, cells: Cells) -> Cells:
        return cells - self.taken - self._air

    def inside(
        self,
        names: Iterable[Name],
        cells: Cells,
        called: str,
        span: Span,
        centre: Cells | None = None,
        inner_pt: Sequence[float] = (_INNER_PT,),
    ) -> bool:
        """Sets the first of some forms of a name that has room on some cells, as near to their middle as can be.

        With `centre`, it is enough that the middle of the name lies on that; borders stop at it. Of `inner_pt`, the
        first distance from what is not of these cells is kept that leaves a form room.
        """
        free = self._free(cells)
        if not free.count:
            return False
        wish = (free if centre is None else centre).middle()
        for name, inner in ((name, inner) for name in names for inner in inner_pt):
            width, height = name.width_pt + 2 * inner, name.height_pt + 2 * (inner - _INNER_PT)
            rooms = free.rooms(width, height)
            if centre is not None:
                rooms = rooms & centre.shifted(-round(width / 2 / SIZE_PT), -round(height / 2 / SIZE_PT))
            corner = rooms.nearest((wish[0] - width / 2, wish[1] - height / 2))
            if corner:
                left, top = corner[0] + inner, corner[1] + inner - _INNER_PT
                edges = (left, top, left + name.width_pt, top + name.height_pt)
                self._put(name, edges, called, span, ground=None if centre is None else (LAND, _PATCH_PT))
                return True
        return False

    def beside(self, name: Name, pin: Point, radius: float, cells: Cells, called: str, span: Span) -> bool:
        """Sets a name next to a pin, right of it if possible."""
        free = self._free(cells)
        width, height = name.width_pt, name.height_pt
        gap = radius + _PIN_GAP_PT
        x, y = pin
        places: Sequence[tuple[float, float, Align]] = (
            (x + gap, y - height / 2, "left"),
            (x - gap - width, y - height / 2, "right"),
            (x + gap, y - height / 2 - _RAISED_PT, "left"),
            (x - gap - width, y - height / 2 - _RAISED_PT, "right"),
            (x + gap, y - height / 2 + _RAISED_PT, "left"),
            (x - gap - width, y - height / 2 + _RAISED_PT, "right"),
            (x - width / 2, y - gap - height + 4, "centre"),
            (x - width / 2, y + gap - 4, "centre"),
            (x + gap - 6, y - gap - height + 8, "left"),
            (x + gap - 6, y + gap - 8, "left"),
            (x - gap + 6 - width, y - gap - height + 8, "right"),
            (x - gap + 6 - width, y + gap - 8, "right"),
        )
        for left, top, align in places:
            edges = (left, top, left + width, top + height)
            if free.holds((left, top + height * _SPARE, left + width, top + height * (1 - _SPARE))):
                self._put(name, edges, called, span, align)
                return True
        return False

    def led(
        self,
        name: Name,
        anchors: Sequence[Point],
        grounds: Sequence[Cells],
        called: str,
        span: Span,
        own_pt: float = 2.0,
        across: Cells | None = None,
        land: Cells | None = None,
    ) -> bool:
        """Sets a name off what it belongs to, on some ground, with the shortest thin line that leads to one of some
        points in that.

        The line crosses nothing that is taken, `across` neither; `own_pt` is how far what it leads to reaches.
        Borders stop at a name that stands on `land`.
        """
        blocked = self.taken if across is None else self.taken | across
        found = []
        for anchor, ground in product(anchors, grounds):
            if led := self._leader(name, anchor, ground, blocked - self.page.along([anchor], own_pt)):
                found.append((*led, anchor))
        if not found:
            return False
        edges, end, anchor = min(found, key=lambda one: dist(one[1], one[2]))
        is_on_land = land is not None and land.holds(edges)
        self._put(name, edges, called, span, ground=(LAND, _PATCH_PT) if is_on_land else None)
        is_pinned = own_pt > _DOT_PT  # then the line ends at the ring of its pin
        to = _towards(anchor, end, own_pt) if is_pinned else anchor
        if line := lines(f"{called}, line", [[end, to]], _LEADER):
            self.leaders += (line, *(() if is_pinned else (dot(f"{called}, dot", anchor, _DOT_PT, _LEADER.ink),)))
        self.reserve(self.page.along((*_stepped(end, anchor), anchor), _DOT_PT + _PADDING_PT))
        return True

    def _leader(self, name: Name, anchor: Point, ground: Cells, blocked: Cells) -> tuple[Edges, Point] | None:
        """Where a name may stand from which a line leads to a point across nothing, and where that line begins."""
        width, height = name.width_pt, name.height_pt
        rooms = self._free(ground).rooms(width + 2 * _PADDING_PT, height)
        for _ in range(_TRIES):
            corner = rooms.nearest((anchor[0] - width / 2, anchor[1] - height / 2))
            if corner is None:
                return None
            left, top = corner[0] + _PADDING_PT, corner[1]
            edges = (left, top, left + width, top + height)
            end = _nearest_on(edges, anchor)
            if dist(end, anchor) > _LONGEST_LEADER_PT:
                return None
            is_slanted = abs(end[0] - anchor[0]) >= _SLANT * abs(end[1] - anchor[1])
            if is_slanted and not (self.page.along(_stepped(end, anchor), 1.0) & blocked).count:
                return edges, end
            x, y = corner
            rooms = rooms - self.page.rectangle((x - 20, y - 12, x + 20, y + 12))
        return None

    def near(
        self,
        names: Iterable[Name],
        middle: Point,
        ground: Cells,
        called: str,
        span: Span,
        most_pt: float = inf,
        air_pt: float = 0.0,
        plate: Ink | None = None,
    ) -> bool:
        """Sets the first of some forms of a name that has room, as near to a point as can be, and no farther off.

        `air_pt` is what is free of names over and under it; with a `plate`, nothing of the map is seen under it.
        """
        free = self._free(ground)
        for text in self.texts if air_pt else ():
            left, top, right, bottom = edges_of(text.box)
            free = free - self.page.rectangle((left, top - air_pt, right, bottom + air_pt))
        for name in names:
            aside = _PLATE_PT if plate else _PADDING_PT
            width, height = name.width_pt + 2 * aside, name.height_pt
            wish = middle[0] - width / 2, middle[1] - height / 2
            corner = free.rooms(width, height).nearest(wish)
            if corner and dist(corner, wish) <= most_pt:
                left = corner[0] + aside
                edges = (left, corner[1], left + name.width_pt, corner[1] + height)
                self._put(name, edges, called, span, ground=(plate, aside) if plate else None)
                self._air |= self.page.rectangle(
                    (left - air_pt, edges[1] - air_pt, edges[2] + air_pt, edges[3] + air_pt)
                )
                return True
        return False

    def forced(self, name: Name, middle: Point, called: str, span: Span) -> None:
        """Sets a name that has no room where it would have to stand, and says so."""
        left, top = middle[0] - name.width_pt / 2, middle[1] - name.height_pt / 2
        edges = (left, top, left + name.width_pt, top + name.height_pt)
        self.texts += (structs.replace(name.at(edges, called, self.fonts, span), surplus=1.0),)

    def _put(
        self,
        name: Name,
        edges: Edges,
        called: str,
        span: Span,
        align: Align = "centre",
        ground: tuple[Ink, float] | None = None,
    ) -> None:
        self.texts += (name.at(edges, called, self.fonts, span, align),)
        left, top, right, bottom = edges
        if ground:
            ink, aside = ground
            patch = emu_box((left - aside, top, right + aside, bottom))
            self.patches += (rectangle(f"{called}, ground", patch, ink),)
        self.reserve(self.page.rectangle((left - _PADDING_PT, top, right + _PADDING_PT, bottom)))


def _nearest_on(edges: Edges, point: Point) -> Point:
    """Where a line from a name to a point begins: at its side, in the middle of its height, or above or below it."""
    left, top, right, bottom = edges
    if left <= point[0] <= right:
        inner = (right - left) * _FROM_END
        return min(max(point[0], left + inner), right - inner), bottom if point[1] > bottom else top
    return left - 2 if point[0] < left else right + 2, (top + bottom) / 2


def _towards(point: Point, other: Point, far: float) -> Point:
    """The point so far from one on the way to another."""
    share = far / max(far, dist(point, other))
    return point[0] + (other[0] - point[0]) * share, point[1] + (other[1] - point[1]) * share


def _stepped(start: Point, end: Point) -> list[Point]:
    """Points on a line, close together, without those at its ends, which lie in what they belong to."""
    steps = max(2, int(dist(end, start) / SIZE_PT))
    return [
        (start[0] + (end[0] - start[0]) * step / steps, start[1] + (end[1] - start[1]) * step / steps)
        for step in range(1, steps)
    ]
