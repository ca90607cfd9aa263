"""What an audience should be told of beforehand, as words tell it."""

import pytest

from talkbuilder.evidence.library.quotes import Sensitivity, sensitivities, tells_of


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("One of them had killed himself.", ("suicide",)),
        ("Suicidal thoughts are not rare there.", ("suicide",)),
        ("Two were sold for sex.", ("sexual-exploitation",)),
        ("A commercial sex act was what it came to.", ("sexual-exploitation",)),
        ("Children were exploited as well.", ("minor",)),
        ("She came as a teenager, and was prostituted.", ("sexual-exploitation", "minor")),
        ("They took her away when she was sixteen.", ("minor",)),
        ("A girl of the village, 14 years old, told it.", ("minor",)),
        ("A boy, aged nine, stood there.", ("minor",)),
        ("Child abuse is told of here.", ("sexual-exploitation", "minor")),
        ("The wheelchair stood in the hall.", ("disability",)),
        ("He came with blood on his face.", ("violence",)),
        ("They were beaten up on the way.", ("violence",)),
        ("She was pregnant by then.", ("health",)),
        ("The women of the church gave.", ("religion",)),
    ],
)
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
