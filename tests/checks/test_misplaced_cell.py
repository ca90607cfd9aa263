"""C026: figures of a table stand in their own rows and columns."""

import pytest

from tests.sample import built, talk

_OVER = "title: A headline\n    table: "


def codes(table: str) -> list[str]:
    _, report = built(talk(f"  - {_OVER}{table}\n    notes: Some words."))
    return [one.code for one in report.diagnostics if one.code == "C026"]


@pytest.mark.parametrize(
    ("table", "wanted"),
    [
        ("{head: [What, '2009', '2010'], rows: [[Herds, '{herds-2009}', '{herds}']]}", []),
        ("{head: [What, '2010', '2009'], rows: [[Herds, '{herds-2009}', '{herds}']]}", ["C026", "C026"]),
        ("{head: [What, How many], rows: [[Herds, '{wells-2010}'], [Wells, '{herds}']]}", ["C026", "C026"]),
        ("{head: [What, How many], rows: [[Herds, '{herds}'], [Wells, '{wells-2010}'], ['', '-']]}", []),
    ],
)
def test_a_figure_in_a_place_of_another_one_is_told(table: str, wanted: list[str]) -> None:
    assert codes(table) == wanted
