"""Reasons that are some, and marks that nobody could know."""

import pytest

from talkbuilder.talk.own_knowledge import flaw_of_reason, is_grave, is_of_others


@pytest.mark.parametrize(
    "reason", ["I was there", "I counted them myself", "my sister keeps goats", "she told me so at supper"]
)
def test_a_reason_tells_how_the_speaker_knows(reason: str) -> None:
    assert flaw_of_reason(reason) == ""


@pytest.mark.parametrize(
    "reason",
    [
        "",
        "x",
        "...",
        "a list",
        "everybody knows that",
        "nobody told me",
        "I made it up",
        "I am sure of it",
        "I read it",
        "trust me on this",
    ],
)
def test_what_could_be_said_of_anything_is_no_reason(reason: str) -> None:
    assert "does not say" in flaw_of_reason(reason)


def test_an_institution_is_a_source_and_no_reason() -> None:
    assert "source" in flaw_of_reason("the Ministry of Goats counted them")


def test_what_an_institution_says_is_nobodys_own() -> None:
    assert is_of_others("the Ministry of Goats says so")
    assert is_of_others("The Ministry of Goats calls it a plague")
    assert not is_of_others("seventy years")


def test_what_was_done_to_people_is_grave() -> None:
    assert is_grave("Three were killed")
    assert not is_grave("Three cities")
