"""E106: an omission that leaves out what denies the rest."""

import pytest

from tests.corpora.tables import from_table
from tests.evidence.valley import judged


def codes(post: str, text: str) -> list[str]:
    return [one.code for one in judged(post, text).faults]


@pytest.mark.parametrize(
    ("post", "text"),
    [
        ("The nurse, who has never seen the sea, was glad.", "The nurse, […] was glad."),
        ("The barn, which had no roof any more, was sold.", "The barn, […] was sold."),
    ],
)
def test_a_denial_in_a_clause_that_is_left_out_whole_turns_nothing_round(post: str, text: str) -> None:
    assert "E106" not in codes(post, text)


@from_table
def test_one_in_more_or_less_than_such_a_clause_does(post: str, text: str) -> None:
    assert "E106" in codes(post, text)
