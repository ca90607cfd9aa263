"""What of a page is free: masters and layouts draw pictures, bars and lines, out of which texts and drawings keep.

The page is looked at in cells. Each has a label: the drawings that are seen there, of which a place that is clear has
the same all over: none, or a panel that carries it. What covers the page is its ground, and in a picture that does,
cells are labelled whose colour differs much from that of the ground: nobody reads what stands half on a hill.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import chain, compress
from operator import itemgetter, ne
from struct import unpack
from sys import intern
from typing import TYPE_CHECKING, Literal, TypeGuard

from talkbuilder.layout.inks import ENOUGH, ENOUGH_LARGE, mixed
from talkbuilder.layout.inks import contrast_of as contrast
from talkbuilder.layout.items import Close, Image, Ink, Move, Shape, edges_at, is_between, rectangle
from talkbuilder.layout.pictures import NotAPicture, glimpse
from talkbuilder.outputs.pptx.template.colours import average
from talkbuilder.outputs.pptx.template.shapes import GRADIENT, RECTANGLE, Drawn, Look
from talkbuilder.units import EMU_PER_POINT, Box, Emu

if TYPE_CHECKING:
    from PIL.Image import Image as Pixels

_COLUMNS, _ROWS = 96, 54
_AROUND = tuple(row * _COLUMNS + column for row in (-1, 0, 1) for column in (-1, 0, 1))
_BEYOND = (*_AROUND, -2, 2)  # as letters of a logo stand apart
_COVERS = 0.85  # of the page: then it is the ground
_FAINT = 1.2  # contrast with what lies beneath, under which nobody minds that text stands on it
_UNLIKE = 1.8  # contrast with the ground, from which a part of its picture is seen as something else
_INKED = 1.05  # contrast with the ground around a cell, from which a thin letter may stand in it
_STEP = 1.3  # contrast with the cell beside it, from which there is an edge
_EDGE = 1.5  # the same, where colours run into each other
_OPAQUE = 95  # percent
_LOGO = {True: 0.15, False: 0.04}  # of the page, that a logo takes at most: with a picture in it, and without
_HATCH = 8  # lines, from which a drawing of nothing else is seen as a whole
_BAR = 0.6  # of the width or the height of the page
_IS_SOLID, _LINE = [0] * 200 + [255] * 56, 63  # of 255: how opaque a line is, and how much of a cell it takes
# To colours among so few that each is compared with others but once: of red, green, blue and opacity.
_FEWER = [min(255, (one + 4) // 8 * 8) for one in range(256)] * 4
_GLOW = 64  # of 255: how opaque a picture is that is no more than a light or a shade
_ACROSS, _DOWN = 32, 16  # at how many points a place is looked at for what lies beneath it
_STRAIGHT, _MOST_OF = 1.2, 0.62  # how much more a part counts that is as wide as its box, at least so much
_SOLID, _TONES, _MOSTLY = 12, 4, 0.6  # sixteenths of opacity, colours that a logo has, and how much of it they are
# That change along a line of a code to scan at least, how much of it is of two colours, and of each where one is clear.
_MODULES, _OF_TWO, _OF_ONE = 8, 0.8, 0.2
# The labels of what a picture that covers the page shows on it, and of what slides put on what is drawn.
_OF_GROUND, _OF_SLIDES = -1, -2

Label = frozenset[int]
_NOTHING: Label = frozenset()
Beside = Literal["all", "drawings", "logos"]


class FreeArea:
    """The free area of a layout, or of a master, on a page of some size."""

    def __init__(self, look: Look, colours: Mapping[str, str], page: Box, taken: Sequence[Box] = ()) -> None:
        self._page, self._size = page, page.width * page.height
        self._look, self._inks = look, colours
        self._known: dict[tuple[Box, Emu, Beside], Box] = {}
        self._labels: list[Label] = [_NOTHING] * (_COLUMNS * _ROWS)
        self._colours = [colours[look.background.name]] * (_COLUMNS * _ROWS)
        self.obstacles = tuple(self._drawn())
        self._drawings = list(self._labels)
        self._in_picture = set[int]()  # the cells of logos that a picture over the page shows
        self.has_picture = self._label_picture()
        self._plain = list(self._labels)
        for box in taken:  # by what slides show above their foot: that itself stands there as on what is drawn
            for at in self._within_page(box):
                self._labels[at] = self._drawings[at] = frozenset((_OF_SLIDES,))

    def within(self, box: Box, air: Emu = 0, beside: Beside = "all") -> Box:
        """The largest part of a box that is clear; it keeps so far away from what makes it smaller, and twice as far at
        its sides. One as wide as the box may be a little smaller: over a logo, or straight under a title.

        The box itself where all of it is clear; a box without height where nothing is. It may be asked for beside what
        is drawn on a picture that covers the page, whatever that shows; or only beside what of it may be a logo.
        """
        if (box, air, beside) not in self._known:
            self._known[box, air, beside] = self._within(box, air, self._marks(beside))
        return self._known[box, air, beside]

    def grounds(self, box: Box) -> Counter[str]:
        """The colours beneath a box, as RRGGBB, and at how many points of it each is; lines are left out."""
        unit_x, unit_y = self._page.width / _COLUMNS, self._page.height / _ROWS
        across = [int((box.x + box.width * (at + 0.5) / _ACROSS) / unit_x) for at in range(_ACROSS)]
        down = [int((box.y + box.height * (at + 0.5) / _DOWN) / unit_y) for at in range(_DOWN)]
        columns = itemgetter(*(min(_COLUMNS - 1, max(0, column)) for column in across))
        begins = (min(_ROWS - 1, max(0, row)) * _COLUMNS for row in down)
        return Counter(chain.from_iterable(columns(self._colours[at : at + _COLUMNS]) for at in begins))

    def is_read(self, box: Box) -> bool:
        """Whether one ink can be read on all that is seen beneath a box, however little there is of it."""
        return _are_read({self._colours[at] for at in self._within_page(box)})

    def is_soft(self, box: Box) -> bool:
        """Whether nothing beneath a box begins at an edge: its colours run into each other, so that one ink is read."""
        cells = {*self._within_page(box)}
        near = ((self._colours[at], self._colours[by]) for at in cells for by in (at + 1, at + _COLUMNS) if by in cells)
        return self.is_read(box) and all(contrast(one, other) < _EDGE for one, other in {*near})

    def is_calm(self, box: Box) -> bool:
        """Whether a box is soft, and no logo and no line is on it: large letters stand there as on what is free."""
        met = (one.box for one in self.obstacles if one.box.meets(box))
        is_crossed = any(20 * min(one.width, one.height) < self._page.height for one in met)
        return not is_crossed and self.is_soft(box) and not self.has_logo(box)

    def has_logo(self, box: Box) -> bool:
        """Whether what may be a logo lies beneath a box; a spark of a picture is none."""
        cells = self._within_page(box)
        return any(self._marked_logos[at] for at in cells) or 20 * len(self._in_picture & {*cells}) > len(cells)

    def is_plain(self, box: Box) -> bool:
        """Whether a box lies on one ground all over: no letters of a picture, no line, no edge."""
        cells = self._within_page(box)
        inked = sorted({self._colours[at] for at in cells}, key=lambda one: contrast(one, "000000"))
        return len({self._plain[at] for at in cells}) == 1 and contrast(inked[0], inked[-1]) < _STEP

    @cached_property
    def rules(self) -> tuple[tuple[Emu, Emu], ...]:
        """Over and under each line across what covers the page, however faint, from the head down."""
        rows = [self._colours[at : at + _COLUMNS] for at in range(0, len(self._colours), _COLUMNS)]
        found = []
        for row in range(1, _ROWS - 1):
            differing = sum(over == under != at for over, at, under in zip(*rows[row - 1 : row + 2], strict=True))
            if differing >= _BAR * _COLUMNS:
                found.append((row * self._page.height // _ROWS, (row + 1) * self._page.height // _ROWS))
        return tuple(found)

    @property
    def rule(self) -> tuple[Emu, Emu]:
        """The first of these at the foot; (0, 0) where there is none."""
        first = _ROWS * 4 // 5 * self._page.height // _ROWS
        return next((one for one in self.rules if one[0] >= first), (0, 0))

    def _marks(self, beside: Beside) -> list[Label]:
        if beside == "logos":
            return self._marked_logos
        return self._drawings if beside == "drawings" else self._labels

    @cached_property
    def _marked_logos(self) -> list[Label]:
        unread = {*range(len(self._look.drawn), len(self._look.drawn) + len(self._look.unread))}
        kept = self._logos | {_OF_SLIDES}
        # What cannot be read may be a logo, as a metafile.
        of = {label: label if label & unread else label & kept for label in set(self._drawings)}
        return [of[label] for label in self._drawings]

    def _within(self, box: Box, air: Emu, marks: list[Label]) -> Box:
        left, top, right, bottom = self._cells(box)
        x, y, width, height = _largest(marks, left, top, right, bottom)
        unit_x, unit_y = self._page.width / _COLUMNS, self._page.height / _ROWS
        x0 = box.x if x == left else round(x * unit_x) + 2 * air
        y0 = box.y if y == top else round(y * unit_y) + air
        x1 = box.right if x + width == right else round((x + width) * unit_x) - 2 * air
        y1 = box.bottom if y + height == bottom else round((y + height) * unit_y) - air
        return Box(x0, y0, max(0, x1 - x0), max(0, y1 - y0))

    @property
    def logos(self) -> list[Box]:
        """The boxes of what is drawn that may be a logo."""
        return [self._look.drawn[at].box for at in sorted(self._logos)]

    @cached_property
    def _logos(self) -> frozenset[int]:
        """What is drawn that may be a logo: a small picture, or a small shape that touches no edge of the page."""
        page, logos = self._page, set()
        for number, one in enumerate(self._look.drawn):
            is_picture = _is_picture(one)
            is_small = one.box.width * one.box.height < _LOGO[is_picture] * self._size
            is_bar = one.box.width >= _BAR * page.width or one.box.height >= _BAR * page.height
            if is_small and not is_bar and (is_picture or (_lies_in(one.box, page) and not self._is_line(one))):
                logos.add(number)
        return frozenset(logos)

    def _within_page(self, box: Box) -> list[int]:
        left, top, right, bottom = self._cells(box)
        return [row + x for row in range(top * _COLUMNS, bottom * _COLUMNS, _COLUMNS) for x in range(left, right)]

    def _cells(self, box: Box) -> tuple[int, int, int, int]:
        """The cells that a box lies on, a hair of its edges left out."""
        hair = EMU_PER_POINT
        unit_x, unit_y = self._page.width / _COLUMNS, self._page.height / _ROWS
        left = min(_COLUMNS - 1, max(0, int((box.x + hair) / unit_x)))
        top = min(_ROWS - 1, max(0, int((box.y + hair) / unit_y)))
        right = min(_COLUMNS, max(left + 1, int(-(-(box.right - hair) // unit_x))))
        bottom = min(_ROWS, max(top + 1, int(-(-(box.bottom - hair) // unit_y))))
        return left, top, right, bottom

    def _drawn(self) -> Iterator[Drawn]:
        """Labels the cells on which something is drawn that text keeps out of."""
        bare, shown = list(self._colours), dict[int, list[int]]()
        for number, one in enumerate(self._look.drawn):
            cells = self._seen(one)
            seen = [(at, colour) for at, colour in cells if colour != self._colours[at]]
            is_ground = len(cells) >= _COVERS * _COLUMNS * _ROWS
            marked = [at for at, colour in seen if is_ground or contrast(colour, self._colours[at]) >= _FAINT]
            if isinstance(one, Shape) and (2 * len(marked) > len(cells) or self._is_edged(one, cells)):
                marked = [at for at, _ in cells]  # all of what can be seen on most of it
            is_small = one.box.width * one.box.height < _LOGO[True] * self._size
            if _is_picture(one) and is_small and one.box.meets(self._page) and not _is_glow(one):
                marked = self._within_page(one.box)  # lines are thin, and the ground of a logo lets through
            is_opaque = isinstance(one, Image) or (one.fill is not None and one.fill.opacity_percent >= _OPAQUE)
            for at in marked:
                here = _NOTHING if is_ground else frozenset((number,))
                self._labels[at] = here if is_opaque or is_ground else self._labels[at] | here
            for at, colour in seen if not self._is_line(one) else ():
                self._colours[at] = colour
                if is_ground:
                    bare[at] = colour
                elif is_opaque and isinstance(one, Shape) and contrast(colour, bare[at]) < _FAINT:
                    self._labels[at] = _NOTHING  # a sheet in the colour of the ground hides what lies beneath
            if marked and not is_ground:
                shown[number] = [at for at, _ in cells] or marked
        for number, under in shown.items():
            if any(number in self._labels[at] for at in under):
                yield self._look.drawn[number]
            else:  # nothing of it is seen
                self._labels = [label - {number} for label in self._labels]
        for number, box in enumerate(self._look.unread, len(self._look.drawn)):
            covered = self._within_page(box)
            if box.meets(self._page) and len(covered) < _COVERS * _COLUMNS * _ROWS:
                for at in covered:
                    self._labels[at] |= {number, _OF_SLIDES - 1 - at}  # no two are alike: nothing stands on letters
                yield rectangle("Text", box, Ink("text"))

    def _is_edged(self, one: Shape, cells: list[tuple[int, str]]) -> bool:
        """Whether something is seen by its edge alone: letters do not cross that."""
        return bool(
            one.fill
            and one.stroke
            and cells
            and contrast(self._inks[one.stroke.ink.name], self._colours[cells[0][0]]) >= _FAINT
        )

    def _is_line(self, one: Drawn) -> bool:
        """Whether a letter over it is still read on what lies beneath."""
        return isinstance(one, Shape) and (
            not one.fill or 2 * _ROWS * min(one.box.width, one.box.height) < self._page.height
        )

    def _seen(self, one: Drawn) -> list[tuple[int, str]]:
        """The cells on which something is seen, and what colour they are then."""
        box = one.box
        if box.x >= self._page.width or box.y >= self._page.height or box.right <= 0 or box.bottom <= 0:
            return []
        left, top, right, bottom = self._cells(box)
        if isinstance(one, Image):
            colours = picture_cells(one.data, one.crop, right - left, bottom - top)
            return [(at, colour) for at, colour in zip(self._within_page(box), colours, strict=True) if colour]
        ink = one.fill or (one.stroke.ink if one.stroke else None)
        unit_x, unit_y = self._page.width / _COLUMNS, self._page.height / _ROWS
        is_thin = min(box.width, box.height) < 2 * max(unit_x, unit_y)
        is_hatched = one.fill is None and sum(isinstance(it, Move) for it in one.path) >= _HATCH
        is_frame = one.fill is None and not (is_thin or is_hatched)
        if ink is None or (is_frame and Close() not in one.path):
            return []
        rgb = self._inks[ink.name]
        cells = self._within_page(box)
        if (one.fill or is_frame) and len(one.path) != RECTANGLE:
            columns = [min(max((at + 0.5) * unit_x, box.x + 1), box.right - 1) for at in range(left, right)]
            middles = (min(max((row + 0.5) * unit_y, box.y + 1), box.bottom - 1) for row in range(top, bottom))
            insides = (is_between(edges, x) for edges in (edges_at(one, y) for y in middles) for x in columns)
            cells = [*compress(cells, insides)]
        if is_frame:  # what is within is as free as what is around
            within = {*cells}
            cells = [at for at in cells if not within.issuperset(at + step for step in _AROUND)]
        if ink.opacity_percent == 100:
            return [(at, rgb) for at in cells]
        return [(at, mixed(rgb, self._colours[at], ink.opacity_percent)) for at in cells]

    def _label_picture(self) -> bool:
        """Labels what is unlike the ground where a picture covers the page, and tells whether one does."""
        ground = [at for at, label in enumerate(self._labels) if label == _NOTHING]
        counted = Counter(self._colours[at] for at in ground)
        if len(counted) < 2:
            return False
        rgb, count = counted.most_common(1)[0]
        usual = rgb if count * 3 >= len(ground) else average(counted)
        edges = self._edges()
        # What shades off all over, as a glow does, hides nothing of a title that is read on all of it.
        is_shade = not edges and _are_read(counted, ENOUGH_LARGE)
        unlike = {one for one in counted if contrast(one, usual) >= _UNLIKE and not is_shade}
        for at in ground:
            if self._colours[at] in unlike or at in edges:
                self._labels[at] = frozenset((_OF_GROUND,))
        around = self._around()
        self._grow_logos({at for at in ground if contrast(self._colours[at], around[at]) >= _INKED})
        return True

    def _around(self) -> list[str]:
        """The ground around each cell, which may shade off: the median of some cells, that has no thin letters."""
        from PIL import Image as Pillow
        from PIL import ImageFilter

        cells = Pillow.frombytes("RGB", (_COLUMNS, _ROWS), bytes.fromhex("".join(self._colours)))
        few = cells.resize((_COLUMNS // 3, _ROWS // 3), 4).filter(ImageFilter.MedianFilter(5))
        told = few.resize((_COLUMNS, _ROWS), 2).tobytes().hex().upper()
        return [told[6 * at : 6 * at + 6] for at in range(_COLUMNS * _ROWS)]

    def _grow_logos(self, inked: set[int]) -> None:
        """Labels a logo in the picture to its farthest ink, which may be thin letters, and all between."""
        labelled = {at for at in inked if self._labels[at]}
        while labelled:
            reached = [labelled.pop()]
            inked -= {*reached}
            for at in reached:  # which grows meanwhile
                around = inked.intersection([at + step for step in _BEYOND])
                inked -= around
                reached += around
            labelled.difference_update(reached)
            columns, rows = {at % _COLUMNS for at in reached}, {at // _COLUMNS for at in reached}
            wide, high = max(columns) - min(columns) + 1, max(rows) - min(rows) + 1
            is_bar = wide >= _BAR * _COLUMNS or high >= _BAR * _ROWS  # whose edge is no logo
            if wide * high < _LOGO[True] * _COLUMNS * _ROWS and not is_bar:
                for row in range(min(rows), max(rows) + 1):
                    first = row * _COLUMNS + min(columns)
                    for at in range(first, first + wide):  # no two are alike: nothing stands on letters
                        self._labels[at] = frozenset((_OF_GROUND, _OF_SLIDES - 1 - at))
                    self._in_picture.update(range(first, first + wide))

    def _edges(self) -> set[int]:
        """The cells where a picture changes at once, as along a ribbon, not little by little nor for a logo on it."""
        colours = ["" if label else colour for label, colour in zip(self._labels, self._colours, strict=True)]
        beside, under = [*colours[1:], ""], [*colours[_COLUMNS:], *[""] * _COLUMNS]
        beside[_COLUMNS - 1 :: _COLUMNS] = [""] * _ROWS
        return {
            at
            for at, (here, *around) in enumerate(zip(colours, beside, under, strict=True))
            if here and any(one and one != here and contrast(here, one) >= _STEP for one in around)
        }


@lru_cache(maxsize=64)  # a template may have fifty layouts that differ in their names
def free_area(look: Look, colours: tuple[tuple[str, str], ...], page: Box, taken: tuple[Box, ...] = ()) -> FreeArea:
    """The free area of all layouts that look so, beside what their slides have taken."""
    return FreeArea(look, dict(colours), page, taken)


@lru_cache(maxsize=256)
def picture_cells(
    data: bytes, crop: tuple[float, float, float, float], columns: int, rows: int
) -> tuple[str | None, ...]:
    """What is shown of a picture, in cells row by row: the colour of each; None where what lies beneath is seen."""
    shown = _glimpse(data)
    left, top, right, bottom = crop
    box = left * shown.width, top * shown.height, (1 - right) * shown.width, (1 - bottom) * shown.height
    box = (max(0.0, box[0]), max(0.0, box[1]), min(shown.width, box[2]), min(shown.height, box[3]))
    if box[0] >= box[2] or box[1] >= box[3]:
        box = (0.0, 0.0, shown.width, shown.height)
    cells = shown.resize((columns, rows), 4, box)  # each the mean of what lies in it
    told, alphas = cells.point(_FEWER).tobytes().hex().upper(), cells.getchannel("A").tobytes()
    lines = shown.getchannel("A").point(_IS_SOLID).resize((columns, rows), 4, box).tobytes()  # of a thin one, a part
    return tuple(
        intern(told[8 * at : 8 * at + 6]) if alphas[at] > 127 or lines[at] > _LINE else None
        for at in range(columns * rows)
    )


def is_of_one_colour(data: bytes, crop: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)) -> bool:
    """Whether most of a picture is of one colour, as of a sheet with ornaments, and not of a photograph; one that is
    damaged may be any."""
    try:
        glimpse(data)
    except NotAPicture:
        return False
    counted = Counter(picture_cells(data, crop, 24, 24))
    return 2 * max(counted.values()) > counted.total()


@lru_cache(maxsize=8)
def is_logo(picture: bytes) -> bool:
    """Whether a picture is drawn in few colours beside its ground, as no photo is, and is no code to scan."""
    try:
        seen = glimpse(picture)
    except NotAPicture:
        return False
    pixels = unpack(f"<{seen.width * seen.height}I", seen.point([tone >> 4 for tone in range(256)] * 4).tobytes())
    counted = Counter(pixels).most_common()
    solid = [count for pixel, count in counted if pixel >> 24 > _SOLID]
    tones = solid[sum(solid) == len(pixels) :]
    changes = sum(map(ne, pixels, pixels[1:])) / seen.height
    is_square = 10 * abs(seen.width - seen.height) < seen.width
    least, both = (sum(count for _, count in counted[at:2]) / len(pixels) for at in (1, 0))
    is_cut_out = counted[0][0] >> 24 <= _SOLID and least < _OF_ONE
    is_code = is_square and changes > _MODULES and both > _OF_TWO and not is_cut_out
    return not is_code and sum(tones[:_TONES]) >= _MOSTLY * sum(tones)


def _glimpse(data: bytes) -> "Pixels":
    """What is seen of a picture; of one that turns out to be damaged, a grey box."""
    try:
        return glimpse(data)
    except NotAPicture:
        from PIL import Image as Pillow

        return Pillow.new("RGBA", (1, 1), "#808080")


def _is_picture(one: Drawn) -> TypeGuard[Image]:
    """Whether something is a picture, and no shape that shades off, which has no thin lines."""
    return isinstance(one, Image) and one.name != GRADIENT


def _is_glow(one: Image) -> bool:
    """Whether a picture lets through nearly all that lies beneath it, and has no thin lines, but a little all over."""
    counts = _glimpse(one.data).getchannel("A").histogram()
    return not any(counts[_GLOW:]) and 4 * counts[0] < 3 * sum(counts)


def _are_read(colours: Collection[str], enough: float = ENOUGH) -> bool:
    """Whether one ink can be read on all of some colours."""
    return any(all(contrast(ink, one) >= enough for one in colours) for ink in ("000000", "FFFFFF"))


def _lies_in(box: Box, page: Box) -> bool:
    """Whether a box touches no edge of the page."""
    return box.x > 0 and box.y > 0 and box.right < page.width and box.bottom < page.height


def _largest(marks: list[Label], left: int, top: int, right: int, bottom: int) -> tuple[int, int, int, int]:
    """The clear rectangle among some cells that is worth most: x, y, width, height; without height where none is."""
    wide, first = right - left, marks[top * _COLUMNS + left]
    rows = [marks[row * _COLUMNS + left : row * _COLUMNS + right] for row in range(top, bottom)]
    if all(labels.count(first) == wide for labels in rows):
        return left, top, wide, bottom - top
    best, most, is_page = (left, top, wide, 0), 0.0, 2 * (bottom - top) > _ROWS
    heights = [0] * wide
    above: Sequence[Label | None] = [None] * wide
    for row, labels in enumerate(rows):
        heights = [high + 1 if label == over else 1 for high, label, over in zip(heights, labels, above, strict=True)]
        above = labels
        if labels in rows[row + 1 : row + 2]:
            continue  # all that ends here is larger by a row there
        begins = 0
        for end in range(1, wide + 1):
            if end < wide and labels[end] == labels[begins]:
                continue
            for x, width, high in _under(heights[begins:end]):
                is_straight = width == wide and (high == row + 1 or is_page) and high >= _MOST_OF * (bottom - top)
                worth = width * high * (_STRAIGHT if is_straight else 1.0)
                if worth > most:
                    best, most = (left + begins + x, top + row - high + 1, width, high), worth
            begins = end
    return best


def _under(heights: list[int]) -> Iterator[tuple[int, int, int]]:
    """The rectangles under a line of columns that cannot be made wider: first column, width, height."""
    open_at: list[tuple[int, int]] = []  # first column and height of what is still under way
    for at, high in enumerate((*heights, 0)):
        first = at
        while open_at and open_at[-1][1] >= high:
            first, taller = open_at.pop()
            yield first, at - first, taller
        open_at.append((first, high))
