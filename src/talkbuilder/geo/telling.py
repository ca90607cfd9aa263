"""A map in words: for whoever cannot see it, and for the speaker's notes."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from talkbuilder.geo.asked import Asked, Route
from talkbuilder.geo.atlas import Area
from talkbuilder.geo.places import area_of, in_sentence


def told(asked: Asked) -> str:
    """A sentence on what a map shows, and one on borders of it that are in dispute."""
    tellers = {"flat": _flat, "globe": _globe, "roads": _roads}
    said = tellers[asked.view](asked)
    disputes = _disputes({one.id for one in asked.focus} | {spot.area.id for spot in asked.ends if spot.area})
    return f"{said}. Borders in dispute: {disputes}" if disputes else said


def _flat(asked: Asked) -> str:
    pieces = [f"Map: {_joined(in_sentence(one.name) for one in asked.focus)}{_between(asked.focus)}"]
    if marked := [city.name for city in asked.cities]:
        pieces.append(f"{_joined(marked)} {'are' if len(marked) > 1 else 'is'} marked")
    pieces += _routes(asked.routes, "routes" if len(asked.routes) > 1 else "a route")
    return "; ".join(pieces)


def _between(focus: tuple[Area, ...]) -> str:
    """The two largest of the neighbours of a single country."""
    if len(focus) != 1:
        return ""
    kin = sorted((area for id in focus[0].kin if (area := area_of(id))), key=lambda one: -_size(one))
    names = [in_sentence(area.name) for area in kin[:2]]
    if not names:
        return ""
    return f", between {names[0]} and {names[1]}" if len(names) == 2 else f", beside {names[0]}"


def _size(area: Area) -> float:
    return sum(ring.area_km2 for ring in area.rings)


def _routes(routes: Iterable[Route], called: str) -> list[str]:
    """Where routes lead, those to one place together."""
    starts: dict[str, list[str]] = {}
    for route in routes:
        starts.setdefault(in_sentence(route.end.name), []).append(in_sentence(route.start.name))
    return [f"{called} from {_joined(names)} to {end}" for end, names in starts.items()]


def _globe(asked: Asked) -> str:
    if asked.routes:
        return "Globe: " + "; ".join(_routes(asked.routes, "arcs" if len(asked.routes) > 1 else "an arc"))
    names = [*(in_sentence(one.name) for one in asked.focus), *(city.name for city in asked.cities)]
    return f"Globe: {_joined(names)}"


def _roads(asked: Asked) -> str:
    ways = [f"{road.name} from {road.cities[0].name} to {road.cities[-1].name}" for road in asked.roads]
    marked = [city.name for city in asked.cities]
    shown = f"; {_joined(marked)} {'are' if len(marked) > 1 else 'is'} marked" if marked else ""
    return f"Map: roads as lines through cities: {', '.join(ways)}{shown}"


def _disputes(ids: set[str]) -> str:
    """The disputes in which countries take part: what each is about, and how things stand."""
    return "; ".join(f"{name} ({how})" for parties, name, how in _claims() if not ids.isdisjoint(parties))


@cache
def _claims() -> tuple[tuple[tuple[str, ...], str, str], ...]:
    """The parties of each dispute, what it is about, and how things stand."""
    lines = Path(__file__).with_name("claims.tsv").read_text("utf-8").splitlines()
    found = (line.split("\t") for line in lines)
    return tuple((tuple(parties.split()), name, how) for parties, name, how in found)


def _joined(names: Iterable[str]) -> str:
    """Names as a sentence lists them."""
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last
