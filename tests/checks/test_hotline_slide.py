"""C354, C355, C356: the hotline stays, is told whole, and is the last thing on the screen."""

import pytest

from tests.cases import TALK, diagnostics, talk

HOTLINE = """
hotline: {do: Call, phone: 1-888-373-7888, text: "233733", message: HELP, poster: true, danger: emergency,
  verified_on: 2026-11-20}
emergency: {do: In danger, phone: "911"}
example-action: {do: Do it, url: example.org}
"""

ASK = "- {title: This is the number, ask: hotline, notes: NOTES}\n"
CLOSING = "closing: {title: Bye, ask: hotline, notes: Bye.}\n"


def codes(outline: str, actions: str = HOTLINE) -> list[str]:
    found = diagnostics({TALK: outline, "assets/actions.yaml": actions})
    return [one.code for one in found if one.code in ("C354", "C355", "C356")]


def test_a_whole_hotline_that_the_closing_asks_for_is_fine() -> None:
    assert codes(talk(ASK) + CLOSING) == []


@pytest.mark.parametrize(
    "closing", ["", "closing: {title: Bye, notes: Bye.}\n", CLOSING.replace("hotline", "emergency")]
)
def test_something_else_at_the_end_is_told(closing: str) -> None:
    slides = ASK + "- {title: Then that, ask: example-action, notes: N.}\n"
    assert codes(talk(slides) + closing) == ["C356"]


@pytest.mark.parametrize("priority", ["should", "could"])
def test_a_hotline_that_may_be_left_out_is_told(priority: str) -> None:
    assert codes(talk(ASK.replace("ask:", f"priority: {priority}, ask:")) + CLOSING) == ["C354"]


@pytest.mark.parametrize(
    ("gone", "lacks"),
    [
        ("phone: 1-888-373-7888, ", "a number to call"),
        ('text: "233733", ', "a number to text"),
        ("message: HELP, ", "what to text"),
        ("danger: emergency,", "911 for danger"),
    ],
)
def test_what_is_lacking_is_named(gone: str, lacks: str) -> None:
    assert gone in HOTLINE
    found = diagnostics({TALK: talk(ASK) + CLOSING, "assets/actions.yaml": HOTLINE.replace(gone, "")})
    assert [one.message for one in found if one.code == "C355"] == [f"the slide of the hotline lacks {lacks}"]


def test_911_may_be_said() -> None:
    actions = HOTLINE.replace("danger: emergency,", "")
    assert codes(talk(ASK.replace("NOTES", "'In danger, call 911.'")) + CLOSING, actions) == []


def test_a_talk_without_a_hotline_has_nothing_to_show() -> None:
    assert codes(talk()) == []
