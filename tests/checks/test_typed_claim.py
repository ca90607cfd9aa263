"""C020, C021: figures about the world, quoted words and hearsay rest on an entry, or are marked."""

import pytest

from talkbuilder.diagnostics import Diagnostic
from tests.corpora.tables import from_table
from tests.sample import built, talk

_CODES = ("C020", "C021")


def told(keys: str, notes: str = "Some words.") -> list[Diagnostic]:
    """What is reported of one slide of these keys."""
    _, report = built(talk(f"  - {keys}\n    notes: '{notes}'"))
    return [one for one in report.diagnostics if one.code in _CODES]


def codes(keys: str, notes: str = "Some words.") -> list[str]:
    return [one.code for one in told(keys, notes)]


@from_table
def test_what_is_claimed_makes_a_draft_on_a_slide_and_is_a_warning_in_notes(said: str) -> None:
    assert codes(f"statement: '{said}'\n    cite: [grass]") == ["C020"]
    assert codes("statement: Grass grew there\n    cite: [grass]", f"{said}.") == ["C021"]
    (found,) = told(f"statement: '{said}'\n    cite: [grass]")
    assert found.is_unproved
    assert not found.is_error


@from_table
def test_an_entry_that_holds_it_a_mark_the_own_life_and_names_pass(said: str) -> None:
    assert codes(f"statement: '{said}'\n    cite: [herds]", f"{said}.") == []


@from_table
def test_a_reference_covers_only_what_its_entry_holds(said: str) -> None:
    assert codes(f"statement: '{said}'") == ["C020"]


def test_what_a_reference_prints_stands_in_no_message_as_a_row_of_x() -> None:
    (fault,) = told("statement: 'They said “we all counted {herds} of them”'")
    assert "xx" not in fault.message + fault.hint


def test_a_reference_to_nothing_is_told_as_that_alone() -> None:
    statement = "statement: 'It counted {herds-of-1931}, and {97 herds}'\n    cite: [grass]"
    assert codes(statement, "It was {in-1931}.") == []


@pytest.mark.parametrize("words", ["88 herds", "Eighty-eight herds"])
def test_a_figure_that_the_library_has_is_told_with_the_id_to_write(words: str) -> None:
    (fault,) = told(f"statement: '{words} were counted'\n    cite: [grass]")
    assert fault.hint.startswith("write {herds}, which prints '88'; ")


def test_the_year_of_a_fact_is_told_where_its_sentence_has_another() -> None:
    (fault,) = told("statement: 'There were {herds} herds in 1931'")
    assert fault.hint.startswith("{herds} is of 2010: write that; ")


def test_a_round_figure_is_no_fact_of_which_the_sentence_has_no_word() -> None:
    assert "{herds-2008}" in told("statement: 'The bureau of Lesnoye saw 20 herds'\n    cite: [grass]")[0].hint
    assert "{herds-2008}" not in told("statement: It is minus 20 degrees\n    cite: [grass]")[0].hint


def test_a_figure_of_another_unit_is_not_that_of_a_fact() -> None:
    assert (
        "{herds" not in told("statement: 'The bureau of Lesnoye counted 88 percent of it'\n    cite: [grass]")[0].hint
    )
    assert "{herds}" in told("statement: 'The bureau of Lesnoye counted 88 herds'\n    cite: [grass]")[0].hint


def test_a_small_count_is_told_where_the_library_counts_the_same() -> None:
    (fault,) = told("statement: Three shepherds walked\n    cite: [grass]")
    assert fault.hint.startswith("write {walking}, ")
    assert codes("statement: Three roads lead out\n    cite: [grass]") == []


def test_what_a_slide_shows_and_cites_covers_its_other_texts_and_its_notes() -> None:
    slide = "title: So many were left\n    number: herds\n    caption: 88 herds counted in 2010"
    assert codes(slide, "There were 88.") == []
    assert codes("statement: There were 88 of them\n    cite: [herds]") == []
    assert codes("statement: They were “higher than they were”\n    cite: [herds]") == ["C020"]


def test_titles_and_heads_are_free() -> None:
    sides = "compare:\n    - {head: 40 wells, text: Grass}\n    - {head: There, text: Sand}\n    cite: [grass]"
    assert codes(f"title: In 1931 there were 900\n    {sides}") == []


def test_a_text_may_count_what_stands_on_its_slide() -> None:
    points = "title: So\n    bullets: [HOW MANY, Sand, Wind]\n    cite: [grass]"
    assert codes(points.replace("HOW MANY", "All 3 reasons")) == []
    assert codes(points.replace("HOW MANY", "All 14 reasons")) == ["C020"]


def test_dates_of_a_timeline_rest_on_something() -> None:
    points = "- {head: A, at: 1901}\n    - {head: '{own:B}', at: 1902}\n    - {head: C, fact: herds}"
    found = told(f"title: T\n    timeline:\n    {points}")
    assert [one.message for one in found] == ["'1901' is a date, and rests on no entry of the library"]


def test_the_year_in_which_the_talk_is_given_is_free() -> None:
    outline = talk("  - statement: In 2026 the wells are dry\n    cite: [grass]\n    notes: So.")
    for date, found in (("2026-11-05", []), ("2025-11-05", ["C020"])):
        _, report = built(outline.replace("talk: A talk\n", f"talk: A talk\ndate: {date}\n"))
        assert [one.code for one in report.diagnostics if one.code in _CODES] == found


def test_in_another_language_a_figure_is_one() -> None:
    german = talk("  - statement: Das Gras und der Wind, 97 Tage\n    cite: [grass]\n    notes: N.")
    _, report = built(german.replace("talk: A talk\n", "talk: A talk\nlanguage: de\n"))
    assert [one.message.split("'")[1] for one in report.diagnostics if one.code in _CODES] == ["97"]


def test_it_is_told_at_its_words_with_the_mark_to_write() -> None:
    (fault,) = told("statement: There were ninety of them\n    cite: [grass]")
    assert fault.span is not None
    assert fault.span.source.text[fault.span.start : fault.span.end] == "ninety"
    assert fault.message == "'ninety' is a figure, and rests on no entry of the library"
    assert fault.hint.endswith("{own: ninety}")


def test_what_is_the_speakers_own_stands_in_the_evidence_and_not_in_the_source_line() -> None:
    deck, _ = built(talk("  - statement: '{own: Ninety | I counted} were left'\n    notes: Some words."))
    page = deck.pages[2]
    assert [one.text for one in page.notes.evidence] == [
        "Where I have this from (my own words: not yet reviewed)",
        "What I know myself",
        "“Ninety” (I counted)",
    ]
    assert not [item for item in page.items if item.name == "source line"]


@from_table
def test_what_is_claimed_on_any_slide_and_in_any_key_is_told(plain: str, claims: str, code: str) -> None:
    sides = "[{head: Then, points: [None, So]}, {head: Now, points: [Grass, High grass]}]"
    outline = talk(f"  - title: So\n    compare: {sides}\n    cite: [grass]\n    notes: So.")
    assert plain in outline
    for text, found in ((outline, []), (outline.replace(plain, claims), [code])):
        assert [one.code for one in built(text)[1].diagnostics if one.code in _CODES] == found


GRASS = "Somebody told of sheep. It was seven"


def test_seven_words_in_a_row_that_a_source_has_as_somebody_elses_are_no_words_of_the_speaker() -> None:
    (fault,) = told(f"statement: {GRASS}\n    cite: [grass]")
    assert fault.code == "C020"
    assert (
        fault.message
        == "'Somebody told of sheep. It was seven' is somebody else's in 'second', and stands here as your own"
    )
    assert codes("statement: Grass grew there\n    cite: [grass]", f"So it was: {GRASS}.") == ["C021"]


def test_fewer_words_those_of_a_quotation_that_is_shown_and_those_of_the_author_are_free() -> None:
    assert codes("statement: Somebody told of sheep. It was eight\n    cite: [grass]") == []
    assert codes("quote: grass", "Listen. The grass was higher than we were.") == []


@pytest.mark.parametrize(
    "said", ["The shop at the corner closed in 1994", "Grandmother baked 200 cakes", "The dog lived for 17 years"]
)
def test_what_is_told_of_the_past_and_names_nothing_of_the_world_is_free(said: str) -> None:
    assert codes(f"statement: '{said}'\n    cite: [grass]", f"{said}.") == []


@pytest.mark.parametrize(
    "said", ["The shop in Lesnoye closed in 1994", "The mine employed 200 boys", "17 percent of the dogs were lost"]
)
def test_a_name_a_large_count_and_a_share_make_it_a_claim(said: str) -> None:
    assert codes(f"statement: '{said}'\n    cite: [grass]") == ["C020"]
