"""What a map is drawn on: sea, land, borders and lakes, and the cells that each country covers."""

from collections.abc import Iterable, Iterator
from functools import cached_property

from talkbuilder.geo.atlas import Area, Atlas, Mixed, Sea, atlas_of, world
from talkbuilder.geo.drawing import BORDER, LAND, PAPER, SEA, area, emu_box, lines, present
from talkbuilder.geo.geometry import Edges, Point, holds, rounded
from talkbuilder.geo.occupancy import Cells, Page
from talkbuilder.geo.projection import SEEN_PT2, Flat
from talkbuilder.layout.items import Shape, rectangle

_LEAST_LAKE_PT2 = 300.0  # a smaller one is a shard, and says nothing
_LAKE_ROUNDS = 2
_ROUGH_PT2 = 40.0
_ROUGHER = 4.0  # what does not stand out
_MOST_POINTS = 700  # of coasts
_MARK_PT = 5.0


class BaseMap:
    """A flat map and the page that it is on; what stands out on it is drawn in more detail than what does not."""

    def __init__(self, flat: Flat, page: Page, stands_out: Iterable[Area] = ()) -> None:
        self.flat, self.page = flat, page
        self._world = world()
        self._covered = frozenset(_forward(arc) for one in stands_out for ring in one.rings for arc in ring.arcs)
        self._detail, self._land = self._outlines()
        self._areas: dict[str, list[list[Point]]] = {}
        self._cells: dict[str, Cells] = {}

    def _outlines(self) -> tuple[Mixed, list[list[Point]]]:
        """All land in as much detail as can be seen, unless its coasts then have too many points for one slide."""
        seen_pt2 = SEEN_PT2
        while True:
            fine, rough = (self.flat.detail(self._world, one) for one in (seen_pt2, seen_pt2 * _ROUGHER))
            detail = Mixed(fine, rough, self._covered)
            land = list(self.flat.rings(self._world.land, detail, least_pt2=seen_pt2))
            if sum(map(len, land)) <= _MOST_POINTS or seen_pt2 > _ROUGH_PT2:
                return detail, [rounded(ring, self.flat.edges) for ring in land]
            seen_pt2 *= 2

    def shapes(self, covered: Iterable[Area], inset: Edges | None = None) -> Iterator[Shape]:
        """Sea, land and borders; not those that some countries cover, nor a lake of which an inset leaves a scrap."""
        edges = self.flat.edges
        yield rectangle("ground", emu_box(edges), PAPER)
        yield rectangle("sea", emu_box(edges), SEA)
        hidden = {_forward(arc) for one in covered for ring in one.rings for arc in ring.arcs}
        borders = (arc for arc in self._world.borders if arc not in hidden)
        lakes = self._lakes if inset is None else [ring for ring in self._lakes if not _is_hidden(ring, inset)]
        yield from present(
            area("land", [*self._land, *lakes], LAND),  # in which lakes are holes
            lines("borders", self.flat.lines(borders, self._detail), BORDER),
        )

    @cached_property
    def _lakes(self) -> list[list[Point]]:
        least_km2 = _LEAST_LAKE_PT2 / self.flat.scale**2
        rings = (ring for lake in self._world.lakes for ring in lake.rings if lake.rings[0].area_km2 >= least_km2)
        fine = self.flat.detail(self._world)
        return [rounded(ring, self.flat.edges, _LAKE_ROUNDS) for ring in self.flat.rings(rings, fine)]

    def lakes(self, on: Cells) -> Iterator[Shape]:
        """The lakes on the border of some land, which cover it: a veil over paper, as the sea is."""
        rings = [ring for ring in self._lakes if any(map(on.has, ring[::2])) and not self._lies_in(ring, on)]
        yield from present(area("lakes, ground", rings, PAPER), area("lakes", rings, SEA))

    def lakes_in(self, land: Cells) -> list[list[Point]]:
        """The lakes inside some land, which are holes in it."""
        return [ring for ring in self._lakes if self._lies_in(ring, land)]

    def _lies_in(self, ring: list[Point], land: Cells) -> bool:
        return all(map(land.has, ring))

    def area(self, one: Area) -> list[list[Point]]:
        """The rings of a country or a state."""
        if one.id not in self._areas:
            atlas: Atlas = atlas_of(one.id)
            detail = self._detail if atlas is self._world else self.flat.detail(atlas)
            rings = [rounded(ring, self.flat.edges) for ring in self.flat.area(one, detail)]
            self._areas[one.id] = rings or self._mark(one)
        return self._areas[one.id]

    def _mark(self, one: Area) -> list[list[Point]]:
        """A small square for a country that is too small to be seen; nothing for one that is off the map."""
        west, south, east, north = one.rings[0].bounds
        x, y = self.flat.point(((west + east) / 2, (south + north) / 2))
        left, top, right, bottom = self.flat.edges
        half = _MARK_PT / 2
        if not (left + half < x < right - half and top + half < y < bottom - half):
            return []
        return [[(x - half, y - half), (x + half, y - half), (x + half, y + half), (x - half, y + half)]]

    def _rough(self, one: Area) -> list[list[Point]]:
        return self.flat.area(one, self.flat.detail(atlas_of(one.id), _ROUGH_PT2))

    @cached_property
    def water(self) -> Cells:
        return (self.page.rectangle(self.flat.edges) - self.page.inside(self._land)) | self.lake_cells

    @cached_property
    def lake_cells(self) -> Cells:
        return self.page.inside(self._lakes)

    def cells(self, one: Area) -> Cells:
        """The squares of a country, without its lakes; of one that is not drawn, about."""
        if one.id not in self._cells:
            rings = self._areas.get(one.id) or self._rough(one)
            self._cells[one.id] = self.page.inside(rings) - self.lake_cells
        return self._cells[one.id]

    def seas(self) -> Iterator[tuple[Sea, Cells]]:
        """The seas on the map, the best known first, each with its squares."""
        for sea in sorted(self._world.seas, key=lambda one: one.rank):
            rings = []
            for line in sea.lines:
                if turns := self.flat.turns(sea.bounds(line)):
                    ring = sea.ring(line)
                    seen = (self.flat.ring([(lon + turn, lat) for lon, lat in ring]) for turn in turns)
                    rings += [one for one in seen if one]
            if rings:
                yield sea, self.page.inside(rings) & self.water


def _is_hidden(ring: list[Point], edges: Edges) -> bool:
    """Whether most of an outline lies in a part of the map."""
    return sum(holds(edges, point) for point in ring) * 2 > len(ring)


def _forward(arc: int) -> int:
    return ~arc if arc < 0 else arc
