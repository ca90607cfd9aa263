"""Gradients of a template, and pictures in two tones, as every output can draw them and colours can be looked up."""

import io
from functools import lru_cache
from math import cos, hypot, radians, sin

from msgspec import Struct

from talkbuilder.layout.items import Segment, points_of

PIXELS = (256, 256)
_MOST_PX = 1280  # of a picture in two tones
_STEPS = 48  # across and down, between which the picture is smooth
_RECTANGLE = 5  # the segments of one, which needs no mask

Stop = tuple[float, str, int]  # where, from 0 to 1, which RRGGBB, and how opaque in percent


class Along(Struct, frozen=True):
    """From one side to the other, at so many degrees clockwise from the right."""

    degrees: float


class Around(Struct, frozen=True):
    """From a point, in shares of the box, outwards."""

    x: float
    y: float
    is_round: bool


Way = Along | Around


@lru_cache(maxsize=64)
def picture_of(stops: tuple[Stop, ...], way: Way, size: tuple[int, int], path: tuple[Segment, ...] = ()) -> bytes:
    """A gradient in a box of a size, inside a path, as a PNG."""
    from PIL import Image, ImageDraw  # only a template with gradients pays for this

    small = Image.new("RGBA", (_STEPS, _STEPS))
    shares = [(step + 0.5) / _STEPS for step in range(_STEPS)]
    small.putdata([_colour(stops, _share(way, x, y, size)) for y in shares for x in shares])
    picture = small.resize(PIXELS, Image.Resampling.BICUBIC)
    if len(path) > _RECTANGLE:
        mask = Image.new("L", PIXELS)
        points = [points_of(one)[-1] for one in path if points_of(one)]
        scaled = [(x / size[0] * PIXELS[0], y / size[1] * PIXELS[1]) for x, y in points]
        ImageDraw.Draw(mask).polygon(scaled, fill=255)
        picture.putalpha(Image.composite(picture.getchannel("A"), Image.new("L", PIXELS), mask))
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


@lru_cache(maxsize=16)
def in_two_tones(data: bytes, dark: str, light: str) -> tuple[bytes, tuple[int, int]]:
    """A picture in shades from one colour to another, as a PNG, and its size."""
    from PIL import Image, ImageOps

    with Image.open(io.BytesIO(data)) as opened:
        picture = opened.convert("RGBA")
    picture.thumbnail((_MOST_PX, _MOST_PX))
    made = ImageOps.colorize(picture.convert("L"), f"#{dark}", f"#{light}").convert("RGBA")
    made.putalpha(picture.getchannel("A"))
    out = io.BytesIO()
    made.save(out, "PNG")
    return out.getvalue(), made.size


def _share(way: Way, x: float, y: float, size: tuple[int, int]) -> float:
    """How far along the gradient a point is, given in shares of the box."""
    if isinstance(way, Around):
        across, down = (abs(one - at) / max(at, 1 - at) for one, at in ((x, way.x), (y, way.y)))
        return min(1.0, hypot(across, down) if way.is_round else max(across, down))
    width, height = size
    right, low = cos(radians(way.degrees)), sin(radians(way.degrees))
    reach = abs(right) * width + abs(low) * height
    return 0.5 + ((x - 0.5) * width * right + (y - 0.5) * height * low) / reach


def _colour(stops: tuple[Stop, ...], share: float) -> tuple[int, int, int, int]:
    before = max((one for one in stops if one[0] <= share), default=stops[0], key=lambda one: one[0])
    after = min((one for one in stops if one[0] > share), default=stops[-1], key=lambda one: one[0])
    much = (share - before[0]) / (after[0] - before[0]) if after[0] > before[0] else 0.0
    much = min(1.0, max(0.0, much))
    (red, green, blue), (red2, green2, blue2) = (
        tuple(int(one[1][at : at + 2], 16) for at in (0, 2, 4)) for one in (before, after)
    )
    opacity = before[2] + (after[2] - before[2]) * much
    mixed = [round(one + (other - one) * much) for one, other in ((red, red2), (green, green2), (blue, blue2))]
    return mixed[0], mixed[1], mixed[2], round(opacity * 2.55)
