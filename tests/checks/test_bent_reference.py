"""C026, C027: what a sentence says of the facts that it refers to is what they say."""

import pytest

from tests.sample import built, talk

_CODES = ("C026", "C027")


def codes(keys: str) -> list[str]:
    _, report = built(talk(f"  - {keys}"))
    return [one.code for one in report.diagnostics if one.code in _CODES]


def statement(words: str) -> list[str]:
    return codes(f"statement: '{words}'\n    notes: Some words.")


@pytest.mark.parametrize(
    "words",
    [
        "The bureau counted {herds} herds a week",
        "The bureau counted {herds} herds every month of 2010",
        "Every week the bureau counted {herds} herds",
        "The bureau counted fewer than {herds} herds",
        "The bureau counted twice {herds} herds",
        "The bureau counted one in {herds} herds",
        "In 2009 the bureau counted {herds} herds",
        "The bureau counted {herds} herds in 2008",
        "The bureau never counted the {herds} herds",
        "The bureau did not count {herds} herds",
        "It is a lie that there were {herds} herds",
        "The bureau may have counted {herds} herds",
        "The bureau will count {herds} herds",
        "The herds fell from {herds-2009} to {herds}",
        "The herds grew from {herds} to {herds-2009}",
        "From {herds-2008} the herds went down to {herds}",
        "The bureau counted {herds} largest herds",
        "Of {goats} goats, {herds} were herds",
        "The bureau counted {herds} herds, more than the {goats} goats",
    ],
)
def test_a_sentence_that_bends_its_facts_is_told(words: str) -> None:
    assert statement(words) == ["C026"]


@pytest.mark.parametrize(
    "words",
    [
        "In 2010 the bureau counted {herds} herds",
        "The bureau counted {herds} herds, up from {herds-2009} the year before 2010",
        "The bureau counted {herds-2009} herds in 2009 and {herds} in 2010",
        "The herds grew from {herds-2009} to {herds}",
        "Only {herds} herds were counted, and nobody asked the shepherds",
        "There were no wells; there were {herds} herds",
        "Of {shepherds} shepherds, {walking} walked",
        "There were {goats} goats, more than the {herds} herds",
        "I never lived there, and I know of {herds} herds",
        "The bureau counts no more: {herds} herds are enough",
    ],
)
def test_an_honest_sentence_passes(words: str) -> None:
    assert statement(words) == []


def test_in_the_notes_it_is_a_warning() -> None:
    assert codes("statement: There were {herds} herds\n    notes: I counted twice {herds} herds.") == ["C027"]


@pytest.mark.parametrize(
    ("title", "wanted"),
    [("The herds became fewer and fewer", ["C026"]), ("Herds collapsed in a year", ["C026"]), ("The herds grew", [])],
)
def test_a_title_over_a_chart_tells_the_way_of_its_values(title: str, wanted: list[str]) -> None:
    assert codes(f"title: {title}\n    chart: columns\n    facts: [herds-2009, herds]") == wanted


@pytest.mark.parametrize(
    ("keys", "wanted"),
    [
        ("number: herds\n    caption: herds counted a day", ["C026"]),
        ("number: herds\n    caption: herds that the bureau never counted", ["C026"]),
        ("number: herds\n    caption: herds counted", []),
        ('chart: columns\n    unit: things\n    facts: {"2010": herds-2009, "2009": herds}', ["C026", "C026"]),
        ("chart: columns\n    unit: things\n    facts: {wells: herds, herds: wells-2010}", ["C026", "C026"]),
        ("chart: columns\n    unit: things\n    facts: {herds: herds, wells: wells-2010}", []),
    ],
)
def test_a_label_is_read_with_its_number(keys: str, wanted: list[str]) -> None:
    assert codes(f"title: A headline\n    {keys}") == wanted


_FISHING = """
fishing: {says: The council prohibited fishing in 2010, show: prohibited fishing, source: bureau, kind: primary,
  post: first, exact: prohibited fishing}
market: {says: The new market is open two days a week, show: two days a week, source: bureau, kind: primary,
  post: first, exact: two days a week}
"""


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("Fishing there is allowed: {fishing}", []),  # another clause
        ("The council allowed what is {fishing}", ["C026"]),
        ("What the council has forbidden is {fishing}", []),
        ("The youngest of all markets is open {market}", []),  # which is no other word for a new one
        ("All year it is open {market}", []),
    ],
)
def test_a_contrary_word_is_told_and_one_that_means_the_same_is_not(words: str, wanted: list[str]) -> None:
    _, report = built(talk(f"  - statement: '{words}'\n    notes: Some words."), facts=_FISHING)
    assert [one.code for one in report.diagnostics if one.code == "C026"] == wanted


def test_a_sentence_of_very_many_references_is_read_to_its_end() -> None:
    many = ", ".join(["{herds} herds"] * 45)
    assert statement(f"There were {many}") == []
    assert statement(f"There were {many} a week") == ["C026"]
