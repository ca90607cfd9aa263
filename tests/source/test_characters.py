"""Characters that can stand in no text."""

import pytest

from talkbuilder.diagnostics import Source, Span
from talkbuilder.source.characters import first_unprintable, unprintable, without_unprintable


@pytest.mark.parametrize("character", ["\0", "\x7f", "\ud800"])
def test_what_no_file_may_hold_is_found_and_named(character: str) -> None:
    assert first_unprintable(f"grass{character}") == 5
    assert without_unprintable(f"a{character}b") == "a b"
    fault = unprintable(character, Span(Source("talks/talk.yaml", character), 0, 1))
    assert (fault.code, fault.message) == ("E012", f"U+{ord(character):04X} cannot stand in a text")


@pytest.mark.parametrize("text", ["grass\tand\nwind\r", "\U0001f33e"])
def test_all_others_may_stand(text: str) -> None:
    assert first_unprintable(text) is None
