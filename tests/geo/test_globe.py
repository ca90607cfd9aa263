"""The globe: what lies on the near side, closed along its rim."""

from math import hypot

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from talkbuilder.geo.atlas import world
from talkbuilder.geo.globe import Globe

_MIDDLES = st.tuples(st.floats(-180, 180), st.floats(-85, 85))


def test_the_middle_is_in_the_middle_and_the_far_side_is_not_seen() -> None:
    globe = Globe((67, 45), (100, 100), 50)
    assert globe.point((67, 45)) == pytest.approx((100, 100))
    assert globe.point((-113, -45)) is None
    assert globe.point((67, 80)) == pytest.approx((100, 100 - 50 * 0.5736), abs=0.01)


@given(_MIDDLES)
@settings(max_examples=25, deadline=None)
def test_no_land_leaves_the_globe(middle: tuple[float, float]) -> None:
    globe = Globe(middle, (0, 0), 100)
    for ring in globe.rings(world().land, globe.detail(world())):
        assert max(hypot(x, y) for x, y in ring) < 100.001


@given(_MIDDLES)
@settings(max_examples=25, deadline=None)
def test_land_and_sea_share_the_globe(middle: tuple[float, float]) -> None:
    """The sea is never less than a tenth of what is seen, nor land all of it, whatever the antipode."""
    from talkbuilder.geo.cells import Page

    globe, page = Globe(middle, (200, 200), 200), Page(400, 400)
    disc = page.inside([[globe.rim(turn) for turn in range(0, 360, 3)]])
    land = page.inside(list(globe.rings(world().land, globe.detail(world())))) & disc
    assert 0.02 < land.count / disc.count < 0.9


def test_a_country_on_the_rim_is_closed_along_it() -> None:
    globe = Globe((0, -10), (0, 0), 100)
    russia = list(globe.rings(world().areas["RU"].rings, globe.detail(world()), keep=1))
    assert any(abs(hypot(x, y) - 100) < 0.01 for ring in russia for x, y in ring)
