"""The outline of a country or a state as one shape, for other drawings: beside a number, or as ground for figures."""

from talkbuilder.geo.framing import extent, framed
from talkbuilder.geo.places import area_of, atlas_of
from talkbuilder.geo.shaping import area
from talkbuilder.layout.items import Ink, Shape, Stroke
from talkbuilder.units import EMU_PER_POINT, Box


def outline(id: str, box: Box, fill: Ink | None, stroke: Stroke | None = None) -> Shape:
    """A country or a state, as large as a box lets it be, in the middle of it. Raises KeyError for an unknown id."""
    one = area_of(id)
    if one is None:
        raise KeyError(id)
    left, top, right, bottom = (side / EMU_PER_POINT for side in (box.x, box.y, box.right, box.bottom))
    edges = (left, top, right, bottom)
    flat = framed(extent([one], atlas_of(id)), edges, edges)
    shape = area(one.name, flat.area(one, flat.detail(atlas_of(id))), fill, stroke)
    assert shape is not None
    return shape
