"""A small globe beside a map, with what is in focus marked on it."""

from collections.abc import Sequence

from talkbuilder.geo.atlas import Area, world
from talkbuilder.geo.clipping import Point
from talkbuilder.geo.globe import Globe
from talkbuilder.geo.places import atlas_of
from talkbuilder.geo.shaping import area, around, dot, present
from talkbuilder.geo.sphere import EARTH_KM, Place
from talkbuilder.geo.tints import FOCUS, PAPER, SLATE
from talkbuilder.layout.items import Group, Ink, Stroke

RIM_PT = 5.0  # of paper round it
_WATER, _LAND = Ink("accent4", opacity_percent=28), Ink("light2", 92)
_SMALLEST_PT2 = 20.0  # what is smaller is marked with a ring


def inset(focus: Sequence[Area], middle: Place, centre: Point, radius: float) -> Group:
    """The globe from above a place."""
    globe = Globe(middle, centre, radius)
    detail = globe.detail(world())
    land = area("globe, land", globe.rings(world().land, detail), _LAND)
    shapes = [
        dot("globe, edge", centre, radius + RIM_PT, PAPER),
        dot("globe, sea", centre, radius, _WATER),
        *present(land),
    ]
    for one in focus:
        own = atlas_of(one.id)
        rings = globe.rings(one.rings, detail if own is world() else globe.detail(own), keep=1)
        shapes += present(area(f"globe, {one.name}", rings, FOCUS))
    seen_pt2 = sum(ring.area_km2 for one in focus for ring in one.rings) * (radius / EARTH_KM) ** 2
    if seen_pt2 < _SMALLEST_PT2 and (here := globe.point(middle)):
        shapes += [dot("globe, place", here, 2.5, FOCUS), dot("globe, ring", here, 9, None, Stroke(FOCUS, 1.5))]
    shapes.append(dot("globe, rim", centre, radius, None, Stroke(SLATE, 1)))
    return Group("globe", around(shapes), tuple(shapes))
