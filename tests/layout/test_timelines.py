"""Labels along a line of time: each near its place, none on another."""

from hypothesis import given
from hypothesis import strategies as st

from talkbuilder.layout.timelines import Room, Wanted, _room, by_turns, spread
from talkbuilder.themes import THEMES
from talkbuilder.themes.make import make
from talkbuilder.units import EMU_PER_POINT

_ROOM = Room(0, 1000, 10)
_LABELS = st.lists(st.tuples(st.integers(0, 1000), st.integers(1, 300)), min_size=1, max_size=7)


def test_labels_in_each_others_way_give_way_alike() -> None:
    assert spread((Wanted(500, 500, 100), Wanted(520, 520, 100)), _ROOM) == (405, 515)


def test_labels_that_would_not_reach_their_places_are_not_spread() -> None:
    assert spread((Wanted(500, 500, 100),) * 3, _ROOM) is None
    assert spread((Wanted(500, 500, 600),) * 2, _ROOM) is None


def test_labels_stand_above_and_below_by_turns_as_wide_as_they_may_be() -> None:
    assert by_turns(((100, 100), (200, 200), (300, 300)), ((50, 150),) * 3, _ROOM) == (
        (25, 150, True),
        (125, 150, False),
        (225, 150, True),
    )


def test_labels_are_rather_narrow_over_their_places_than_wide_beside_them() -> None:
    wide = 300_000  # in EMU, of which a label may be some 25,000 off
    spots = ((400_000, 400_000), (450_000, 450_000), (600_000, 600_000))
    found = by_turns(spots, ((100_000, wide),) * 3, Room(0, 2_000_000, 10))
    assert found is not None
    for (at, _), (edge, width, _) in zip(spots, found, strict=True):
        assert abs(edge + width // 2 - at) <= 25_400


@given(_LABELS)
def test_none_lies_on_another_and_all_reach_their_places(labels: list[tuple[int, int]]) -> None:
    wanted = [Wanted(at, at, width) for at, width in sorted(labels)]
    edges = spread(wanted, _ROOM)
    if edges is None:
        return
    ends = [edge + one.width for edge, one in zip(edges, wanted, strict=True)]
    assert edges[0] >= 0
    assert ends[-1] <= 1000
    assert all(end + 9 <= edge for end, edge in zip(ends, edges[1:], strict=False))  # halves are rounded down
    assert all(edge <= one.start <= end for edge, one, end in zip(edges, wanted, ends, strict=True))


def test_labels_side_by_side_stand_farther_apart_than_words_of_a_line() -> None:
    layout = make(THEMES["steppe"]("16:9")).layouts["Drawing"]
    assert _room(layout).gap > layout.sizes.label[-1] * EMU_PER_POINT
