"""E150, E151, E152: what is known only second hand says so, and all of one voice in one way."""

from tests.cases import diagnostics
from tests.corpora.tables import from_table

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


@from_table
def test_nothing_that_is_known_second_hand_is_a_primary_source(voice: str, kind: str, expected: list[str]) -> None:
    assert codes(voice, kind) == expected


@from_table
def test_a_quotation_may_not_say_otherwise_than_its_voice(voice: str, quote: str, expected: list[str]) -> None:
    assert codes(voice, quote=quote) == expected


@from_table
def test_the_voices_of_one_person_in_a_post_are_alike(first: str, second: str, expected: list[str]) -> None:
    assert codes(first, more=f", {{who: miller, from: Now the, to: a market{second}}}") == expected
