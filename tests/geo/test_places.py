"""What names on maps mean: countries, states, cities, roads."""

import re
from itertools import pairwise

import pytest

from talkbuilder.geo.places import area_of, away_km, city_of, in_sentence, known_areas, known_cities, spot_of
from talkbuilder.geo.roads import ROADS, cities_on, stretch
from talkbuilder.geo.sphere import distance_km
from tests.conftest import ROOT


def test_countries_go_by_their_letters_and_states_by_theirs() -> None:
    for id, name in {"KZ": "Kazakhstan", "US-MN": "Minnesota", "XK": "Kosovo", "AU": "Australia"}.items():
        area = area_of(id)
        assert area
        assert area.name == name
    assert area_of("Kazakhstan") is None
    assert area_of("") is None
    assert len(set(known_areas())) == len(known_areas())


def test_every_place_of_the_library_can_be_drawn() -> None:
    places = set(re.findall(r"^  place: (\S+)$", (ROOT / "assets" / "facts.yaml").read_text("utf-8"), re.M))
    assert {"KZ", "US-MN", "US-ND"} <= places
    assert [id for id in places if area_of(id) is None] == []


def test_a_city_lies_in_its_country() -> None:
    almaty = city_of("Almaty")
    assert almaty
    assert almaty.within == "KZ"
    assert distance_km(almaty.place, (76.9, 43.25)) < 20


def test_of_cities_of_one_name_the_best_known_is_meant_unless_it_says_where() -> None:
    for name, within in {
        "Santiago": "CL",
        "Victoria": "SC",
        "Buffalo, US-WY": "US-WY",
        "Rochester, US-MN": "US-MN",
    }.items():
        city = city_of(name)
        assert city
        assert city.within == within
    assert city_of("Almaty, RU") is None
    assert city_of("Nowhere") is None


def test_every_city_lies_in_an_area() -> None:
    for name in known_cities():
        city = city_of(name)
        assert city
        assert area_of(city.within), name


def test_a_spot_is_an_area_or_a_city() -> None:
    country, city = spot_of("KZ"), spot_of("Astana")
    assert country
    assert city
    assert (country.id, country.name, city.id, city.name) == ("KZ", "Kazakhstan", "KZ", "Astana")
    assert spot_of("Astanaa") is None


def test_some_countries_have_an_article() -> None:
    names = ("the United States", "the Netherlands", "the Solomon Islands", "Kazakhstan", "the DR Congo")
    assert tuple(in_sentence(name.removeprefix("the ")) for name in names) == names


@pytest.mark.parametrize("road", ROADS)
def test_a_road_passes_cities_that_are_known_none_too_far_from_the_last(road: str) -> None:
    cities = cities_on(road)
    assert len(cities) == len(ROADS[road])
    longest = max(distance_km(one.place, other.place) for one, other in pairwise(cities))
    assert longest < 900


def test_a_stretch_of_a_road_runs_from_one_city_to_another() -> None:
    assert [city.name for city in stretch("I-29", "Watertown", "Grand Forks")] == ["Watertown", "Fargo", "Grand Forks"]
    assert stretch("I-29", "Grand Forks", "Watertown") == stretch("I-29", "Watertown", "Grand Forks")
    assert stretch("I-94", None, None) == cities_on("I-94")
    with pytest.raises(KeyError, match="Duluth"):
        stretch("I-94", "Duluth", None)


def test_how_far_a_place_is_from_the_nearest_of_a_name() -> None:
    assert away_km("Nowhere", (10, 60)) is None
    assert (away_km("Almaty", (76.9, 43.25)) or 0) < 20
    assert 900 < (away_km("Almaty", (71.4, 51.2)) or 0) < 1000
    assert away_km("Rochester", (-77.6, 43.2)) == pytest.approx(0, abs=15)
    assert (away_km("Rochester, US-MN", (-77.6, 43.2)) or 0) > 1000
    assert away_km("KZ", (67, 48)) == away_km("Kazakhstan", (67, 48)) == pytest.approx(0)
    assert away_km("Fiji", (-179.9, -16.6)) == pytest.approx(0, abs=20)  # on the other side of the 180th meridian
