"""Languages by their tags: what is one, and which name the same language."""

import re

import pytest

from talkbuilder.source.languages import PATTERN, is_language, is_same_language


@pytest.mark.parametrize("tag", ["en-US", "kk-Cyrl-KZ", "es-419", "EN-us", "no"])
def test_a_tag_names_a_language_and_where_it_is_spoken(tag: str) -> None:
    assert is_language(tag)
    assert re.search(PATTERN, tag)


@pytest.mark.parametrize("text", ["English", "en_US", "en-", "e", "en-US\n"])
def test_anything_else_is_no_tag(text: str) -> None:
    assert not is_language(text)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("en-US", "en-GB", True), ("en", "EN-us", True), ("ru", "kk", False), ("en-US", "e", False)],
)
def test_a_language_is_the_same_wherever_it_is_spoken(one: str, other: str, same: bool) -> None:
    assert is_same_language(one, other) is same
