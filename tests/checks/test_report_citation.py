"""C324: the report is cited with its edition, and its figures with their country."""

import pytest

from tests.cases import diagnostics

WHOLE = "US State Department, Trafficking in Persons Report 2011"
FACT = (
    "wells: {says: W, value: 5, unit: wells, measure: wells, as_of: 2010, source: report, kind: primary,"
    " post: example-post, exact: five wellsPLACE}\n"
)


def codes(credit: str, place: str = ", place: KZ") -> list[str]:
    people = f"example-person: {{credit: Me, role: author}}\nreport: {{credit: '{credit}', role: source}}\n"
    files = {"assets/people.yaml": people, "assets/facts.yaml": FACT.replace("PLACE", place)}
    return [one.code for one in diagnostics(files) if one.code == "C324"]


@pytest.mark.parametrize(
    "credit", ["Trafficking in Persons Report", "The TIP Report 2011", "US State Department, TIP report"]
)
def test_what_is_lacking_is_told(credit: str) -> None:
    assert codes(credit) == ["C324"]


@pytest.mark.parametrize("credit", [WHOLE, "US Department of State, TIP Report 2019", "A report on tips"])
def test_a_whole_citation_and_other_reports_are_fine(credit: str) -> None:
    assert codes(credit) == []


def test_a_figure_of_the_report_needs_its_country() -> None:
    assert codes(WHOLE, "") == ["C324"]
    assert codes("Another report", "") == []
