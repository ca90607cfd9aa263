"""Events: what events.yaml may hold, and what becomes of it."""

import pytest
from msgspec import structs

from talkbuilder.diagnostics import Report
from talkbuilder.source.events import EVERYDAY, Event, Occasion, upcoming
from talkbuilder.source.fields import Broken
from talkbuilder.stages.read import read_events
from tests.bookings import TALK
from tests.corpora.tables import from_table
from tests.memory import MemoryProject

WHOLE = """evening:
  talk: talk
  date: 2027-05-14
  place: The town library
  minutes: 20
  questions: 5
  audience: youth
  language: en-GB
  aspect: "4:3"
  contact: Ann, 555-0199
  runs: worship
  cover: Reading week
"""


def read(events: str, *talks: str) -> tuple[dict[str, Event | Broken], Report]:
    report = Report()
    files = {f"talks/{name}.yaml": TALK for name in talks or ("talk",)}
    return read_events(MemoryProject({**files, "talks/events.yaml": events}), report), report


def one(events: str) -> Event:
    found, report = read(events)
    assert report.diagnostics == ()
    (event,) = found.values()
    assert isinstance(event, Event)
    return event


def faults(events: str, *talks: str) -> list[tuple[str, int, int]]:
    return [(fault.code, *fault.place[1:]) for fault in read(events, *talks)[1].diagnostics]


def test_every_key_of_a_booking_is_read() -> None:
    event = one(WHOLE)
    texts = (event.talk, event.date, event.place, event.audience, event.language, event.contact, event.cover)
    assert [text.value for text in texts if text] == [
        *("talk", "2027-05-14", "The town library", "youth", "en-GB", "Ann, 555-0199", "Reading week")
    ]
    assert (event.id, event.minutes, event.questions, event.aspect, event.runs) == ("evening", 20, 5, "4:3", "worship")


def test_a_booking_needs_its_talk_and_its_day() -> None:
    event = one("evening: {talk: talk, date: 2027-05-14}\n")
    optional = (event.place, event.minutes, event.questions, event.audience, event.language, event.aspect)
    assert {*optional, event.contact, event.runs, event.cover} == {None}
    assert faults("evening: {place: Here}\n") == [("E003", 1, 1), ("E003", 1, 1)]


@pytest.mark.parametrize("day", ["2027-02-30", "2027-05", "2027-5-14"])
def test_a_day_is_one_that_the_calendar_has(day: str) -> None:
    found, report = read(f"evening:\n  talk: talk\n  date: {day}\n")
    (fault,) = report.diagnostics
    assert (fault.code, fault.place[1:]) == ("E013", (3, 9))
    assert isinstance(found["evening"], Broken)


def test_a_talk_that_is_not_there_is_told_with_the_nearest() -> None:
    _, report = read("evening:\n  talk: wnid\n  date: 2027-05-14\n", "grass", "wind")
    (fault,) = report.diagnostics
    assert (fault.code, fault.message, fault.hint) == ("E001", "no talk 'wnid'", "did you mean 'wind'?")
    assert fault.place == ("talks/events.yaml", 2, 9)


@from_table
def test_a_key_that_cannot_be_used_is_told_where_it_stands(line: str, code: str) -> None:
    ((found, row, _),) = faults(f"evening:\n  talk: talk\n  date: 2027-05-14\n  {line}\n")
    assert (found, row) == (code, 4)


@from_table
def test_the_line_for_the_cover_says_where_and_when(keys: str, line: str) -> None:
    assert one(f"evening: {{{keys}talk: talk, date: 2027-05-14}}\n").cover_line("May 14, 2027") == line


def test_upcoming_events_begin_on_the_day_itself_the_next_one_first() -> None:
    days = {"c": "2027-05-14", "b": "2028-01-01", "a": "2027-05-14", "past": "2027-05-13", "far": "2027-12-31"}
    found, _ = read("".join(f"{id}: {{talk: talk, date: {day}}}\n" for id, day in days.items()) + "broken: {}\n")
    assert [event.id for event in upcoming(found.values(), "2027-05-14")] == ["a", "c", "far", "b"]
    assert [event.id for event in upcoming(found.values(), "2028-01-02")] == []
    assert [event.id for event in upcoming(found.values(), "")] == ["past", "a", "c", "far", "b"]


def test_what_is_asked_for_goes_before_what_is_booked() -> None:
    event = one(WHOLE)
    assert (Occasion(event).listeners, Occasion(event, audience="church").listeners) == ("youth", "church")
    assert (Occasion(event).shape, Occasion(event, aspect="16:9").shape, EVERYDAY.shape) == ("4:3", "16:9", "16:9")
    assert EVERYDAY.listeners == ""


def test_files_carry_the_talk_and_its_edition_and_what_both_names_say_once() -> None:
    event = one(WHOLE)
    assert Occasion(event).file_name("wind") == "wind-evening"
    assert Occasion(event, minutes=20, audience="church", aspect="16:9").file_name("even") == (
        "even-evening-20min-church-16x9"
    )
    assert Occasion(structs.replace(event, id="wind-evening")).file_name("wind") == "wind-evening"
