"""Verses with their place are of the Bible, and what only looks like one is not."""

import pytest

from talkbuilder.talk.scripture import is_translation, verse_of, verses


@pytest.mark.parametrize(
    "marked",
    [
        "“Go out” (Luke 4:18)",
        "“Go out.” (1 Corinthians 13:4–7)",
        "“Go out” – Amos 5:24",
        "Psalm 23:1: “Go out”",
        "“Go out” (Isaiah 42:3a)",
        '"Go out" (Genesis\N{NO-BREAK SPACE}1:3, 5)',
    ],
)
def test_a_verse_stands_with_its_place(marked: str) -> None:
    assert verse_of(marked).startswith("Go out")


@pytest.mark.parametrize(
    "marked",
    [
        "“Go out”",
        "Go out (Luke 4:18)",
        "“Go out” (Luke)",
        "“Go out” (Luke 4)",
        "“Go out” (Almanac 4:18)",
        "“Go out” (Luke 25:1)",
        "“Go out” (Luke 0:1)",
        "“Go out”, the mayor says (Luke 4:18)",
        "“Go out” (Luke 4:18) and stay there",
    ],
)
def test_a_text_that_is_more_or_less_than_a_verse_is_none(marked: str) -> None:
    assert verse_of(marked) == ""


@pytest.mark.parametrize(
    "reason",
    ["New International Version", "NIV", "in the King James Version", "Bible", "my old Bible", "Good News Bible"],
)
def test_a_translation_is_known(reason: str) -> None:
    assert is_translation(reason)


@pytest.mark.parametrize(
    "reason",
    ["", "Version", "New York Times", "the State Department Bible", "International Herald", "the mayor’s Bible"],
)
def test_no_other_paper_is_a_translation(reason: str) -> None:
    assert not is_translation(reason)


def test_a_verse_is_found_in_a_text() -> None:
    text = "He read “Go out” (Luke 4:18), and went."
    assert [text[start:end] for start, end in verses(text)] == ["“Go out” (Luke 4:18)"]
