"""Persons on a shape: within it, and none on another."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from talkbuilder.geo.base_map import outline
from talkbuilder.layout.items import Close, Ink, LineTo, Move, Shape, rectangle
from talkbuilder.layout.strewn import strewn
from talkbuilder.units import EMU_PER_POINT, Box

_ROOM = Box(0, 0, 400 * EMU_PER_POINT, 240 * EMU_PER_POINT)


def are_apart(one: Box, other: Box) -> bool:
    return one.right <= other.x or other.right <= one.x or one.bottom <= other.y or other.bottom <= one.y


@settings(max_examples=30)
@given(st.integers(1, 20), st.integers(80, 500), st.integers(80, 300))
def test_they_stand_within_the_shape_and_not_on_each_other(count: int, width: int, height: int) -> None:
    room = Box(7, 11, width * EMU_PER_POINT, height * EMU_PER_POINT)
    places = strewn(rectangle("field", room, Ink("light2")), count, EMU_PER_POINT)
    assert len(places) == count
    for at, one in enumerate(places):
        assert room.x <= one.x
        assert room.y <= one.y
        assert one.right <= room.right
        assert one.bottom <= room.bottom
        assert all(are_apart(one, other) for other in places[:at])


@pytest.mark.parametrize("count", [1, 4, 12])
def test_they_stand_within_slanted_sides(count: int) -> None:
    width, height = _ROOM.width, _ROOM.height
    sail = Shape("sail", _ROOM, (Move(0, 0), LineTo(width, 0), LineTo(0, height), Close()), Ink("light2"))
    places = strewn(sail, count, EMU_PER_POINT)
    assert len(places) == count
    for one in places:
        assert (one.x + one.width / 2) / width + (one.y + one.height / 2) / height < 1


@pytest.mark.parametrize("id", ["KZ", "DE", "US-MN", "UZ", "NG", "MN"])
@pytest.mark.parametrize("count", [1, 9, 20])
def test_a_country_has_room_for_them(id: str, count: int) -> None:
    land = outline(id, _ROOM, Ink("light2"))
    places = strewn(land, count, 16 * EMU_PER_POINT)
    assert len(places) == count
    for one in places:
        assert land.box.x <= one.x
        assert one.right <= land.box.right
    assert strewn(land, count, 16 * EMU_PER_POINT) == places


def test_a_shape_without_room_has_none() -> None:
    thread = rectangle("thread", Box(0, 0, 400 * EMU_PER_POINT, EMU_PER_POINT), Ink("light2"))
    assert strewn(thread, 20, 2 * EMU_PER_POINT) == ()
