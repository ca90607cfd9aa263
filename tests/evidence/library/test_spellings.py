"""All spellings of a name have a form in common, and other names have not."""

import pytest

from talkbuilder.evidence.library.spellings import spelled
from tests.corpora.tables import from_table

OTHER = [("Tamara", "Tamar"), ("Sofia", "Sonia"), ("Walter", "Water"), ("Anna", "Ana Maria"), ("Peter", "Petra")]


@from_table
def test_a_name_is_known_however_it_is_spelled(one: str, other: str) -> None:
    assert spelled(one) & spelled(other)


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_another_name_is_another(one: str, other: str) -> None:
    assert not spelled(one) & spelled(other)


@pytest.mark.parametrize("nothing", ["", "-", "'", "12", "—"])
def test_what_is_no_word_has_no_form_to_be_taken_for_a_name(nothing: str) -> None:
    assert not {"tamara", "a"} & spelled(nothing)
