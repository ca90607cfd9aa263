"""C103: a talk that takes less than 85 % of its time is told so."""

import pytest

from talkbuilder.diagnostics import Diagnostic
from tests.cases import EVENTS, TALK, diagnostics

REST = 4 + 4  # the cover and the opening of the part, of no words
LEAST = 0.85 * 600 - REST


def faults(seconds: float, more: str = "", **files: str) -> list[Diagnostic]:
    """What is reported of a slide of so many seconds in 10 minutes."""
    outline = (
        "talk: A talk\nspeaker: A speaker\nminutes: 12\nquestions: 2\nsections:\n- section: Part\n  slides:\n"
        f"  - {{title: A, ask: example-action, minutes: {seconds / 60}, priority: must}}\n{more}"
    )
    others = {f"talks/{name}.yaml": text for name, text in files.items()}
    return [one for one in diagnostics({TALK: outline, **others}, timing=True) if one.code == "C103"]


@pytest.mark.parametrize(("seconds", "count"), [(LEAST + 0.1, 0), (LEAST - 0.1, 1), (0, 1)])
def test_85_percent_of_the_time_is_enough(seconds: float, count: int) -> None:
    assert len(faults(seconds)) == count


def test_it_is_told_at_the_talk_with_both_times() -> None:
    (fault,) = faults(100)
    assert (fault.message, fault.place) == ("the talk takes 1:48 of 10:00", (TALK, 1, 7))


@pytest.mark.parametrize("key", ["priority: extra", "only: [youth]"])
def test_slides_of_other_editions_do_not_silence_it(key: str) -> None:
    more = f"  - {{title: B, ask: example-action, minutes: 9, {key}}}\n"
    assert len(faults(100, more)) == 1


def test_an_edition_that_had_to_leave_out_much_is_told_so_too() -> None:
    more = "  - {title: B, ask: example-action, priority: should, minutes: 9}\n"
    booking = "evening: {talk: talk, date: 2027-05-14, minutes: 12}\n"
    (fault,) = faults(100, more, events=booking)
    assert fault.place == (EVENTS, 1, 1)
    assert fault.hint.startswith("'B' (9:00) has no room: make two slides of it")


@pytest.mark.parametrize(("minutes", "is_told"), [(6, False), (12, False), (20, True)])
def test_spare_slides_are_advised_only_where_they_would_join(minutes: int, is_told: bool) -> None:
    booking = f"evening: {{talk: talk, date: 2027-05-14, minutes: {minutes}}}\n"
    (fault,) = faults(100, events=booking)
    assert ("priority: extra" in fault.hint) == is_told


def test_a_talk_of_which_a_slide_cannot_be_read_may_be_shorter() -> None:
    assert faults(100, "  - {title: B, ask: no-such-action, minutes: 9}\n") == []
    assert faults(100, "  - {title: B, aks: example-action}\n") == []
