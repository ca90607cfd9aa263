"""Names of countries, states, cities and interstates: what each means, and which of them a text names.

It reads tables only, never outlines: most talks need no more.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from msgspec import Struct

from talkbuilder.source.dates import MONTHS

_STATE = "US-"  # before the letters of a state

_NAME = r"[A-Z][\w-]+(?:[ -](?:[A-Z][\w-]+))*"
# A name, and whether it stands where that of a place would.
_PERHAPS_TOWN = re.compile(
    r"(?P<at>\b(?:in|near|outside|around|(?:the )?(?:city|town|village) of) )?"
    rf"(?P<name>{_NAME})(?P<of>['’]s\b)?"
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_OTHER_NAMES = (
    *("Asia", "Africa", "Europe", "America", "Australia", "Central Asia", "Middle East", "Soviet Union"),
    *("North", "South", "East", "West", "Siberia", "Midwest", "Balkans", "Caucasus", "Caspian"),
    *("English", "God", "Jesus", "Christ"),
)


class City(Struct, frozen=True):
    """A city, the country or state that it lies in, and how well it is known: 1 for capitals of countries."""

    name: str
    within: str
    place: tuple[float, float]  # longitude and latitude, in degrees
    rank: int


@cache
def lands() -> dict[str, str]:
    """The names of countries and states by their ids."""
    states = {_STATE + letters: name for letters, name in _table("states")}
    return states | {letters: name for letters, _, name in _table("countries")}


def _table(name: str) -> Iterator[list[str]]:
    return (line.split("\t") for line in Path(__file__).with_name(f"{name}.tsv").read_text("utf-8").splitlines())


def city_of(name: str) -> City | None:
    """A city by its name, or of several of that name the best known; `Rochester, US-MN` says which."""
    own, _, within = (part.strip() for part in name.partition(","))
    found = (city for city in _cities().get(own, ()) if within in ("", city.within))
    return min(found, key=lambda city: city.rank, default=None)


def known_cities() -> tuple[str, ...]:
    """The names of all cities."""
    return tuple(_cities())


@cache
def _cities() -> dict[str, list[City]]:
    found: dict[str, list[City]] = {}
    for name, within, lon, lat, rank in _table("cities"):
        found.setdefault(name, []).append(City(name, within, (float(lon), float(lat)), int(rank)))
    return found


@cache
def interstates() -> Mapping[str, tuple[str, ...]]:
    """The cities that each interstate passes, in order, as `city_of` knows them."""
    roads: dict[str, tuple[str, ...]] = {}
    for entry in _INTERSTATES.replace("\n     ", " ").strip().splitlines():
        road, _, passed = entry.partition(": ")
        cities = (one.strip().rpartition(" ") for one in passed.split(","))
        roads[road] = tuple(f"{name}, {_STATE}{letters}" for name, _, letters in cities)
    return roads


def cities_on(road: str) -> tuple[City, ...]:
    """The cities that an interstate passes, in order."""
    return tuple(city for name in interstates()[road] if (city := city_of(name)))


def stretch(road: str, start: str | None, end: str | None) -> tuple[City, ...]:
    """The cities of an interstate from one of them to another, or to its end.

    Raises KeyError for one that it does not pass.
    """
    cities = cities_on(road)
    names = [city.name for city in cities]
    if unknown := next((name for name in (start, end) if name and name not in names), None):
        raise KeyError(unknown)
    first = names.index(start) if start else 0
    last = names.index(end) if end else len(names) - 1
    low, high = min(first, last), max(first, last)
    return cities[low : high + 1]


def possible_towns_in(sentence: str) -> Iterator[str]:
    """The towns that a sentence names: cities that are known, and other names that stand where a town's would."""
    for found in _PERHAPS_TOWN.finditer(sentence):
        name = found["name"]
        if name in _no_towns():
            continue
        is_known = name in _cities() and (found.start() > 0 or bool(found["of"]))
        if is_known or (found["at"] and _is_plain(name)):
            yield name


def _is_plain(name: str) -> bool:
    """Whether a name could be a town's: no letters for a body of people such as IOM, and no language or people."""
    return not name.isupper() and not name.endswith(("ish", "ese", "ian", "ians"))


@cache
def _no_towns() -> frozenset[str]:
    return frozenset((*lands().values(), *MONTHS, *_DAYS, *_OTHER_NAMES))


# Each with the cities that it passes, in order.
_INTERSTATES = """
I-5: San Diego CA, Los Angeles CA, Stockton CA, Sacramento CA, Redding CA, Eugene OR, Salem OR, Portland OR,
     Olympia WA, Seattle WA, Blaine WA
I-10: Los Angeles CA, Phoenix AZ, Tucson AZ, Las Cruces NM, El Paso TX, San Antonio TX, Houston TX, Beaumont TX,
     Lafayette LA, Baton Rouge LA, New Orleans LA, Mobile AL, Tallahassee FL, Jacksonville FL
I-20: Odessa TX, Abilene TX, Fort Worth TX, Dallas TX, Shreveport LA, Jackson MS, Birmingham AL, Atlanta GA, Columbia SC
I-25: Las Cruces NM, Albuquerque NM, Santa Fe NM, Pueblo CO, Colorado Springs CO, Denver CO, Cheyenne WY, Casper WY,
     Buffalo WY
I-29: Kansas City MO, St. Joseph MO, Council Bluffs IA, Sioux City IA, Sioux Falls SD, Brookings SD, Watertown SD,
     Fargo ND, Grand Forks ND, Pembina ND
I-35: Laredo TX, San Antonio TX, Austin TX, Temple TX, Waco TX, Dallas TX, Ardmore OK, Oklahoma City OK, Wichita KS,
     Emporia KS, Kansas City MO, Des Moines IA, Ames IA, Albert Lea MN, Minneapolis MN, Hinckley MN, Duluth MN
I-40: Barstow CA, Flagstaff AZ, Albuquerque NM, Amarillo TX, Oklahoma City OK, Little Rock AR, Memphis TN, Nashville TN,
     Knoxville TN, Raleigh NC, Wilmington NC
I-55: New Orleans LA, Jackson MS, Memphis TN, St. Louis MO, Springfield IL, Chicago IL
I-65: Mobile AL, Montgomery AL, Birmingham AL, Nashville TN, Louisville KY, Indianapolis IN, Gary IN
I-70: Denver CO, Topeka KS, Kansas City MO, St. Louis MO, Indianapolis IN, Dayton OH, Columbus OH, Wheeling WV,
     Pittsburgh PA, Baltimore MD
I-75: Miami FL, Tampa FL, Atlanta GA, Knoxville TN, Cincinnati OH, Dayton OH, Toledo OH, Detroit MI, Flint MI,
     Sault Ste. Marie MI
I-80: San Francisco CA, Sacramento CA, Reno NV, Elko NV, Salt Lake City UT, Cheyenne WY, North Platte NE, Lincoln NE,
     Omaha NE, Des Moines IA, Iowa City IA, Davenport IA, Gary IN, Toledo OH, Newark NJ
I-90: Seattle WA, Ellensburg WA, Spokane WA, Coeur d’Alene ID, Missoula MT, Butte MT, Bozeman MT, Billings MT,
     Buffalo WY, Rapid City SD, Mitchell SD, Sioux Falls SD, Albert Lea MN, La Crosse WI, Madison WI, Chicago IL,
     Gary IN, Toledo OH, Cleveland OH, Erie PA, Buffalo NY, Syracuse NY, Albany NY, Springfield MA, Boston MA
I-94: Billings MT, Miles City MT, Glendive MT, Dickinson ND, Bismarck ND, Jamestown ND, Fargo ND, Fergus Falls MN,
     Alexandria MN, St. Cloud MN, Minneapolis MN, St. Paul MN, Eau Claire WI, Tomah WI, Madison WI, Milwaukee WI,
     Chicago IL, Gary IN, Kalamazoo MI, Ann Arbor MI, Detroit MI, Port Huron MI
I-95: Miami FL, Jacksonville FL, Savannah GA, Richmond VA, Washington DC, Baltimore MD, Philadelphia PA, Newark NJ,
     New York NY, New Haven CT, Providence RI, Boston MA, Augusta ME
"""
