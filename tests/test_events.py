"""Bookings: what events.yaml may hold, and the decks that are built for them."""

import os
import zipfile
from pathlib import Path

import pytest
from pptx import Presentation

from talkbuilder.diagnostics import Report
from talkbuilder.events import EVERYDAY, Event, Occasion, is_same_language, upcoming
from talkbuilder.fields import Broken
from talkbuilder.project import MemoryProject
from talkbuilder.read import read_events, talk_names
from tests.cases import picture
from tests.running import run
from tests.sample import ASSETS, slide, talk

TALK = "audiences: [youth, elders]\n" + talk(
    f"{slide('statement')}\n{slide('quote', 'A quotation')}\n    priority: could\n    only: [youth]"
)

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


@pytest.mark.parametrize("day", ["2027-02-30", "2027-05", "2027", "20270514", "2027-5-14", "May 14", "2026-02-29"])
def test_a_day_is_one_that_the_calendar_has(day: str) -> None:
    found, report = read(f"evening:\n  talk: talk\n  date: {day}\n")
    (fault,) = report.diagnostics
    assert (fault.code, fault.place[1:]) == ("E013", (3, 9))
    assert isinstance(found["evening"], Broken)


def test_a_leap_day_is_a_day() -> None:
    assert one("evening: {talk: talk, date: 2028-02-29}\n").cover_line == "February 29, 2028"


def test_a_talk_that_is_not_there_is_told_with_the_nearest() -> None:
    _, report = read("evening:\n  talk: wnid\n  date: 2027-05-14\n", "grass", "wind")
    (fault,) = report.diagnostics
    assert (fault.code, fault.message, fault.hint) == ("E001", "no talk 'wnid'", "did you mean 'wind'?")
    assert fault.place == ("talks/events.yaml", 2, 9)


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("plaec: Here", "E002"),
        ("runs: slides", "E005"),
        ("aspect: 16:10", "E005"),
        ("minutes: 0", "E011"),
        ("minutes: half an hour", "E004"),
        ("questions: -1", "E011"),
        ("audience: The Youth", "E010"),
    ],
)
def test_a_key_that_cannot_be_used_is_told_where_it_stands(line: str, code: str) -> None:
    ((found, row, _),) = faults(f"evening:\n  talk: talk\n  date: 2027-05-14\n  {line}\n")
    assert (found, row) == (code, 4)


def test_a_faulty_booking_leaves_the_others_whole() -> None:
    found, _ = read("one: {talk: talk, date: 2027-02-30}\ntwo: {talk: talk, date: 2027-05-14}\n")
    assert [type(event) for event in found.values()] == [Broken, Event]


@pytest.mark.parametrize("text", ["", "# nothing yet\n"])
def test_an_empty_file_holds_no_events(text: str) -> None:
    assert read(text)[0] == {}
    assert faults(text) == []


def test_events_are_no_talk() -> None:
    assert talk_names(MemoryProject({"talks/talk.yaml": TALK, "talks/events.yaml": WHOLE})) == ("talk",)


@pytest.mark.parametrize(
    ("keys", "line"),
    [
        ("place: The town library, ", "The town library, May 14, 2027"),
        ("cover: Reading week, ", "Reading week, May 14, 2027"),
        ("place: The town library, cover: Reading week, ", "Reading week, May 14, 2027"),
        ("", "May 14, 2027"),
    ],
)
def test_the_line_for_the_cover_says_where_and_when(keys: str, line: str) -> None:
    assert one(f"evening: {{{keys}talk: talk, date: 2027-05-14}}\n").cover_line == line


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


def test_an_edition_is_what_a_booking_minutes_or_an_audience_ask_for() -> None:
    occasions = (Occasion(one(WHOLE)), Occasion(minutes=9), Occasion(audience="youth"))
    assert [occasion.is_edition for occasion in occasions] == [True, True, True]
    assert not EVERYDAY.is_edition
    assert not Occasion(aspect="4:3").is_edition


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("en-US", "en-GB", True), ("en", "EN-us", True), ("ru", "kk", False), ("en-US", "e", False)],
)
def test_a_language_is_the_same_wherever_it_is_spoken(one: str, other: str, same: bool) -> None:
    assert is_same_language(one, other) is same


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A talk folder on disk, without bookings."""
    for path, text in {**ASSETS, "assets/images/steppe.png": picture(), "talks/talk.yaml": TALK}.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(text if isinstance(text, bytes) else text.encode())
    return tmp_path


def book(folder: Path, events: str) -> None:
    (folder / "talks" / "events.yaml").write_text(events, encoding="utf-8")


def written(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.pptx"))


def titles(deck: Path) -> list[str]:
    shapes = (slide.shapes.title for slide in Presentation(str(deck)).slides)
    return [shape.text_frame.text for shape in shapes if shape]


def everything(deck: Path) -> bytes:
    """All that a package holds, names of parts too."""
    with zipfile.ZipFile(deck) as package:
        return b"\n".join(name.encode() + package.read(name) for name in package.namelist())


EVENING = "evening: {talk: talk, date: 2027-05-14, place: The town library, minutes: 20, contact: 'Ann, 555-0199'}\n"
LATER = "later: {talk: talk, date: 2027-06-01}\n"
EARLIER = "earlier: {talk: talk, date: 2027-05-13}\n"
FAULTY = "faulty: {talk: talk, date: 2027-05-20, language: ru}\n"
UNREADABLE = "unreadable: {talk: talk, date: 2027-02-30}\n"


def test_a_deck_for_an_event_has_a_folder_of_its_own(folder: Path) -> None:
    book(folder, EVENING + LATER)
    status, out, _ = run("build", "-C", folder, "--event", "evening")
    assert status == 0
    assert out.startswith("build/evening/talk.pptx: ")
    assert written(folder) == ["build/evening/talk.pptx"]


def test_the_cover_and_the_properties_carry_the_booking(folder: Path) -> None:
    book(folder, EVENING.replace("minutes", "audience: youth, minutes"))
    assert run("build", "-C", folder, "--event", "evening")[0] == 0
    deck = Presentation(str(folder / "build" / "evening" / "talk.pptx"))
    texts = [shape.text_frame.text for shape in deck.slides[0].shapes if shape.has_text_frame]
    assert "A speaker\nThe town library, May 14, 2027" in texts
    told = deck.core_properties
    assert told.comments == "The town library, May 14, 2027; 20 minutes; youth"
    assert (told.category, told.title, told.author) == ("evening", "A talk", "A speaker")


def test_a_deck_for_no_event_carries_no_booking(folder: Path) -> None:
    book(folder, EVENING)
    assert run("build", "-C", folder)[0] == 0
    told = Presentation(str(folder / "build" / "talk.pptx")).core_properties
    assert (told.comments, told.category) == ("", "")
    assert b"2027" not in everything(folder / "build" / "talk.pptx")


def test_the_contact_is_nowhere_in_a_deck_unless_it_is_asked_for(folder: Path) -> None:
    book(folder, EVENING)
    deck = folder / "build" / "evening" / "talk.pptx"
    assert run("build", "-C", folder, "--event", "evening")[0] == 0
    assert b"Ann" not in everything(deck)
    assert b"0199" not in everything(deck)
    assert run("build", "-C", folder, "--event", "evening", "--with-contact")[0] == 0
    notes = Presentation(str(deck)).slides[0].notes_slide.notes_text_frame
    assert notes
    assert "Contact: Ann, 555-0199" in notes.text
    assert everything(deck).count(b"0199") == 1


def test_a_contact_is_not_printed_either(folder: Path) -> None:
    book(folder, EVENING + FAULTY.replace("language", "contact: 'Ann, 555-0199', language"))
    _, out, err = run("build", "-C", folder, "--event", "evening")
    assert "0199" not in out + err


def test_upcoming_events_are_built_from_a_day_on(folder: Path) -> None:
    book(folder, LATER + EARLIER + EVENING)
    status, out, _ = run("build", "-C", folder, "--events", "upcoming", "--today", "2027-05-14")
    assert status == 0
    assert written(folder) == ["build/evening/talk.pptx", "build/later/talk.pptx"]
    lines = [line.split(": ")[0] for line in out.splitlines()]
    assert lines == ["[1/2] build/evening/talk.pptx", "[2/2] build/later/talk.pptx", "2 decks"]


def test_all_events_are_built_those_that_are_over_too(folder: Path) -> None:
    book(folder, LATER + EARLIER + EVENING)
    assert run("build", "-C", folder, "--events", "all")[0] == 0
    assert len(written(folder)) == 3


def test_where_no_events_lie_ahead_nothing_is_built(folder: Path) -> None:
    book(folder, EVENING)
    status, out, _ = run("build", "-C", folder, "--events", "upcoming", "--today", "2027-05-15")
    assert (status, out, written(folder)) == (0, "no events to build for\n", [])


@pytest.mark.parametrize("faulty", [FAULTY, UNREADABLE, FAULTY.replace("talk: talk", "talk: tlak")])
def test_a_faulty_booking_does_not_stop_the_others(folder: Path, faulty: str) -> None:
    book(folder, EVENING + faulty + LATER)
    status, _, err = run("build", "-C", folder, "--events", "upcoming", "--today", "2027-05-01")
    assert status == 1
    assert "talks/events.yaml:2:" in err
    assert written(folder) == ["build/evening/talk.pptx", "build/later/talk.pptx"]


def test_a_faulty_library_stops_all(folder: Path) -> None:
    book(folder, EVENING + LATER)
    (folder / "assets" / "facts.yaml").write_text("herds: {says: Some}\n")
    assert run("build", "-C", folder, "--events", "all")[0] == 1
    assert written(folder) == []


def test_what_would_not_fit_is_an_error_of_that_event(folder: Path) -> None:
    book(folder, EVENING + "short: {talk: talk, date: 2027-05-14, minutes: 1, questions: 1}\n")
    assert run("build", "-C", folder, "--events", "all")[0] == 1
    assert written(folder) == ["build/evening/talk.pptx"]


def test_many_at_once_are_the_same_as_one_after_the_other(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 3)
    names = [f"event-{number}" for number in range(12)]
    keys = [f"minutes: {number + 5}{', audience: youth' * (number % 2)}" for number in range(12)]
    book(
        folder,
        "".join(
            f"{name}: {{talk: talk, date: 2027-05-{number + 10}, {keys[number]}}}\n"
            for number, name in enumerate(names)
        ),
    )
    many, single = folder / "many", folder / "single"
    assert run("build", "-C", folder, "--events", "all", "--out", many)[0] == 0
    assert [run("build", "-C", folder, "--event", name, "--out", single)[0] for name in names] == [0] * 12
    decks = {name: (many / name / "talk.pptx").read_bytes() for name in names}
    assert decks == {name: (single / name / "talk.pptx").read_bytes() for name in names}
    assert len(set(decks.values())) == 12


def test_an_event_is_not_built_for_another_talk_than_its_own(folder: Path) -> None:
    book(folder, EVENING)
    (folder / "talks" / "other.yaml").write_text((folder / "talks" / "talk.yaml").read_text("utf-8"), encoding="utf-8")
    status, _, err = run("build", "-C", folder, "other", "--event", "evening")
    assert status == 2
    assert "'evening' is for the talk 'talk'" in err
    assert written(folder) == []
    assert run("build", "-C", folder, "talk", "--event", "evening")[0] == 0


def test_a_talk_that_is_named_chooses_among_the_events(folder: Path) -> None:
    book(folder, EVENING)
    (folder / "talks" / "other.yaml").write_text((folder / "talks" / "talk.yaml").read_text("utf-8"), encoding="utf-8")
    assert run("build", "-C", folder, "other", "--events", "all")[1] == "no events to build for\n"
    assert run("build", "-C", folder, "unknown", "--events", "all")[0] == 2
    assert run("build", "-C", folder, folder.parent / "talk.yaml", "--events", "all")[0] == 2
    assert written(folder) == []
    assert run("build", "-C", folder, folder / "talks" / "talk.yaml", "--events", "all")[1].endswith("1 deck\n")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--event", "evneing"), "did you mean 'evening'?"),
        (("--event", "evening", "--events", "all"), "do not go together"),
        (("--events", "upcoming", "--today", "2027-02-30"), "'2027-02-30' is no day"),
        (("--events", "upcoming", "--today", "2027-05"), "'2027-05' is no day"),
        (("--events", "some"), "invalid choice"),
        (("--event", "evening", "--minutes", "0"), "'0' is no number of minutes"),
    ],
)
def test_a_command_that_means_no_event_is_refused(folder: Path, arguments: tuple[str, ...], said: str) -> None:
    book(folder, EVENING)
    status, _, err = run("build", "-C", folder, *arguments)
    assert status == 2
    assert said in err


def test_where_there_are_no_bookings_that_is_said(folder: Path) -> None:
    status, _, err = run("build", "-C", folder, "--events", "upcoming")
    assert status == 2
    assert "there are no events in 'talks/events.yaml'" in err


def test_minutes_and_audience_of_the_command_go_before_those_of_the_event(folder: Path) -> None:
    book(folder, EVENING.replace("minutes", "audience: youth, minutes"))
    deck = folder / "build" / "evening" / "talk.pptx"
    assert run("build", "-C", folder, "--event", "evening")[0] == 0
    assert "A quotation" in titles(deck)
    assert run("build", "-C", folder, "--event", "evening", "--minutes", "15", "--audience", "elders")[0] == 0
    assert "A quotation" not in titles(deck)
    assert Presentation(str(deck)).core_properties.comments.endswith("; 15 minutes; elders")


def test_what_is_left_out_for_one_event_is_told(folder: Path) -> None:
    book(folder, EVENING)
    status, out, _ = run("build", "-C", folder, "--event", "evening")
    assert status == 0
    assert out.splitlines()[1:] == ["  left out: “A quotation” (could, 0:09): only for youth"]


def test_what_shows_the_deck_there_has_its_advice(folder: Path) -> None:
    book(folder, EVENING.replace("minutes", "runs: worship, minutes"))
    _, _, err = run("build", "-C", folder, "--event", "evening")
    assert "worship software shows pictures of the slides and no notes" in err


def test_a_narrow_screen_has_a_narrow_deck(folder: Path) -> None:
    book(folder, EVENING.replace("minutes", "aspect: '4:3', minutes"))
    deck = folder / "build" / "evening" / "talk.pptx"
    shapes = []
    for more in ((), ("--aspect", "16:9")):
        assert run("build", "-C", folder, "--event", "evening", *more)[0] == 0
        opened = Presentation(str(deck))
        assert opened.slide_width
        assert opened.slide_height
        shapes.append(round(opened.slide_width / opened.slide_height, 2))
    assert shapes == [1.33, 1.78]


def test_a_deck_that_somebody_edited_is_not_overwritten(folder: Path) -> None:
    book(folder, EVENING + LATER)
    deck = folder / "build" / "evening" / "talk.pptx"
    assert run("build", "-C", folder, "--event", "evening")[0] == 0
    opened = Presentation(str(deck))
    opened.slides[0].shapes[0].text_frame.text = "My own title"
    opened.save(str(deck))
    edited = deck.read_bytes()
    status, _, err = run("build", "-C", folder, "--events", "all")
    assert status == 1
    assert "error[O001]" in err
    assert deck.read_bytes() == edited
    assert written(folder) == ["build/evening/talk.pptx", "build/later/talk.pptx"]
    assert run("build", "-C", folder, "--event", "evening", "--force")[0] == 0
    assert deck.with_name("talk-edited-1.pptx").read_bytes() == edited


def test_events_are_checked_without_being_built(folder: Path) -> None:
    book(folder, EVENING + FAULTY)
    status, out, _ = run("check", "-C", folder, "--events", "all")
    assert status == 1
    assert "error[C110]" in out
    assert written(folder) == []
