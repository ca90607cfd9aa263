"""C319: a suicide is told without how and where, and with a number to call."""

import pytest

from tests.checks.worded import faults, told

CALL = " Call or text 988."


@pytest.mark.parametrize(
    ("notes", "words"),
    [
        ("She died by suicide, from a bridge.", ["bridge"]),
        ("She took her own life. It was a rope.", ["rope"]),
        ("He jumped to his death.", ["jumped to"]),
        ("She died by suicide.", []),
    ],
)
def test_how_and_where_are_told_though_the_number_is_there(notes: str, words: list[str]) -> None:
    assert told(notes + CALL) == [("C319", one) for one in words]


@pytest.mark.parametrize("notes", ["She died by suicide.", "She died by suicide. Call 9888."])
def test_a_slide_without_the_number_is_told_at_the_deed(notes: str) -> None:
    assert told(notes) == [("C319", "suicide")]


def test_the_number_may_stand_on_the_slide_itself() -> None:
    assert faults("", "- {title: Call or text 988, ask: example-action, notes: She died by suicide.}\n") == []


def test_how_on_the_slide_and_the_deed_in_its_notes_belong_together() -> None:
    slide = "- {title: The bridge, ask: example-action, notes: He died by suicide. Call 988.}\n"
    (fault,) = faults("", slide)
    assert fault.message.startswith("“bridge” tells how or where")


def test_another_slide_may_show_a_bridge() -> None:
    first = "- {title: He is missed, ask: example-action, notes: He died by suicide. Call 988.}\n"
    assert faults("", f"{first}- {{title: The bridge, ask: example-action, notes: A bridge.}}\n") == []


@pytest.mark.parametrize(
    "notes", ["Political suicide, from a roof.", "A suicide bomber on a train.", "He took his life back, with a rope."]
)
def test_what_is_no_suicide_is_left_alone(notes: str) -> None:
    assert told(notes) == []
