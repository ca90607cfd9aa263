"""Numbers as they are drawn: their labels, and how these keep off each other."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talkbuilder.layout import data_points
from talkbuilder.layout.data_points import (
    Point,
    in_a_row,
    pt,
    row_width_pt,
    spread,
    stacked,
    stacked_height_pt,
    stacked_width_pt,
)
from talkbuilder.themes.make import make
from talkbuilder.themes.steppe import STEPPE
from talkbuilder.units import Box
from tests.outputs.drawn import SPAN

_LAYOUT = make(STEPPE).layouts["Drawing"]


def point(figure: str = "88", hedge: str = "", accented: bool = False) -> Point:
    return Point("herds", 88, hedge, figure, "exact", "2010", SPAN, accented)


def test_labels_stay_within_their_room() -> None:
    assert spread([0, 100], [10, 10], 0, 100) == [0, 90]
    assert spread([98, 99], [10, 10], 0, 100) == [80, 90]


@given(
    st.lists(st.tuples(st.floats(-50, 1050), st.floats(1, 60)), min_size=1, max_size=12),
)
def test_no_label_lies_on_another_and_all_keep_their_order(wanted: list[tuple[float, float]]) -> None:
    centres, lengths = [centre for centre, _ in wanted], [length for _, length in wanted]
    begins = spread(centres, lengths, 0, 1000)
    assert min(begins) >= -1e-6
    order = sorted(range(len(wanted)), key=lambda at: centres[at])
    assert all(begins[a] + lengths[a] <= begins[b] + 1e-6 for a, b in pairwise(order))
    if sum(lengths) <= 1000:
        assert max(begin + length for begin, length in zip(begins, lengths, strict=True)) <= 1000 + 1e-6


@pytest.mark.parametrize(("hedge", "words"), [("", ""), ("at least", "herds of the whole valley")])
def test_a_label_has_room_in_the_width_that_it_is_said_to_take(hedge: str, words: str) -> None:
    one = point("1,234", hedge)
    box = Box(0, 0, pt(row_width_pt(one, words, 32, _LAYOUT)), pt(40))
    row = in_a_row("row", one, words, box, (32,), _LAYOUT)
    assert (row.surplus, len(row.lines)) == (0, 1)
    assert row.paragraphs[0].text == " ".join(filter(None, (hedge, "1,234", words)))
    high = stacked(one, Box(0, 0, pt(stacked_width_pt(one, 48, _LAYOUT)), pt(120)), 48, _LAYOUT)
    assert (high.surplus, len(high.lines)) == (0, 1 + bool(hedge))


def test_labels_have_room_in_a_font_of_high_lines_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(data_points, "line_height_em", lambda family: 1.5)
    monkeypatch.setattr("talkbuilder.layout.typefaces.line_height_em", lambda family: 1.5)
    one = point("1,234", "at least")
    width, height = pt(stacked_width_pt(one, 37, _LAYOUT)), pt(stacked_height_pt(one, 37, _LAYOUT))
    assert stacked(one, Box(0, 0, width, height), 37, _LAYOUT).surplus == 0
