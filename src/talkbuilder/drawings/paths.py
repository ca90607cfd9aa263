"""The outlines of SVG's shapes as paths of lines and cubic curves."""

import re
from collections.abc import Mapping

from talkbuilder.drawings.curves import MOST_SEGMENTS, path
from talkbuilder.drawings.matrix import NUMBER, numbers
from talkbuilder.drawings.undrawable import Undrawable
from talkbuilder.layout.items import ROUND, Close, CurveTo, LineTo, Move, Segment

_LENGTH = re.compile(rf"\s*({NUMBER})(?:px)?\s*", re.A)


def outline(name: str, attributes: Mapping[str, str]) -> tuple[Segment, ...]:
    """The path of a shape; nothing where it has no extent, and is not drawn. Raises Undrawable."""
    match name:
        case "path":
            return path(attributes.get("d", ""))
        case "rect":
            return _rectangle(attributes)
        case "circle":
            radius = length(attributes, "r")
            return _ellipse(length(attributes, "cx"), length(attributes, "cy"), radius, radius)
        case "ellipse":
            rx, ry = (length(attributes, key) for key in ("rx", "ry"))
            return _ellipse(length(attributes, "cx"), length(attributes, "cy"), rx, ry)
        case "line":
            x1, y1, x2, y2 = (length(attributes, key) for key in ("x1", "y1", "x2", "y2"))
            return (Move(x1, y1), LineTo(x2, y2))
        case "polyline" | "polygon":
            return _corners(attributes.get("points", ""), is_closed=name == "polygon")
        case _:
            raise AssertionError("unreachable")


def length(attributes: Mapping[str, str], key: str) -> float:
    """A length in the units of the drawing; 0 where it is not given. Raises Undrawable."""
    text = attributes.get(key, "0")
    found = _LENGTH.fullmatch(text)
    if not found:
        raise Undrawable(f"{key} '{text[:40]}' is no plain length", "write a number in the units of the view box")
    return numbers(found[1], key)[0]


def _rectangle(attributes: Mapping[str, str]) -> tuple[Segment, ...]:
    x, y, width, height = (length(attributes, key) for key in ("x", "y", "width", "height"))
    if width <= 0 or height <= 0:
        return ()
    given = [length(attributes, key) if attributes.get(key, "auto") != "auto" else None for key in ("rx", "ry")]
    rx, ry = (own if own is not None else other or 0.0 for own, other in (given, given[::-1]))
    rx, ry = min(max(rx, 0.0), width / 2), min(max(ry, 0.0), height / 2)
    right, bottom = x + width, y + height
    if not rx or not ry:
        return (Move(x, y), LineTo(right, y), LineTo(right, bottom), LineTo(x, bottom), Close())
    h, v = rx * (1 - ROUND), ry * (1 - ROUND)
    return (
        Move(x + rx, y),
        LineTo(right - rx, y),
        CurveTo(right - h, y, right, y + v, right, y + ry),
        LineTo(right, bottom - ry),
        CurveTo(right, bottom - v, right - h, bottom, right - rx, bottom),
        LineTo(x + rx, bottom),
        CurveTo(x + h, bottom, x, bottom - v, x, bottom - ry),
        LineTo(x, y + ry),
        CurveTo(x, y + v, x + h, y, x + rx, y),
        Close(),
    )


def _ellipse(cx: float, cy: float, rx: float, ry: float) -> tuple[Segment, ...]:
    if rx <= 0 or ry <= 0:
        return ()
    h, v = rx * ROUND, ry * ROUND
    return (
        Move(cx - rx, cy),
        CurveTo(cx - rx, cy - v, cx - h, cy - ry, cx, cy - ry),
        CurveTo(cx + h, cy - ry, cx + rx, cy - v, cx + rx, cy),
        CurveTo(cx + rx, cy + v, cx + h, cy + ry, cx, cy + ry),
        CurveTo(cx - h, cy + ry, cx - rx, cy + v, cx - rx, cy),
        Close(),
    )


def _corners(points: str, is_closed: bool) -> tuple[Segment, ...]:
    values = numbers(points, "points")
    if len(values) % 2:
        raise Undrawable("points has an odd count of numbers", "give each point an x and a y")
    if len(values) < 4:
        return ()
    if len(values) > 2 * MOST_SEGMENTS:
        raise Undrawable(f"it has more than {MOST_SEGMENTS:,} points", "simplify it: a slide is seen from afar")
    corners = list(zip(values[::2], values[1::2], strict=True))
    return (Move(*corners[0]), *(LineTo(*one) for one in corners[1:]), *((Close(),) if is_closed else ()))
