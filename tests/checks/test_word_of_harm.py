"""C028: a word of harm beside a fact is one that a fact of the slide tells."""

import pytest

from tests.sample import built, talk


def codes(keys: str) -> list[str]:
    _, report = built(talk(f"  - {keys}\n    notes: Some words."))
    return [one.code for one in report.diagnostics if one.code == "C028"]


@pytest.mark.parametrize(
    "keys",
    [
        "statement: '{people} people live in slavery'",
        "statement: 'The bureau stole {herds} herds'",
        "title: A headline\n    number: herds\n    caption: herds found dead",
        "title: A headline\n    counts:\n    - {count: herds, head: dead}\n    - {count: goats, head: seen}",
        "title: A headline\n    people: {show: walking, of: shepherds, label: killed}",
        "title: A headline\n    chart: columns\n    unit: slaves\n    facts: {herds: herds, wells: wells-2010}",
        "title: A headline\n    table: {head: [Where, Dead], rows: [[There, '{herds}']]}",
    ],
)
def test_a_harm_that_no_fact_tells_is_told(keys: str) -> None:
    assert codes(keys) == ["C028"]


@pytest.mark.parametrize(
    "keys",
    [
        "statement: 'They steal; the bureau counted {herds} herds'",
        "statement: 'The soldiers saw {herds} herds, and sent word'",
        "statement: The herdsmen steal",
        "title: A headline\n    number: herds\n    caption: herds counted by the bureau",
    ],
)
def test_other_clauses_and_other_words_are_free(keys: str) -> None:
    assert codes(keys) == []


def test_a_headline_over_a_number_is_a_label_of_it() -> None:
    assert codes("title: The slaves of the steppe\n    number: herds") == ["C028"]
