"""Interstates as lines through cities that they pass, in order."""

from collections.abc import Mapping

from talkbuilder.geo.places import City, city_of

_PASSED = """
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


def _table() -> Mapping[str, tuple[str, ...]]:
    roads: dict[str, tuple[str, ...]] = {}
    for entry in _PASSED.replace("\n     ", " ").strip().splitlines():
        road, _, passed = entry.partition(": ")
        cities = (one.strip().rpartition(" ") for one in passed.split(","))
        roads[road] = tuple(f"{name}, US-{state}" for name, _, state in cities)
    return roads


ROADS = _table()


def cities_on(road: str) -> tuple[City, ...]:
    """The cities that a road passes, in order."""
    return tuple(city for name in ROADS[road] if (city := city_of(name)))


def stretch(road: str, start: str | None, end: str | None) -> tuple[City, ...]:
    """The cities of a road from one of them to another, or to its end.

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
