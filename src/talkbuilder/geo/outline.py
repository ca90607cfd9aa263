"""The outline of a country or a state as one shape, for other drawings: beside a number, or as ground for figures."""

from msgspec import structs

from talkbuilder.geo.framing import extent, framed
from talkbuilder.geo.places import area_of, atlas_of
from talkbuilder.geo.shaping import area
from talkbuilder.layout.items import Ink, LineTo, Move, Segment, Shape, Stroke
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
    return _filling(shape, box)


def _filling(shape: Shape, box: Box) -> Shape:
    """A shape without the room that maps leave around it."""
    size = shape.box
    scale = min(box.width / size.width, box.height / size.height)
    width, height = int(size.width * scale), int(size.height * scale)
    within = Box(box.x + (box.width - width) // 2, box.y + (box.height - height) // 2, width, height)
    return structs.replace(shape, box=within, path=tuple(_scaled(step, scale) for step in shape.path))


def _scaled(step: Segment, scale: float) -> Segment:
    match step:
        case Move(x, y):
            return Move(int(x * scale), int(y * scale))
        case LineTo(x, y):
            return LineTo(int(x * scale), int(y * scale))
        case _:
            return step
