"""What goes before what among entries that all have something of a question."""

import pytest

from talkbuilder.posts.search.entries import Searchable, rank
from talkbuilder.posts.search.terms import ways_to_ask


def entry(
    text: str, named: str = "", value: float | None = None, year: int | None = None, counted: str = ""
) -> Searchable:
    return Searchable("fact", text, "", text, "", "", "", named, counted, value, year)


def first(question: str, *entries: Searchable) -> str:
    """The text of the entry that goes first, among some that have nothing of the question."""
    strangers = [entry(f"{word} under the hill") for word in ("Rye", "Barley", "Oats", "Wheat")]
    found = [*entries, *strangers]
    asked = ways_to_ask(tuple(question.split()))[0]
    return found[rank(asked, question, found)[0].number].text


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize(
    ("question", "better", "other"),
    [
        ("organizing", entry("They went on organizing"), entry("They went on, organized")),
        ("assist", entry("The miller can assist"), entry("The miller can help")),
        (
            "bridge",
            entry("The bridge", "bridge"),
            entry("The bridge", "bridge miller", counted="carts on festive days"),
        ),
        ("sheep 2010", entry("Sheep in 2010", year=2010), entry("Sheep, not those of 2010", year=2009)),
        ("82 sheep", entry("Sheep 82 so", "here", 82.0), entry("Sheep 82 or", "", 59.0)),
        ("how many sheep", entry("Sheep by count", value=7.0), entry("Sheep by nobody")),
        ("sent home", entry("Somebody was repatriated"), entry("Somebody sent a letter")),
    ],
)
def test_the_better_one_goes_first(question: str, better: Searchable, other: Searchable, turned: bool) -> None:
    entries = (other, better) if turned else (better, other)
    assert first(question, *entries) == better.text
