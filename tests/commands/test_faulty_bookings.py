"""Bookings with faults: what is not built then, what is built all the same, and that nothing is written elsewhere."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.bookings import EVENING, FAULTY, LATER, UNREADABLE, book, write, written
from tests.cases import LIBRARY, talk_in_time
from tests.running import run

GOOD = "good: {talk: talk, date: 2027-05-14}\n"
ALSO = "also: {talk: talk, date: 2027-06-01}\n"


def booked(keys: str, id: str = "bad") -> str:
    return f"{id}: {{talk: talk, date: 2027-05-20, {keys}}}\n"


BAD = {
    "an audience of nobody": ("bad", booked("audience: nobody")),
    "half a minute": ("bad", booked("minutes: 3.5")),
    "an unknown choice": ("bad", booked("runs: Powerpoint")),
    "an unknown key": ("bad", booked("plaec: Here")),
    "a key twice": ("bad", booked("minutes: 20, minutes: 30")),
    "a tag": ("bad", booked("place: !!str Here")),
    "an anchor": ("bad", booked("place: &here Here")),
    "no id": ("Bad Id", booked("minutes: 20", "Bad Id")),
    "an id that climbs": ("..", booked("minutes: 20", "'..'")),
    "an id that leads elsewhere": ("../x", booked("minutes: 20", "../x")),
    "nothing": ("bad", "bad:\n"),
    "a talk elsewhere": ("bad", "bad: {talk: ../talks/talk, date: 2027-05-20}\n"),
    "an id twice": ("twice", booked("minutes: 20", "twice") + booked("minutes: 30", '"twice"')),
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A talk folder, in which commands are run."""
    folder = write(tmp_path / "talks of mine")
    monkeypatch.chdir(folder)
    return folder


def files(folder: Path) -> set[str]:
    """All that lies beside and in the talk folder."""
    return {path.relative_to(folder.parent).as_posix() for path in folder.parent.rglob("*") if path.is_file()}


@pytest.mark.parametrize("fault", BAD)
def test_a_booking_with_any_fault_is_told_and_not_built_alone_either_while_the_others_are_built(
    folder: Path, fault: str
) -> None:
    id, entry = BAD[fault]
    book(folder, GOOD + entry + ALSO)
    before = files(folder)
    status, out, err = run("build", "-C", folder, "--event", id)
    assert (status, out, "error[" in err, files(folder)) == (1, "", True, before)
    status, _, err = run("build", "-C", folder, "--event", "good")
    assert (status, "error[" in err, written(folder)) == (0, False, ["build/good/talk-good.pptx"])
    status, _, err = run("build", "-C", folder, "--events", "all", "--out", folder.parent / "out")
    assert status == 1
    assert "talks/events.yaml:2:" in err or "talks/events.yaml:3:" in err
    assert err.endswith(f"\n2 decks of 3; not built: {id}\n")
    assert {"out/also/talk-also.pptx", "out/good/talk-good.pptx"} == {
        path for path in files(folder) - before if path.startswith("out/")
    }


def test_a_fault_of_a_booking_fails_no_check_of_a_talk_by_its_name_and_is_told_there(folder: Path) -> None:
    book(folder, GOOD + booked("minutes: twenty"))
    for names, status, severity in ((["talk"], 0, "warning[E004]"), ([], 1, "error[E004]")):
        found, out, _ = run("check", "-C", folder, *names)
        assert (found, out.count(severity)) == (status, 1)


def test_what_is_not_built_is_told_as_it_goes_and_summed_up(folder: Path) -> None:
    book(folder, EVENING + UNREADABLE + FAULTY)
    status, out, err = run("build", "-C", folder, "--events", "all")
    assert status == 1
    assert [line.split(": ")[0] for line in out.splitlines()] == ["[1/2] build/evening/talk-evening.pptx"]
    assert "[2/2] build/faulty/talk-faulty.pptx: not built\n" in err
    assert err.endswith("\n1 deck of 3; not built: unreadable, faulty\n")


@pytest.mark.parametrize("text", ["bad: [\n", "- good\n", "just words\n"])
def test_where_bookings_cannot_be_told_apart_none_is_built(folder: Path, text: str) -> None:
    book(folder, text)
    statuses = [run("build", "-C", folder, *asked)[0] for asked in (("--events", "all"), ("--event", "good"))]
    assert (statuses, written(folder)) == ([1, 1], [])


@pytest.fixture
def in_time(tmp_path: Path) -> Path:
    """A talk folder of which nothing is reported, until an event gives the talk too much time."""
    folder = write(tmp_path, {**LIBRARY, "talks/talk.yaml": talk_in_time()})
    book(folder, f"{GOOD}long: {{talk: talk, date: 2027-05-14, minutes: 20}}\n")
    return folder


def test_strict_stops_an_event_that_has_only_warnings_and_no_other(in_time: Path) -> None:
    status, _, err = run("build", "-C", in_time, "--events", "all", "--strict")
    assert status == 1
    assert err.endswith("\n1 deck of 2; not built: long\n")
    assert written(in_time) == ["build/good/talk-good.pptx"]
    assert [run("build", "-C", in_time, "--event", id, "--strict")[0] for id in ("good", "long")] == [0, 1]
    status, out, err = run("build", "-C", in_time, "--events", "all")
    assert (status, out.splitlines()[-1]) == (0, "2 decks")
    assert "warning[C103]" in err


def test_strict_stops_all_where_the_library_has_a_warning(in_time: Path) -> None:
    (in_time / "assets" / "media.yml").touch()
    status, out, err = run("build", "-C", in_time, "--events", "all", "--strict")
    assert (status, out, written(in_time)) == (1, "", [])
    assert "warning[R011]" in err
    assert run("build", "-C", in_time, "--events", "all")[0] == 0
    assert len(written(in_time)) == 2


def test_without_a_day_events_lie_ahead_from_today_on(folder: Path) -> None:
    today = date.today()
    days = {"yesterday": today - timedelta(days=1), "tomorrow": today + timedelta(days=1), "past": date(2001, 1, 1)}
    book(folder, "".join(f"{id}: {{talk: talk, date: {day}}}\n" for id, day in days.items()))
    assert run("build", "-C", folder, "--events", "upcoming")[0] == 0
    assert written(folder) == ["build/tomorrow/talk-tomorrow.pptx"]


def test_an_option_that_nothing_follows_from_is_refused(folder: Path) -> None:
    book(folder, GOOD)
    for asked in (("build",), ("check",), ("build", "--event", "good"), ("build", "--events", "all")):
        status, _, err = run(*asked, "-C", folder, "--today", "2027-05-14")
        assert (status, "--today goes with --events upcoming" in err) == (2, True)
    status, _, err = run("build", "-C", folder, "--with-contact")
    assert (status, "--with-contact goes with an event" in err) == (2, True)
    assert written(folder) == []


def test_where_no_events_lie_ahead_there_is_nothing_to_check(folder: Path) -> None:
    book(folder, GOOD + LATER)
    asked = ("check", "-C", folder, "--events", "upcoming", "--today")
    over = "'later' was on 2027-06-01; '--event later' builds it all the same\n"
    assert run(*asked, "2027-06-02") == (0, "no events to check\n", over)
    assert "no events" not in run(*asked, "2027-06-01")[1]


def test_where_no_event_is_written_yet_it_says_how_to_write_one(folder: Path) -> None:
    (folder / "talks" / "events.yaml").write_text("# evening:\n#   talk: talk\n", "utf-8")
    status, _, err = run("build", "-C", folder, "--event", "evening")
    assert status == 2
    assert "take the '#' away before the lines of the sample" in err
