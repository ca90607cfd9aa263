"""Lengths, in EMU, of which a point has 12,700 and an inch 914,400; the shapes of screens; how a time is shown."""

from math import floor
from typing import Literal, NamedTuple

Emu = int

EMU_PER_POINT = 12_700

Aspect = Literal["16:9", "4:3"]


class Box(NamedTuple):
    """A rectangle on a page, in EMU from its upper left corner."""

    x: Emu
    y: Emu
    width: Emu
    height: Emu

    @property
    def right(self) -> Emu:
        return self.x + self.width

    @property
    def bottom(self) -> Emu:
        return self.y + self.height

    def holds(self, other: "Box") -> bool:
        """Whether all of another lies on it."""
        return self.x <= other.x and self.y <= other.y and other.right <= self.right and other.bottom <= self.bottom

    def meets(self, other: "Box") -> bool:
        """Whether they have more than an edge in common."""
        return self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom


def clock(seconds: float) -> str:
    """A stretch of time as a clock shows it, to the nearest second: 90 as 1:30, an hour as 60:00."""
    minutes, rest = divmod(nearest(seconds), 60)
    return f"{minutes}:{rest:02}"


def nearest(seconds: float) -> int:
    """The second that a clock shows, halves rounded up."""
    return floor(seconds + 0.5)
