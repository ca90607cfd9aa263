"""Ids: what can name something, and the id that is nearest to a title."""

import re

import pytest

from talkbuilder.source.ids import PATTERN, as_id, is_id


@pytest.mark.parametrize("text", ["a", "7", "gate-of-almaty", "tip-2011"])
def test_small_letters_digits_and_single_hyphens_are_an_id(text: str) -> None:
    assert is_id(text)
    assert re.search(PATTERN, text)


@pytest.mark.parametrize("text", ["", "-a", "a--b", "A", "ä", "a\n"])
def test_anything_else_is_none(text: str) -> None:
    assert not is_id(text)


@pytest.mark.parametrize(("text", "id"), [("Gate of Almaty!", "gate-of-almaty"), ("  2010: ", "2010"), ("…", "")])
def test_of_a_text_an_id_keeps_letters_and_digits(text: str, id: str) -> None:
    assert as_id(text) == id
    assert not id or is_id(id)
