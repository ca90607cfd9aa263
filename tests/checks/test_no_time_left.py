"""C008: questions that leave no time to speak."""

import pytest

from talkbuilder.diagnostics import Diagnostic
from tests.cases import TALK, diagnostics
from tests.sample import ASSETS, part, timed


def faults(minutes: int, questions: int) -> list[Diagnostic]:
    outline = timed(part("Part", "A must 60"), minutes=minutes, questions=questions)
    return [one for one in diagnostics({**ASSETS, TALK: outline}, timing=True) if one.code == "C008"]


@pytest.mark.parametrize("questions", [5, 9])
def test_questions_that_take_the_whole_slot_or_more_are_told_of(questions: int) -> None:
    (fault,) = faults(5, questions)
    assert fault.message == f"{questions} minutes of questions leave nothing of 5"


def test_a_minute_to_speak_is_enough() -> None:
    assert faults(5, 4) == []
