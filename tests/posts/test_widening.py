"""A part of a sentence keeps what limits it."""

from talkbuilder.posts.search.widening import widened
from tests.corpora.tables import from_table


def wide(text: str, part: str, most_words: int = 40) -> tuple[str, str]:
    """The part as it is widened, and what was kept by that."""
    at = text.index(part)
    found = widened(text, (0, len(text)), (at, at + len(part)), most_words)
    return text[found.start : found.end], found.kept


@from_table
def test_what_limits_the_words_is_taken_in(text: str, part: str, kept: str) -> None:
    assert wide(text, part) == (text, kept)


@from_table
def test_what_limits_other_words_is_left(text: str, part: str) -> None:
    assert wide(text, part) == (part, "")


def test_a_long_sentence_is_taken_in_as_far_as_its_limit() -> None:
    text = "If it rains, the mill stands still, and the miller sits in the yard and tells his old stories to the geese."
    assert wide(text, "the mill stands still", 8) == ("If it rains, the mill stands still", "If")
    assert wide(text, "the mill stands still", 5) == ("the mill stands still", "")


def test_no_word_of_another_voice_is_taken_in() -> None:
    text = "If he is right, the well is dry."
    found = widened(text, (16, len(text)), (20, 31), 40)
    assert text[found.start : found.end] == "well is dry"
