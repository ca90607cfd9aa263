"""Who says something, and who does not say it, or says nothing of it."""

import pytest

from talkbuilder.talk.claims import claims


def said(text: str) -> list[str]:
    return [one.words for one in claims(text) if one.sort == "saying"]


@pytest.mark.parametrize(
    "text",
    [
        "Some shepherds wouldn’t testify.",
        "The clerks didn't ever report it.",
        "The report doesn’t say.",
        "The almanac doesn’t say whether it rained.",
        "The bureau never said why.",
        "The clerk didn’t tell us how it went.",
        "The papers wrote nothing about it.",
        "The almanac says nothing of wells.",
        "The mayor said not a word.",
    ],
)
def test_who_is_silent_says_nothing(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The bureau didn’t deny that they stole.",
        "The bureau never admitted it.",
        "The clerk wouldn’t confirm it.",
        "The almanac doesn’t say that it rained but that it snowed.",
        "The almanac doesn’t tell us that it rained.",
        "The bureau never wrote, that it was so.",
        "The bureau didn’t say so until the herds were gone.",
        "The mayor says nothing but that all is well.",
        "The mayor says nothing changed.",
        "The mayor says nothing of it is true.",
        "The mayor said not a word of that was true.",
        "The shepherds testified.",
        "The bureau says so.",
    ],
)
def test_who_denies_admits_or_says_it_says_something(text: str) -> None:
    assert len(said(text)) == 1
