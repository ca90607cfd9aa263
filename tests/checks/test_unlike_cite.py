"""C022: a slide and what it cites have a word or a figure in common."""

import pytest

from tests.sample import built, talk


def codes(keys: str) -> list[str]:
    _, report = built(talk(f"  - {keys}"))
    return [one.code for one in report.diagnostics if one.code == "C022"]


@pytest.mark.parametrize(
    "keys",
    [
        "statement: The grass was high over there\n    cite: [grass]",
        "statement: Rivers run down to the sea\n    cite: [grass]\n    notes: Think of grass.",
        "statement: Rivers run down to 88 seas\n    cite: [herds]",
        "title: Rivers run down to the sea\n    number: herds\n    cite: [herds-2009]",  # of one measure
        "statement: S\n    cite: [grass]",  # too short to tell
    ],
)
def test_what_shares_a_word_or_a_figure_passes(keys: str) -> None:
    assert codes(keys) == []


def test_what_shares_none_is_told_once_for_each_entry() -> None:
    assert codes("statement: Rivers run down to the sea\n    cite: [grass, herds]") == ["C022", "C022"]


@pytest.mark.parametrize(
    ("keys", "wanted"),
    [
        ("statement: There were camels in 2011 that witnesses told of\n    cite: [camels]", []),
        ("statement: There were 265 camels told of\n    cite: [camels]", []),
        ("title: Camels were there\n    bullets: [They were there in 2011, '{camels}']\n    cite: [camels]", []),
        ("statement: Supposedly there were some camels in that year\n    cite: [camels]", []),
        ("statement: The bureau counted the herds\n    cite: [herds]", []),
    ],
)
def test_what_a_slide_tells_again_is_no_worse(keys: str, wanted: list[str]) -> None:
    assert codes(keys) == wanted


def test_what_shares_a_word_with_the_entry_of_which_the_slide_is_made_passes() -> None:
    boats = "boats: {says: 'Nine boats crossed the misty lake', show: nine, value: 9, measure: vessels, as_of: 2012,"
    boats += " source: witness, kind: secondary, post: second, exact: crossed the lake}\n"
    carts = "carts: {says: Misty carts rolled, show: carts, source: witness, kind: secondary, post: second, exact: so}"
    for made, wanted in (("number: boats", []), ("statement: Nine vessels", ["C022"])):
        slide = f"  - title: Rivers run down to the sea\n    {made}\n    cite: [carts]"
        _, report = built(talk(slide), facts=boats + carts)
        assert [one.code for one in report.diagnostics if one.code == "C022"] == wanted


_BOATS = """
boats: {says: I was told that red boats crossed the lake by night, show: by night, source: witness, kind: hearsay,
  post: second, exact: crossed the lake by night}
"""


@pytest.mark.parametrize(
    ("statement", "wanted"),
    [
        ("Red boats crossed the lake by night", ["C022"]),
        ("Supposedly red boats crossed the lake by night", []),
        ("Red boats crossed the lake {boats}", []),  # which brings its hedge along
        ("There is a lake over there", []),
    ],
)
def test_hearsay_is_not_told_again_as_certain(statement: str, wanted: list[str]) -> None:
    _, report = built(talk(f"  - statement: '{statement}'\n    cite: [boats]"), facts=_BOATS)
    assert [one.code for one in report.diagnostics if one.code == "C022"] == wanted
