"""C505: words that are written and never said have a plain one beside them."""

import pytest

from tests.checks.worded import faults, told


@pytest.mark.parametrize(
    ("notes", "words", "hint"),
    [
        ("We utilized it.", "utilized", "say: use"),
        ("We utilised it.", "utilised", "say: use"),
        ("Moreover, it rained.", "Moreover", "say: and"),
        ("It was over prior to noon.", "prior to", "say: before"),
        ("Boys and/or girls.", "and/or", "say: or"),
    ],
)
def test_the_plain_word_is_proposed(notes: str, words: str, hint: str) -> None:
    assert told(notes) == [("C505", words)]
    assert faults(notes)[0].hint == hint


@pytest.mark.parametrize("notes", ["He said “moreover”.", "An individual bag.", "Use it, and then begin."])
def test_plain_words_and_quotations_are_left_alone(notes: str) -> None:
    assert told(notes) == []
