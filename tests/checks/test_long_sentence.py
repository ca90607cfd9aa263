"""C501: a sentence has 25 words at most, as they are said."""

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
