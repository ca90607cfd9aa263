"""Our own words on paper: every language has all of them, with the plurals and dates that it has."""

import re
from collections.abc import Iterator

import pytest

from talkbuilder.layout.items import Text, inside
from talkbuilder.layout.page import Page
from talkbuilder.talk.talk import Paragraph
from talkbuilder.talk.words import words_in
from tests.corpora.tables import from_table
from tests.sample import built, slide, talk

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


@from_table
def test_a_number_takes_the_form_that_the_language_has_for_it(language: str, told: list[str]) -> None:
    assert [words_in(language).count("minutes", number) for number in (1, 2, 5, 21)] == told


@from_table
def test_a_date_and_a_time_are_written_as_the_language_writes_them(language: str, told: list[str]) -> None:
    words = words_in(language)
    assert [*(words.date(one) for one in ("2026", "2026-11", "2026-11-25")), words.time(19 * 60 + 5)] == told


def test_a_language_that_the_table_lacks_gets_english() -> None:
    assert words_in("fr-CA").say("pause") == "pause"
    assert words_in("fr-CA").date("2026-11") == "November 2026"


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_slides_and_notes_have_no_word_of_ours_in_english(language: str) -> None:
    kinds = ("quote", "number", "chart", "people", "counts", "question", "ask")
    outline = talk(
        "\n".join(slide(kind, notes="Some {people}.") for kind in kinds), "closing: {title: Z, notes: Z., ask: call}"
    )
    outline = outline.replace("date: 2026-11", f"date: 2026-11\nlanguage: {language}")
    deck, _ = built(outline)
    told = "\n".join(one.text for page in deck.pages for one in (*texts_of(page), *page.notes.paragraphs))
    english = (
        r"\b(?:Sources?:|figures? for|Part \d|of 10:00|slide \d|next:|Text |Opens |For your table|about|others|reviewed"
        r"|Where I have|What the audience|sources?\b.*\bof\b|nobody has|\bis over at|ends (?:at|here)|word for word)"
    )
    assert re.findall(english, told) == []
    assert words_in(language).say("evidence") in told


def texts_of(page: Page) -> Iterator[Paragraph]:
    """What is read on a page."""
    yield from (one for item in inside(page.items) if isinstance(item, Text) for one in item.paragraphs)


@pytest.mark.parametrize(
    ("language", "told"), [("en", "About 16"), ("de", "Etwa 16"), ("ru", "Около 16"), ("kk", "Шамамен 16")]
)
def test_what_makes_a_figure_less_certain_is_said_in_the_language(language: str, told: str) -> None:
    assert words_in(language).hedged("About 16") == told
    assert words_in(language).hedged("roundabout 16") == "roundabout 16"
