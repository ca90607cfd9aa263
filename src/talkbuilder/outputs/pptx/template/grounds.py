"""What colour a drawing of a template has at a point of the page."""

import io
from functools import lru_cache

from talkbuilder.layout.items import Close, Image, Shape

_CELLS = 24  # across and down, in which a picture is looked at


def is_inside(shape: Shape, x: float, y: float) -> bool:
    """Whether a point lies on the fill of a shape, whose curves are taken as straight."""
    x, y = x - shape.box.x, y - shape.box.y
    if not (0 <= x <= shape.box.width and 0 <= y <= shape.box.height):
        return False
    corners = [(one.x, one.y) for one in shape.path if not isinstance(one, Close)]
    crossings = 0
    for (x1, y1), (x2, y2) in zip(corners, [*corners[1:], *corners[:1]], strict=True):
        if (y1 > y) != (y2 > y) and x < x1 + (y - y1) / (y2 - y1) * (x2 - x1):
            crossings += 1
    return crossings % 2 == 1


def picture_colour(image: Image, x: float, y: float) -> str | None:
    """The colour of a picture at a point, as RRGGBB; None beside it, and where it lets through what lies beneath."""
    across, down = (x - image.box.x) / max(1, image.box.width), (y - image.box.y) / max(1, image.box.height)
    if not (0 <= across < 1 and 0 <= down < 1):
        return None
    left, top, right, bottom = image.crop
    column = min(_CELLS - 1, max(0, int((left + across * (1 - left - right)) * _CELLS)))
    row = min(_CELLS - 1, max(0, int((top + down * (1 - top - bottom)) * _CELLS)))
    at = 4 * (row * _CELLS + column)
    red, green, blue, opacity = _cells(image.data)[at : at + 4]
    return f"{red:02X}{green:02X}{blue:02X}" if opacity > 127 else None


@lru_cache(maxsize=64)
def _cells(data: bytes) -> bytes:
    from PIL import Image as Pictures  # only a template with pictures pays for this

    with Pictures.open(io.BytesIO(data)) as opened:
        return opened.convert("RGBA").resize((_CELLS, _CELLS), Pictures.Resampling.BOX).tobytes()
