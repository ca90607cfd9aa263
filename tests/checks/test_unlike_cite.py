"""C022: a slide and what it cites have a word or a figure in common."""

import pytest

from tests.sample import built, talk


def codes(keys: str) -> list[str]:
    _, report = built(talk(f"  - {keys}"))
    return [one.code for one in report.diagnostics if one.code == "C022"]


@pytest.mark.parametrize(
    "keys",
    [
        "statement: The grass was high over there\n    cite: [grass]",
        "statement: Rivers run down to the sea\n    cite: [grass]\n    notes: Think of grass.",
        "statement: Rivers run down to 88 seas\n    cite: [herds]",
        "title: Rivers run down to the sea\n    number: herds\n    cite: [herds-2009]",  # of one measure
        "statement: S\n    cite: [grass]",  # too short to tell
    ],
)
def test_what_shares_a_word_or_a_figure_passes(keys: str) -> None:
    assert codes(keys) == []


def test_what_shares_none_is_told_once_for_each_entry() -> None:
    assert codes("statement: Rivers run down to the sea\n    cite: [grass, herds]") == ["C022", "C022"]
