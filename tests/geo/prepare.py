"""Makes the outlines that maps are drawn of, from Natural Earth's and the Census Bureau's: run by hand, not by builds.

    python -m tests.geo.prepare SOURCE

SOURCE is a folder with `countries-50m.json` (npm world-atlas 2.0.2), `states-10m.json` (npm us-atlas 3.0.1), and of
Natural Earth `ne_50m_lakes.json`, `ne_50m_geography_marine_polys.json`. What comes of
them is written beside `atlas`.
"""

import json
import re
import sys
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from heapq import heapify, heappop, heappush
from itertools import pairwise
from math import cos, inf, radians, sin
from pathlib import Path
from typing import Any

from msgspec import msgpack

from talkbuilder.geo import atlas
from talkbuilder.geo.atlas import STEP, Area, Bounds, Grade, Ring, Sea, Stored
from talkbuilder.geo.geometry import EARTH_KM, Place

Arcs = tuple[int, ...]

KM_PER_DEGREE = radians(1) * EARTH_KM
_FOLDER = Path(atlas.__file__).parent
_LEAST_LAKE_KM2 = 300.0
_LEAST_ISLAND_KM2 = 12.0
_SEA_KM2 = 3000.0  # seas are asked only where they are, never drawn

# Who is drawn as part of whom: as the United Nations name them. What is claimed by others stands in `disputes.tsv`.
_WITHIN = {"N. Cyprus": "CY", "Somaliland": "SO", "Ashmore and Cartier Is.": "AU", "Indian Ocean Ter.": "CX"}
_UNNUMBERED = {"Kosovo": "XK"}
_CRIMEA: Place = (34.3, 45.2)
_SEA_NAMES = {
    "NORTH ATLANTIC OCEAN": "Atlantic Ocean",
    "SOUTH ATLANTIC OCEAN": "Atlantic Ocean",
    "NORTH PACIFIC OCEAN": "Pacific Ocean",
    "SOUTH PACIFIC OCEAN": "Pacific Ocean",
    "INDIAN OCEAN": "Indian Ocean",
    "ARCTIC OCEAN": "Arctic Ocean",
    "SOUTHERN OCEAN": "Southern Ocean",
    "Golfo de California": "Gulf of California",
    "Bahía de Campeche": "Bay of Campeche",
    "Golfe du Lion": "Gulf of Lion",
    "Golfo San Jorge": "San Jorge Gulf",
    "Golfo de Panamá": "Gulf of Panama",
    "Bo Hai": "Bohai Sea",
}
_NO_SEAS = {"river", "reef", "channel"}

# Of the grades: each leaves out what makes less of a difference.
_LEAST_KM2 = (6.0, 16.0, 36.0, 72.0, 144.0, 300.0, 700.0, 1600.0, 4000.0, 10000.0, 30000.0)


def main(source: Path) -> None:
    made = _world(source), _states(source)
    for name, data in zip(("world.msgpack", "states.msgpack"), made, strict=True):
        (_FOLDER / name).write_bytes(data)


def _world(source: Path) -> bytes:
    topology = json.loads((source / "countries-50m.json").read_text("utf-8"))
    arcs = list(_arcs(topology))
    codes = dict(_countries())  # by their numbers, which those without have none of
    rings: dict[str, list[Arcs]] = {}
    for geometry in topology["objects"]["countries"]["geometries"]:
        rings.setdefault(_code(geometry, codes), []).extend(_rings(geometry))
    crimea = next(ring for ring in rings["RU"] if _holds(_along(ring, arcs), _CRIMEA) and len(_along(ring, arcs)) < 900)
    rings["RU"].remove(crimea)
    rings["UA"].append(crimea)
    rings = {code: _dissolved(own, arcs) for code, own in rings.items()}
    land = [ring for geometry in topology["objects"]["land"]["geometries"] for ring in _rings(geometry)]
    names = {code: name for _, (code, name) in _countries()}
    lakes = list(_lakes(source / "ne_50m_lakes.json", arcs))
    seas = list(_seas(source / "ne_50m_geography_marine_polys.json"))
    return _packed(arcs, rings, names, land, lakes, seas)


def _states(source: Path) -> bytes:
    topology = json.loads((source / "states-10m.json").read_text("utf-8"))
    lines = (_FOLDER / "states.tsv").read_text("utf-8").splitlines()
    codes = {name: code for code, name in (line.split("\t") for line in lines)}
    rings: dict[str, list[Arcs]] = {}
    names = {}
    for geometry in topology["objects"]["states"]["geometries"]:
        name = geometry["properties"]["name"]
        if code := codes.get(name):
            rings[f"US-{code}"] = list(_rings(geometry))
            names[f"US-{code}"] = name
    return _packed(list(_arcs(topology)), rings, names, [], [], [])


def _countries() -> Iterator[tuple[str, tuple[str, str]]]:
    """By their numbers in ISO 3166-1, the letters of countries and their names."""
    for line in (_FOLDER / "countries.tsv").read_text("utf-8").splitlines():
        code, number, name = line.split("\t")
        yield number, (code, name)


def _code(geometry: Mapping[str, Any], codes: Mapping[str, tuple[str, str]]) -> str:
    """The id of a country; "" for land that nobody has a name for. Numbers in the source are not unique."""
    name = geometry["properties"]["name"]
    if name in _WITHIN or name in _UNNUMBERED:
        return _WITHIN.get(name) or _UNNUMBERED[name]
    return codes[geometry["id"]][0] if "id" in geometry else ""


def _arcs(topology: Mapping[str, Any]) -> Iterator[list[Place]]:
    """The arcs of a topology in degrees; it stores differences."""
    (kx, ky), (x0, y0) = topology["transform"]["scale"], topology["transform"]["translate"]
    for arc in topology["arcs"]:
        x = y = 0
        places = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            places.append((x0 + kx * x, y0 + ky * y))
        yield places


def _rings(geometry: Mapping[str, Any]) -> Iterator[Arcs]:
    polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    for polygon in polygons:
        yield from map(tuple, polygon)


def _dissolved(rings: list[Arcs], arcs: list[list[Place]]) -> list[Arcs]:
    """The outline of all rings together: without the arcs that two of them share."""
    used = Counter(_forward(arc) for ring in rings for arc in ring)
    if max(used.values(), default=0) < 2:
        return rings
    whole = [ring for ring in rings if all(used[_forward(arc)] == 1 for arc in ring)]
    torn = [ring for ring in rings if ring not in whole]
    loose = {_ends(arc, arcs)[0]: arc for ring in torn for arc in ring if used[_forward(arc)] == 1}
    while loose:
        first, arc = loose.popitem()
        ring = [arc]
        while (end := _ends(arc, arcs)[1]) != first:
            arc = loose.pop(end)
            ring.append(arc)
        whole.append(tuple(ring))
    return whole


def _forward(arc: int) -> int:
    return ~arc if arc < 0 else arc


def _ends(arc: int, arcs: list[list[Place]]) -> tuple[Place, Place]:
    places = arcs[_forward(arc)]
    return (places[-1], places[0]) if arc < 0 else (places[0], places[-1])


def _along(ring: Arcs, arcs: list[list[Place]]) -> list[Place]:
    """The places along a ring, going on beyond the 180th meridian where it crosses that."""
    places: list[Place] = []
    for arc in ring:
        own = arcs[_forward(arc)]
        places.extend((own[::-1] if arc < 0 else own)[1 if places else 0 :])
    return unwrapped(places)


def _holds(ring: list[Place], place: Place) -> bool:
    x, y = place
    pairs = pairwise([*ring, ring[0]])
    return (
        sum((y0 > y) != (y1 > y) and x < x0 + (y - y0) / (y1 - y0) * (x1 - x0) for (x0, y0), (x1, y1) in pairs) % 2 == 1
    )


def _lakes(path: Path, arcs: list[list[Place]]) -> Iterator[Area]:
    """Lakes, whose rings become arcs of their own."""
    for told, polygons in _features(path):
        rings = []
        for polygon in polygons:
            for number, places in enumerate(polygon):
                if area_km2(places) ** 2 >= _LEAST_LAKE_KM2**2:
                    # As of all shores, land lies to the right of theirs, so that they are holes in it.
                    arcs.append(places if (area_km2(places) > 0) != (number > 0) else places[::-1])
                    rings.append(_ring((len(arcs) - 1,), arcs, number > 0))
        if rings:
            name = re.sub(r"^L\. ", "Lake ", told["name"] or "")
            yield Area("", name, tuple(rings), (), int(told["scalerank"]))


def _seas(path: Path) -> Iterator[Sea]:
    """Seas, about where they are; islands in them are land anyway."""
    for told, polygons in _features(path):
        if told["featurecla"] in _NO_SEAS or "Inner" in told["name"]:
            continue
        lines = []
        for shore, *_ in polygons:
            rough = [place for place, km2 in zip(shore, weights_of(shore), strict=True) if km2 >= _SEA_KM2]
            if len(rough) > 3:
                lines.append(tuple(round(10 * degrees) for place in rough for degrees in place))
        if lines:
            name = " ".join(_SEA_NAMES.get(told["name"], told["name"]).split())
            yield Sea(name, int(told["scalerank"]), tuple(lines))


def _features(path: Path) -> Iterator[tuple[dict[str, Any], list[list[list[Place]]]]]:
    """What is told of each feature, and its polygons, of which each is a list of rings."""
    for feature in json.loads(path.read_text("utf-8"))["features"]:
        shape = feature["geometry"]
        polygons = shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]
        yield (
            feature["properties"],
            [[[(lon, lat) for lon, lat, *_ in ring] for ring in polygon] for polygon in polygons],
        )


def _ring(ring: Arcs, arcs: list[list[Place]], is_hole: bool) -> Ring:
    places = _along(ring, arcs)
    lons, lats = [lon for lon, _ in places], [lat for _, lat in places]
    area = abs(area_km2(places))
    bounds = Bounds(*(round(side, 2) for side in (min(lons), min(lats), max(lons), max(lats))))
    return Ring(round(-area if is_hole else area, 1), bounds, ring)


def _packed(
    arcs: list[list[Place]],
    rings: Mapping[str, list[Arcs]],
    names: Mapping[str, str],
    land: list[Arcs],
    lakes: list[Area],
    seas: list[Sea],
) -> bytes:
    owners: dict[int, list[str]] = {}
    for code, own in rings.items():
        for ring in own:
            for arc in ring:
                owners.setdefault(_forward(arc), []).append(code)
    kin: dict[str, set[str]] = {code: set() for code in rings}
    for codes in owners.values():
        for code in codes:
            kin[code] |= {other for other in codes if other not in (code, "")}
    areas = []
    for code in sorted(rings):
        made = sorted((_signed(ring, arcs) for ring in rings[code]), key=lambda ring: -ring.area_km2)
        seen = (ring for ring in made if abs(ring.area_km2) >= min(_LEAST_ISLAND_KM2, made[0].area_km2))
        areas.append(Area(code, names.get(code, ""), tuple(seen), tuple(sorted(kin[code]))))
    borders = [arc for arc, codes in sorted(owners.items()) if len(set(codes)) > 1]
    shared = {*borders, *(~arc for arc in borders)}
    alone = {arc for own in rings.values() for ring in own if shared.isdisjoint(ring) for arc in ring}
    mainland = [_signed(ring, arcs) for ring in land if alone.isdisjoint(ring)]
    parts = tuple(areas), tuple(mainland), tuple(borders), tuple(lakes), tuple(seas)
    return msgpack.encode(Stored(*parts, bounds_of(arcs), grades_of(arcs)))


def _signed(ring: Arcs, arcs: list[list[Place]]) -> Ring:
    """A ring of a topology, in which land lies to the right of its shore."""
    places = _along(ring, arcs)
    goes_round_pole = abs(places[-1][0] - places[0][0]) > 180
    return _ring(ring, arcs, area_km2(places) > 0 and not goes_round_pole)


def grades_of(arcs: list[list[Place]]) -> tuple[Grade, ...]:
    """The arcs in all grades."""
    weights = [weights_of(arc) for arc in arcs]
    return tuple(_grade(arcs, weights, least_km2) for least_km2 in _LEAST_KM2)


def _grade(arcs: list[list[Place]], weights: list[list[float]], least_km2: float) -> Grade:
    starts, lons, lats = array("I", [0]), array("h"), array("h")
    for arc, own in zip(arcs, weights, strict=True):
        kept = [place for place, weight in zip(arc, own, strict=True) if weight >= least_km2]
        if arc[0] != arc[-1] or len(kept) > 3:  # of an island, two points are nothing
            lons.extend(_differences([steps(lon) for lon, _ in kept]))
            lats.extend(_differences([steps(lat) for _, lat in kept]))
        starts.append(len(lons))
    return Grade(least_km2, *(memoryview(_bytes(numbers)) for numbers in (starts, lons, lats)))


def _differences(numbers: list[int]) -> Iterator[int]:
    """The first number, then by how much each differs from the last; over the 180th meridian the short way."""
    for before, number in pairwise([0, *numbers]):
        yield (number - before + 32_768) % 65_536 - 32_768


def bounds_of(arcs: list[list[Place]]) -> bytes:
    numbers = array("h")
    for arc in arcs:
        lons, lats = [lon for lon, _ in arc], [lat for _, lat in arc]
        crosses = any(abs(b - a) > 180 for a, b in pairwise(lons))
        west, east = (-180.0, 180.0) if crosses else (min(lons), max(lons))
        numbers.extend((steps(west), steps(min(lats)), steps(east), steps(max(lats))))
    return _bytes(numbers)


def steps(degrees: float) -> int:
    """Degrees as they are stored."""
    return min(round(degrees / STEP), 32_767)


def _bytes(numbers: "array[int]") -> bytes:
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers.tobytes()


def unwrapped(places: Iterable[Place]) -> list[Place]:
    """Places along a line, going on beyond the 180th meridian instead of jumping to the other side."""
    done: list[Place] = []
    turn, last = 0.0, 0.0
    for lon, lat in places:
        if done:
            if lon - last > 180:
                turn -= 360
            elif lon - last < -180:
                turn += 360
        last = lon
        done.append((lon + turn, lat))
    return done


def area_km2(ring: list[Place]) -> float:
    """The area of a ring on the sphere; positive where it runs counter-clockwise."""
    pairs = pairwise(unwrapped([*ring, ring[0]]))
    turned = sum(radians(x1 - x0) * (2 + sin(radians(y0)) + sin(radians(y1))) / 2 for (x0, y0), (x1, y1) in pairs)
    return -turned * EARTH_KM**2


def weights_of(places: list[Place]) -> list[float]:
    """How much area each place of an arc makes a difference of, after Visvalingam; its ends count for ever."""
    last = len(places) - 1
    before, after = list(range(-1, last)), list(range(1, last + 2))
    weights = [inf, *(0.0 for _ in places[1:-1]), inf] if last else [inf]
    heap = [(_triangle_km2(places[at - 1], places[at], places[at + 1]), at) for at in range(1, last)]
    current = {at: km2 for km2, at in heap}
    heapify(heap)
    least = 0.0
    while heap:
        km2, at = heappop(heap)
        if current.get(at) != km2:
            continue  # its neighbours have changed since
        del current[at]
        weights[at] = least = max(least, km2)
        left, right = before[at], after[at]
        after[left], before[right] = right, left
        for one in (left, right):
            if 0 < one < last:
                current[one] = _triangle_km2(places[before[one]], places[one], places[after[one]])
                heappush(heap, (current[one], one))
    return weights


def _triangle_km2(one: Place, two: Place, three: Place) -> float:
    (x0, y0), (x1, y1), (x2, y2) = unwrapped([one, two, three])
    return abs((x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0)) / 2 * KM_PER_DEGREE**2 * cos(radians(y1))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
