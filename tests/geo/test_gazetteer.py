"""Names of countries, states, cities and interstates, known without their outlines."""

from itertools import pairwise

import pytest

from talkbuilder.geo.gazetteer import (
    cities_on,
    city_of,
    interstates,
    possible_towns_in,
    stretch,
)
from tests.corpora.tables import from_table
from tests.geo.maps import distance_km


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


@pytest.mark.parametrize("road", interstates())
def test_a_road_passes_cities_that_are_known_none_too_far_from_the_last(road: str) -> None:
    cities = cities_on(road)
    assert len(cities) == len(interstates()[road])
    longest = max(distance_km(one.place, other.place) for one, other in pairwise(cities))
    assert longest < 900


def test_a_stretch_of_a_road_runs_from_one_city_to_another() -> None:
    assert [city.name for city in stretch("I-29", "Watertown", "Grand Forks")] == ["Watertown", "Fargo", "Grand Forks"]
    assert stretch("I-29", "Grand Forks", "Watertown") == stretch("I-29", "Watertown", "Grand Forks")
    assert stretch("I-94", None, None) == cities_on("I-94")
    with pytest.raises(KeyError, match="Duluth"):
        stretch("I-94", "Duluth", None)


@from_table
def test_towns_are_found(sentence: str, towns: list[str]) -> None:
    assert list(possible_towns_in(sentence)) == towns


@from_table
def test_other_names_are_none(sentence: str) -> None:
    assert list(possible_towns_in(sentence)) == []
