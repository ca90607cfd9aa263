"""The grid divides the page."""

from itertools import pairwise

import pytest

from talkbuilder.layout.grid import Grid
from talkbuilder.themes.steppe import STEPPE, STEPPE_4_3


@pytest.mark.parametrize("grid", [STEPPE.grid, STEPPE_4_3.grid])
@pytest.mark.parametrize("count", [1, 2, 3, 4, 5])
def test_equal_parts_lie_between_the_margins_a_gutter_apart(grid: Grid, count: int) -> None:
    whole = grid.box(1, grid.columns, 10, 20)
    parts = [grid.part(number, count, 10, 20) for number in range(1, count + 1)]
    assert parts[0].x == whole.x
    assert 0 <= whole.right - parts[-1].right < count
    assert {part.width for part in parts} == {parts[0].width}
    assert all(other.x - one.right == grid.gutter for one, other in pairwise(parts))
    assert {(part.y, part.height) for part in parts} == {(whole.y, whole.height)}
