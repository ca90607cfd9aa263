"""Globes: the earth at night with arcs between places, and the small inset that shows where a map lies."""

from collections.abc import Iterator, Sequence
from math import dist

from talkbuilder.geo.atlas import Area, Spot, atlas_of, world
from talkbuilder.geo.content import MapContent, marked_on_globe, viewpoint
from talkbuilder.geo.drawing import (
    FOCUS,
    GOLD,
    NIGHT,
    PAPER,
    SLATE,
    Curve,
    Drawn,
    along,
    area,
    arrow,
    dot,
    edges_of,
    lines,
    present,
)
from talkbuilder.geo.geometry import EARTH_KM, Edges, Place, Point, between, clipped_lines, clipped_ring, rounded
from talkbuilder.geo.labels import Labels, name, style
from talkbuilder.geo.occupancy import SIZE_PT, Cells, Page
from talkbuilder.geo.projection import Globe
from talkbuilder.layout.inks import TINTS
from talkbuilder.layout.items import Group, Ink, Shape, Stroke, around, rectangle
from talkbuilder.layout.theme import Layout
from talkbuilder.units import EMU_PER_POINT

_DEEP, _LAND, _SEAM = TINTS["deep"], Ink("dark2", 115), Stroke(TINTS["dusk"], 0.75)
_RADIUS_SHARE = 0.42  # of the width of the page, at most
_MOST_PT = 360.0
_GAP_PT = 8.0
_LIFT = 0.09  # how high an arc rises, in radii
_SMALLEST_PT2 = 30.0
_ARC_PT, _CASING_PT = 4.0, 9.0
_OFF_PT = 14.0  # an arc begins beside a place, which it would hide

# Of the inset globe.
RIM_PT = 5.0  # of paper round it
_INSET_WATER, _INSET_LAND = Ink("accent4", opacity_percent=42), Ink("light2")
_LEAST_SEEN_PT2 = 20.0  # what is smaller is marked with a ring


def draw(content: MapContent, layout: Layout) -> Drawn:
    """The upper part of a globe that rises from the foot of a dark slide."""
    grid = layout.grid
    width, height = grid.width / EMU_PER_POINT, grid.height / EMU_PER_POINT
    row, margin = grid.row / EMU_PER_POINT, grid.margin / EMU_PER_POINT
    left, upper, right, bottom = edges_of(layout.stage)
    # It ends where the source line begins, which would be read badly on coasts.
    edges: Edges = (left, upper, right, min(bottom, (grid.foot[0] - 1) * row))
    radius = min(_MOST_PT, width * _RADIUS_SHARE)
    top = max(23 * row, upper) + _GAP_PT
    spots = marked_on_globe(content)
    globe = Globe(viewpoint(content, spots), (width / 2, top + radius), radius)
    page = Page(width, height)
    inset = max(0.0, margin / 2 - left)
    labels = Labels(page, (left + inset, top, right - inset, edges[3]), layout.fonts)
    shapes: list[Shape | Group] = []
    cells: dict[str, Cells] = {}
    for spot in spots:
        shapes += _marked(spot, globe, page, cells)
    for one in cells.values():
        labels.reserve(one)
    for route in content.routes:
        if curve := _arc(globe, route.start.middle, route.end.middle):
            labels.reserve(page.along(along(curve, 80), _CASING_PT))
            called = f"arc from {route.start.name} to {route.end.name}"
            shapes.append(arrow(called, curve, PAPER, _ARC_PT, NIGHT, _CASING_PT))
    for spot in spots:
        if own := cells.get(spot.name):
            looks = [style(size, PAPER, bold=True) for size in layout.sizes.head]
            names = [name(content.called(spot.name), look, layout.fonts) for look in looks]
            labels.near(names, own.inner_middle(), page.all, spot.name, content.span_of(spot.name))
    items = (*shapes, *labels.texts)
    night = (rectangle("night", layout.stage, Ink("ground")),) if layout.base else ()
    return Drawn((*night, *_earth(globe, edges)), Group("map", around(items), items, content.described))


def _earth(globe: Globe, edges: Edges) -> Iterator[Shape]:
    detail = globe.detail(world())
    rim = [globe.rim(step * 4) for step in range(90)]
    yield from present(
        area("night sea", [clipped_ring(rim, edges)], _DEEP),
        area("night land", (clipped_ring(ring, edges) for ring in globe.rings(world().land, detail)), _LAND),
        lines(
            "night borders",
            (piece for line in globe.lines(world().borders, detail) for piece in clipped_lines(line, edges)),
            _SEAM,
        ),
    )


def _marked(spot: Spot, globe: Globe, page: Page, cells: dict[str, Cells]) -> Iterator[Shape]:
    """A place in gold; one that is too small to be seen as a dot."""
    here = globe.point(spot.middle)
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
    far = dist(pull, one) or 1.0
    begin = (one[0] + (pull[0] - one[0]) / far * _OFF_PT, one[1] + (pull[1] - one[1]) / far * _OFF_PT)
    return begin, pull, other


def inset(focus: Sequence[Area], middle: Place, centre: Point, radius: float) -> Group:
    """A small globe centred on a place, with what is in focus marked."""
    globe = Globe(middle, centre, radius)
    detail = globe.detail(world())
    x, y = centre
    edges: Edges = (x - radius, y - radius, x + radius, y + radius)
    land = area("globe, land", (rounded(ring, edges) for ring in globe.rings(world().land, detail)), _INSET_LAND)
    shapes = [
        dot("globe, edge", centre, radius + RIM_PT, PAPER),
        dot("globe, sea", centre, radius, _INSET_WATER),
        *present(land),
    ]
    for one in focus:
        own = atlas_of(one.id)
        rings = globe.rings(one.rings, detail if own is world() else globe.detail(own), keep=1)
        shapes += present(area(f"globe, {one.name}", (rounded(ring, edges) for ring in rings), FOCUS))
    seen_pt2 = sum(ring.area_km2 for one in focus for ring in one.rings) * (radius / EARTH_KM) ** 2
    if seen_pt2 < _LEAST_SEEN_PT2 and (here := globe.point(middle)):
        shapes += [dot("globe, place", here, 2.5, FOCUS), dot("globe, ring", here, 9, None, Stroke(FOCUS, 1.5))]
    shapes.append(dot("globe, rim", centre, radius, None, Stroke(SLATE, 1)))
    return Group("globe", around(shapes), tuple(shapes))
