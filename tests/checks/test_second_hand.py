"""E150, E151, E152: what is known only second hand says so, and all of one voice in one way."""

import pytest

from tests.cases import diagnostics

PEOPLE = "example-person: {credit: Me, role: author}\nmiller: {credit: A miller, role: source}\n"
CODES = ("E150", "E151", "E152")
RUSSIAN = "translated: machine translation from Russian"


def codes(voice: str = "", kind: str = "secondary", quote: str = "", more: str = "") -> list[str]:
    """What is reported of a fact and a quotation in a voice of these keys."""
    voices = f"[{{who: miller, from: The village, to: seven wells{voice}}}{more}]"
    files = {
        "people": PEOPLE,
        "sources": f"example-post: {{title: A, date: 2026}}\nvillage: {{title: V, date: 2012, voices: {voices}}}\n",
        "facts": f"one: {{says: Seven wells, source: miller, kind: {kind}, post: village, exact: seven wells}}\n",
        "quotes": f"two: {{text: The village had, speaker: miller, post: village{quote}}}\n",
    }
    found = diagnostics({f"assets/{name}.yaml": text for name, text in files.items()})
    return [one.code for one in found if one.code in CODES]


@pytest.mark.parametrize(
    ("voice", "kind", "expected"),
    [
        ("", "primary", []),
        (", as_quoted: true", "primary", ["E151"]),
        (", summary: true", "primary", ["E151"]),
        (f", {RUSSIAN}", "primary", ["E151"]),
        (", translated: official translation from Russian", "primary", []),
        (", as_quoted: true", "opinion", []),
    ],
)
def test_nothing_that_is_known_second_hand_is_a_primary_source(voice: str, kind: str, expected: list[str]) -> None:
    assert codes(voice, kind) == expected


@pytest.mark.parametrize(
    ("voice", "quote", "expected"),
    [
        (f", {RUSSIAN}", "", []),
        (f", {RUSSIAN}", ", translated: false", ["E150"]),
        (f", {RUSSIAN}", ", translated: Machine translation from Russian", []),
        (f", {RUSSIAN}", ", translated: translation from Dutch", ["E150"]),
        (f", {RUSSIAN}, summary: true", ', translated: "summary, machine translation from Russian"', []),
        (f", {RUSSIAN}, summary: true", ', translated: "summary, translation from Russian"', ["E150"]),
        (f", {RUSSIAN}, summary: true", ", translated: machine translation from Russian", ["E150"]),
        (", summary: true", ", translated: translation from Dutch", ["E150"]),
    ],
)
def test_a_quotation_may_not_say_otherwise_than_its_voice(voice: str, quote: str, expected: list[str]) -> None:
    assert codes(voice, quote=quote) == expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (f", {RUSSIAN}", f", {RUSSIAN}", []),
        (f", {RUSSIAN}", "", ["E152"]),
        ("", ", as_quoted: true", ["E152"]),
        (", summary: true", ", translated: summary", []),
    ],
)
def test_the_voices_of_one_person_in_a_post_are_alike(first: str, second: str, expected: list[str]) -> None:
    assert codes(first, more=f", {{who: miller, from: Now the, to: a market{second}}}") == expected
