"""A person: a head over a body, filling its box; and a dot, for what is none."""

import pytest

from talkbuilder.layout.items import Close, CurveTo, Move
from talkbuilder.layout.person import DOT, PERSON, WIDE, dot, figure, outline
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
    [
        "",
        "people",
        "million people",
        "person",
        "shepherds",
        "students",
        "policewomen",
        "field workers",
        "people in work",
    ],
)
def test_people_are_drawn_as_persons(unit: str) -> None:
    assert figure(unit) is PERSON


@pytest.mark.parametrize("unit", ["wells", "cases", "years", "camels", "USD", "bags", "letters", "women's shelters"])
def test_what_is_no_people_is_drawn_as_a_dot(unit: str) -> None:
    assert figure(unit) is DOT


def test_a_dot_is_round_and_lies_in_the_middle_of_its_box() -> None:
    box = Box(7, 9, 80, 100)
    ends = [(one.x, one.y) for one in dot(box) if not isinstance(one, Close)]
    assert ends == [(40, 10), (80, 50), (40, 90), (0, 50), (40, 10)]
