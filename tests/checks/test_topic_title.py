"""C350: a title says something."""

import pytest

from talkbuilder.checks.topic_title import says_something
from tests.cases import TALK, diagnostics, talk


@pytest.mark.parametrize(
    "title",
    [
        *("Schools and teachers", "Labor and law", "The victims’ stories", "Three reasons", "Shelters in the region"),
        *(
            "Statistics of 2010",
            "The shelter and its work",
            "Victims by country",
            "Bus stations at night",
            "Signs over the door",
        ),
        *("Women and girls", "Men at work", "Figures and facts", "People of the steppe", "Statistics", "Conclusion"),
        *(
            "Kazakhstan",
            "Our water",
            "Background",
            "The history of the village",
            "Overview",
            "Food and drink",
            "My work",
        ),
        *(
            "Some facts",
            "Geography of the steppe",
            "Culture",
            "A new capital",
            "The people",
            "Introduction",
            "Two rivers",
        ),
        *(
            "The economy today",
            "Important numbers",
            "Life in the city",
            "The road to Astana",
            "Human rights",
            "Next steps",
        ),
    ],
)
def test_a_subject_alone_says_nothing(title: str) -> None:
    assert not says_something(title)


@pytest.mark.parametrize(
    "title",
    [
        *("Children work in fields", "They drink tea first", "Silence protects the wrong people", "It takes one call"),
        *("Recruiters promise a salary", "The phone rings at night", "Passports vanish first", "Teachers earn little"),
        *("Truckers notice what others miss", "The capital glitters", "Buses carry the men south"),
        *("Guests sleep in the best bed", "Women lead these groups", "Fear keeps people quiet", "Wages went unpaid"),
        *(
            "The village has lost two wells",
            "Police opened more cases",
            "Nobody asked",
            "It began with a bus",
            "Who pays?",
        ),
        *(
            "More wells, less water",
            "Begin with what a shelter needs",
            "Water: a short supply",
            "Four in five left home",
        ),
        *(
            "5 wells are left",
            "One steppe, and one upheaval after another",
            "Nothing but grass",
            "I lived in both",
            "We can",
        ),
        *("They’re not alone", "You don't have to shout", "Almaty grew faster than Astana", "Ask before you give"),
        *("Somebody was told in time", "A warning can ride along on a train", "The papers are gone", "It isn't far"),
    ],
)
def test_a_claim_a_question_and_a_comparison_do(title: str) -> None:
    assert says_something(title)


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
