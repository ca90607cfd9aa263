"""Pictograms of those who are counted: a person, or a dot for what is none, in even rows."""

import re
from collections.abc import Callable
from math import ceil, inf

from msgspec import Struct

from talkbuilder.layout.items import ROUND, Close, CurveTo, Ink, LineTo, Move, Segment, Shape, Stroke, ellipse
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

_BETWEEN, _ROWS_APART = 1.62, 1.16  # from one to the next and from row to row


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
