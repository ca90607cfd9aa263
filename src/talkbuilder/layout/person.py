"""A person as slides draw one: a head over a body, without face, sex or age."""

from talkbuilder.layout.items import ROUND, Close, CurveTo, LineTo, Move, Segment
from talkbuilder.units import Box

# In units of its own.
_TALL, _WIDE, _HEAD = 101.6, 32.0, 9.0
WIDE = _WIDE / _TALL  # how wide one is, in its heights


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
