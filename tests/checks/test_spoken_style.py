"""C501, C502: sentences are made to be heard."""

import pytest

from tests.checks.worded import faults


def words(count: int) -> str:
    return "W" + " ".join(["well"] * count)[1:] + "."


@pytest.mark.parametrize(("notes", "count"), [(words(25), 0), (words(26), 1), (f"{words(20)} {words(20)}", 0)])
def test_a_sentence_of_more_than_25_words_is_told(notes: str, count: int) -> None:
    assert len(faults(notes)) == count


def test_figures_count_as_they_are_said() -> None:
    (fault,) = faults(f"Well {words(13)[:-1]} 64,213 and 64,213.")
    assert fault.message == "a sentence of 29 words"


def test_the_hint_says_where_it_could_end() -> None:
    text = (
        "We waited there for the bus with all of our bags in the rain, and then it came and was full "
        "and so we had to go on foot."
    )
    (fault,) = faults(text)
    assert fault.hint == "make two of it: the first could end after “bags in the rain”"
    assert faults(words(26))[0].hint == "make two of it"


TEXT = "We did not know the way. It is a long one. " + "So we went on and on until the sun was low. " * 8


def test_a_talk_without_any_is_told_once_at_the_first_that_could_be_shorter() -> None:
    (fault,) = [one for one in faults(TEXT) if one.code == "C502"]
    assert fault.span
    assert fault.span.source.text[fault.span.start : fault.span.end] == "did not"
    assert fault.message.startswith("no contraction in ")
    assert "2 could be short" in fault.hint


@pytest.mark.parametrize("said", ["That’s it.", "I'm here.", "They don’t."])
def test_one_is_enough(said: str) -> None:
    assert faults(TEXT + said) == []


def test_a_possessive_is_none() -> None:
    assert [one.code for one in faults(TEXT + "The dog’s bowl.")] == ["C502"]


def test_a_short_talk_may_do_without() -> None:
    assert faults(TEXT[:200]) == []
