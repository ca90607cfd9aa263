"""Whom a headline says that words are from."""

import pytest

from talkbuilder.talk.attributing import misattributed

KNOWN = "A potter by the lake potter blogger speaker"


@pytest.mark.parametrize(
    ("title", "who"),
    [
        ("What the mayor said in spring", "the mayor"),
        ("How Anna Weber put it", "Anna Weber"),
        ("The Lake Office admits it", "The Lake Office"),
        ("A miller speaks", "A miller"),
        ("The last words of a miller before he left", "a miller"),
        ("The Lake Office on our pots", "The Lake Office"),
        ("In the diary of a miller: spring", "a miller"),
        ("I and the miller said", "I and the miller"),
        ("What the miller and I said", "the miller and I"),
    ],
)
def test_another_speaker_is_told(title: str, who: str) -> None:
    assert misattributed(title, KNOWN) == who


@pytest.mark.parametrize(
    "title",
    [
        "A warning rode along on the trains",
        "The snow lay on the roofs",
        "The lights went out on our street",
        "A bell hung on the gate",
        "One coat was left on the hook",
        "What the potter said in spring",
        "How I put it in my diary",
        "What she told me at the lake",
        "I never told my friends",
        "I’d say it again",
        "On that day I wrote this",
        "Why we never said it",
        "One evening I said it",
        "What I’ve said since",
        "What I myself said that day",
        "A letter from me",
        "A potter speaks",
        "In her own words",
        "Somebody’s own words",
        "What people said of it",
        "Spring came late that year",
    ],
)
def test_the_speaker_and_nobody_in_particular_pass(title: str) -> None:
    assert misattributed(title, KNOWN) == ""
