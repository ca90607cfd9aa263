"""Names: where every word has a capital, and where none has."""

import pytest

from talkbuilder.geo.gazetteer import is_place
from talkbuilder.talk.capitals import is_institution, names


def named(text: str) -> list[str]:
    return [text[start:end] for start, end in names(text, is_place)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Umbetov carried the keys.", ["Umbetov"]),
        ("Bread is cheap there.", []),
        ("Almaty is green.", []),
        ("My friend oksana left.", ["oksana"]),
        ("My friend lives there.", []),
        ("A friend asked my neighbor xxxxxxx xxxx the goats.", []),
        ("My neighbor xxxxxxx left, and my friend oksana came.", ["oksana"]),
        ("What Umbetov Kept From Everybody", ["Umbetov Kept From Everybody"]),
        ("What Every Shepherd Keeps From Winter", []),
        ("What the United Nations found", ["Nations"]),
        ("WHAT UMBETOV KEPT", ["WHAT UMBETOV KEPT"]),
        ("I-94 was closed.", []),
    ],
)
def test_a_name_is_a_word_with_a_capital_or_one_that_english_does_not_have(text: str, found: list[str]) -> None:
    assert named(text) == found


def test_an_institution_is_told_from_a_person() -> None:
    assert is_institution("Ministry of Goats")
    assert not is_institution("Anna Weber")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A priest went past, and so did a Levite.", []),
        ("There a Pharisee prayed aloud.", []),
        ("Then two Sadducees came along.", []),
        ("And the Philistines had a giant.", []),
        ("There a Gentile may sit down too.", []),
        ("Even a Quaker can stop, and an Episcopalian.", []),
        ("The road from Judea to Samaria was steep.", []),
        ("The man was called Leviter.", ["Leviter"]),
        ("So did a Rotarian.", ["Rotarian"]),
        ("The Levite Foundation was there.", ["Foundation"]),
        ("There Anna Levite stood.", ["Anna"]),
        ("Then Mr. Levite came.", ["Levite"]),
        ("The Quaker Bank was closed.", ["Bank"]),
        ("So did an Umbetov.", ["Umbetov"]),
    ],
)
def test_a_class_of_people_is_no_name_and_who_is_called_so_is_one(text: str, found: list[str]) -> None:
    assert named(text) == found


@pytest.mark.parametrize(
    ("heading", "found"),
    [
        ("What Bees Teach Us", []),
        ("The Garden That Taught Me", []),
        ("A Garden Behind the Gym", []),
        ("How We Kept the Bees Alive", []),
        ("Bread for the Journey", []),
        ("A Letter to Svetlana", ["Svetlana"]),
        ("Judge Baker and the Herds", ["Judge Baker and the Herds"]),
        ("At Hope House", ["Hope House"]),
        ("Ruth and the Bees", ["Ruth and the Bees"]),
        ("Frank and Ivy", ["Frank and Ivy"]),
        ("Mark and Bill", ["Mark and Bill"]),
        ("He met Baker", ["Baker"]),
        ("A Visit to Baker.", ["Visit", "Baker"]),
        ("The Kennedy File", ["Kennedy File"]),
    ],
)
def test_in_a_heading_with_capitals_everywhere_only_words_tell_a_name(heading: str, found: list[str]) -> None:
    assert named(heading) == found
