"""One of those who are counted, as slides draw them: a person, without face, sex or age; or a dot for what is none."""

import re
from collections.abc import Callable

from msgspec import Struct

from talkbuilder.layout.items import ROUND, Close, CurveTo, LineTo, Move, Segment
from talkbuilder.units import Box

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

_FURTHER = re.compile(r" (?:of|in|at|with|from|who|whom)\b.*")  # 'people in work' are people


class Figure(Struct, frozen=True):
    """How one is drawn, and called on the slide. `wide` is in its heights."""

    called: str
    wide: float
    outline: Callable[[Box], tuple[Segment, ...]]


def figure(unit: str) -> Figure:
    """A person where a unit counts people, and where there is none; else a dot."""
    return PERSON if not unit or re.search(_PEOPLE, _FURTHER.sub("", unit), re.IGNORECASE) else DOT


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
    radius, middle = box.width / 2, box.height / 2
    pull = radius * ROUND
    return (
        Move(radius, middle - radius),
        CurveTo(radius + pull, middle - radius, 2 * radius, middle - pull, 2 * radius, middle),
        CurveTo(2 * radius, middle + pull, radius + pull, middle + radius, radius, middle + radius),
        CurveTo(radius - pull, middle + radius, 0, middle + pull, 0, middle),
        CurveTo(0, middle - pull, radius - pull, middle - radius, radius, middle - radius),
        Close(),
    )


PERSON, DOT = Figure("figure", WIDE, outline), Figure("dot", 0.8, dot)
