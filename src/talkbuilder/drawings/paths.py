"""The outlines of SVG's shapes as paths of lines and cubic curves; only here it is known how SVG writes a path."""

import re
from collections.abc import Iterator, Mapping, Sequence
from math import ceil, cos, radians, sin, tan
from typing import TYPE_CHECKING

from talkbuilder.drawings.matrix import NUMBER, Matrix, numbers
from talkbuilder.drawings.undrawable import Undrawable
from talkbuilder.layout.items import ROUND, Close, CurveTo, LineTo, Move, Segment
from talkbuilder.patterns import compiled

if TYPE_CHECKING:
    from svg.path import Arc

MOST_SEGMENTS = 5_000  # of one shape

_SEPARATOR = r"[\s,]*+"
_N = rf"(?>{NUMBER}){_SEPARATOR}"
_FLAG = rf"[01]{_SEPARATOR}"
_ARC = rf"(?:{_N}{_N}{_N}{_FLAG}{_FLAG}{_N}{_N})"
_REST = (
    rf"(?:[MmLlTt]{_SEPARATOR}(?:{_N}{_N})++|[HhVv]{_SEPARATOR}(?:{_N})++|[Cc]{_SEPARATOR}(?:{_N * 6})++"
    rf"|[SsQq]{_SEPARATOR}(?:{_N * 4})++|[Aa]{_SEPARATOR}{_ARC}++|[Zz]{_SEPARATOR})"
)
# The whole grammar: what reads paths takes what it does not know for a remark, and leaves out the rest.
_PATH = compiled(rf"\s*+(?=[Mm]){_REST}*+", re.A)
_LETTERS = compiled(r"[A-DF-Za-df-z]")  # all but that of exponents
_LENGTH = compiled(rf"\s*({NUMBER})(?:px)?\s*", re.A)
_UNREADABLE = "draw it again in an SVG editor and export it as plain SVG"


def outline(name: str, attributes: Mapping[str, str]) -> tuple[Segment, ...]:
    """The path of a shape; nothing where it has no extent, and is not drawn. Raises Undrawable."""
    match name:
        case "path":
            return _path(attributes.get("d", ""))
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


def _path(data: str) -> tuple[Segment, ...]:
    if not data.strip() or data.strip() == "none":
        return ()
    if not _PATH.fullmatch(data):
        at = _PATH.match(data)
        rest = " ".join(data[at.end() if at else 0 :].split())[:30]
        raise Undrawable(f"its path cannot be read from '{rest}' on", _UNREADABLE)
    numbers(_LETTERS.sub(" ", data), "its path")
    from svg.path import parse_path  # only a talk with a drawing pays for this

    try:
        read = list(_segments(parse_path(data)))
    except (ValueError, ArithmeticError) as fault:
        raise Undrawable("its path has an arc that cannot be drawn", _UNREADABLE) from fault
    if len(read) > MOST_SEGMENTS:
        raise Undrawable(f"its path has more than {MOST_SEGMENTS:,} points", "simplify it: a slide is seen from afar")
    return tuple(read)


def _segments(path: "Sequence[object]") -> Iterator[Segment]:
    """What a path is made of, in three kinds of segments."""
    from svg.path import Arc, CubicBezier, Line, QuadraticBezier
    from svg.path import Close as End
    from svg.path import Move as Begin

    is_closed = False
    for one in path:
        match one:
            case Begin():
                yield Move(one.end.real, one.end.imag)
                is_closed = False
                continue
            case End():
                if not is_closed:
                    yield Close()
                is_closed = True
                continue
        assert isinstance(one, Line | CubicBezier | QuadraticBezier | Arc)
        if is_closed:  # what follows an end begins where the part before it began
            yield Move(one.start.real, one.start.imag)
            is_closed = False
        match one:
            case Line():
                yield LineTo(one.end.real, one.end.imag)
            case CubicBezier():
                yield _curve(one.control1, one.control2, one.end)
            case QuadraticBezier():
                yield _curve(
                    one.start + 2 / 3 * (one.control - one.start), one.end + 2 / 3 * (one.control - one.end), one.end
                )
            case Arc():
                yield from _arc(one)
            case _:
                raise AssertionError("unreachable")


def _curve(control1: complex, control2: complex, end: complex) -> CurveTo:
    return CurveTo(control1.real, control1.imag, control2.real, control2.imag, end.real, end.imag)


def _arc(arc: "Arc") -> Iterator[Segment]:
    """An arc of an ellipse as cubic curves of at most a quarter each, which nobody can tell from it."""
    rx, ry = abs(arc.radius.real), abs(arc.radius.imag)
    if arc.start == arc.end:
        return
    if not rx or not ry:
        yield LineTo(arc.end.real, arc.end.imag)
        return
    rx, ry = rx * arc.radius_scale, ry * arc.radius_scale
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
