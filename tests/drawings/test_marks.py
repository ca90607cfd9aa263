"""What words of a drawing keep clear of: edges of what is seen, and what they lie on."""

from talkbuilder.drawings.drawing import Cluster, Drawing, Figure
from talkbuilder.drawings.marks import Marks
from talkbuilder.layout.items import Close, Ink, LineTo, Move

_SQUARE = (Move(20, 20), LineTo(80, 20), LineTo(80, 80), LineTo(20, 80), Close())
_LINE = (Move(0, 95), LineTo(100, 95))
_PARTS = (Cluster("a", (Figure("square", _SQUARE, Ink("text"), None),)), Figure("line", _LINE, None, None))
_MARKS = Marks(Drawing("a", "A square", "paper", 100, 100, True, (0.5, 0.5), _PARTS))


def test_an_edge_is_met_where_it_runs_and_neither_within_nor_beside_it() -> None:
    assert _MARKS.within(70, 40, 90, 60)
    assert _MARKS.within(40, 90, 60, 100)
    assert not _MARKS.within(30, 30, 70, 70)
    assert not _MARKS.within(2, 30, 16, 70)


def test_a_point_lies_on_what_is_filled_there() -> None:
    assert (_MARKS.ground(50, 50), _MARKS.ground(10, 50), _MARKS.ground(50, 95)) == (0, -1, -1)
