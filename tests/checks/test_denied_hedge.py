"""C029: what is only told or believed is not called certain."""

import pytest

from tests.sample import built, talk


def codes(keys: str) -> list[str]:
    _, report = built(talk(f"  - {keys}"))
    return [one.code for one in report.diagnostics if one.code in ("C027", "C029")]


@pytest.mark.parametrize(
    "words",
    [
        "Without any doubt there were {camels} camels",
        "It is certain that there were {camels} camels",
        "I was told of {camels} camels, and it turned out to be true",
        "The bureau confirmed that there were {camels} camels",
        "I can prove that there were {camels} camels",
    ],
)
def test_what_calls_hearsay_certain_is_told(words: str) -> None:
    assert codes(f"statement: {words}\n    notes: Some words.") == ["C029"]


@pytest.mark.parametrize(
    "words",
    [
        "Nobody has proved that there were {camels} camels",
        "It is not certain that there were {camels} camels",
        "Without any doubt there were {herds} herds",
        "I was told of {camels} camels",
    ],
)
def test_what_denies_that_or_is_certain_passes(words: str) -> None:
    assert codes(f"statement: {words}\n    notes: Some words.") == []


def test_a_title_speaks_of_all_under_it() -> None:
    assert codes("title: Checked and confirmed\n    bullets: ['{camels} camels']\n    notes: Some words.") == ["C029"]


def test_in_the_notes_it_is_a_warning() -> None:
    assert codes("statement: I was told of {camels} camels\n    notes: It is proved. {camels} came, no doubt.") == [
        "C027"
    ]


def test_what_is_without_a_doubt_is_denied_by_nothing_else() -> None:
    _, report = built(talk("  - statement: Without a doubt camels numbered {camels}\n    notes: Some words."))
    assert "C026" not in [one.code for one in report.diagnostics]
