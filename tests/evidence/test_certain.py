"""Words that call something certain."""

import pytest

from talkbuilder.evidence.certain import called_certain


@pytest.mark.parametrize("text", ["It is certain", "Without any doubt", "As the office confirms", "It is not hearsay"])
def test_what_calls_something_certain_is_found(text: str) -> None:
    assert called_certain(f"{text} that it moved")


@pytest.mark.parametrize("text", ["She should know", "He ought to know", "and they would know", "who must know"])
def test_one_who_should_know_makes_it_certain(text: str) -> None:
    assert called_certain(f"It moved, {text}")


@pytest.mark.parametrize("text", ["Nobody has proved", "It is not certain", "Is it certain", "I am proud"])
def test_what_denies_that_is_not(text: str) -> None:
    assert not called_certain(f"{text} that it moved?")
