"""E014: a number says what it counts, and for which year; and who says it is known."""

from tests.cases import apart_from_proof, diagnostics, talk
from tests.corpora.tables import from_table

FACT = "a-fact:\n  source: example-person\n  kind: primary\n  post: example-post\n  exact: it is so\n"


def codes(facts: str) -> list[str]:
    return [one.code for one in apart_from_proof(diagnostics({"assets/facts.yaml": facts, "talks/talk.yaml": talk()}))]


@from_table
def test_a_number_needs_its_measure_and_its_year(keys: str, missing: int) -> None:
    says = "" if "says" in keys else "  says: It is so\n"
    assert codes(FACT + says + keys) == ["E014"] * missing


def test_the_fault_lies_at_the_name_of_the_fact() -> None:
    facts = f"# Facts\n{FACT}  says: It is so\n  value: 7\n  as_of: 2012\n"
    (fault,) = apart_from_proof(diagnostics({"assets/facts.yaml": facts, "talks/talk.yaml": talk()}))
    assert fault.place == ("assets/facts.yaml", 2, 1)
    assert fault.message == "the fact 'a-fact' has a value and no 'measure'"


def test_a_year_that_cannot_be_read_is_told_as_that_alone() -> None:
    assert codes(f"{FACT}  says: It is so\n  value: 7\n  measure: wells\n  as_of: twenty ten\n") == ["E013"]
