"""Stretches of a text: what meets one of them, and what lies in one."""

from hypothesis import given
from hypothesis import strategies as st

from talkbuilder.talk.spans import Spans

_PLACES = st.integers(0, 30)
_STRETCHES = st.lists(st.tuples(_PLACES, st.integers(1, 9)).map(lambda one: (one[0], one[0] + one[1])), max_size=12)


@given(_STRETCHES, _PLACES, st.integers(1, 9))
def test_what_lies_in_one_is_what_is_found_one_by_one(spans: list[tuple[int, int]], start: int, length: int) -> None:
    end = start + length
    assert Spans(spans).holds(start, end) == any(one <= start and end <= other for one, other in spans)


@given(_STRETCHES)
def test_those_that_meet_none_before_are_those_found_one_by_one(spans: list[tuple[int, int]]) -> None:
    taken, plain = Spans(), list[tuple[int, int]]()
    for start, end in spans:
        meets = any(start < other_end and other < end for other, other_end in plain)
        assert taken.meets(start, end) == meets
        if not meets:
            taken.add(start, end)
            plain.append((start, end))
