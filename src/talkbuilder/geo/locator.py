"""The locator map: a flat map with areas in focus, pins, routes, names and an inset globe."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from copy import copy
from functools import cache, partial
from itertools import product

from msgspec import structs

from talkbuilder.diagnostics import Span
from talkbuilder.geo.atlas import Area, area_of, atlas_of, world
from talkbuilder.geo.base_map import BaseMap
from talkbuilder.geo.content import MapContent
from talkbuilder.geo.drawing import (
    ARROW_PT,
    CASING_PT,
    FOCUS,
    NIGHT,
    OUTLINE,
    PAPER,
    PIN,
    PIN_PT,
    PIN_RING,
    SLATE,
    VEIL,
    Drawn,
    along,
    area,
    arrow,
    dot,
    edges_of,
    marking,
    origin,
    present,
)
from talkbuilder.geo.gazetteer import City
from talkbuilder.geo.geometry import Edges, Place, Point, holds
from talkbuilder.geo.geometry import around as edges_around
from talkbuilder.geo.globe import RIM_PT, inset
from talkbuilder.geo.labels import PIN_AND_RING_PT, Labels, Name, name, name_over, style
from talkbuilder.geo.occupancy import SIZE_PT, Cells, Page
from talkbuilder.geo.projection import extent, framed, near
from talkbuilder.geo.routes import RouteCurves
from talkbuilder.layout.inks import readable_on
from talkbuilder.layout.items import Group, Ink, Shape, Style, around
from talkbuilder.layout.theme import Layout, Scale
from talkbuilder.units import EMU_PER_POINT

_INSET_SHARE = 0.0875  # its radius, of the width of the page
_INSET_GAP_PT = 12.0
_HEIGHT_PT = 540.0  # of a slide of ours
_AIR_PT = 6.0
_NAME_PT = 90.0  # at the side of a map, for the name of what is off it
_SHARES = (1.0, 0.9, 0.8, 0.7)  # of the room of a map, for what is in focus
_LARGE = _SHARES[:2]
_MOST_WIDER = 1.8  # how much more a map shows than what is in focus, so that routes begin on it

# Of names.
_SPACED = ((0, 12.0), (0, 6.0), (1, 4.0), (1, 1.0))  # the names of neighbours: which size, how far spaced
_MOST_SEAS = 3
_NEAR_PT, _FAR_PT = 60.0, 170.0  # from a name to where a way crosses the edge: if it can be, and at most
_APART_PT = (24.0, 16.0, 0.0)  # over and under that name, so that no other is taken for a part of it
_ALONE_PT = 60.0  # before and after names, to those of neighbours
_BESIDE_PT = 70.0  # from words to the middle of the way that they are said of
_INNER_PT = (24.0, 12.0, 8.0)  # between the name of a neighbour and its border
_LEAST_SEA_CELLS = 90


def draw(content: MapContent, layout: Layout) -> Drawn:
    """A flat map over the whole width of a slide, above its foot; of more land, or else in a smaller letter for all
    names of one sort, where these have no room; or at the last with names that stand farther off."""
    begun = cache(lambda share, takes_any: _Begun(content, layout, share, takes_any))
    sizes, firsts = dict.fromkeys(layout.sizes.label), (True, False)
    aparts = _APART_PT if layout.base else _APART_PT[1:]
    reaches = (_NEAR_PT, _LARGE), (_FAR_PT, _SHARES)
    for near_pt, shares in reaches:
        for apart, size, first, share in product(aparts, sizes, firsts, shares):
            if drawn := begun(share, False).finished(size, first, near_pt, apart):
                return drawn
    drawn = begun(_SHARES[0], True).finished(layout.sizes.label[-1], True, _FAR_PT, _APART_PT[-1])
    assert drawn
    return drawn


class _Mute:
    """A map without names, with what is in focus on such a share of its room."""

    def __init__(self, content: MapContent, sheet: "_Sheet", share: float, layout: Layout) -> None:
        shown, off = _shown(content)
        flat = framed(shown, sheet.edges, _part(_beside_names(sheet.room, shown, off), share))
        self.ends = [spot.area for spot in content.ends if spot.area]
        self.ground = BaseMap(flat, sheet.page, (*content.focus, *self.ends))
        labels = Labels(sheet.page, sheet.limits, layout.fonts)
        labels.reserve(sheet.page.rectangle(sheet.head))
        self.globe = _inset(content, self.ground, sheet, shown) if content.has_inset else None
        for one in (*self.ends, *content.focus):
            self.ground.area(one)  # so that its squares are those of what is drawn
        if self.globe:
            labels.reserve(sheet.page.rectangle(edges_of(self.globe.box)))
        limits = sheet.edges[0], sheet.head[3], sheet.edges[2], sheet.edges[3] - 8
        self.ways = RouteCurves(self.ground, limits, sheet.is_foreign)
        self.arrows, self.said = _arrows(content, self.ways, labels, sheet, marking(layout, NIGHT))
        self.pins = tuple(_pins(content, self.ground, labels, sheet, layout.palette))
        self.taken = labels.taken


class _Begun:
    """A map with names that are of one size whatever else is on it.

    Only one that takes any name is drawn where one has no room.
    """

    def __init__(self, content: MapContent, layout: Layout, share: float, takes_any: bool) -> None:
        self._content, self._layout, self._sheet, self._takes_any = content, layout, _Sheet(layout), takes_any
        key = *self._sheet.measures, share
        if key not in content.drawn:  # for a layout that differs in how large names are
            content.drawn[key] = _Mute(content, self._sheet, share, layout)
        self._mute: _Mute = content.drawn[key]
        self._labels = Labels(self._mute.ground.page, self._sheet.limits, layout.fonts)
        self._labels.reserve(self._mute.taken)
        names = self._names(self._labels, 0.0)
        self._has_room = names.have_room(names.of_focus())

    def _names(self, labels: Labels, size_pt: float) -> "_Names":
        return _Names(self._content, self._mute.ground, labels, self._layout, size_pt, self._takes_any)

    def finished(self, size_pt: float, far_first: bool, near_pt: float, apart_pt: float) -> Drawn | None:
        """The map with names of where routes begin in such a size; None where one has no room, that of what is off the
        map so near to its way and so far from others.

        `far_first` is whether what is off the map is named beside its way before that is taken.
        """
        content, mute, labels = self._content, self._mute, copy(self._labels)
        names = self._names(labels, size_pt)
        others = names.of_others(mute.ways.off, mute.said, far_first, (near_pt, apart_pt))
        if not (self._has_room and names.have_room(others)):
            return None
        globe = (mute.globe,) if mute.globe else ()
        items = (*labels.patches, *mute.arrows, *mute.pins, *labels.leaders, *labels.texts, *globe)
        lands = _lands(content, mute.ends, mute.ground, self._sheet, edges_of(mute.globe.box) if mute.globe else None)
        # A rule over the title lies on the map too.
        return Drawn((*lands, *self._layout.over_title), Group("map", around(items), items, content.described))


def _lands(
    content: MapContent, ends: Sequence[Area], ground: BaseMap, sheet: "_Sheet", inset: Edges | None
) -> Iterator[Shape]:
    """Sea and land, what routes lead from and to, and what is in focus."""
    yield from ground.shapes(content.focus, inset)
    for one in ends:
        yield from present(area(one.name, ground.area(one), sheet.origin, OUTLINE))
    for one in content.focus:
        greatest, *others = ground.area(one) or [[]]
        # The title could not be read on their ink.
        under = [ring for ring in others if any(holds(sheet.head, point) for point in ring)]
        clear = [greatest, *(ring for ring in others if ring not in under)]
        clear += ground.lakes_in(_all(ground, [one]))
        yield from present(
            area(one.name, clear, FOCUS, OUTLINE if len(content.focus) > 1 else None),
            area(f"{one.name}, under the title", under, VEIL),
        )
    yield from ground.lakes(on=_all(ground, (*ends, *content.focus)))


class _Sheet:
    """The page of a map, in points: its edges, where names may stand, what is in focus, and the head."""

    def __init__(self, layout: Layout) -> None:
        grid = layout.grid
        self.width, height = grid.width / EMU_PER_POINT, grid.height / EMU_PER_POINT
        self.origin = origin(layout)
        self.share = min(1.0, height / _HEIGHT_PT)  # how wide arrows are of those on a slide of ours
        row, margin = grid.row / EMU_PER_POINT, grid.margin / EMU_PER_POINT
        left, top, right, bottom = edges_of(layout.stage)
        foot = min(bottom, (grid.foot[0] - 1) * row)
        self.edges: Edges = (left, top, right, foot)
        inset = max(0.0, margin - left)
        self.is_foreign = bool(layout.base)
        if self.is_foreign:  # the title stands above it
            self.limits: Edges = (left + _AIR_PT, top + _AIR_PT, right - _AIR_PT, foot - 2 * _AIR_PT)
            self.room: Edges = (left + _AIR_PT, top + _AIR_PT, right - _AIR_PT, foot - 4 * row)
        else:
            self.limits = (left + inset, top + 4 * row, right - inset, foot - 12)
            self.room = (left + inset, max(25 * row, top + 3 * row), right - inset, foot - 4 * row)
        title = layout.placeholders["Title"].box
        lead = layout.placeholders.get("Lead")
        bottom = lead.box.bottom if lead else title.bottom
        self.head: Edges = (0.0, 0.0, title.right / EMU_PER_POINT, bottom / EMU_PER_POINT)
        self.page = Page(self.width, height)
        self.measures = (self.width, height, self.edges, self.limits, self.room, self.head)


def _shown(content: MapContent) -> tuple[list[Place], list[Place]]:
    """What must be on the map: what is in focus, cities, and where routes begin or end, if that is not too far off.

    What is too far off comes second.
    """
    off: list[Place] = []
    own = [place for one in content.focus for place in extent([one], atlas_of(one.id))]
    shown = extent(content.focus, world()) if all(not one.id.startswith("US-") for one in content.focus) else own
    west, _, east, _ = edges_around(shown)
    meridian = (west + east) / 2
    for city in content.cities:
        shown.append(_beside(city.place, meridian))
    for spot in content.ends:
        if spot.city:
            wanted = [_beside(spot.city.place, meridian)]
        else:
            assert spot.area
            wanted = _middle_half([_beside(place, meridian) for place in extent([spot.area], atlas_of(spot.id))])
        wider = [*shown, *wanted]
        if _spread(wider) <= _MOST_WIDER * _spread(own):
            shown = wider
        else:
            off.append(wanted[0])
    return shown, off


def _beside_names(room: Edges, shown: Sequence[Place], off: Iterable[Place]) -> Edges:
    """The room for a map when the names of what is off it stand at its sides."""
    left, top, right, bottom = room
    west, _, east, _ = edges_around(shown)
    middle = (west + east) / 2
    sides = {lon < middle for lon, _ in off}
    return left + _NAME_PT * (True in sides), top, right - _NAME_PT * (False in sides), bottom


def _part(room: Edges, share: float) -> Edges:
    """A share of a room, at its top: what needs room are names below a country, for above it stands the title."""
    left, top, right, bottom = room
    across = (right - left) * (1 - share) / 2
    return left + across, top, right - across, top + (bottom - top) * share


def _middle_half(places: Sequence[Place]) -> list[Place]:
    """The corners of the middle of what places lie in: enough of a country to begin an arrow and stand a name."""
    west, south, east, north = edges_around(places)
    return [(west + (east - west) * across, south + (north - south) * up) for across in (0.2, 0.8) for up in (0.2, 0.8)]


def _spread(places: Sequence[Place]) -> float:
    west, south, east, north = edges_around(places)
    return max((east - west) * 0.66, north - south, 1.0)


def _beside(place: Place, meridian: float) -> Place:
    return near(place[0], meridian), place[1]


def _inset(content: MapContent, ground: BaseMap, sheet: _Sheet, shown: Sequence[Place]) -> Group | None:
    """The small globe in the first corner in which it covers nothing of what is in focus."""
    radius = round(sheet.width * _INSET_SHARE, 1)
    reach = radius + RIM_PT + _INSET_GAP_PT
    left, top, right, bottom = sheet.edges
    west, south, east, north = edges_around(shown)
    middle = (west + east) / 2, (south + north) / 2
    cells = [ground.cells(one) for one in content.focus]
    corners: tuple[Point, ...] = (
        (right - reach - 16, max(42 + radius, top + reach)),
        (right - reach - 16, bottom - reach),
        (left + reach + 16, bottom - reach),
    )
    for x, y in corners:
        edges = (x - reach, y - reach, x + reach, y + reach)
        covers = any(one.meets(edges) for one in cells)
        if not covers and not any(holds(edges, ground.flat.point(city.place)) for city in content.cities):
            return inset(content.focus, middle, (x, y), radius)
    return None


def _all(ground: BaseMap, areas: Iterable[Area]) -> Cells:
    cells = ground.page.none
    for one in areas:
        cells = cells | ground.page.inside(ground.area(one))
    return cells


def _arrows(
    content: MapContent, ways: RouteCurves, labels: Labels, sheet: _Sheet, ink: Ink
) -> tuple[list[Group], list[tuple[str, Point, Span]]]:
    """The arrows, and what is said along them, where."""
    drawn: list[Group] = []
    said: list[tuple[str, Point, Span]] = []
    for route in content.routes:
        if curve := ways.lay(route.start, route.end):
            wide, casing = ARROW_PT * sheet.share, CASING_PT * sheet.share
            labels.reserve(sheet.page.along(along(curve, 60), casing))
            called = f"route {route.start.name} to {route.end.name}"
            drawn.append(arrow(called, curve, ink, wide, PAPER, casing))
            if route.label:
                said.append((route.label, along(curve)[12], route.span))
    return drawn, said


def _pins(
    content: MapContent, ground: BaseMap, labels: Labels, sheet: _Sheet, palette: Mapping[str, str]
) -> Iterator[Shape]:
    ring = structs.replace(PIN_RING, ink=readable_on(PIN, palette, PIN_RING.ink))
    marked = [*content.cities, *(spot.city for spot in content.ends if spot.city)]
    for city in dict.fromkeys(marked):
        point = ground.flat.point(city.place)
        if holds(sheet.edges, point):
            labels.reserve(sheet.page.along([point], PIN_PT + 2))
            yield dot(f"{city.name}, pin", point, PIN_PT, PIN, ring)


class _Names:
    """The names on a map, in the order in which they find room."""

    def __init__(
        self, content: MapContent, ground: BaseMap, labels: Labels, layout: Layout, size_pt: float, takes_any: bool
    ) -> None:
        self._content, self._ground, self._labels, self._sizes = content, ground, labels, layout.sizes
        self._is_foreign = bool(layout.base)
        self._on_focus = readable_on(FOCUS, layout.palette, PAPER)
        self._look, self._takes_any = style(size_pt, NIGHT, bold=True), takes_any
        self._focus = ground.page.none
        for one in content.focus:
            self._focus = self._focus | ground.cells(one)
        self._apart = {one.id for one in content.focus} | {spot.id for spot in content.ends if spot.area}
        self._apart |= {one.id for one in content.named}

    def have_room(self, steps: Iterable[Callable[[], None]]) -> bool:
        """Whether all names have room, or it takes any; they are put as far as the first that has none."""
        for put in steps:
            put()
            if not self._takes_any and any(text.surplus for text in self._labels.texts):
                return False
        return True

    def of_focus(self) -> Iterator[Callable[[], None]]:
        """What puts names whose size is not asked for."""
        yield from (partial(self._city, city) for city in self._content.cities)
        yield from (partial(self._country, one) for one in self._content.focus)

    def of_others(
        self,
        off: Mapping[str, Point],
        said: Iterable[tuple[str, Point, Span]],
        far_first: bool,
        room: tuple[float, float],
    ) -> Iterator[Callable[[], None]]:
        """What puts all others; `off` says where the ways to places off the map cross its edge, `said` what is said
        along ways."""
        far = [partial(self._far_off, *one, room) for one in off.items()]
        first, count = len(self._labels.texts), len(far) if far_first else 0
        yield from far[:count]
        for spot in self._content.ends:
            if spot.area and spot.name not in off:
                yield partial(self._origin, spot.area)
            elif spot.city and spot.name not in off and spot.city not in self._content.cities:
                yield partial(self._city, spot.city)
        yield from far[count:]
        texts = self._labels.texts  # what is off the map is read after what is on it
        self._labels.texts = (*texts[:first], *texts[first + count :], *texts[first : first + count])
        yield from (partial(self._origin, one) for one in self._content.named)
        yield from (partial(self._along, *one) for one in said)
        if self._content.has_neighbours:
            yield self._neighbours
            if not self._content.own_names:  # those of seas are known in English only
                yield self._seas

    def _city(self, city: City) -> None:
        """The name of a city beside its pin: on one ground, not half on what is in focus."""
        point = self._ground.flat.point(city.place)
        others = self._ground.page.all - self._focus
        own = area_of(city.within)
        home = self._ground.cells(own) & self._focus if own else self._focus
        grounds = (
            (home, self._on_focus),
            (self._focus, self._on_focus),
            (others - self._ground.water, NIGHT),
            (others, NIGHT),
        )
        for size in self._sizes.label:
            for cells, ink in grounds:
                one = name(city.name, style(size, ink, bold=True), self._labels.fonts)
                if self._labels.beside(one, point, PIN_PT, cells, city.name, self._span(city.name)):
                    return
        one = name(city.name, style(self._sizes.label[-1], NIGHT, bold=True), self._labels.fonts)
        if not self._labels.led(one, [point], (others,), city.name, self._span(city.name), PIN_AND_RING_PT):
            self._labels.forced(one, point, city.name, self._span(city.name))

    def _country(self, one: Area) -> None:
        """The name of what is in focus: large on it, or off it with a line."""
        own = self._ground.cells(one)
        large = [Style(size, self._on_focus, "titles") for size in self._sizes.place]
        if self._labels.inside(self._forms(one.name, large), own, one.name, self._span(one.name)):
            return
        small = [structs.replace(style, ink=NIGHT) for style in large[-1:]]
        self._off(one, own, [*self._forms(one.name, small)], is_in_focus=True)

    def _origin(self, one: Area) -> None:
        own = self._ground.cells(one)
        forms = [*self._forms(one.name, [self._look])]
        if not self._labels.inside(forms, own, one.name, self._span(one.name)):
            self._off(one, own, forms)

    def _along(self, words: str, middle: Point, span: Span) -> None:
        """A word or two beside the middle of a way."""
        others = self._ground.page.all - self._focus
        size = _smaller(self._sizes.label, 1)
        for cells, ink in ((self._focus, self._on_focus), (others, NIGHT)):
            form = name(words, style(size, ink), self._labels.fonts)
            if self._labels.near([form], middle, cells, words, span, _BESIDE_PT):
                return
        self._labels.forced(form, middle, words, span)

    def _far_off(self, words: str, edge: Point, room: tuple[float, float]) -> None:
        """The name of what is not on the map, on a plate, where the way there crosses its edge."""
        look, below = self._look, style(min(_smaller(self._sizes.label, 1), self._look.size_pt), SLATE)
        form = name_over(self._content.called(words), look, self._content.far_off, below, self._labels.fonts)
        span, (near_pt, apart_pt) = self._span(words), room
        most_pt = near_pt + form.width_pt / 2  # its middle stands over the edge at best
        ground = self._ground.page.all - self._coloured()
        if not self._labels.near([form], edge, ground, words, span, most_pt, apart_pt, PAPER):
            self._labels.forced(form, edge, words, span)

    def _off(self, one: Area, own: Cells, forms: list[Name], is_in_focus: bool = False) -> None:
        """A name that has no room inside: near by, with a line to the middle."""
        if not own.count:
            rings = self._ground.area(one)
            if not rings:
                if one in self._content.named:  # it was asked for, and lies off the map
                    self._labels.forced(forms[-1], self._ground.page.all.inner_middle(), one.name, self._span(one.name))
                return
            own = self._ground.page.along(rings[0], 2.0)
        anchors, middle = self._anchors(own), own.middle()[0]
        coloured = self._coloured().grown()
        others = self._ground.page.all - coloured
        land, water = others - self._ground.water, self._ground.water - coloured
        # Away from what is in focus if it can be, so that lines are short and names in the order of their places.
        left, top, right, bottom = self._ground.flat.edges
        is_left = middle < self._focus.middle()[0]
        outward = self._ground.page.rectangle((left, top, middle, bottom) if is_left else (middle, top, right, bottom))
        grounds: list[tuple[Cells, ...]] = [(land & side, water & side) for side in (outward, self._ground.page.all)]
        grounds = [(water,), *grounds] if is_in_focus else grounds  # on a neighbour it would be the neighbour's name
        across = coloured - own.grown()
        for form, ground in product(forms, grounds):
            if self._labels.led(form, anchors, ground, one.name, self._span(one.name), across=across, land=land):
                return
        if self._takes_any and self._labels.led(forms[-1], anchors[:1], (others,), one.name, self._span(one.name)):
            return
        self._labels.forced(forms[-1], anchors[0], one.name, self._span(one.name))

    def _coloured(self) -> Cells:
        """What stands out on the map."""
        return _all(self._ground, filter(None, map(area_of, self._apart))) | self._focus

    def _anchors(self, own: Cells) -> list[Point]:
        """Where a line may lead to: the middle of a country, or of its upper, lower, left or right half."""
        free = own - self._labels.taken
        free = free if free.count else own
        page, (x, y) = self._ground.page, free.middle()
        wide, high = page.width * SIZE_PT, page.height * SIZE_PT
        halves = ((0, 0, wide, y), (0, y, wide, high), (0, 0, x, high), (x, 0, wide, high))
        parts = [free, *(free & page.rectangle(half) for half in halves)]
        return [part.inner_middle() for part in parts if part.count]

    def _span(self, words: str) -> Span:
        return self._content.span_of(words)

    def _forms(self, words: str, looks: list[Style]) -> Iterator[Name]:
        """A name in one line or two, in each of some styles."""
        called = self._content.called(words)
        for look in looks:
            yield name(called, look, self._labels.fonts)
            if " " in called:
                yield name(called, look, self._labels.fonts, lines=2)

    def _neighbours(self) -> None:
        """The names of the countries round about, in capitals, where they have room."""
        kin = dict.fromkeys(id for one in self._content.focus for id in one.kin if id not in self._apart)
        areas = [area for id in kin if (area := area_of(id))]
        cells = {area.id: self._ground.cells(area) for area in areas}
        small, smaller = (_smaller(self._sizes.label, at) for at in (1, 2))
        looks = [
            structs.replace(style((small, smaller)[which], SLATE, spacing_pt=spacing), capitals=True)
            for which, spacing in _SPACED
        ]
        land = self._ground.page.all - self._ground.water - self._focus.grown()
        # On one line with another, a name reads as if it went on there.
        for text in self._labels.texts if self._is_foreign else ():
            left, top, right, bottom = edges_of(text.box)
            self._labels.reserve(self._ground.page.rectangle((left - _ALONE_PT, top, right + _ALONE_PT, bottom)))
        for id in self._apart:
            if other := area_of(id):
                land = land - self._ground.cells(other).grown()
        for area in sorted(areas, key=lambda one: -cells[one.id].count):
            own = cells[area.id]
            called = self._content.called(area.name)
            forms = [name(called, look, self._labels.fonts) for look in looks]
            if " " in called:
                forms.append(name(called, looks[-1], self._labels.fonts, lines=2))
            inside = [form for form in forms if form.width_pt * form.height_pt * 4 < own.count * 16] or forms[-1:]
            found = self._labels.inside(inside, own, area.name, self._content.span, inner_pt=_INNER_PT)
            # Beside names that a line leads to, one that runs over its border would be taken for another country's.
            if not found and not self._content.routes:
                self._labels.inside(forms[-1:], land, area.name, self._content.span, centre=own)

    def _seas(self) -> None:
        done = 0
        named: set[str] = set()
        look = Style(_smaller(self._sizes.label, 2), FOCUS, "titles", italic=True)
        for sea, cells in self._ground.seas():
            if done == _MOST_SEAS:
                return
            if cells.count < _LEAST_SEA_CELLS or sea.name in named:
                continue
            if self._labels.inside(self._forms(sea.name, [look]), cells, sea.name, self._content.span):
                done += 1
                named.add(sea.name)


def _smaller(scale: Scale, steps: int) -> float:
    """A size so many steps down a scale, or its last: on small slides a template leaves fewer."""
    return scale[min(steps, len(scale) - 1)]
