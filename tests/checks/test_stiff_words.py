"""C503: words of letters are told by how often they come."""

import pytest

from tests.checks.worded import faults


@pytest.mark.parametrize(
    ("notes", "message"),
    [
        ("Somebody came. Somebody left. Then somebody sang.", "“somebody” is said 3 times"),
        ("We came in order to sing.", "“in order to” is said once"),
        ("We shall sing. We shall eat.", "“shall” is said 2 times"),
    ],
)
def test_a_stiff_word_is_told_once_with_its_count(notes: str, message: str) -> None:
    (fault,) = faults(notes)
    assert (fault.code, fault.message) == ("C503", message)


@pytest.mark.parametrize(
    "notes", ["Somebody came. Somebody left.", "We shall sing.", "Put in order too.", "“Thus it is.”"]
)
def test_one_of_them_does_no_harm(notes: str) -> None:
    assert faults(notes) == []
