"""assets/words.yaml: a word and how it is said."""

import pytest

from tests.cases import diagnostics
from tests.corpora.tables import from_table


def codes(text: str) -> list[str]:
    return [one.code for one in diagnostics({"assets/words.yaml": text})]


@pytest.mark.parametrize(
    "text", ["Almaty: al-MAH-tee\n", "Ust-Kamen: oost-ka-MEN\n", "Алматы: al-MAH-tee\n", "O’Hara: oh-HAH-rah\n", ""]
)
def test_a_word_is_written_as_the_notes_write_it(text: str) -> None:
    assert codes(text) == []


@from_table
def test_what_is_no_word_or_no_help_is_told(text: str, code: str) -> None:
    assert codes(text) == [code]
