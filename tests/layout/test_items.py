"""Plain forms stand where they are asked for."""

from talkbuilder.layout.items import Ink, LineTo, Move, Stroke, line, outline
from tests.outputs.drawn import box

_STROKE = Stroke(Ink("text"), 4)
_POINT = 12_700


def test_a_line_runs_between_its_points_whichever_way_that_is() -> None:
    down = line("down", (100 * _POINT, 50 * _POINT), (20 * _POINT, 80 * _POINT), _STROKE)
    assert down.box == box(20, 50, 80, 30)
    assert down.path == (Move(80 * _POINT, 0), LineTo(0, 30 * _POINT))


def test_the_line_of_an_outline_lies_inside_its_box() -> None:
    drawn = outline("frame", box(10, 10, 100, 60), _STROKE)
    assert drawn.box == box(12, 12, 96, 56)
