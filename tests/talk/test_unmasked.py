"""Disguised letters, digits and what nobody sees."""

import pytest

from talkbuilder.talk.unmasked import unmasked


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("fif\u00adty goats", "fifty goats"),
        ("fif\u200bty goats", "fifty goats"),
        ("fіfty goats", "fifty goats"),  # a Cyrillic letter
        ("㊿ goats", "50 goats"),
        ("５０ goats", "50 goats"),
        ("五 goats", "5 goats"),
        ("₅₀ goats", "50 goats"),
        ("Ⅻ goats", "XII goats"),
        ("½ of the goats", "½ of the goats"),
        ("fіfty, “so”", "fifty, “so”"),
        ("Алматы, 5", "Алматы, 5"),
        ("Алматы", "Алматы"),  # a word of one alphabet is no disguise
    ],
)
def test_a_text_is_taken_as_its_readers_see_it(written: str, seen: str) -> None:
    assert unmasked(written)[0] == seen


def test_every_character_knows_where_it_was_written() -> None:
    seen, places = unmasked("a fif\u00adty")
    assert [("a fif\u00adty")[at] for at in places[:-1]] == list(seen)
    assert places[-1] == len("a fif\u00adty")
