"""A person fills its box, a dot is for what is none; scattered over a shape, none leaves it or lies on another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talkbuilder.layout.items import Close, CurveTo, Move
from talkbuilder.layout.pictogram import DOT, PERSON, WIDE, Figure, dot, figure, outline
from talkbuilder.units import Box


def test_a_person_fills_its_box_from_head_to_foot() -> None:
    box = Box(50, 60, round(1000 * WIDE), 1000)
    path = outline(box)
    assert sum(isinstance(step, Move) for step in path) == sum(isinstance(step, Close) for step in path) == 2
    ends = [(step.x, step.y) for step in path if not isinstance(step, Close)]
    assert min(y for _, y in ends) == 0
    assert abs(max(y for _, y in ends) - box.height) < 2
    assert all(0 <= x <= box.width for x, _ in ends)
    assert any(isinstance(step, CurveTo) for step in path)


@pytest.mark.parametrize(
    "unit",
    ["", "million people", "shepherds", "field workers"],
)
def test_people_are_drawn_as_persons(unit: str) -> None:
    assert figure(unit) is PERSON


@pytest.mark.parametrize("unit", ["wells", "USD", "women's shelters"])
def test_what_is_no_people_is_drawn_as_a_dot(unit: str) -> None:
    assert figure(unit) is DOT


def test_a_dot_is_round_and_lies_in_the_middle_of_its_box() -> None:
    box = Box(7, 9, 80, 100)
    ends = [(one.x, one.y) for one in dot(box) if not isinstance(one, Close)]
    assert ends == [(0, 50), (40, 10), (80, 50), (40, 90), (0, 50)]


@given(
    st.integers(1, 100),
    st.integers(1, 5),
    st.integers(5_000_000, 12_000_000),
    st.integers(1_500_000, 4_000_000),
    st.sampled_from([PERSON, DOT]),
)
def test_they_stand_in_even_rows_in_their_room_and_none_on_another(
    count: int, rows: int, width: int, height: int, kind: Figure
) -> None:
    room = Box(100, 200, width, height)
    places = kind.in_rows(count, rows, room, 2_000_000)
    assert len(places) == count
    for at, one in enumerate(places):
        assert room.x <= one.x + 1
        assert one.right <= room.right + 1
        assert room.y <= one.y + 1
        assert one.bottom <= room.bottom + 1
        for other in places[:at]:
            assert one.x >= other.right or one.y >= other.bottom or other.x >= one.right
    assert len({place.y for place in places}) <= rows
