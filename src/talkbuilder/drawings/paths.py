"""SVG shapes and path data as lines and cubic curves, and the transforms of SVG as one matrix."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from math import ceil, cos, hypot, radians, sin, sqrt, tan
from typing import TYPE_CHECKING

from msgspec import Struct

from talkbuilder.drawings.elements import Undrawable
from talkbuilder.layout.items import Close, CurveTo, LineTo, Move, Segment, ellipse, rounded

if TYPE_CHECKING:
    from svg.path import Arc

NUMBER = r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?"
MOST = 1_000_000.0  # no number of a drawing is larger

_ONE = re.compile(r"\s*([A-Za-z]+)\s*\(([^()]*)\)[\s,]*")
_FIND_NUMBER = re.compile(NUMBER, re.A)
_ONLY_NUMBERS = re.compile(rf"[\s,]*+(?:{NUMBER}[\s,]*+)*+", re.A)
# What each takes, by how many numbers.
_COUNTS = {"matrix": (6,), "translate": (1, 2), "scale": (1, 2), "rotate": (1, 3), "skewX": (1,), "skewY": (1,)}
MOST_SEGMENTS = 5_000  # of one shape

_SEPARATOR = r"[\s,]*+"
_N = rf"(?>{NUMBER}){_SEPARATOR}"
_FLAG = rf"[01]{_SEPARATOR}"
_ARC = rf"(?:{_N}{_N}{_N}{_FLAG}{_FLAG}{_N}{_N})"
_REST = (
    rf"(?:[MmLlTt]\s*+(?:{_N}{_N})++|[HhVv]\s*+(?:{_N})++|[Cc]\s*+(?:{_N * 6})++|[SsQq]\s*+(?:{_N * 4})++"
    rf"|[Aa]\s*+{_ARC}++|[Zz]{_SEPARATOR})"
)
_PATH = re.compile(rf"\s*+(?=[Mm]){_REST}*+", re.A)
_LETTERS = re.compile(r"[A-DF-Za-df-z]")  # all but that of exponents
_UNREADABLE = "draw it again in an SVG editor and export it as plain SVG"

_LENGTH = re.compile(rf"\s*({NUMBER})(?:px)?\s*", re.A)


class Matrix(Struct, frozen=True):
    """x' = ax + cy + e, y' = bx + dy + f."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def after(self, first: "Matrix") -> "Matrix":
        """This one, of what another made before."""
        return Matrix(
            self.a * first.a + self.c * first.b,
            self.b * first.a + self.d * first.b,
            self.a * first.c + self.c * first.d,
            self.b * first.c + self.d * first.d,
            self.a * first.e + self.c * first.f + self.e,
            self.b * first.e + self.d * first.f + self.f,
        )

    def point(self, x: float, y: float) -> tuple[float, float]:
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def path(self, path: Sequence[Segment]) -> tuple[Segment, ...]:
        """A path, moved; straight lines stay straight and curves curves."""
        a, b, c, d, e, f = self.a, self.b, self.c, self.d, self.e, self.f  # for a drawing has thousands of segments
        moved = list[Segment]()
        for one in path:
            match one:
                case LineTo(x, y):
                    moved.append(LineTo(a * x + c * y + e, b * x + d * y + f))
                case CurveTo(x1, y1, x2, y2, x, y):
                    first, second = (
                        (a * x1 + c * y1 + e, b * x1 + d * y1 + f),
                        (a * x2 + c * y2 + e, b * x2 + d * y2 + f),
                    )
                    moved.append(CurveTo(*first, *second, a * x + c * y + e, b * x + d * y + f))
                case Move(x, y):
                    moved.append(Move(a * x + c * y + e, b * x + d * y + f))
                case Close():
                    moved.append(one)
                case _:
                    raise AssertionError("unreachable")
        return tuple(moved)

    @property
    def scale(self) -> float:
        """How much longer a line becomes, on average over its directions."""
        return sqrt(abs(self.a * self.d - self.b * self.c))

    @property
    def is_flat(self) -> bool:
        """Whether nothing is left of a shape but a line or a point."""
        return self.scale < 1e-6 * max(1.0, hypot(self.a, self.b), hypot(self.c, self.d))


@lru_cache(maxsize=4096)  # both talks of a folder have the same drawings, and one drawing many equal shapes
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
    return rounded(x, y, width, height, rx, ry)


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


def numbers(text: str, what: str) -> tuple[float, ...]:
    """The numbers of a list. Raises Undrawable where there is anything else in it, or one is out of all measure."""
    if not _ONLY_NUMBERS.fullmatch(text):
        raise Undrawable(f"{what} '{_short(text)}' is no list of numbers", "write plain numbers, without units")
    found = tuple(map(float, _FIND_NUMBER.findall(text)))
    if found and not -MOST <= min(found) <= max(found) <= MOST:
        raise Undrawable(f"{what} has a number beyond {MOST:,.0f}", "draw within the view box")
    return found


def transform(text: str) -> Matrix:
    """The matrix of a `transform`. Raises Undrawable."""
    made, at = Matrix(), 0
    while at < len(text.rstrip()):
        found = _ONE.match(text, at)
        values = numbers(found[2], found[1]) if found else ()
        if not found or len(values) not in _COUNTS.get(found[1], ()):
            hint = "use matrix, translate, scale, rotate, skewX or skewY, with numbers only"
            raise Undrawable(f"transform '{_short(text[at:])}' cannot be read", hint)
        made, at = made.after(_single(found[1], values)), found.end()
    return made


def _single(name: str, values: tuple[float, ...]) -> Matrix:
    match name, values:
        case "matrix", _:
            return Matrix(*values)
        case "translate", (x, *rest):
            return Matrix(e=x, f=rest[0] if rest else 0.0)
        case "scale", (x, *rest):
            return Matrix(a=x, d=rest[0] if rest else x)
        case "rotate", (degrees, x, y):
            return turning(degrees, x, y)
        case "rotate", (degrees,):
            return turning(degrees)
        case "skewX", (degrees,):
            return Matrix(c=tan(radians(degrees)))
        case "skewY", (degrees,):
            return Matrix(b=tan(radians(degrees)))
        case _:
            raise AssertionError("unreachable")


def turning(degrees: float, x: float = 0.0, y: float = 0.0) -> Matrix:
    """A turn clockwise about a point, as one sees it where y grows downwards."""
    angle = radians(degrees)
    turn = Matrix(cos(angle), sin(angle), -sin(angle), cos(angle))
    return Matrix(e=x, f=y).after(turn).after(Matrix(e=-x, f=-y))


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 40 else f"{text[:39]}…"
