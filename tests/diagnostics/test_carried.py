"""What a copy of the process found arrives as it was."""

import pytest
from msgspec import NODEFAULT, structs

from talkbuilder.diagnostics import Answer, Diagnostic, Source, Span
from talkbuilder.diagnostics.carried import carried, taken

OUTLINE, FACTS = Source("talks/talk.yaml", "talk: A talk\n"), Source("assets/facts.yaml", "wells: {}\n")
ANSWER = Answer("C001", "so it is", "Somebody", "2026-11-25", Span(OUTLINE, 0, 4))
FOUND = [
    Diagnostic("C001", "said “twice”", Span(OUTLINE, 6, 12), "say it once"),
    Diagnostic("C041", "a name", Span(FACTS, 0, 5), is_hidden=True),
    Diagnostic("C003", "no place", None, file="talks", is_elsewhere=True),
    Diagnostic("C001", "said twice", Span(OUTLINE, 6, 12), answer=ANSWER),
]


def test_all_that_was_found_arrives_with_the_very_same_sources() -> None:
    told = taken(carried(FOUND, (OUTLINE, FACTS)), (OUTLINE, FACTS))
    assert told == FOUND
    assert [one.span.source for one in told if one.span][1] is FACTS


def test_a_place_in_a_source_that_the_other_does_not_know_cannot_be_carried() -> None:
    with pytest.raises(KeyError):
        carried(FOUND, (OUTLINE,))


def test_no_field_is_left_behind() -> None:
    for field in structs.fields(Diagnostic):
        if field.default is not NODEFAULT:
            assert any(getattr(one, field.name) != field.default for one in FOUND), field.name
