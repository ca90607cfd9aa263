"""English words, which are no names."""

import pytest

from talkbuilder.talk.vocabulary import is_english


@pytest.mark.parametrize(
    "word",
    [
        *(
            "Bread",
            "Kindness",
            "buses",
            "Unforgiven",
            "hurried",
            "Stopping",
            "Grown-up",
            "Neighbor’s",
            "carelessly",
            "I",
        ),
        *("Pumpkins", "Zucchini", "Seedlings", "Beekeepers", "Raspberries", "Kindergartners", "Earthworms", "Trowels"),
    ],
)
def test_a_plain_word_is_known_in_all_its_forms(word: str) -> None:
    assert is_english(word)


@pytest.mark.parametrize("word", ["Stalin", "Umbetov", "Svetlana", "Gulnara’s", "Interpol", "Carter", "Kennedy"])
def test_a_name_is_no_word(word: str) -> None:
    assert not is_english(word)


@pytest.mark.parametrize("word", ["Close-ups", "Stand-ins", "Hand-me-downs", "Mothers-in-law", "Warm-ups", "Carry-ons"])
def test_a_plain_word_with_hyphens_is_known_where_there_are_many(word: str) -> None:
    assert is_english(word)


@pytest.mark.parametrize(
    "word", ["Umbetov-ups", "Anna-Lena", "Frank-ups", "Smith-Jones", "Nur-ins", "Al-Karim", "Ons-Anna"]
)
def test_a_name_with_a_hyphen_is_none(word: str) -> None:
    assert not is_english(word)
