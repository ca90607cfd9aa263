"""A flat map as items: sea and land, what is in focus, pins, routes, names, and a small globe that shows where."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from talkbuilder.diagnostics import Span
from talkbuilder.geo.asked import Asked
from talkbuilder.geo.atlas import Area, world
from talkbuilder.geo.cells import Cells, Page
from talkbuilder.geo.clipping import Edges, Point
from talkbuilder.geo.framing import extent, framed
from talkbuilder.geo.ground import Ground, filled
from talkbuilder.geo.inset import RIM_PT, inset
from talkbuilder.geo.labels import Labels
from talkbuilder.geo.naming import Names
from talkbuilder.geo.places import atlas_of
from talkbuilder.geo.routes import Ways
from talkbuilder.geo.shaping import along, around, arrow, dot, present
from talkbuilder.geo.sphere import Place
from talkbuilder.geo.tints import ARROW_PT, CASING_PT, CLAY, FOCUS, ORIGIN, PAPER, PIN, PIN_PT, PIN_RING, VEIL
from talkbuilder.layout.items import Group, Item, Shape
from talkbuilder.layout.theme import Layout
from talkbuilder.units import EMU_PER_POINT

_INSET_SHARE = 0.0875  # its radius, of the width of the page
_INSET_GAP_PT = 12.0
_NEIGHBOURS_PT = 40.0  # of room for names round what is in focus
_NAME_PT = 90.0  # at the side of a map, for the name of what is off it
_MOST_WIDER = 1.8  # how much more a map shows than what is in focus, so that routes begin on it


class Drawn(Struct, frozen=True):
    """What lies under the texts of a slide, and the map itself."""

    beneath: tuple[Item, ...]
    map: Group


def draw(asked: Asked, layout: Layout) -> Drawn:
    """A flat map over the whole width of a slide, above its foot."""
    sheet = _Sheet(layout)
    shown, off = _shown(asked)
    flat = framed(shown, sheet.edges, _beside_names(sheet.room, shown, off))
    ends = [spot.area for spot in asked.ends if spot.area]
    ground = Ground(flat, sheet.page, (*asked.focus, *ends))
    labels = Labels(sheet.page, sheet.limits, layout.fonts)
    labels.reserve(sheet.page.rectangle(sheet.head))
    beneath = tuple(_lands(asked, ends, ground, sheet))
    above = (item for item in layout.drawn if item.box.bottom <= layout.placeholders["Title"].box.y)
    globe = _globe(asked, ground, sheet, shown) if asked.has_inset else None
    if globe:
        labels.reserve(sheet.page.rectangle(_edges(globe)))
    ways = Ways(ground, (sheet.edges[0], sheet.head[3], sheet.edges[2], sheet.edges[3] - 8))
    arrows, told = _arrows(asked, ways, labels, sheet)
    pins = tuple(_pins(asked, ground, labels, sheet))
    Names(asked, ground, labels, layout.sizes).put(ways.off, told)
    items = (*arrows, *pins, *labels.leaders, *labels.texts, *((globe,) if globe else ()))
    # A rule over the title lies on the map too.
    return Drawn((*beneath, *above), Group("map", around(items), items, asked.described))


def _lands(asked: Asked, ends: Sequence[Area], ground: Ground, sheet: "_Sheet") -> Iterator[Shape]:
    """Sea and land, what routes lead from and to, and what is in focus."""
    yield from ground.shapes(asked.focus)
    for one in ends:
        yield from present(filled(one.name, ground.area(one), ORIGIN, True))
    for one in asked.focus:
        greatest, *others = ground.area(one) or [[]]
        under = [ring for ring in others if _is_under(ring, sheet.head)]
        clear = [greatest, *(ring for ring in others if ring not in under)]
        clear += ground.lakes_in(_all(ground, [one]))
        yield from present(
            filled(one.name, clear, FOCUS, len(asked.focus) > 1),
            filled(f"{one.name}, under the title", under, VEIL, False),
        )
    yield from ground.lakes(on=_all(ground, (*ends, *asked.focus)))


class _Sheet:
    """The page of a map, in points: its edges, where names may stand, what is in focus, and the head."""

    def __init__(self, layout: Layout) -> None:
        grid = layout.grid
        self.width, height = grid.width / EMU_PER_POINT, grid.height / EMU_PER_POINT
        row, margin = grid.row / EMU_PER_POINT, grid.margin / EMU_PER_POINT
        foot = (grid.foot[0] - 1) * row
        self.edges: Edges = (0.0, 0.0, self.width, foot)
        self.limits: Edges = (margin / 3, 4 * row, self.width - margin / 3, foot - 4)
        self.room: Edges = (margin, 25 * row, self.width - margin, foot - 4 * row)
        title = layout.placeholders["Title"].box
        lead = layout.placeholders.get("Lead")
        bottom = lead.box.bottom if lead else title.bottom
        self.head: Edges = (0.0, 0.0, title.right / EMU_PER_POINT, bottom / EMU_PER_POINT)
        self.page = Page(self.width, height)


def _shown(asked: Asked) -> tuple[list[Place], list[Place]]:
    """What must be on the map: what is in focus, cities, and where routes begin or end, if that is not too far off.

    What is too far off comes second.
    """
    off: list[Place] = []
    own = [place for one in asked.focus for place in extent([one], atlas_of(one.id))]
    shown = extent(asked.focus, world()) if all(not one.id.startswith("US-") for one in asked.focus) else own
    meridian = (min(lon for lon, _ in shown) + max(lon for lon, _ in shown)) / 2
    for city in asked.cities:
        shown.append(_beside(city.place, meridian))
    for spot in asked.ends:
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
    middle = (min(lon for lon, _ in shown) + max(lon for lon, _ in shown)) / 2
    sides = {lon < middle for lon, _ in off}
    return left + _NAME_PT * (True in sides), top, right - _NAME_PT * (False in sides), bottom


def _middle_half(places: Sequence[Place]) -> list[Place]:
    """The corners of the middle of what places lie in: enough of a country to begin an arrow and stand a name."""
    lons, lats = [lon for lon, _ in places], [lat for _, lat in places]
    west, east, south, north = min(lons), max(lons), min(lats), max(lats)
    return [(west + (east - west) * across, south + (north - south) * up) for across in (0.2, 0.8) for up in (0.2, 0.8)]


def _spread(places: Sequence[Place]) -> float:
    lons, lats = [lon for lon, _ in places], [lat for _, lat in places]
    return max((max(lons) - min(lons)) * 0.66, max(lats) - min(lats), 1.0)


def _beside(place: Place, meridian: float) -> Place:
    return place[0] - 360 * round((place[0] - meridian) / 360), place[1]


def _globe(asked: Asked, ground: Ground, sheet: _Sheet, shown: Sequence[Place]) -> Group | None:
    """The small globe in the first corner in which it covers nothing of what is in focus."""
    radius = round(sheet.width * _INSET_SHARE, 1)
    reach = radius + RIM_PT + _INSET_GAP_PT
    _, _, right, bottom = sheet.edges
    lons, lats = [lon for lon, _ in shown], [lat for _, lat in shown]
    middle = (min(lons) + max(lons)) / 2, (min(lats) + max(lats)) / 2
    cells = [ground.cells(one) for one in asked.focus]
    corners: tuple[Point, ...] = (
        (right - reach - 16, 42 + radius),
        (right - reach - 16, bottom - reach),
        (reach + 16, bottom - reach),
    )
    for x, y in corners:
        edges = (x - reach, y - reach, x + reach, y + reach)
        covers = any(one.meets(edges) for one in cells)
        if not covers and not any(_is_in(ground.flat.point(city.place), edges) for city in asked.cities):
            return inset(asked.focus, middle, (x, y), radius)
    return None


def _all(ground: Ground, areas: Iterable[Area]) -> Cells:
    cells = ground.page.none
    for one in areas:
        cells = cells | ground.page.inside(ground.area(one))
    return cells


def _is_under(ring: Sequence[Point], head: Edges) -> bool:
    """Whether a part of a country reaches under the title, which could not be read on its ink."""
    return any(_is_in(point, head) for point in ring)


def _is_in(point: Point, edges: Edges) -> bool:
    return edges[0] <= point[0] <= edges[2] and edges[1] <= point[1] <= edges[3]


def _arrows(
    asked: Asked, ways: Ways, labels: Labels, sheet: _Sheet
) -> tuple[list[Group], list[tuple[str, Point, Span]]]:
    """The arrows, and what is said along them, where."""
    drawn: list[Group] = []
    told: list[tuple[str, Point, Span]] = []
    for route in asked.routes:
        if curve := ways.lay(route.start, route.end):
            labels.reserve(sheet.page.along(along(curve, 60), CASING_PT))
            called = f"route {route.start.name} to {route.end.name}"
            drawn.append(arrow(called, curve, CLAY, ARROW_PT, PAPER, CASING_PT))
            if route.label:
                told.append((route.label, along(curve)[12], route.span))
    return drawn, told


def _pins(asked: Asked, ground: Ground, labels: Labels, sheet: _Sheet) -> Iterator[Shape]:
    marked = [*asked.cities, *(spot.city for spot in asked.ends if spot.city)]
    for city in dict.fromkeys(marked):
        point = ground.flat.point(city.place)
        if _is_in(point, sheet.edges):
            labels.reserve(sheet.page.along([point], PIN_PT + 2))
            yield dot(f"{city.name}, pin", point, PIN_PT, PIN, PIN_RING)


def _edges(group: Group) -> Edges:
    box = group.box
    left, top, right, bottom = (side / EMU_PER_POINT for side in (box.x, box.y, box.right, box.bottom))
    return left, top, right, bottom
