"""SVG shapes and path data as lines and cubic curves."""

import re
from collections.abc import Iterator, Mapping
from math import ceil, cos, radians, sin, tan
from typing import TYPE_CHECKING

from talkbuilder.drawings.elements import Undrawable
from talkbuilder.drawings.matrix import NUMBER, Matrix, numbers
from talkbuilder.layout.items import ROUND, Close, CurveTo, LineTo, Move, Segment, ellipse
from talkbuilder.patterns import pattern_of

if TYPE_CHECKING:
    from svg.path import Arc

MOST_SEGMENTS = 5_000  # of one shape

_SEPARATOR = r"[\s,]*+"
_N = rf"(?>{NUMBER}){_SEPARATOR}"
_FLAG = rf"[01]{_SEPARATOR}"
_ARC = rf"(?:{_N}{_N}{_N}{_FLAG}{_FLAG}{_N}{_N})"
_REST = (
    rf"(?:[MmLlTt]\s*+(?:{_N}{_N})++|[HhVv]\s*+(?:{_N})++|[Cc]\s*+(?:{_N * 6})++|[SsQq]\s*+(?:{_N * 4})++"
    rf"|[Aa]\s*+{_ARC}++|[Zz]{_SEPARATOR})"
)
_PATH = pattern_of(rf"\s*+(?=[Mm]){_REST}*+", re.A)
_LETTERS = pattern_of(r"[A-DF-Za-df-z]")  # all but that of exponents
_UNREADABLE = "draw it again in an SVG editor and export it as plain SVG"

_LENGTH = pattern_of(rf"\s*({NUMBER})(?:px)?\s*", re.A)


def path(data: str) -> tuple[Segment, ...]:
    """The path of what the attribute `d` of SVG holds. Raises Undrawable."""
    if not data.strip() or data.strip() == "none":
        return ()
    if not _PATH.fullmatch(data):
        at = _PATH.match(data)
        rest = " ".join(data[at.end() if at else 0 :].split())[:30]
        raise Undrawable(f"its path cannot be read from '{rest}' on", _UNREADABLE)
    numbers(_LETTERS.sub(" ", data), "its path")
    try:
        read = tuple(_segments(data))
    except (ValueError, ArithmeticError) as fault:
        raise Undrawable("its path has an arc that cannot be drawn", _UNREADABLE) from fault
    if len(read) > MOST_SEGMENTS:
        raise Undrawable(f"its path has more than {MOST_SEGMENTS:,} points", "simplify it: a slide is seen from afar")
    return read


def _segments(data: str) -> Iterator[Segment]:
    """What a path is made of, in four kinds of segments."""
    from svg.path import path as svg  # 2 ms, which a talk without drawings need not pay
    from svg.path.parser import parse_path

    last: object = None
    for one in parse_path(data):
        if isinstance(last, svg.Close) and not isinstance(one, svg.Move | svg.Close):
            yield Move(*_pair(one.start))  # what follows an end begins where the part before it began
        match one:
            case svg.Move():
                yield Move(*_pair(one.end))
            case svg.Close():
                yield from () if isinstance(last, svg.Close) else (Close(),)
            case svg.Line():
                yield LineTo(*_pair(one.end))
            case svg.CubicBezier():
                yield CurveTo(*_pair(one.control1), *_pair(one.control2), *_pair(one.end))
            case svg.QuadraticBezier(start=start, control=control, end=end):
                first, second = start + 2 / 3 * (control - start), end + 2 / 3 * (control - end)
                yield CurveTo(*_pair(first), *_pair(second), *_pair(end))
            case svg.Arc():
                yield from _arc(one)
        last = one


def _arc(arc: "Arc") -> Iterator[Segment]:
    """An arc of an ellipse as cubic curves of at most a quarter each, which nobody can tell from it."""
    if arc.start == arc.end:
        return
    if not arc.radius.real or not arc.radius.imag:
        yield LineTo(*_pair(arc.end))
        return
    rx, ry = arc.radius.real * arc.radius_scale, arc.radius.imag * arc.radius_scale
    turned = radians(arc.rotation)
    place = Matrix(cos(turned) * rx, sin(turned) * rx, -sin(turned) * ry, cos(turned) * ry, *_pair(arc.center))
    pieces = max(1, ceil(abs(arc.delta) / 90 - 1e-9))
    step = radians(arc.delta) / pieces
    pull = 4 / 3 * tan(step / 4)
    for number in range(pieces):
        begin = radians(arc.theta) + number * step
        end = begin + step
        first = place.point(cos(begin) - pull * sin(begin), sin(begin) + pull * cos(begin))
        second = place.point(cos(end) + pull * sin(end), sin(end) - pull * cos(end))
        last = _pair(arc.end) if number == pieces - 1 else place.point(cos(end), sin(end))
        yield CurveTo(*first, *second, *last)


def _pair(at: complex) -> tuple[float, float]:
    return at.real, at.imag


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
    return ellipse(cx, cy, rx, ry) if rx > 0 and ry > 0 else ()


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
