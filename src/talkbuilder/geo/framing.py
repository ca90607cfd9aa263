"""Which part of the earth a map shows: what of countries must be on it, and what is too far off for that."""

from collections.abc import Iterable, Sequence
from math import cos, radians

from talkbuilder.geo.atlas import Area, Atlas, Bounds, Ring
from talkbuilder.geo.clipping import Edges
from talkbuilder.geo.conic import Conic
from talkbuilder.geo.flat import Flat
from talkbuilder.geo.places import atlas_of
from talkbuilder.geo.sphere import Place

# Islands that lie far off, and are small for that, are not what a country is looked at for: how much of the greatest
# part's area another must have for each time that it makes the frame larger.
_WORTH = 0.15
_ROUGH = 600  # of a country's area, the part that makes no difference to where it lies
_LEAST_KM = 160.0  # across: the outlines are no finer
_WIDEST = 110.0  # degrees


def extent(areas: Iterable[Area], atlas: Atlas) -> list[Place]:
    """Places along what countries are looked at for; longitudes go on beyond the 180th meridian if they must."""
    places: list[Place] = []
    about: float | None = None
    for area in areas:
        detail = atlas.detail(area.rings[0].area_km2 / _ROUGH)
        for ring, bounds in _main(area):
            middle = (bounds.west + bounds.east) / 2
            about = middle if about is None else about
            found = [(lon, lat) for arc in ring.arcs for lon, lat in detail.arc(arc)]
            inside = [(_near(lon, middle), lat) for lon, lat in found] if len(found) > 3 else _corners(bounds)
            moved = -360 * round((middle - about) / 360)
            places.extend((lon + moved, lat) for lon, lat in inside)
    return places


def _near(lon: float, middle: float) -> float:
    return lon - 360 * round((lon - middle) / 360)


def _corners(bounds: Bounds) -> list[Place]:
    return [(lon, lat) for lon in (bounds.west, bounds.east) for lat in (bounds.south, bounds.north)]


def _main(area: Area) -> list[tuple[Ring, Bounds]]:
    """The greatest part of a country, and those that are worth the room that they need, with where they lie."""
    greatest, *others = area.rings
    frame = greatest.bounds
    kept = [(greatest, greatest.bounds)]
    for ring in others:
        if ring.area_km2 < greatest.area_km2 / 100:
            break
        turn = 360 * round((frame.west + frame.east - ring.bounds.west - ring.bounds.east) / 720)
        bounds = Bounds(ring.bounds.west + turn, ring.bounds.south, ring.bounds.east + turn, ring.bounds.north)
        both = Bounds(
            min(frame.west, bounds.west),
            min(frame.south, bounds.south),
            max(frame.east, bounds.east),
            max(frame.north, bounds.north),
        )
        if ring.area_km2 / greatest.area_km2 >= _WORTH * (_size(both) / max(1e-6, _size(frame)) - 1):
            kept.append((ring, bounds))
            frame = both
    return kept


def _size(bounds: Bounds) -> float:
    shrink = cos(radians(min(80.0, abs(bounds.south + bounds.north) / 2)))
    return (bounds.east - bounds.west) * shrink * (bounds.north - bounds.south)


def framed(shown: Sequence[Place], edges: Edges, room: Edges) -> Flat:
    """The map on which some places fill a room, inside wider edges."""
    lons, lats = [lon for lon, _ in shown], [lat for _, lat in shown]
    conic = Conic((min(lons) + max(lons)) / 2, min(lats), max(lats))
    points = conic.points(shown, 1.0, 0.0, 0.0)
    xs, ys = [x for x, _ in points], [y for _, y in points]
    left, top, right, bottom = room
    scale = min((right - left) / max(_LEAST_KM, max(xs) - min(xs)), (bottom - top) / max(_LEAST_KM, max(ys) - min(ys)))
    x = (left + right) / 2 - scale * (min(xs) + max(xs)) / 2
    y = (top + bottom) / 2 - scale * (min(ys) + max(ys)) / 2
    return Flat(conic, scale, (x, y), edges)


def is_drawable(focus: Sequence[Area], others: Sequence[Place] = ()) -> bool:
    """Whether countries or states, and other places, lie near enough to each other for one flat map."""
    if len(focus) + len(others) < 2:
        return True
    shown = [place for one in focus for place in extent([one], atlas_of(one.id))]
    about = (min(lon for lon, _ in shown) + max(lon for lon, _ in shown)) / 2
    shown += [(_near(lon, about), lat) for lon, lat in others]
    lons, lats = [lon for lon, _ in shown], [lat for _, lat in shown]
    across = (max(lons) - min(lons)) * cos(radians((max(lats) + min(lats)) / 2))
    return across < _WIDEST and max(lats) - min(lats) < _WIDEST
