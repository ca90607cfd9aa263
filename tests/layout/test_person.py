"""A person: a head over a body, filling its box."""

from talkbuilder.layout.items import Close, CurveTo, Move
from talkbuilder.layout.person import WIDE, outline
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
