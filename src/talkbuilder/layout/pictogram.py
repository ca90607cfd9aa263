"""Pictograms of those who are counted: a person, or a dot for what is none, and many scattered evenly over a shape."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import combinations
from math import ceil, inf, sqrt

from msgspec import Struct

from talkbuilder.layout.items import ROUND, Close, CurveTo, Ink, LineTo, Move, Segment, Shape, Stroke, edges_at, ellipse
from talkbuilder.units import Box, Emu

# In units of its own.
_TALL, _WIDE, _HEAD = 101.6, 32.0, 9.0
WIDE = _WIDE / _TALL  # how wide one is, in its heights

# Not compiled here: few talks draw who is counted.
_PEOPLE = (
    r"\b(?:people|persons?|(?:\w*wo)?m[ae]n|\w+(?:m[ae]n|person|people)|child(?:ren)?|girls?|boys?|infants?|babies|adults|youths"
    r"|\w+-year-olds|\w*(?:students?|pupils|teachers?|workers?|keepers?|makers?|owners?|holders?|leaders?)"
    r"|shepherds?|victims?|survivors?|offenders?|officers?|officials?|traffickers?|migrants?|refugees?|orphans?|prisoners?"
    r"|citizens?|residents?|inhabitants?|villagers?|neighbou?rs?|members?|players?|farmers?|builders?|drivers?|guests?"
    r"|visitors?|patients?|nurses?|doctors?|soldiers?|voters?|employe[er]s|deportees|detainees|exiles|settlers|listeners"
    r"|readers|helpers|volunteers|friends|believers|parents|mothers|fathers|sons|daughters|brothers|sisters|\w+ists)\Z"
)

_FURTHER = r" (?:of|in|at|with|from|who|whom)\b.*"  # 'people in work' are people

_ROOM = 0.66  # how tall one is at most, in sides of the square that is its share of the shape
_SMALLER = 0.93
_BESIDE, _OVER = 1.5, 1.12  # how far their middles are from each other at least, in their widths or in their heights
_EDGE = 1.4  # how much wider than one the shape is where one stands, at least
_LEVELS = (-0.55, -0.3, 0.0, 0.3, 0.55)  # where that is looked at, in heights from the middle of one
_BETWEEN, _ROWS_APART = 1.62, 1.16  # the same in even rows, from one to the next and from row to row
_UPWARDS = 0.7  # how much of a way up or down counts
_TURNS = 3  # after so many, nobody moves any more that it could be seen

_Point = tuple[float, float]
_Ring = Sequence[_Point]

_Spans = list[tuple[float, float]]


class Figure(Struct, frozen=True):
    """How one is drawn, and called on the slide. `wide` is in its heights."""

    called: str
    wide: float
    outline: Callable[[Box], tuple[Segment, ...]]

    def drawn(self, number: int, box: Box, ink: Ink, told: Ink | None = None) -> Shape:
        """One of them; who was only `told` of is an outline in that ink."""
        stroke = Stroke(told, 1.5, "dash") if told else None
        return Shape(f"figure {number}", box, self.outline(box), None if told else ink, stroke)

    def tallest(self, count: int, rows: int, room: Box, most: Emu) -> float:
        """How tall so many may be in even rows."""
        wide = room.width / (1 + (ceil(count / rows) - 1) * _BETWEEN)
        return min(room.height / (1 + (rows - 1) * _ROWS_APART), wide / self.wide, most)

    def in_rows(self, count: int, rows: int, room: Box, most: Emu, apart: float = inf) -> tuple[Box, ...]:
        """Where so many stand in even rows, as tall as may be; side by side no farther apart than so many widths."""
        tall = self.tallest(count, rows, room, most)
        wide, a_row = tall * self.wide, ceil(count / rows)
        pitch = min(apart * wide, (room.width - wide) / (a_row - 1)) if a_row > 1 else 0.0
        step = min(1.3 * tall, (room.height - tall) / (rows - 1)) if rows > 1 else 0.0
        top = room.y + (room.height - tall - (rows - 1) * step) / 2
        return tuple(
            Box(round(room.x + at % a_row * pitch), round(top + at // a_row * step), round(wide), round(tall))
            for at in range(count)
        )


def figure(unit: str) -> Figure:
    """A person where a unit counts people, and where there is none; else a dot."""
    return PERSON if not unit or re.search(_PEOPLE, re.sub(_FURTHER, "", unit), re.IGNORECASE) else DOT


def outline(box: Box) -> tuple[Segment, ...]:
    """A round head over a body that grows narrower towards the ground."""
    unit = box.width / _WIDE

    def curve(x1: float, y1: float, x2: float, y2: float, x: float, y: float) -> CurveTo:
        middle = _WIDE / 2
        return CurveTo(*(one * unit for one in (middle + x1, y1, middle + x2, y2, middle + x, y)))

    pull = _HEAD * ROUND
    return (
        Move(16 * unit, 0),
        curve(pull, 0, _HEAD, _HEAD - pull, _HEAD, _HEAD),
        curve(_HEAD, _HEAD + pull, pull, 2 * _HEAD, 0, 2 * _HEAD),
        curve(-pull, 2 * _HEAD, -_HEAD, _HEAD + pull, -_HEAD, _HEAD),
        curve(-_HEAD, _HEAD - pull, -pull, 0, 0, 0),
        Close(),
        Move(0, 36 * unit),
        curve(-16, 26, -9.5, 21, 0, 21),
        curve(9.5, 21, 16, 26, 16, 36),
        LineTo(28.6 * unit, 98 * unit),
        curve(12.4, 100.6, 11.4, 101.6, 9, 101.6),
        LineTo(7 * unit, 101.6 * unit),
        curve(-11.4, 101.6, -12.4, 100.6, -12.6, 98),
        Close(),
    )


def dot(box: Box) -> tuple[Segment, ...]:
    """A disc, as wide as the box, in its middle."""
    radius = box.width / 2
    return ellipse(radius, box.height / 2, radius, radius)


PERSON, DOT = Figure("figure", WIDE, outline), Figure("dot", 0.8, dot)


@lru_cache(maxsize=64)
def strewn(shape: Shape, count: int, least: Emu) -> tuple[Box, ...]:
    """Where so many stand, from top to bottom, as tall as may be; () where they would be less tall than the least."""
    rings = list(_rings(shape))
    tall = _ROOM * sqrt(abs(sum(_area(ring) for ring in rings)) / count)
    while tall >= least:
        spots = list(_spots(shape, tall))
        if len(spots) >= count:
            chosen = _spread(spots, count)
            if all(_are_apart(one, other, tall) for one, other in combinations(chosen, 2)):
                return tuple(_box(spot, tall) for spot in sorted(chosen, key=lambda spot: (spot[1], spot[0])))
        tall *= _SMALLER
    return ()


def _rings(shape: Shape) -> Iterator[_Ring]:
    """The straight outlines of a shape, as points of the page."""
    ring: list[_Point] = []
    for step in shape.path:
        if isinstance(step, Close):
            yield ring
            ring = []
        else:
            ring.append((shape.box.x + step.x, shape.box.y + step.y))


def _area(ring: _Ring) -> float:
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in zip(ring, [*ring[1:], ring[0]], strict=True)) / 2


def _spots(shape: Shape, tall: float) -> Iterator[_Point]:
    """The middles of all places where one may stand, in rows."""
    wide = WIDE * tall
    y = shape.box.y + 1.001 * _LEVELS[-1] * tall
    while y < shape.box.bottom - _LEVELS[-1] * tall:
        inside = [(-inf, inf)]
        for level in _LEVELS:
            edges = edges_at(shape, y + level * tall)
            inside = list(_shared(inside, list(zip(edges[::2], edges[1::2], strict=True))))
        for left, right in inside:
            room = right - left - _EDGE * wide
            if room >= 0:
                steps = int(room / wide)
                for at in range(steps + 1):
                    yield left + _EDGE * wide / 2 + (room * at / steps if steps else room / 2), y
        y += tall / 3


def _shared(one: _Spans, other: _Spans) -> Iterator[tuple[float, float]]:
    for left, right in one:
        for begins, ends in other:
            if max(left, begins) < min(right, ends):
                yield max(left, begins), min(right, ends)


def _spread(spots: Sequence[_Point], count: int) -> list[_Point]:
    """Spots that share all of them evenly: first those farthest from each other, then each in the middle of its own."""
    chosen = [_nearest(spots, _middle(spots))]
    away = _distances(spots, chosen[0])
    while len(chosen) < count:
        farthest = spots[away.index(max(away))]
        chosen.append(farthest)
        away = list(map(min, away, _distances(spots, farthest)))
    for _ in range(_TURNS):
        own: list[list[_Point]] = [[] for _ in chosen]
        for spot in spots:
            near = _distances(chosen, spot)
            own[near.index(min(near))].append(spot)
        chosen = [_nearest(near, _middle(near)) if near else one for near, one in zip(own, chosen, strict=True)]
    return chosen


def _middle(spots: Sequence[_Point]) -> _Point:
    return sum(x for x, _ in spots) / len(spots), sum(y for _, y in spots) / len(spots)


def _nearest(spots: Sequence[_Point], to: _Point) -> _Point:
    away = _distances(spots, to)
    return spots[away.index(min(away))]


def _distances(spots: Sequence[_Point], to: _Point) -> list[float]:
    """The squares of them, as persons feel them who are far taller than wide."""
    x, y = to
    return [(other_x - x) ** 2 + (_UPWARDS * (other_y - y)) ** 2 for other_x, other_y in spots]


def _are_apart(one: _Point, other: _Point, tall: float) -> bool:
    return abs(one[0] - other[0]) >= _BESIDE * WIDE * tall or abs(one[1] - other[1]) >= _OVER * tall


def _box(middle: _Point, tall: float) -> Box:
    wide = WIDE * tall
    high: Emu = round(tall)
    return Box(round(middle[0] - wide / 2), round(middle[1] - tall / 2), round(wide), high)
