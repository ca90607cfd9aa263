"""What an audience should be told of beforehand, as words tell it."""

import pytest

from talkbuilder.evidence.library.quotes import Sensitivity, sensitivities, tells_of
from tests.corpora.tables import from_table


@from_table
def test_what_words_tell_is_proposed(text: str, told: tuple[Sensitivity, ...]) -> None:
    assert sensitivities(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "We beat the heat with tea.",
        "The project was killed in spring.",
        "A minority spoke Kazakh.",
        "They were seven houses, and she was twenty.",
        "They were 3 miles away.",
        "He was blind to it.",
        "The city is healthy, and it grows.",
        "Their goodwill was great.",
        "",
    ],
)
def test_what_only_looks_like_it_is_not(text: str) -> None:
    assert sensitivities(text) == ()


def test_some_can_be_asked_for() -> None:
    assert tells_of(("violence", "minor"), "Small children came.")
    assert not tells_of(("violence", "health"), "Small children came.")
