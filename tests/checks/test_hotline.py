"""C316, C354, C355, C356: a talk on trafficking shows where to turn to, whole, and last of all."""

import pytest

from tests.cases import TALK, diagnostics, talk
from tests.corpora.tables import from_table

HOTLINE = """
hotline: {do: Call, phone: 1-888-373-7888, text: "233733", message: HELP, poster: true, danger: emergency,
  verified_on: 2026-11-20}
emergency: {do: In danger, phone: "911"}
example-action: {do: Do it, url: example.org}
"""


def codes(outline: str, actions: str = HOTLINE) -> list[str]:
    return [one.code for one in diagnostics({TALK: outline, "assets/actions.yaml": actions}) if one.code == "C316"]


def slides(*notes: str, ask: str = "example-action") -> str:
    return talk(
        "".join(f"- {{title: Slide {at} is one, ask: {ask}, notes: '{one}'}}\n" for at, one in enumerate(notes))
    )


@from_table
def test_two_slides_that_tell_of_it_ask_for_a_number(told: str) -> None:
    assert codes(slides(told, told)) == ["C316"]
    assert codes(slides(told, "Nothing.")) == []


@from_table
def test_other_things_ask_for_none(told: str) -> None:
    assert codes(slides(told, told, told)) == []


@pytest.mark.parametrize("key", ["talk: On trafficking\n", "keywords: [trafficking]\n"])
def test_what_the_talk_is_called_is_enough(key: str) -> None:
    outline = talk()
    outline = outline.replace("talk: A talk\n", key) if key.startswith("talk") else key + outline
    assert codes(outline) == ["C316"]


@pytest.mark.parametrize("phone", ["+1 888 373 7888", "1-888-3737-888"])
def test_only_the_digits_are_compared(phone: str) -> None:
    actions = f"line: {{do: Call, phone: {phone!r}, verified_on: 2026-11-20}}\n"
    assert codes(slides("Trafficking.", "Trafficking.", ask="line"), actions) == []


@pytest.mark.parametrize("line", ["phone: 1-888-373-7889", "text: '233734'"])
def test_another_number_is_no_hotline(line: str) -> None:
    actions = f"line: {{do: Call, {line}, verified_on: 2026-11-20}}\n"
    assert codes(slides("Trafficking.", "Trafficking.", ask="line"), actions) == ["C316"]


def test_to_text_is_enough_and_other_countries_have_other_numbers() -> None:
    actions = "line: {do: Call, text: '233733', verified_on: 2026-11-20}\n"
    assert codes(slides("Trafficking.", "Trafficking.", ask="line"), actions) == []
    assert codes("language: en-GB\n" + slides("Trafficking.", "Trafficking.")) == []


ASK = "- {title: This is the number, ask: hotline, notes: NOTES}\n"
CLOSING = "closing: {title: Bye, ask: hotline, notes: Bye.}\n"


def codes_of_slide(outline: str, actions: str = HOTLINE) -> list[str]:
    found = diagnostics({TALK: outline, "assets/actions.yaml": actions})
    return [one.code for one in found if one.code in ("C354", "C355", "C356")]


def test_a_whole_hotline_that_the_closing_asks_for_is_fine() -> None:
    assert codes_of_slide(talk(ASK) + CLOSING) == []


@pytest.mark.parametrize(
    "closing", ["", "closing: {title: Bye, notes: Bye.}\n", CLOSING.replace("hotline", "emergency")]
)
def test_something_else_at_the_end_is_told(closing: str) -> None:
    slides = ASK + "- {title: Then that, ask: example-action, notes: N.}\n"
    assert codes_of_slide(talk(slides) + closing) == ["C356"]


def test_in_a_talk_of_something_else_it_may_stand_on_the_closing_alone() -> None:
    closing = CLOSING.replace("ask: hotline", "ask: hotline, again: false")
    cited = "- {title: One thing is so, quote: rain, notes: In danger call 911.}\n"
    assert codes_of_slide(talk(ASK + cited) + closing) == []


@pytest.mark.parametrize("priority", ["could"])
def test_a_hotline_that_may_be_left_out_is_told(priority: str) -> None:
    assert codes_of_slide(talk(ASK.replace("ask:", f"priority: {priority}, ask:")) + CLOSING) == ["C354"]


@from_table
def test_what_is_lacking_is_named(gone: str, lacks: str) -> None:
    assert gone in HOTLINE
    found = diagnostics({TALK: talk(ASK) + CLOSING, "assets/actions.yaml": HOTLINE.replace(gone, "")})
    assert [one.message for one in found if one.code == "C355"] == [f"the slide of the hotline lacks {lacks}"]


def test_911_may_be_said() -> None:
    actions = HOTLINE.replace("danger: emergency,", "")
    assert codes_of_slide(talk(ASK.replace("NOTES", "'In danger, call 911.'")) + CLOSING, actions) == []
