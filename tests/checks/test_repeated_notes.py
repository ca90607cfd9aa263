"""C351: notes say something else than the slide."""

import pytest

from tests.cases import TALK, diagnostics, talk

SHOWN = "The village once had more wells than it needed"


def codes(shown: str, notes: str, kind: str = "bullets: ['SHOWN']\n  cite: [rain]") -> list[str]:
    slide = f"- title: It is short of water\n  {kind.replace('SHOWN', shown)}\n  notes: |\n    {notes}\n"
    quotes = f"rain: {{text: '{SHOWN}', speaker: example-person, post: example-post}}\n"
    found = diagnostics({TALK: talk(slide), "assets/quotes.yaml": quotes})
    return [one.code for one in found if one.code == "C351"]


@pytest.mark.parametrize(
    "notes", [f"{SHOWN.upper()}!", f"So I say it: {SHOWN.lower()}, and I mean it.", f"Once more. **{SHOWN}**."]
)
def test_the_same_words_are_told(notes: str) -> None:
    assert codes(SHOWN, notes) == ["C351"]


@pytest.mark.parametrize(
    "notes",
    [
        "You could fill a bucket behind each house.",
        "Once had the village more than it needed wells",
        "The village once had a market, and more wells than I could count.",
    ],
)
def test_other_words_are_not(notes: str) -> None:
    assert codes(SHOWN, notes) == []


def test_a_few_words_may_be_said_again_and_a_quotation_whole() -> None:
    assert codes("Seven wells then, five now", "Seven wells then, five now.") == []
    quotes = f"rain: {{text: '{SHOWN}, and {SHOWN.lower()}', speaker: example-person, post: example-post}}\n"
    slide = talk(f"- title: It is so\n  quote: rain\n  notes: {SHOWN}, and {SHOWN.lower()}.\n")
    assert "C351" not in [one.code for one in diagnostics({TALK: slide, "assets/quotes.yaml": quotes})]
