"""C312: survivors have a voice."""

import pytest

from tests.checks.worded import told


@pytest.mark.parametrize(
    ("notes", "words"),
    [
        ("We give the survivors a voice.", "give the survivors a voice"),
        ("The voiceless wait.", "The voiceless"),
        ("Speak up for those who cannot speak.", "Speak up for those who cannot speak"),
        ("“Go out” (Luke 2:15). The voiceless wait.", "The voiceless"),
        ("The voiceless wait (Luke 2:15).", "The voiceless"),
        ("“The voiceless wait” (Almanac 2:15).", "The voiceless"),
    ],
)
def test_a_voice_that_is_lent_is_told(notes: str, words: str) -> None:
    assert told(notes) == [("C312", words)]


@pytest.mark.parametrize(
    "notes",
    [
        "Her voice was low.",
        "She is the voice of the news.",
        "They have a voice and use it.",
        "Leave a voice mail for them.",
        "“Speak up for those who cannot speak” (Proverbs 31:8).",
        "So says Proverbs 31:8, “Speak out for those who cannot speak”.",
        "{own: “Be a voice for the voiceless” (Proverbs 31:8)}.",
    ],
)
def test_what_is_meant_otherwise_is_left_alone(notes: str) -> None:
    assert told(notes) == []
