"""The outlines as they are stored: whole, shared by neighbours, at several levels of detail; and how they are found."""

import re
from itertools import pairwise

import pytest

from talkbuilder.geo.atlas import Atlas, area_of, known_areas, states, world
from talkbuilder.geo.gazetteer import city_of, known_cities
from tests.conftest import ROOT

_ATLASES = {"world": world(), "states": states()}


_GRADES = (6.0, 100.0, 1000.0, 30000.0)


@pytest.mark.parametrize("atlas", _ATLASES.values(), ids=_ATLASES)
def test_every_area_has_a_name_and_rings_from_the_greatest_to_the_least(atlas: Atlas) -> None:
    for id, area in atlas.areas.items():
        assert area.name or not id  # one glacier is nobody's
        sizes = [ring.area_km2 for ring in area.rings]
        assert sizes[0] > 0
        assert sizes == sorted(sizes, reverse=True)


@pytest.mark.parametrize("atlas", _ATLASES.values(), ids=_ATLASES)
def test_neighbours_know_each_other(atlas: Atlas) -> None:
    for id, area in atlas.areas.items():
        if id:
            assert all(id in atlas.areas[other].kin for other in area.kin)


@pytest.mark.parametrize("least_km2", _GRADES)
@pytest.mark.parametrize("atlas", _ATLASES.values(), ids=_ATLASES)
def test_rings_are_closed_in_every_grade_so_borders_meet(atlas: Atlas, least_km2: float) -> None:
    detail = atlas.detail(least_km2)
    for area in atlas.areas.values():
        for ring in area.rings:
            arcs = [places for arc in ring.arcs if (places := detail.arc(arc))]
            for one, other in pairwise([*arcs, *arcs[:1]]):
                assert (one[-1][0] - other[0][0]) % 360 == pytest.approx(0, abs=1e-9)
                assert one[-1][1] == other[0][1]


def test_the_ends_of_an_arc_are_those_of_its_line_either_way() -> None:
    detail = world().detail(100)
    for arc in world().areas["KZ"].rings[0].arcs:
        for way in (arc, ~arc):
            line = detail.arc(way)
            assert detail.ends(way) == [pytest.approx(line[0]), pytest.approx(line[-1])]


def test_countries_are_about_as_large_as_they_are_known_to_be() -> None:
    known = {"KZ": 2_725_000, "UZ": 447_000, "US": 9_500_000, "UA": 604_000, "CY": 9_250, "US-ND": 183_000}
    for id, km2 in known.items():
        area = area_of(id)
        assert area
        assert sum(ring.area_km2 for ring in area.rings) == pytest.approx(km2, rel=0.04), id


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


def test_every_city_lies_in_an_area() -> None:
    for name in known_cities():
        city = city_of(name)
        assert city
        assert area_of(city.within), name
