"""SVG shapes and path data as lines and cubic curves."""

import re
from collections.abc import Iterator, Mapping
from math import ceil, cos, radians, sin, tan

from talkbuilder.drawings.elements import Undrawable
from talkbuilder.drawings.matrix import NUMBER, Matrix, numbers
from talkbuilder.layout.items import ROUND, Close, CurveTo, LineTo, Move, Segment
from talkbuilder.patterns import pattern_of

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
_COMMANDS = pattern_of(r"([MmLlTtHhVvCcSsQqAaZz])")
_NUMBERS = pattern_of(NUMBER, re.A)
_ARCS = pattern_of(_SEPARATOR.join((*(f"({NUMBER})",) * 3, "([01])", "([01])", *(f"({NUMBER})",) * 2)), re.A)
_COUNTS = {"M": 2, "L": 2, "T": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4}  # numbers that each takes
_LINES = {"M": "L", "m": "l"}
_UNREADABLE = "draw it again in an SVG editor and export it as plain SVG"

_Point = tuple[float, float]

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
    x, y = begin = 0.0, 0.0
    control, last, is_closed = begin, "", False  # the last control point, and what drew with it
    for letter, told in _drawn(data):
        kind = letter.upper()
        if kind == "Z":
            if not is_closed:
                yield Close()
            (x, y), last, is_closed = begin, kind, True
            continue
        if is_closed and kind != "M":  # what follows an end begins where the part before it began
            yield Move(x, y)
        is_closed = False
        to = told if letter == kind else _moved(kind, told, x, y)
        match kind, to:
            case "M", (px, py):
                begin = px, py
                yield Move(px, py)
            case "L", (px, py):
                yield LineTo(px, py)
            case "H", (px,):
                to = px, y
                yield LineTo(px, y)
            case "V", (py,):
                to = x, py
                yield LineTo(x, py)
            case "C", (x1, y1, x2, y2, px, py):
                control = x2, y2
                yield CurveTo(x1, y1, x2, y2, px, py)
            case "S", (x2, y2, px, py):
                first = _mirrored(control, x, y) if last in ("C", "S") else (x, y)
                control = x2, y2
                yield CurveTo(*first, x2, y2, px, py)
            case "Q", (x1, y1, px, py):
                control = x1, y1
                yield _quadratic(complex(x, y), complex(x1, y1), complex(px, py))
            case "T", (px, py):
                control = _mirrored(control, x, y) if last in ("Q", "T") else (x, y)
                yield _quadratic(complex(x, y), complex(*control), complex(px, py))
            case "A", _:
                yield from _arc(complex(x, y), to)
        x, y = to[-2:]
        last = kind


def _drawn(data: str) -> Iterator[tuple[str, tuple[float, ...]]]:
    """The letter of each command with the numbers that it takes, as often as it is to be done."""
    _, *pieces = _COMMANDS.split(data)
    for letter, told in zip(pieces[::2], pieces[1::2], strict=True):
        kind = letter.upper()
        if kind == "Z":
            yield letter, ()
            continue
        if kind == "A":  # whose two signs may stand without anything between
            yield from ((letter, tuple(map(float, arc))) for arc in _ARCS.findall(told))
            continue
        values = tuple(map(float, _NUMBERS.findall(told)))
        count = _COUNTS[kind]
        yield letter, values[:count]
        if letter in _LINES:
            letter = _LINES[letter]  # further pairs are corners
        for at in range(count, len(values), count):
            yield letter, values[at : at + count]


def _moved(kind: str, told: tuple[float, ...], x: float, y: float) -> tuple[float, ...]:
    """What small letters tell: how far it is from where the pen is."""
    match kind:
        case "H":
            return (told[0] + x,)
        case "V":
            return (told[0] + y,)
        case "A":
            return *told[:5], told[5] + x, told[6] + y
    return tuple(one + (y if at % 2 else x) for at, one in enumerate(told))


def _mirrored(control: _Point, x: float, y: float) -> _Point:
    return x + x - control[0], y + y - control[1]


def _quadratic(start: complex, control: complex, end: complex) -> CurveTo:
    first, second = start + 2 / 3 * (control - start), end + 2 / 3 * (control - end)
    return CurveTo(first.real, first.imag, second.real, second.imag, end.real, end.imag)


def _arc(start: complex, told: tuple[float, ...]) -> Iterator[Segment]:
    """An arc of an ellipse as cubic curves of at most a quarter each, which nobody can tell from it."""
    rx, ry, turn, is_large, is_clockwise, x, y = told
    if rx < 0 or ry < 0:
        raise ValueError("a radius less than nothing")
    if start == complex(x, y):
        return
    if not rx or not ry:
        yield LineTo(x, y)
        return
    from svg.path import Arc  # 2 ms, which drawings without arcs need not pay

    arc = Arc(start, complex(rx, ry), turn, bool(is_large), bool(is_clockwise), complex(x, y))
    rx, ry = abs(rx) * arc.radius_scale, abs(ry) * arc.radius_scale
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
        last = (x, y) if number == pieces - 1 else place.point(cos(end), sin(end))
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
