"""Our own words on paper: every language has all of them, with the plurals and dates that it has."""

import re

import pytest

from talkbuilder.talk.words import words_in

LANGUAGES = ("en", "de", "ru", "kk")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_word_with_the_same_places(language: str) -> None:
    english, own = words_in("en").rows, words_in(language).rows
    assert {row.partition(".")[0] for row in own} == {row.partition(".")[0] for row in english}
    for row, text in own.items():
        places = [
            set(re.findall(r"{(\w+)}", one)) for one in (text, english.get(row, english.get(f"{row[:-4]}.other", text)))
        ]
        assert places[0] == places[1], row


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", ["1 minute", "2 minutes", "5 minutes", "21 minutes"]),
        ("de", ["1 Minute", "2 Minuten", "5 Minuten", "21 Minuten"]),
        ("ru", ["1 минута", "2 минуты", "5 минут", "21 минута"]),
        ("kk", ["1 минут", "2 минут", "5 минут", "21 минут"]),
    ],
)
def test_a_number_takes_the_form_that_the_language_has_for_it(language: str, told: list[str]) -> None:
    assert [words_in(language).count("minutes", number) for number in (1, 2, 5, 21)] == told


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en-US", ["2026", "November 2026", "November 25, 2026"]),
        ("en-GB", ["2026", "November 2026", "25 November 2026"]),
        ("de", ["2026", "November 2026", "25. November 2026"]),
    ],
)
def test_a_date_is_written_as_the_language_writes_it(language: str, told: list[str]) -> None:
    assert [words_in(language).date(one) for one in ("2026", "2026-11", "2026-11-25")] == told


def test_a_language_that_the_table_lacks_gets_english() -> None:
    assert words_in("fr-CA").say("pause") == "pause"
    assert words_in("fr-CA").date("2026-11") == "November 2026"
