"""What a map is asked to show: the words of an outline, looked up."""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from talkbuilder.diagnostics import Span
from talkbuilder.geo.atlas import Area
from talkbuilder.geo.places import City, Spot

View = Literal["flat", "globe", "roads"]


class Route(Struct, frozen=True):
    """A way from somewhere to somewhere, with a word or two along it."""

    start: Spot
    end: Spot
    label: str
    span: Span


class Road(Struct, frozen=True):
    """A stretch of a road, what the key calls it, and what it says of it."""

    name: str
    says: str
    cities: tuple[City, ...]
    span: Span


class Asked(Struct, frozen=True):
    """A whole map; `described` is what it shows, in words."""

    view: View
    focus: tuple[Area, ...]
    cities: tuple[City, ...]
    routes: tuple[Route, ...]
    roads: tuple[Road, ...]
    has_neighbours: bool
    has_inset: bool
    span: Span
    named: tuple[Area, ...] = ()  # beside what is in focus
    spans: Mapping[str, Span] = {}  # of names, where they are written
    described: str = ""

    def span_of(self, name: str) -> Span:
        """Where a name is asked for."""
        return self.spans.get(name, self.span)

    @property
    def ends(self) -> tuple[Spot, ...]:
        """What routes lead from and to, beside what is in focus anyway."""
        own = {area.id for area in self.focus}
        ends = (spot for route in self.routes for spot in (route.start, route.end))
        return tuple(dict.fromkeys(spot for spot in ends if spot.city or spot.id not in own))
