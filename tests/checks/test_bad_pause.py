"""C106: a pause is marked in digits."""

import pytest

from talkbuilder.diagnostics import Diagnostic
from tests.cases import TALK, diagnostics, talk


def faults(notes: str) -> tuple[Diagnostic, ...]:
    return diagnostics({TALK: talk(f"- title: A slide\n  ask: example-action\n  notes: {notes}\n")})


@pytest.mark.parametrize("mark", ["[pause 5]", "[Pause 2.5 s]", "[ pause  3 seconds ]"])
def test_a_pause_in_digits_is_no_fault(mark: str) -> None:
    assert faults(f"'Look. {mark} Well.'") == ()


@pytest.mark.parametrize("mark", ["[pause five]", "[pause 1:30]", "[pause 5 min]", "[pause: 5]"])
def test_a_pause_of_another_kind_is_told_where_it_stands(mark: str) -> None:
    (fault,) = faults(f"'Look. {mark} Well.'")
    assert (fault.code, fault.message) == ("C106", f"'{mark}' is not counted as a pause")
    assert fault.place == (TALK, 10, len("    notes: 'Look. ") + 1)
    assert fault.span is not None
    assert fault.span.source.text[fault.span.start : fault.span.end] == mark


def test_the_notes_of_the_talk_and_of_its_parts_are_read_too() -> None:
    outline = talk().replace("Good evening.", "'[pause a]'").replace("So.", "'[pause b]'")
    assert [(one.code, one.place[1]) for one in diagnostics({TALK: outline})] == [("C106", 3), ("C106", 6)]
