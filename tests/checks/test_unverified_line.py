"""C109: a telephone line was tried in the 90 days before the event."""

import pytest

from talkbuilder.diagnostics import Diagnostic
from tests.cases import EVENTS, TALK, diagnostics, talk
from tests.corpora.tables import from_table

ASK = "- title: Somebody answers\n  ask: line\n  notes: N.\n"
EVENT = "evening: {talk: talk, date: 2027-05-14}\n"


def faults(line: str, event: str = EVENT) -> list[Diagnostic]:
    return list(diagnostics({TALK: talk(ASK), EVENTS: event, "assets/actions.yaml": f"line: {{do: Call, {line}}}\n"}))


@from_table
def test_a_line_is_tried_in_the_90_days_before_the_event(verified: str, codes: list[str]) -> None:
    assert [one.code for one in faults(f"phone: 555-0100, verified_on: {verified}")] == codes


def test_it_is_told_where_the_slide_asks_and_is_a_warning() -> None:
    (fault,) = faults("phone: 555-0100, verified_on: 2027-02-12")
    assert fault.message == "'line' was last verified on February 12, 2027, and 'evening' is on May 14, 2027"
    assert fault.place == (TALK, 9, 10)
    assert not fault.is_error


@pytest.mark.parametrize("line", ["phone: 555-0100", "url: example.org, text: 555-0101"])
def test_a_line_that_nobody_ever_tried_is_told(line: str) -> None:
    assert [one.message for one in faults(line)] == ["'line' was never verified"]


@pytest.mark.parametrize("line", ["url: example.org", "recipient: Somebody, address: Far off"])
def test_what_is_no_telephone_line_need_not_be_tried(line: str) -> None:
    assert faults(line) == []


@from_table
def test_without_an_event_the_date_of_the_talk_counts(verified: str, date: str, codes: list[str]) -> None:
    found = diagnostics(
        {TALK: date + talk(ASK), "assets/actions.yaml": f"line: {{do: Call, phone: 555-0100{verified}}}\n"}
    )
    assert [one.code for one in found] == codes


@pytest.mark.parametrize("phone", ["'911'"])
def test_nobody_rings_for_an_ambulance_to_try_it(phone: str) -> None:
    assert faults(f"phone: {phone}") == []


def test_a_line_is_told_once_however_often_it_is_shown() -> None:
    slides = ASK + ASK.replace("Somebody answers", "Somebody listens")
    found = diagnostics({TALK: talk(slides), "assets/actions.yaml": "line: {do: Call, phone: 555-0100}\n"})
    assert [(one.code, one.place[1]) for one in found] == [("C109", 9)]
