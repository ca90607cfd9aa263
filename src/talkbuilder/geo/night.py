"""The earth at night as items: a large globe with two or more places lit, and arcs between them."""

from collections.abc import Iterator, Sequence
from math import hypot

from talkbuilder.geo.asked import Asked
from talkbuilder.geo.atlas import world
from talkbuilder.geo.cells import SIZE_PT, Cells, Page
from talkbuilder.geo.clipping import Edges, Point, clipped_lines, clipped_ring
from talkbuilder.geo.globe import Globe
from talkbuilder.geo.labels import Labels
from talkbuilder.geo.lettering import name, style
from talkbuilder.geo.locator import Drawn
from talkbuilder.geo.places import Spot, atlas_of
from talkbuilder.geo.shaping import Curve, along, area, around, arrow, dot, lines, present
from talkbuilder.geo.sphere import Place, aside, between
from talkbuilder.geo.tints import GOLD, NIGHT, PAPER
from talkbuilder.layout.inks import TINTS
from talkbuilder.layout.items import Group, Ink, Shape, Stroke
from talkbuilder.layout.theme import Layout
from talkbuilder.units import EMU_PER_POINT

_DEEP, _DUSK, _SEAM = TINTS["deep"], TINTS["dusk"], Stroke(Ink("dark2"), 0.75)
_RADIUS_SHARE = 0.42  # of the width of the page, at most
_MOST_PT = 360.0
_GAP_PT = 8.0
_LIFT = 0.09  # how high an arc rises, in radii
_ASIDE = 42.0  # degrees that the globe is turned away from the middle of its arcs
_SMALLEST_PT2 = 30.0
_LOWEST = 0.16  # radii above the middle of the globe, which is off the page
_OUTERMOST = 0.9
_ARC_PT, _CASING_PT = 4.0, 9.0


def draw(asked: Asked, layout: Layout) -> Drawn:
    """The upper part of a globe that rises from the foot of a dark slide."""
    grid = layout.grid
    width, height = grid.width / EMU_PER_POINT, grid.height / EMU_PER_POINT
    row, margin = grid.row / EMU_PER_POINT, grid.margin / EMU_PER_POINT
    radius = min(_MOST_PT, width * _RADIUS_SHARE)
    top = 23 * row + _GAP_PT
    spots = lit(asked)
    globe = Globe(_middle(asked, spots), (width / 2, top + radius), radius)
    page = Page(width, height)
    labels = Labels(page, (margin / 2, top, width - margin / 2, (grid.foot[0] - 1) * row), layout.fonts)
    shapes: list[Shape | Group] = []
    cells: dict[str, Cells] = {}
    for spot in spots:
        shapes += _marked(spot, globe, page, cells)
    for one in cells.values():
        labels.reserve(one)
    for route in asked.routes:
        if curve := _arc(globe, middle_of(route.start), middle_of(route.end)):
            labels.reserve(page.along(along(curve, 80), _CASING_PT))
            called = f"arc from {route.start.name} to {route.end.name}"
            shapes.append(arrow(called, curve, PAPER, _ARC_PT, NIGHT, _CASING_PT))
    for spot in spots:
        if own := cells.get(spot.name):
            looks = [style(size, PAPER, bold=True) for size in layout.sizes.head]
            names = [name(spot.name, look, layout.fonts) for look in looks]
            labels.near(names, own.inner_middle(), page.all, spot.name, asked.span_of(spot.name))
    items = (*shapes, *labels.texts)
    edges: Edges = (0.0, 0.0, width, height)
    return Drawn(tuple(_earth(globe, edges)), Group("map", around(items), items, asked.described))


def lit(asked: Asked) -> tuple[Spot, ...]:
    """The places that are marked."""
    own = tuple(Spot(one.name, area=one) for one in asked.focus)
    return (*own, *asked.ends, *(Spot(city.name, city=city) for city in asked.cities))


def middle_of(spot: Spot) -> Place:
    """Where a place is, about."""
    if spot.city:
        return spot.city.place
    assert spot.area
    bounds = spot.area.rings[0].bounds
    return (bounds.west + bounds.east) / 2, (bounds.south + bounds.north) / 2


def sees_all(asked: Asked) -> bool:
    """Whether all places that a globe is asked to show lie on one side of it."""
    spots = lit(asked)
    return _sees(_middle(asked, spots), spots)


def _sees(middle: Place, spots: Sequence[Spot]) -> bool:
    return _room(middle, spots) > 0


def _room(middle: Place, spots: Sequence[Spot]) -> float:
    """How far from the rim the outermost of some places lies; less than 0 where one is hidden, or low on the page."""
    globe = Globe(middle, (0.0, 0.0), 1.0)
    least = 1.0
    for spot in spots:
        point = globe.point(middle_of(spot))
        if point is None or -point[1] < _LOWEST or abs(point[0]) > _OUTERMOST:
            return -1.0
        if any(corner and -corner[1] < _LOWEST for corner in map(globe.point, _corners(spot))):
            return -1.0
        least = min(least, 1 - hypot(*point))
    return least


def _corners(spot: Spot) -> list[Place]:
    if not spot.area:
        return []
    west, south, east, north = spot.area.rings[0].bounds
    return [(lon, lat) for lon in (west, east) for lat in (south, north)]


def _middle(asked: Asked, spots: Sequence[Spot]) -> Place:
    """What the globe is seen from above: beside the first arc, so that it arches; else where places lie best."""
    if asked.routes:
        start, end = middle_of(asked.routes[0].start), middle_of(asked.routes[0].end)
        beside = sorted((aside(start, end, turn) for turn in (_ASIDE, -_ASIDE)), key=lambda place: place[1])
        if found := next((choice for choice in beside if _sees(choice, spots)), None):
            return found
    lon = middle_of(spots[0])[0]
    choices = [(lon + turn, lat) for turn in range(-80, 81, 20) for lat in range(-70, 51, 10)]
    return max(choices, key=lambda choice: _room(choice, spots))


def _earth(globe: Globe, edges: Edges) -> Iterator[Shape]:
    detail = globe.detail(world())
    rim = [globe.rim(step * 4) for step in range(90)]
    yield from present(
        area("night sea", [clipped_ring(rim, edges)], _DEEP),
        area("night land", (clipped_ring(ring, edges) for ring in globe.rings(world().land, detail)), _DUSK),
        lines(
            "night borders",
            (piece for line in globe.lines(world().borders, detail) for piece in clipped_lines(line, edges)),
            _SEAM,
        ),
    )


def _marked(spot: Spot, globe: Globe, page: Page, cells: dict[str, Cells]) -> Iterator[Shape]:
    """A place in gold; one that is too small to be seen as a dot."""
    here = globe.point(middle_of(spot))
    edges: Edges = (0.0, 0.0, page.width * SIZE_PT, page.height * SIZE_PT)
    if spot.area:
        atlas = atlas_of(spot.area.id)
        rings = [clipped_ring(ring, edges) for ring in globe.rings(spot.area.rings, globe.detail(atlas), keep=1)]
        if shape := area(spot.name, rings, GOLD):
            yield shape
            cells[spot.name] = page.inside([ring for ring in rings if ring])
    if here and (spot.name not in cells or cells[spot.name].count * SIZE_PT**2 < _SMALLEST_PT2):
        yield dot(f"{spot.name}, dot", here, 5.0, GOLD)
        cells[spot.name] = page.along([here], 6.0)


def _arc(globe: Globe, start: Place, end: Place) -> Curve | None:
    """The shortest way between two places, lifted off the ground."""
    one, other = globe.point(start), globe.point(end)
    if one is None or other is None:
        return None
    x, y = globe.lifted(between(start, end, 0.5), _LIFT)
    pull: Point = (2 * x - (one[0] + other[0]) / 2, 2 * y - (one[1] + other[1]) / 2)
    return one, pull, other
