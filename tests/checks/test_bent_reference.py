"""C026, C027: the words around a reference do not turn its fact round."""

import pytest

from tests.sample import built, talk


def codes(words: str, notes: str = "Some words.") -> list[str]:
    _, report = built(talk(f"  - statement: '{words}'\n    notes: '{notes}'\n    cite: [herds]"))
    return [one.code for one in report.diagnostics if one.code in ("C026", "C027")]


@pytest.mark.parametrize(
    "words",
    [
        "The bureau never counted {herds} herds",
        "The bureau did not count {herds} herds",
        "In 2009 it counted {herds} herds",
    ],
)
def test_a_denial_and_another_year_are_told_on_a_slide_and_in_notes(words: str) -> None:
    assert codes(words) == ["C026"]
    assert codes("Grass grew there", f"{words}.") == ["C027"]


@pytest.mark.parametrize(
    "words",
    [
        "In 2010 the bureau counted {herds} herds",
        "There were no wells; there were {herds} herds",
        "Only {herds} herds were counted, and nobody asked the shepherds",
        "For {herds} herds you need a lot of grass",
        "Did the bureau never count the {herds} herds?",
        "I was never there. The bureau counted {herds} herds",
        "The bureau counted {herds} herds, up from {herds-2009} in 2009",
        "There were {goats} goats, more than the {herds} herds",
    ],
)
def test_what_a_fact_says_in_other_words_questions_and_other_clauses_pass(words: str) -> None:
    assert codes(words) == []
    assert codes("Grass grew there", words) == []
