"""assets/words.yaml: a word and how it is said."""

import pytest

from tests.cases import diagnostics


def codes(text: str) -> list[str]:
    return [one.code for one in diagnostics({"assets/words.yaml": text})]


@pytest.mark.parametrize(
    "text", ["Almaty: al-MAH-tee\n", "Ust-Kamen: oost-ka-MEN\n", "Алматы: al-MAH-tee\n", "O’Hara: oh-HAH-rah\n", ""]
)
def test_a_word_is_written_as_the_notes_write_it(text: str) -> None:
    assert codes(text) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("A_b: x\n", "E010"),
        ("Almaty!: x\n", "E010"),
        ("Almaty:\n", "E009"),
        ("Almaty: [a, b]\n", "E004"),
        ("Almaty: {says: x}\n", "E004"),
        ("- Almaty\n", "E004"),
        ("Almaty: al-MAH-tee\nAlmaty: al-mah-TEE\n", "R008"),
    ],
)
def test_what_is_no_word_or_no_help_is_told(text: str, code: str) -> None:
    assert codes(text) == [code]
