"""C316: a talk on trafficking in the United States shows where to turn to."""

import pytest

from tests.cases import TALK, diagnostics, talk

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


@pytest.mark.parametrize(
    "told",
    [
        *("It is human trafficking.", "People were trafficked.", "A trafficker came.", "Forced labor is near."),
        *(
            "There is forced labour.",
            "This is modern slavery.",
            "It is modern-day slavery.",
            "Sexual exploitation is real.",
        ),
        *(
            "TRAFFICKING is here.",
            "Labor exploitation happens.",
            "Drug trafficking is one thing, trafficking in people another.",
        ),
    ],
)
def test_two_slides_that_tell_of_it_ask_for_a_number(told: str) -> None:
    assert codes(slides(told, told)) == ["C316"]
    assert codes(slides(told, "Nothing.")) == []


@pytest.mark.parametrize(
    "told",
    [
        *("The traffic was heavy.", "Drug trafficking is a crime.", "Arms traffickers came.", "Slavery ended in 1865."),
        *(
            "They were forced to laugh.",
            "She labors.",
            "The exploitation of copper began.",
            "Wildlife trafficking hurts.",
        ),
    ],
)
def test_other_things_ask_for_none(told: str) -> None:
    assert codes(slides(told, told, told)) == []


@pytest.mark.parametrize(
    "key", ["talk: On trafficking\n", "subtitle: Human trafficking\n", "keywords: [trafficking]\n"]
)
def test_what_the_talk_is_called_is_enough(key: str) -> None:
    outline = talk()
    outline = outline.replace("talk: A talk\n", key) if key.startswith("talk") else key + outline
    assert codes(outline) == ["C316"]


@pytest.mark.parametrize("phone", ["1-888-373-7888", "+1 888 373 7888", "888-373-7888", "1-888-3737-888"])
def test_only_the_digits_are_compared(phone: str) -> None:
    actions = f"line: {{do: Call, phone: {phone!r}, verified_on: 2026-11-20}}\n"
    assert codes(slides("Trafficking.", "Trafficking.", ask="line"), actions) == []


@pytest.mark.parametrize("line", ["phone: 1-888-373-7889", "phone: 555-0100", "text: '233734'"])
def test_another_number_is_no_hotline(line: str) -> None:
    actions = f"line: {{do: Call, {line}, verified_on: 2026-11-20}}\n"
    assert codes(slides("Trafficking.", "Trafficking.", ask="line"), actions) == ["C316"]


def test_to_text_is_enough_and_other_countries_have_other_numbers() -> None:
    actions = "line: {do: Call, text: '233733', verified_on: 2026-11-20}\n"
    assert codes(slides("Trafficking.", "Trafficking.", ask="line"), actions) == []
    assert codes("language: en-GB\n" + slides("Trafficking.", "Trafficking.")) == []
