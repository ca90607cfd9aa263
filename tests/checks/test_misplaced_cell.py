"""C026, in tables and under heads: a figure stands in its own row and column, and 'then' is before 'now'."""

from collections.abc import Callable

import pytest

from tests.sample import ASSETS, built, talk

_PLACED = """
mills: {says: There were 12 mills in Kazakhstan in 2010, show: "12", value: 12, unit: mills, measure: mills, place: KZ,
  as_of: 2010, source: bureau, kind: primary, post: first, exact: 12 mills}
barns: {says: There were 14 barns in Uzbekistan in 2010, show: "14", value: 14, unit: barns, measure: barns, place: UZ,
  as_of: 2010, source: bureau, kind: primary, post: first, exact: 14 barns}
"""


def codes(keys: str) -> list[str]:
    _, report = built(
        talk(f"  - title: A headline\n    {keys}\n    notes: Some words."),
        facts=f"{ASSETS['assets/facts.yaml']!s}{_PLACED}",
    )
    return [one.code for one in report.diagnostics if one.code == "C026"]


@pytest.mark.parametrize(
    ("row", "wanted"),
    [
        ("[Kazakhstan, '{mills}']", []),
        ("[Uzbekistan, '{barns}']", []),
        ("[Mongolia, '{mills}']", ["C026"]),
        ("[Uzbekistan, '{mills}']", ["C026"]),
        ("[The mills of Minnesota, '{mills}']", ["C026"]),
        ("[In all, '{mills}']", []),
        ("[Kazakhstan and Uzbekistan, '{mills}, {barns}']", []),
    ],
)
def test_a_row_named_after_a_country_has_figures_of_that(row: str, wanted: list[str]) -> None:
    assert codes(f"table: {{head: [Where, Here], rows: [{row}]}}") == wanted


@pytest.mark.parametrize(
    ("heads", "wanted"),
    [
        (("Then", "Now"), ["C026"]),
        (("Before", "After"), ["C026"]),
        (("Once", "Today"), ["C026"]),
        (("Earlier", "Later"), ["C026"]),
        (("At first", "In the end"), ["C026"]),
        (("Now", "Then"), []),
        (("Today", "Once"), []),
        (("Here", "There"), []),
        (("After the rain", "Before the rain"), []),
        (("Wells", "Herds"), []),
    ],
)
def test_what_was_then_is_of_no_later_year_than_what_is_now(heads: tuple[str, str], wanted: list[str]) -> None:
    first, second = heads
    later, earlier = "text: 'So many: {wells-2010}'", "points: ['{wells-2009} of them', So]"
    blocks = f"- {{head: {first}, {later}}}\n    - {{head: {second}, {earlier}}}"
    assert codes(f"compare:\n    {blocks}") == wanted


@pytest.mark.parametrize(
    ("rows", "messages"),
    [
        ("[Herds, '{herds-2009}', '{herds}'], [Wells, '{wells-2009}', '{wells-2010}']", []),
        (
            "[Herds, '{herds}', '{herds}'], [Wells, '{wells-2009}', '{wells-2010}']",
            ["'herds' is for 2010, and its column is not"],
        ),
        (
            "[Wells, '{herds-2009}', '{herds}'], [Herds, '{wells-2009}', '{wells-2010}']",
            [
                "'Wells' is what the facts of another row tell",
                "'Herds' is what the facts of another row tell",
            ],
        ),
    ],
)
def test_a_figure_stands_under_its_year_and_beside_what_it_counts(rows: str, messages: list[str]) -> None:
    table = f"table: {{head: ['', '{{own: 2009}}', '{{own: 2010}}'], rows: [{rows}]}}"
    _, report = built(talk(f"  - title: A headline\n    {table}\n    notes: Some words."))
    assert [one.message for one in report.diagnostics if one.code == "C026"] == messages


def _compared(then: str, now: str) -> str:
    return (
        f"  - title: Then and now\n    compare:\n    - {{head: '{then}', text: '{{herds-2009}} herds'}}\n"
        f"    - {{head: '{now}', text: '{{herds}} herds'}}\n    notes: So."
    )


def _tabled(then: str, now: str) -> str:
    return (
        f"  - title: Then and now\n    table:\n      head: ['', '{then}', '{now}']\n      rows:\n"
        "      - [Herds, '{herds-2009}', '{herds}']\n      - [Wells, '{wells-2009}', '{wells-2010}']\n    notes: So."
    )


@pytest.mark.parametrize("slide", [_compared, _tabled])
@pytest.mark.parametrize(
    ("then", "now", "told"),
    [
        ("In 2009", "In 2010", []),
        ("2009", "2010", []),
        ("{own: In 2009}", "In 2010", []),
        ("In 2008", "In 2010", ["C020", "C026"]),
        ("{own: In 2031}", "In 2010", ["C026"]),
        ("In 2010", "In 2009", ["C020", "C026"]),
        ("Now", "Then", ["C026"]),
        ("Then", "Now", []),
    ],
)
def test_a_head_that_is_a_year_is_that_of_what_stands_under_it(
    slide: Callable[[str, str], str], then: str, now: str, told: list[str]
) -> None:
    faults = built(talk(slide(then, now)))[1].everything
    assert sorted({one.code for one in faults} & {"C020", "C026"}) == told


def test_a_head_with_more_than_a_year_may_be_of_another() -> None:
    slide = _compared("{own: Since 1991}", "In 2010")
    assert not {one.code for one in built(talk(slide))[1].everything} & {"C020", "C026"}


def test_no_figure_but_the_year_of_all_of_it_is_covered() -> None:
    slide = _compared("In 2009", "In 2010").replace("{herds-2009} herds", "{herds-2009} and {herds-2008} herds")
    assert "C020" in {one.code for one in built(talk(slide))[1].everything}
    slide = _compared("88 herds", "In 2010")
    assert "C020" in {one.code for one in built(talk(slide))[1].everything}
