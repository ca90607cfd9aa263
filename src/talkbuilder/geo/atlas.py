"""Outlines of countries, states, lakes and seas: arcs that neighbours share, at several levels of detail."""

import sys
from array import array
from collections.abc import Mapping, Sequence
from functools import cache, cached_property
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

import msgspec

from talkbuilder.geo.gazetteer import City, city_of
from talkbuilder.geo.geometry import Place

_WITH_THE = ("United ", "Netherlands", "Philippines", "Bahamas", "Gambia", "Maldives", "Republic of", "Central African")
_ARTICLES = ("Islands", "Territory", "Lands", "Republic")
_STATE = "US-"  # before the letters of a state

STEP = 360 / 65_536  # of what coordinates are stored in; 600 m at the equator


# The same as `Bounds`, where there are thousands.
Sides = tuple[float, float, float, float]


class Bounds(NamedTuple):
    """A stretch of the earth in degrees; what crosses the 180th meridian goes on beyond it."""

    west: float
    south: float
    east: float
    north: float


class Ring(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A closed line of arcs, each by its number, or backwards by its complement; the area of a hole is negative."""

    area_km2: float
    bounds: Bounds
    arcs: tuple[int, ...]


class Area(msgspec.Struct, frozen=True, array_like=True):
    """A country, a state or a lake, its rings from the greatest to the least; `kin` are its neighbours."""

    id: str
    name: str
    rings: tuple[Ring, ...]
    kin: tuple[str, ...] = ()
    rank: int = 0  # of lakes: the less, the better known


class Sea(msgspec.Struct, frozen=True, array_like=True):
    """About where a sea is, as lines of longitudes and latitudes in turn, in tenths of degrees."""

    name: str
    rank: int
    lines: tuple[tuple[int, ...], ...]

    def bounds(self, line: Sequence[int]) -> Sides:
        lons, lats = line[::2], line[1::2]
        return min(lons) / 10, min(lats) / 10, max(lons) / 10, max(lats) / 10

    def ring(self, line: Sequence[int]) -> list[Place]:
        return [(lon / 10, lat / 10) for lon, lat in zip(line[::2], line[1::2], strict=True)]


class Grade(msgspec.Struct, frozen=True, array_like=True):
    """The points of all arcs of which none makes less than an area of difference.

    `starts` says where each arc begins; of its points, all but the first are stored as differences.
    """

    least_km2: float
    starts: memoryview  # of what was read, for most grades are not asked for
    lons: memoryview
    lats: memoryview


class Stored(msgspec.Struct, frozen=True, array_like=True):
    """An atlas as it is stored: all numbers of two or four bytes, the least first."""

    areas: tuple[Area, ...]
    mainland: tuple[Ring, ...]  # what several countries share
    borders: tuple[int, ...]
    lakes: tuple[Area, ...]
    seas: tuple[Sea, ...]
    bounds: bytes  # of each arc
    grades: tuple[Grade, ...]


class Atlas:
    """All outlines of one file; numbers are unpacked when they are first asked for."""

    def __init__(self, stored: Stored) -> None:
        self.areas: Mapping[str, Area] = {area.id: area for area in stored.areas}
        self.borders, self.lakes, self.seas = stored.borders, stored.lakes, stored.seas
        self._mainland = stored.mainland
        self._bounds = _numbers("h", stored.bounds)
        self.grades = stored.grades

    @cached_property
    def land(self) -> tuple[Ring, ...]:
        """All land, whosever it is, from the greatest to the least."""
        shared = {*self.borders, *(~arc for arc in self.borders)}
        islands = (ring for area in self.areas.values() for ring in area.rings if shared.isdisjoint(ring.arcs))
        return tuple(sorted((*self._mainland, *islands), key=lambda ring: -ring.area_km2))

    def detail(self, least_km2: float) -> "Detail":
        """The grade that leaves out what is smaller than an area, and little more."""
        fitting = [number for number, grade in enumerate(self.grades) if grade.least_km2 <= least_km2]
        return _detail(self, max(fitting, default=0))

    @cached_property
    def bounds(self) -> Sequence[Sides]:
        """Where each arc lies."""
        west, south, east, north = ([side * STEP for side in self._bounds[at::4]] for at in range(4))
        return list(zip(west, south, east, north, strict=True))


class Detail:
    """The arcs of an atlas in one grade."""

    def __init__(self, atlas: Atlas, grade: Grade) -> None:
        self.atlas = atlas
        self._starts = _numbers("I", grade.starts)
        self._lons, self._lats = _numbers("h", grade.lons), _numbers("h", grade.lats)

    def arc(self, number: int) -> list[Place]:
        """The places along an arc, backwards for the complement of its number."""
        forward = ~number if number < 0 else number
        own = slice(self._starts[forward], self._starts[forward + 1])
        steps = zip(accumulate(self._lons[own]), accumulate(self._lats[own]), strict=True)
        places = [(lon * STEP, lat * STEP) for lon, lat in steps]
        return places[::-1] if number < 0 else places

    def ends(self, number: int) -> list[Place]:
        """The two ends of an arc; none of an island that is too small for the grade."""
        forward = ~number if number < 0 else number
        start, stop = self._starts[forward], self._starts[forward + 1]
        if start == stop:
            return []
        places = [
            (self._lons[start] * STEP, self._lats[start] * STEP),
            (sum(self._lons[start:stop]) * STEP, sum(self._lats[start:stop]) * STEP),
        ]
        return places[::-1] if number < 0 else places


class Mixed:
    """The arcs of an atlas, some of them in a finer grade than the others; all have the same ends in all grades."""

    def __init__(self, fine: Detail, rough: Detail, arcs: frozenset[int]) -> None:
        self.atlas = fine.atlas
        self._fine, self._rough, self._arcs = fine, rough, arcs

    def arc(self, number: int) -> list[Place]:
        return self._of(number).arc(number)

    def ends(self, number: int) -> list[Place]:
        return self._of(number).ends(number)

    def _of(self, number: int) -> Detail:
        return self._fine if (~number if number < 0 else number) in self._arcs else self._rough


@cache
def _detail(atlas: Atlas, number: int) -> Detail:
    return Detail(atlas, atlas.grades[number])


def _numbers(kind: str, stored: bytes | memoryview) -> "array[int]":
    numbers = array(kind)
    numbers.frombytes(stored)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


@cache
def world() -> Atlas:
    """The countries of the world, with lakes and seas."""
    return _read("world.msgpack")


@cache
def states() -> Atlas:
    """The states of the United States, as US-MN."""
    return _read("states.msgpack")


def _read(name: str) -> Atlas:
    return Atlas(msgspec.msgpack.decode(Path(__file__).with_name(name).read_bytes(), type=Stored))


class Spot(msgspec.Struct, frozen=True):
    """What a map names: a country or a state, or a city."""

    name: str
    area: Area | None = None
    city: City | None = None

    @property
    def id(self) -> str:
        """The country or state that it is, or lies in."""
        return self.area.id if self.area else self.city.within if self.city else ""

    @property
    def middle(self) -> Place:
        """Where it is, about."""
        if self.city:
            return self.city.place
        assert self.area
        bounds = self.area.rings[0].bounds
        return (bounds.west + bounds.east) / 2, (bounds.south + bounds.north) / 2


def atlas_of(id: str) -> Atlas:
    """Where a country or a state is drawn."""
    return states() if id.startswith(_STATE) else world()


def area_of(id: str) -> Area | None:
    """The country or the state of an id."""
    return atlas_of(id).areas.get(id) if id else None


def spot_of(name: str) -> Spot | None:
    """What a name means: an area by its id, else a city."""
    if area := area_of(name):
        return Spot(area.name, area=area)
    city = city_of(name)
    return Spot(city.name, city=city) if city else None


def in_sentence(name: str) -> str:
    """The name of a country as a sentence says it: the Philippines."""
    needs = name.startswith(_WITH_THE) or name.endswith(_ARTICLES) or name.startswith("DR ")
    return f"the {name}" if needs else name


def known_areas() -> tuple[str, ...]:
    """All ids of countries and states."""
    return tuple(id for id in (*world().areas, *states().areas) if id)


def named_areas() -> dict[str, str]:
    """The ids of countries and states by their names, and by what many write for one."""
    found = {area.name: id for atlas in (world(), states()) for id, area in atlas.areas.items() if id}
    return found | {"UK": "GB"}
