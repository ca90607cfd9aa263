"""C025, C026, C027: what stands around a reference does not change what it says."""

from tests.corpora.tables import from_table
from tests.sample import ASSETS, built, talk


def codes(words: str, notes: str = "Some words.") -> list[str]:
    _, report = built(talk(f"  - statement: '{words}'\n    notes: '{notes}'\n    cite: [herds]"))
    return [one.code for one in report.diagnostics if one.code in ("C026", "C027")]


@from_table
def test_a_denial_and_another_year_are_told_on_a_slide_and_in_notes(words: str) -> None:
    assert codes(words) == ["C026"]
    assert codes("Grass grew there", f"{words}.") == ["C027"]


@from_table
def test_what_a_fact_says_in_other_words_questions_and_other_clauses_pass(words: str) -> None:
    assert codes(words) == []
    assert codes("Grass grew there", words) == []


_YEAR = """
year: {says: It was the year 2010, show: "2010", as_of: 2010, source: bureau, kind: primary, post: first,
  exact: in 2010}
many: {says: The bureau counted 191 goats, show: "191", source: bureau, kind: primary, post: third, exact: 191 goats}
"""
_FACTS = str(ASSETS["assets/facts.yaml"]) + _YEAR


def codes_of_glued_reference(words: str) -> list[str]:
    _, report = built(talk(f"  - statement: |-\n      {words}\n    notes: Some words."), facts=_FACTS)
    return [one.code for one in report.diagnostics if one.code == "C025"]


@from_table
def test_what_makes_another_figure_is_told(words: str) -> None:
    assert codes_of_glued_reference(words)


@from_table
def test_stops_and_words_may_touch_it(words: str) -> None:
    assert codes_of_glued_reference(words) == []
