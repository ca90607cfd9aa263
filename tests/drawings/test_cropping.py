"""What is cut off at a window is gone, what lies in it stays, and curves stay curves."""

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from talkbuilder.drawings.cropping import Window, cropped, extent, gone_on
from talkbuilder.layout.items import Close, CurveTo, LineTo, Move, Segment

WINDOW = Window(0, 0, 100, 100)
DISC = (
    Move(-50, 50),
    CurveTo(-50, 22.4, -27.6, 0, 0, 0),
    CurveTo(27.6, 0, 50, 22.4, 50, 50),
    CurveTo(50, 77.6, 27.6, 100, 0, 100),
    CurveTo(-27.6, 100, -50, 77.6, -50, 50),
    Close(),
)

_NUMBERS = st.integers(-150, 250)
_LINES = st.builds(LineTo, _NUMBERS, _NUMBERS)
_CURVES = st.builds(CurveTo, *[_NUMBERS] * 6)
_PATHS = st.lists(
    st.tuples(st.builds(Move, _NUMBERS, _NUMBERS), st.lists(_LINES | _CURVES, min_size=1, max_size=5), st.booleans()),
    min_size=1,
    max_size=3,
).map(lambda parts: tuple(one for m, rest, ends in parts for one in (m, *rest, *((Close(),) if ends else ()))))


def points(path: Sequence[Segment], steps: int = 24) -> list[list[tuple[float, float]]]:
    """The parts of a path as many short lines."""
    parts: list[list[tuple[float, float]]] = []
    for one in path:
        match one:
            case Move(x, y):
                parts.append([(x, y)])
            case LineTo(x, y):
                parts[-1].append((x, y))
            case CurveTo(x1, y1, x2, y2, x, y):
                x0, y0 = parts[-1][-1]
                for step in range(1, steps + 1):
                    t = step / steps
                    a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
                    parts[-1].append((a * x0 + b * x1 + c * x2 + d * x, a * y0 + b * y1 + c * y2 + d * y))
            case Close():
                parts[-1].append(parts[-1][0])
                parts.append([parts[-1][0]])
    return parts


def covers(path: Sequence[Segment], x: float, y: float) -> bool:
    """Whether a point lies in the area of a path, every second part being a hole."""
    crossed = 0
    for part in points(path):
        for (x0, y0), (x1, y1) in zip(part, [*part[1:], part[0]], strict=True):
            if (y0 > y) != (y1 > y) and x < x0 + (y - y0) * (x1 - x0) / (y1 - y0):
                crossed += 1
    return crossed % 2 == 1


def test_half_a_disc_is_left_with_its_curves() -> None:
    rest = cropped(DISC, WINDOW, is_filled=True)
    assert [type(one) for one in rest] == [Move, CurveTo, CurveTo, LineTo, Close]
    assert extent(rest) == pytest.approx((0, 0, 50, 100))


def test_of_a_line_no_edge_is_left_along_the_cut() -> None:
    rest = cropped((Move(50, 50), LineTo(150, 50), LineTo(150, 70), LineTo(50, 70)), WINDOW, is_filled=False)
    assert rest == (Move(50, 50), LineTo(100, 50), Move(100, 70), LineTo(50, 70))


def test_what_goes_on_at_a_corner_leaves_no_line_there_and_back() -> None:
    floor = (Move(0, 60), LineTo(100, 60), LineTo(100, 100), LineTo(0, 100), Close())
    (way, *_) = points(gone_on(floor, WINDOW, Window(-50, 0, 150, 120), is_filled=True))
    assert {y for x, y in way if 0 <= x <= 100} == {60, 132}


def test_nothing_is_left_of_what_lies_outside() -> None:
    assert cropped((Move(-9, 0), LineTo(-1, 0), LineTo(-1, 9)), WINDOW, is_filled=True) == ()
    assert cropped((Move(-9, 0), LineTo(-1, 0)), WINDOW, is_filled=False) == ()


@given(_PATHS)
@example((Move(0, 0), CurveTo(-1, 0, 15, 0, 1, 0)))
@example((Move(0, 0), CurveTo(-1, 0, 2, 0, -1, 0)))
def test_what_is_left_lies_in_the_window(path: tuple[Segment, ...]) -> None:
    for is_filled in (True, False):
        for part in points(cropped(path, WINDOW, is_filled)):
            assert all(-1e-6 <= one <= 100 + 1e-6 for point in part for one in point)


@given(_PATHS, st.tuples(st.integers(1, 99), st.integers(1, 99)))
def test_the_window_is_covered_where_it_was(path: tuple[Segment, ...], at: tuple[int, int]) -> None:
    x, y = at[0] + 0.137, at[1] + 0.291
    near = min(
        ((x - u) ** 2 + (y - v) ** 2 for part in points(path, 96) for u, v in _dense(part)),
        default=1e9,
    )
    if near > 25:  # as far from every edge as short lines may be from the curves that they stand for
        assert covers(cropped(path, WINDOW, is_filled=True), x, y) == covers(path, x, y)


def _dense(part: list[tuple[float, float]]) -> list[tuple[float, float]]:
    ends = [*part, part[0]]
    return [
        (x0 + (x1 - x0) * step / 200, y0 + (y1 - y0) * step / 200)
        for (x0, y0), (x1, y1) in pairwise(ends)
        for step in (range(201) if abs(x1 - x0) + abs(y1 - y0) > 20 else range(1))
    ]
