"""C350: a title says something."""

import pytest

from talkbuilder.checks.topic_title import says_something
from tests.cases import TALK, diagnostics, talk


@pytest.mark.parametrize(
    "title", ["Schools and teachers", "Statistics of 2010", "Our water", "The people", "Next steps", "Women and girls"]
)
def test_a_subject_alone_says_nothing(title: str) -> None:
    assert not says_something(title)


@pytest.mark.parametrize(
    "title",
    [
        "Silence protects wrong",
        "Police opened more",
        "Who pays?",
        "5 wells",
        "We can",
        "They’re not alone",
        "Three: one",
    ],
)
def test_a_verb_a_figure_and_a_question_do(title: str) -> None:
    assert says_something(title)


def test_of_long_titles_nobody_can_tell() -> None:
    assert says_something("The long and dusty history of the village")


def codes(slide: str, head: str = "") -> list[str]:
    quotes = "rain: {text: it is over, speaker: example-person, post: example-post}\n"
    found = diagnostics({TALK: head + talk(slide), "assets/quotes.yaml": quotes}, titles=True)
    return [one.code for one in found if one.code == "C350"]


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("bullets: [Rain]\n  cite: [rain]", ["C350"]),
        ("quote: rain", []),
        ("ask: example-action", []),
        ("blank: Nothing", []),
    ],
)
def test_kinds_that_say_something_themselves_need_no_claim(kind: str, expected: list[str]) -> None:
    assert codes(f"- title: Our water\n  {kind}\n  notes: N.\n") == expected


def test_other_languages_are_left_alone() -> None:
    assert codes("- title: Unser Wasser\n  bullets: [Regen]\n  cite: [rain]\n  notes: N.\n", "language: de\n") == []
