"""Which names a flat map has, in the order in which they find room: cities, what is in focus, origins, others, seas."""

from collections.abc import Iterable, Iterator, Mapping

from msgspec import structs

from talkbuilder.diagnostics import Span
from talkbuilder.geo.asked import Asked
from talkbuilder.geo.atlas import Area
from talkbuilder.geo.cells import Cells
from talkbuilder.geo.clipping import Point
from talkbuilder.geo.ground import Ground
from talkbuilder.geo.labels import PIN_AND_RING_PT, Labels
from talkbuilder.geo.lettering import Name, name, name_over, style
from talkbuilder.geo.places import City, area_of
from talkbuilder.geo.tints import NIGHT, PAPER, PIN_PT, SLATE, sea_name
from talkbuilder.layout.grid import Scale, Sizes
from talkbuilder.layout.items import Style

_SPACED = ((0, 12.0), (0, 6.0), (1, 4.0), (1, 1.0))  # the names of neighbours: which size, how far spaced
_MOST_SEAS = 3
_NEAR_PT = 220.0  # from a name to where a way crosses the edge
_BESIDE_PT = 70.0  # from words to the middle of the way that they are said of
_INNER_PT = (24.0, 12.0, 4.0)  # between the name of a neighbour and its border
_LEAST_SEA_CELLS = 90


class Names:
    """The names of a map."""

    def __init__(self, asked: Asked, ground: Ground, labels: Labels, sizes: Sizes) -> None:
        self._asked, self._ground, self._labels, self._sizes = asked, ground, labels, sizes
        self._focus = ground.page.none
        for one in asked.focus:
            self._focus = self._focus | ground.cells(one)
        self._apart = {one.id for one in asked.focus} | {spot.id for spot in asked.ends if spot.area}
        self._apart |= {one.id for one in asked.named}

    def put(self, off: Mapping[str, Point], told: Iterable[tuple[str, Point, Span]]) -> None:
        """All names; `off` says where the ways to places off the map cross its edge, `told` what is said along ways."""
        for city in self._asked.cities:
            self._city(city)
        for one in self._asked.focus:
            self._country(one)
        for spot in self._asked.ends:
            if edge := off.get(spot.name):
                self._far_off(spot.name, edge)
            elif spot.area:
                self._origin(spot.area)
            elif spot.city and spot.city not in self._asked.cities:
                self._city(spot.city)
        for one in self._asked.named:
            self._origin(one)
        for words, middle, span in told:
            self._along(words, middle, span)
        if self._asked.has_neighbours:
            self._neighbours()
            self._seas()

    def _city(self, city: City) -> None:
        """The name of a city beside its pin: on one ground, not half on what is in focus."""
        point = self._ground.flat.point(city.place)
        others = self._ground.page.all - self._focus
        own = area_of(city.within)
        home = self._ground.cells(own) & self._focus if own else self._focus
        grounds = (home, PAPER), (self._focus, PAPER), (others - self._ground.water, NIGHT), (others, NIGHT)
        for size in self._sizes.label:
            for cells, ink in grounds:
                one = name(city.name, style(size, ink, bold=True), self._labels.fonts)
                if self._labels.beside(one, point, PIN_PT, cells, city.name, self._span(city.name)):
                    return
        one = name(city.name, style(self._sizes.label[-1], NIGHT, bold=True), self._labels.fonts)
        if not self._labels.led(one, point, (others,), city.name, self._span(city.name), PIN_AND_RING_PT):
            self._labels.forced(one, point, city.name, self._span(city.name))

    def _country(self, one: Area) -> None:
        """The name of what is in focus: large on it, or off it with a line."""
        own = self._ground.cells(one)
        large = [Style(size, PAPER, "titles") for size in self._sizes.place]
        if self._labels.inside(self._forms(one.name, large), own, one.name, self._span(one.name)):
            return
        small = [structs.replace(style, ink=NIGHT) for style in large[-1:]]
        self._off(one, own, [*self._forms(one.name, small)])

    def _origin(self, one: Area) -> None:
        own = self._ground.cells(one)
        looks = [style(size, NIGHT, bold=True) for size in self._sizes.label]
        if not self._labels.inside(self._forms(one.name, looks[:2]), own, one.name, self._span(one.name)):
            self._off(one, own, [*self._forms(one.name, looks)])

    def _along(self, words: str, middle: Point, span: Span) -> None:
        """A word or two beside the middle of a way."""
        others = self._ground.page.all - self._focus
        size = _smaller(self._sizes.label, 1)
        for cells, ink in ((self._focus, PAPER), (others, NIGHT)):
            form = name(words, style(size, ink), self._labels.fonts)
            if self._labels.near([form], middle, cells, words, span, _BESIDE_PT):
                return
        self._labels.forced(form, middle, words, span)

    def _far_off(self, words: str, edge: Point) -> None:
        """The name of what is not on the map, where the way there crosses its edge."""
        sizes = self._sizes.label
        look, below = style(sizes[0], NIGHT, bold=True), style(sizes[1], SLATE)
        form = name_over(words, look, "far off this map", below, self._labels.fonts)
        ground = self._ground.page.all - self._focus
        wish = edge[0], edge[1] + form.height_pt
        bare = name(words, look, self._labels.fonts)
        if not self._labels.near([form, bare], wish, ground, words, self._span(words), _NEAR_PT):
            self._labels.forced(form, edge, words, self._span(words))

    def _off(self, one: Area, own: Cells, forms: list[Name]) -> None:
        """A name that has no room inside: near by, with a line to the middle."""
        if not own.count:
            rings = self._ground.area(one)
            if not rings:
                if one in self._asked.named:  # it was asked for, and lies off the map
                    self._labels.forced(forms[-1], self._ground.page.all.inner_middle(), one.name, self._span(one.name))
                return
            own = self._ground.page.along(rings[0], 2.0)
        anchor = (own - self._labels.taken if (own - self._labels.taken).count else own).inner_middle()
        coloured = self._focus
        for id in self._apart:
            if other := area_of(id):
                coloured = coloured | self._ground.cells(other)
        coloured = coloured.grown()
        others = self._ground.page.all - coloured
        land = others - self._ground.water
        for form in forms:
            grounds = land, self._ground.water - coloured
            if self._labels.led(form, anchor, grounds, one.name, self._span(one.name), across=coloured - own.grown()):
                return
        if self._labels.led(forms[-1], anchor, (others,), one.name, self._span(one.name)):
            return
        self._labels.forced(forms[-1], anchor, one.name, self._span(one.name))

    def _span(self, words: str) -> Span:
        return self._asked.span_of(words)

    def _forms(self, words: str, looks: list[Style]) -> Iterator[Name]:
        """A name in one line or two, in each of some styles."""
        for look in looks:
            yield name(words, look, self._labels.fonts)
            if " " in words:
                yield name(words, look, self._labels.fonts, lines=2)

    def _neighbours(self) -> None:
        """The names of the countries round about, in capitals, where they have room."""
        kin = dict.fromkeys(id for one in self._asked.focus for id in one.kin if id not in self._apart)
        areas = [area for id in kin if (area := area_of(id))]
        cells = {area.id: self._ground.cells(area) for area in areas}
        small, smaller = (_smaller(self._sizes.label, at) for at in (1, 2))
        looks = [
            structs.replace(style((small, smaller)[which], SLATE, spacing_pt=spacing), capitals=True)
            for which, spacing in _SPACED
        ]
        land = self._ground.page.all - self._ground.water - self._focus
        for id in self._apart:
            if other := area_of(id):
                land = land - self._ground.cells(other)
        for area in sorted(areas, key=lambda one: -cells[one.id].count):
            own = cells[area.id]
            forms = [name(area.name, look, self._labels.fonts) for look in looks]
            if " " in area.name:
                forms.append(name(area.name, looks[-1], self._labels.fonts, lines=2))
            inside = [form for form in forms if form.width_pt * form.height_pt * 4 < own.count * 16] or forms[-1:]
            if not self._labels.inside(inside, own, area.name, self._asked.span, inner_pt=_INNER_PT):
                self._labels.inside(forms[-1:], land, area.name, self._asked.span, centre=own)

    def _seas(self) -> None:
        done = 0
        named: set[str] = set()
        look = sea_name(_smaller(self._sizes.label, 2))
        for sea, cells in self._ground.seas():
            if done == _MOST_SEAS:
                return
            if cells.count < _LEAST_SEA_CELLS or sea.name in named:
                continue
            if self._labels.inside(self._forms(sea.name, [look]), cells, sea.name, self._asked.span):
                done += 1
                named.add(sea.name)


def _smaller(scale: Scale, steps: int) -> float:
    """A size so many steps down a scale, or its last: on small slides a template leaves fewer."""
    return scale[min(steps, len(scale) - 1)]
