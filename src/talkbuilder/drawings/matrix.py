"""Where things are moved, turned and stretched to: the transforms of SVG as one matrix."""

import re
from collections.abc import Sequence
from math import cos, hypot, radians, sin, sqrt, tan

from msgspec import Struct

from talkbuilder.drawings.elements import Undrawable
from talkbuilder.layout.items import Close, CurveTo, LineTo, Move, Segment
from talkbuilder.patterns import pattern_of

NUMBER = r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?"
MOST = 1_000_000.0  # no number of a drawing is larger

_ONE = pattern_of(r"\s*([A-Za-z]+)\s*\(([^()]*)\)[\s,]*")
_FIND_NUMBER = pattern_of(NUMBER, re.A)
_ONLY_NUMBERS = pattern_of(rf"[\s,]*+(?:{NUMBER}[\s,]*+)*+", re.A)
# What each takes, by how many numbers.
_COUNTS = {"matrix": (6,), "translate": (1, 2), "scale": (1, 2), "rotate": (1, 3), "skewX": (1,), "skewY": (1,)}

Point = tuple[float, float]


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

    def point(self, x: float, y: float) -> Point:
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
            return Matrix(e=x, f=y).after(_turn(degrees)).after(Matrix(e=-x, f=-y))
        case "rotate", (degrees,):
            return _turn(degrees)
        case "skewX", (degrees,):
            return Matrix(c=tan(radians(degrees)))
        case "skewY", (degrees,):
            return Matrix(b=tan(radians(degrees)))
        case _:
            raise AssertionError("unreachable")


def _turn(degrees: float) -> Matrix:
    angle = radians(degrees)
    return Matrix(cos(angle), sin(angle), -sin(angle), cos(angle))


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 40 else f"{text[:39]}…"
