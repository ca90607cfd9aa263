"""What a name on a map means: countries by the letters of ISO 3166, states as US-MN, cities by their names."""

from functools import cache
from pathlib import Path

from msgspec import Struct

from talkbuilder.geo.atlas import Area, Atlas, Bounds, states, world
from talkbuilder.geo.names import lands
from talkbuilder.geo.sphere import Place, distance_km

_STATE = "US-"


class City(Struct, frozen=True):
    """A city, the country or state that it lies in, and how well it is known: 1 for capitals of countries."""

    name: str
    within: str
    place: Place
    rank: int


class Spot(Struct, frozen=True):
    """What a map names: a country or a state, or a city."""

    name: str
    area: Area | None = None
    city: City | None = None

    @property
    def id(self) -> str:
        """The country or state that it is, or lies in."""
        return self.area.id if self.area else self.city.within if self.city else ""


def atlas_of(id: str) -> Atlas:
    """Where a country or a state is drawn."""
    return states() if id.startswith(_STATE) else world()


def area_of(id: str) -> Area | None:
    """The country or the state of an id."""
    return atlas_of(id).areas.get(id) if id else None


def city_of(name: str) -> City | None:
    """A city by its name, or of several of that name the best known; `Rochester, US-MN` says which."""
    return min(_cities_of(name), key=lambda city: city.rank, default=None)


def _cities_of(name: str) -> list[City]:
    own, _, within = (part.strip() for part in name.partition(","))
    return [city for city in _cities(own) if within in ("", city.within)]


def away_km(name: str, place: Place) -> float | None:
    """How far a place is from the nearest city, country or state of a name; None where nothing is called so."""
    found = [distance_km(place, one.place) for one in _cities_of(name)]
    areas = filter(None, (area_of(id) for id in (name, *(id for id, one in lands().items() if one == name))))
    found += [distance_km(place, _nearest(place, ring.bounds)) for area in areas for ring in area.rings]
    return min(found, default=None)


def _nearest(place: Place, bounds: Bounds) -> Place:
    """The place in bounds that is nearest, by its degrees alone."""
    turned = [place[0] + turn for turn in (0, 360, -360)]  # bounds go on beyond the 180th meridian
    lon = min(turned, key=lambda one: abs(_kept(one, bounds.west, bounds.east) - one))
    return _kept(lon, bounds.west, bounds.east), _kept(place[1], bounds.south, bounds.north)


def _kept(value: float, least: float, most: float) -> float:
    return min(max(value, least), most)


def spot_of(name: str) -> Spot | None:
    """What a name means: an area by its id, else a city."""
    if area := area_of(name):
        return Spot(spoken(area.name), area=area)
    city = city_of(name)
    return Spot(city.name, city=city) if city else None


_WITH_THE = ("United ", "Netherlands", "Philippines", "Bahamas", "Gambia", "Maldives", "Republic of", "Central African")
_ARTICLES = ("Islands", "Territory", "Lands", "Republic")


def spoken(name: str) -> str:
    """The name of a country as it stands on a map."""
    return name


def in_sentence(name: str) -> str:
    """The name of a country as a sentence says it: the Philippines."""
    needs = name.startswith(_WITH_THE) or name.endswith(_ARTICLES) or name.startswith("DR ")
    return f"the {name}" if needs else name


def known_areas() -> tuple[str, ...]:
    """All ids of countries and states."""
    return tuple(id for id in (*world().areas, *states().areas) if id)


def named_areas() -> dict[str, str]:
    """The ids of countries and states by their names."""
    return {area.name: id for atlas in (world(), states()) for id, area in atlas.areas.items() if id}


def known_cities() -> tuple[str, ...]:
    """The names of all cities."""
    return tuple(dict.fromkeys(line.partition("\t")[0] for line in _listed().splitlines()))


@cache
def _cities(name: str) -> tuple[City, ...]:
    """The cities of a name: their lines are looked for, for a map names a few of a thousand."""
    found = []
    text, begins = f"\n{_listed()}", f"\n{name}\t"
    at = text.find(begins)
    while at >= 0:
        own, within, lon, lat, rank = text[at + 1 : text.index("\n", at + 1)].split("\t")
        if own == name:  # and not a name that holds a tab
            found.append(City(own, within, (float(lon), float(lat)), int(rank)))
        at = text.find(begins, at + 1)
    return tuple(found)


@cache
def _listed() -> str:
    return Path(__file__).with_name("cities.tsv").read_text("utf-8")
