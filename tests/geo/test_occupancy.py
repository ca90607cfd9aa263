"""Squares of a page: what is asked of long numbers is what one would count square by square."""

from hypothesis import given
from hypothesis import strategies as st

from talkbuilder.geo.occupancy import SIZE_PT, Cells, Page

_WIDTH, _HEIGHT = 13, 7
_PAGE = Page(_WIDTH * SIZE_PT, _HEIGHT * SIZE_PT)
_Square = tuple[int, int]
_SQUARES = st.frozensets(st.tuples(st.integers(0, _WIDTH - 1), st.integers(0, _HEIGHT - 1)))
_LARGE = st.frozensets(st.tuples(st.integers(0, _WIDTH - 1), st.integers(0, _HEIGHT - 1)), max_size=6).map(
    lambda left_out: frozenset((x, y) for x in range(_WIDTH) for y in range(_HEIGHT)) - left_out
)


def cells(squares: frozenset[_Square]) -> Cells:
    return Cells(_PAGE, sum(1 << (y * _PAGE.stride + x) for x, y in squares))


def squares(of: Cells) -> frozenset[_Square]:
    return frozenset(
        (x, y) for x in range(_WIDTH) for y in range(_HEIGHT) if of.has(((x + 0.5) * SIZE_PT, (y + 0.5) * SIZE_PT))
    )


@given(_SQUARES, _SQUARES)
def test_sets_of_squares(one: frozenset[_Square], other: frozenset[_Square]) -> None:
    assert squares(cells(one) & cells(other)) == one & other
    assert squares(cells(one) | cells(other)) == one | other
    assert squares(cells(one) - cells(other)) == one - other
    assert cells(one).count == len(one)


@given(_LARGE, st.integers(1, 6), st.integers(1, 4))
def test_rooms_are_where_a_rectangle_fits(free: frozenset[_Square], across: int, down: int) -> None:
    expected = {
        (x, y)
        for x in range(_WIDTH - across + 1)
        for y in range(_HEIGHT - down + 1)
        if all((x + i, y + j) in free for i in range(across) for j in range(down))
    }
    assert squares(cells(free).rooms(across * SIZE_PT, down * SIZE_PT)) == expected


@given(_SQUARES, st.integers(-14, 14), st.integers(-8, 8))
def test_what_is_shifted_off_the_page_is_lost(chosen: frozenset[_Square], across: int, down: int) -> None:
    moved = {(x + across, y + down) for x, y in chosen}
    expected = {(x, y) for x, y in moved if 0 <= x < _WIDTH and 0 <= y < _HEIGHT}
    assert squares(cells(chosen).shifted(across, down)) == expected


def test_an_area_has_the_squares_whose_middles_lie_in_it_and_not_those_of_its_holes() -> None:
    ring = [(4.0, 4.0), (28.0, 4.0), (28.0, 24.0), (4.0, 24.0)]
    hole = [(12.0, 8.0), (20.0, 8.0), (20.0, 16.0), (12.0, 16.0)]
    expected = {(x, y) for x in range(1, 7) for y in range(1, 6)} - {(x, y) for x in (3, 4) for y in (2, 3)}
    assert squares(_PAGE.inside([ring, hole])) == expected


def test_a_rectangle_holds_what_it_touches_and_nothing_off_the_page() -> None:
    chosen = _PAGE.rectangle((5, 5, 13, 9))
    assert squares(chosen) == {(x, y) for x in (1, 2, 3) for y in (1, 2)}
    assert chosen.holds((5, 5, 13, 9))
    assert not chosen.holds((5, 5, 17, 9))
    assert chosen.meets((13, 9, 40, 40))
    assert not chosen.meets((17, 13, 40, 40))
    assert not _PAGE.all.holds((-1, 0, 5, 5))
