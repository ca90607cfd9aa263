"""Patterns that are searched one by one find what they would find as alternatives of one."""

import re

from hypothesis import given
from hypothesis import strategies as st

from talkbuilder.talk.leftmost import leftmost

PATTERNS = ("ab?", "b+", "abc", "(?<!a)c", "a(?=c)")


@given(st.text("abc ", max_size=20), st.permutations(PATTERNS))
def test_what_is_found_is_what_alternatives_find(text: str, patterns: list[str]) -> None:
    found = [one.span() for one in leftmost([(re.compile(one), text) for one in patterns])]
    assert found == [one.span() for one in re.finditer("|".join(f"(?:{one})" for one in patterns), text)]


def test_each_is_searched_for_in_its_own_form_of_the_text() -> None:
    found = leftmost([(re.compile("Mill"), "The Mill, the mill"), (re.compile("the"), "the mill, the mill")])
    assert [one[0] for one in found] == ["the", "Mill", "the"]


def test_no_pattern_finds_nothing() -> None:
    assert not list(leftmost([]))
