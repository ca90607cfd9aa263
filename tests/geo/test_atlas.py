"""The outlines as they are stored: whole, shared by neighbours, in grades."""

from itertools import pairwise

import pytest

from talkbuilder.geo.atlas import Atlas, Bounds, states, world
from talkbuilder.geo.framing import extent, is_drawable
from talkbuilder.geo.places import area_of

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


def test_a_rougher_grade_has_fewer_points() -> None:
    counts = [sum(len(world().detail(one).arc(arc)) for arc in world().borders) for one in _GRADES]
    assert counts == sorted(counts, reverse=True)
    assert counts[-1] < counts[0] / 4


def test_countries_are_about_as_large_as_they_are_known_to_be() -> None:
    known = {"KZ": 2_725_000, "UZ": 447_000, "US": 9_500_000, "UA": 604_000, "CY": 9_250, "US-ND": 183_000}
    for id, km2 in known.items():
        area = area_of(id)
        assert area
        assert sum(ring.area_km2 for ring in area.rings) == pytest.approx(km2, rel=0.04), id


def test_kazakhstan_and_its_neighbours() -> None:
    assert world().areas["KZ"].kin == ("CN", "KG", "RU", "TM", "UZ")
    assert states().areas["US-ND"].kin == ("US-MN", "US-MT", "US-SD")


def test_bounds_meet_over_the_180th_meridian() -> None:
    assert Bounds(170, 0, 190, 10).meets(Bounds(-175, 5, -160, 20))
    assert not Bounds(170, 0, 185, 10).meets(Bounds(-170, 5, -160, 20))
    assert not Bounds(0, 0, 10, 10).meets(Bounds(0, 11, 10, 20))


def widest(id: str) -> float:
    area = area_of(id)
    assert area
    lons = [lon for lon, _ in extent([area], world())]
    return max(lons) - min(lons)


def test_a_frame_leaves_out_what_lies_far_off_and_is_small() -> None:
    assert widest("US") < 60  # Alaska and Hawaii
    assert widest("FR") < 16  # Guiana, Réunion
    assert 12 < widest("JP") < 20  # Hokkaido is in it, Okinawa is not


def test_a_frame_goes_on_over_the_180th_meridian() -> None:
    assert 150 < widest("RU") < 180
    assert widest("FJ") < 5


def test_what_lies_too_far_apart_is_no_flat_map() -> None:
    areas = {id: area_of(id) for id in ("KZ", "US", "UZ", "RU")}
    found = {id: area for id, area in areas.items() if area}
    assert is_drawable([found["KZ"], found["UZ"]])
    assert is_drawable([found["RU"]])
    assert not is_drawable([found["KZ"], found["US"]])
