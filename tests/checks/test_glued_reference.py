"""C025: nothing that stands right beside a reference makes another figure of it."""

import pytest

from tests.sample import ASSETS, built, talk

_YEAR = """
year: {says: It was the year 2010, show: "2010", as_of: 2010, source: bureau, kind: primary, post: first,
  exact: in 2010}
many: {says: The bureau counted 191 goats, show: "191", source: bureau, kind: primary, post: third, exact: 191 goats}
"""
_FACTS = str(ASSETS["assets/facts.yaml"]) + _YEAR


def codes(words: str) -> list[str]:
    _, report = built(talk(f"  - statement: |-\n      {words}\n    notes: Some words."), facts=_FACTS)
    return [one.code for one in report.diagnostics if one.code == "C025"]


@pytest.mark.parametrize(
    "words",
    [
        "There were {herds}00 herds",
        "There were 1{herds} herds",
        "There were {herds}{goats} herds",
        "There were {herds}k herds",
        "There were {herds} k herds",
        "There were -{herds} herds",
        "There were {herds} x {wells-2010} herds",
        "There were {herds} × {wells-2010} herds",
        "There were {herds},{wells-2010} herds",
        "There were {herds} 000 herds",
        "There were {year} 000 herds",
        "There were {year}{herds} herds",
        "There were **{herds}**0 herds",
        "There were {herds}\u200b0 herds",
        "There were minus {herds} herds",
        "There were {herds}/week",
        "There were #{herds}",
    ],
)
def test_what_makes_another_figure_is_told(words: str) -> None:
    assert codes(words)


@pytest.mark.parametrize(
    "words",
    [
        "There were {herds}, and ({wells-2010}) wells.",
        "“{herds}” is the number; {wells-2010}: that of the wells",
        "**{herds}** herds, and {wells-2010}’s a number",
        "A {herds}-herd land",
        "In 2010, {herds} herds",
        "It was mid-{herds}",
        "In {year} {herds} herds were there",
        "In {year} 88 herds were there",
        "In {year} {many} herds were there",
        "{herds} in 2010—{wells-2010} wells?",
    ],
)
def test_stops_and_words_may_touch_it(words: str) -> None:
    assert codes(words) == []
