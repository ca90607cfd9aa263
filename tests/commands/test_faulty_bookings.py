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


BAD = [
    *(
        pytest.param("bad", booked(keys), id=keys)
        for keys in (
            "audience: Youth",
            "audience: nobody",
            "minutes: 20 min",
            "minutes: 3.5",
            "questions: -1",
            "aspect: 16:10",
            "runs: Powerpoint",
            "plaec: Here",
            "place: ''",
            "place: [here, there]",
            "minutes: 20, minutes: 30",
            "place: {x: y, x: z}",
            "place: !!str Here",
            "place: &here Here",
        )
    ),
    *(
        pytest.param(id.strip("\"'"), booked("minutes: 20", id), id=id)
        for id in ("Bad Id", "../x", '"."', "/x", "'..'")
    ),
    pytest.param("bad", "bad: talk\n", id="no keys"),
    pytest.param("bad", "bad:\n", id="nothing"),
    pytest.param("bad", "bad: {talk: ../talks/talk, date: 2027-05-20}\n", id="a talk elsewhere"),
    pytest.param("twice", booked("minutes: 20", "twice") + booked("minutes: 30", "twice"), id="an id twice"),
    pytest.param("twice", booked("minutes: 20", "twice") + booked("minutes: 30", '"twice"'), id="an id twice, quoted"),
    pytest.param(
        "twice", booked("minutes: 20", "twice") + booked("place: !!str Here", "twice"), id="a tag in one more"
    ),
]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A talk folder, in which commands are run."""
    folder = write(tmp_path / "talks of mine")
    monkeypatch.chdir(folder)
    return folder


def files(folder: Path) -> set[str]:
    """All that lies beside and in the talk folder."""
    return {path.relative_to(folder.parent).as_posix() for path in folder.parent.rglob("*") if path.is_file()}


@pytest.mark.parametrize(("id", "entry"), BAD)
def test_a_booking_with_any_fault_is_not_built_and_told_while_the_others_are_built(
    folder: Path, id: str, entry: str
) -> None:
    book(folder, GOOD + entry + ALSO)
    before = files(folder)
    status, _, err = run("build", "-C", folder, "--events", "all", "--out", folder.parent / "out")
    assert status == 1
    assert "talks/events.yaml:2:" in err or "talks/events.yaml:3:" in err
    assert err.endswith(f"\n2 decks of 3; not built: {id}\n")
    assert files(folder) - before == {"out/also/talk-also.pptx", "out/good/talk-good.pptx"}


@pytest.mark.parametrize(("id", "entry"), BAD)
def test_a_booking_with_any_fault_is_not_built_alone_either(folder: Path, id: str, entry: str) -> None:
    book(folder, entry + GOOD)
    before = files(folder)
    status, out, err = run("build", "-C", folder, "--event", id)
    assert (status, out) == (1, "")
    assert "error[" in err
    assert files(folder) == before


@pytest.mark.parametrize(("id", "entry"), BAD)
def test_faults_of_other_bookings_are_nothing_to_the_one_that_is_built(folder: Path, id: str, entry: str) -> None:
    book(folder, entry + GOOD)
    status, _, err = run("build", "-C", folder, "--event", "good")
    assert status == 0
    assert "error[" not in err
    assert written(folder) == ["build/good/talk-good.pptx"]


def test_an_event_without_a_name_is_refused(folder: Path) -> None:
    book(folder, GOOD)
    status, _, err = run("build", "-C", folder, "--event", "")
    assert status == 2
    assert "no event ''" in err
    assert written(folder) == []


def test_what_is_not_built_is_told_as_it_goes_and_summed_up(folder: Path) -> None:
    book(folder, EVENING + UNREADABLE + FAULTY)
    status, out, err = run("build", "-C", folder, "--events", "all")
    assert status == 1
    assert [line.split(": ")[0] for line in out.splitlines()] == ["[1/2] build/evening/talk-evening.pptx"]
    assert err.startswith("[2/2] build/faulty/talk-faulty.pptx: not built\n")
    assert err.endswith("\n1 deck of 3; not built: unreadable, faulty\n")


@pytest.mark.parametrize("text", ["bad: [\n", "- good\n", "just words\n", f"{GOOD}\tbad: {{}}\n"])
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


@pytest.mark.parametrize("command", ["build", "check"])
@pytest.mark.parametrize("asked", [(), ("--event", "good"), ("--events", "all")])
def test_a_day_that_nothing_follows_from_is_refused(folder: Path, command: str, asked: tuple[str, ...]) -> None:
    book(folder, GOOD)
    status, _, err = run(command, "-C", folder, *asked, "--today", "2027-05-14")
    assert status == 2
    assert "--today goes with --events upcoming" in err
    assert written(folder) == []


def test_a_contact_without_an_event_is_refused(folder: Path) -> None:
    status, _, err = run("build", "-C", folder, "--with-contact")
    assert status == 2
    assert "--with-contact goes with an event" in err
    assert written(folder) == []


def test_where_no_events_lie_ahead_there_is_nothing_to_check(folder: Path) -> None:
    book(folder, GOOD + LATER)
    asked = ("check", "-C", folder, "--events", "upcoming", "--today")
    assert run(*asked, "2027-06-02") == (0, "no events to check\n", "")
    assert "no events" not in run(*asked, "2027-06-01")[1]
