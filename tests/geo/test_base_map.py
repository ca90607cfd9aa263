"""The outline of a country fills its box and does not leave it."""

from hypothesis import given
from hypothesis import strategies as st

from talkbuilder.geo.atlas import states, world
from talkbuilder.geo.base_map import outline
from talkbuilder.layout.items import Close, Ink, Move
from talkbuilder.units import EMU_PER_POINT, Box

_BOX = Box(100 * EMU_PER_POINT, 50 * EMU_PER_POINT, 300 * EMU_PER_POINT, 200 * EMU_PER_POINT)
_LARGE = [
    id for atlas in (world(), states()) for id, area in atlas.areas.items() if id and area.rings[0].area_km2 > 30_000
]


@given(st.sampled_from(_LARGE))
def test_it_fills_its_box_in_one_direction_and_does_not_leave_it(id: str) -> None:
    shape = outline(id, _BOX, Ink("accent1"))
    assert shape.box.x >= _BOX.x
    assert shape.box.y >= _BOX.y
    assert shape.box.right <= _BOX.right
    assert shape.box.bottom <= _BOX.bottom
    assert max(shape.box.width / _BOX.width, shape.box.height / _BOX.height) > 0.9


def test_it_is_closed_and_named_after_the_country() -> None:
    shape = outline("KZ", _BOX, Ink("light2"))
    assert shape.name == "Kazakhstan"
    assert sum(isinstance(one, Move) for one in shape.path) == sum(isinstance(one, Close) for one in shape.path) > 0
