"""C101 to C105: a talk fills its slot, and no slide is too long or too short."""

import re

import pytest

from talkbuilder.diagnostics import Diagnostic, Report
from talkbuilder.pipeline import BuildOptions, build
from talkbuilder.source.events import Occasion
from tests.cases import EVENTS, TALK, diagnostics
from tests.cases import talk as with_slides
from tests.corpora.tables import from_table
from tests.sample import ASSETS, part, project, timed


def talk(*slides: str, minutes: int = 5, questions: int = 0) -> str:
    return timed(part("Part", *slides), minutes=minutes, questions=questions)


def faults(outline: str, **more: str) -> list[Diagnostic]:
    files = {**ASSETS, TALK: outline, **{f"talks/{name}.yaml": text for name, text in more.items()}}
    return [one for one in diagnostics(files, timing=True) if one.code in ("C101", "C102")]


def edition(outline: str, minutes: int) -> list[Diagnostic]:
    report = Report()
    tuple(build(project(outline), ("talk",), report, BuildOptions(Occasion(minutes=minutes))))
    return [one for one in report.diagnostics if one.code in ("C101", "C102")]


FULL = 300 - 3 * 4  # seconds that cover, opening and closing leave


@pytest.mark.parametrize(("seconds", "codes"), [(FULL, []), (FULL + 0.5, ["C101"])])
def test_a_talk_may_fill_its_slot_to_the_second(seconds: float, codes: list[str]) -> None:
    assert [one.code for one in faults(talk(f"A should {seconds}"))] == codes


def test_it_says_by_how_much_and_which_slides_to_leave_out() -> None:
    outline = talk("A must 240", "B should 70", "C could 50", "D should 60", minutes=6, questions=1)
    (fault,) = faults(outline)
    assert fault.code == "C101"
    assert fault.message == "the talk takes 7:12, 2:12 more than the 5:00 that 6 minutes leave without 1 for questions"
    assert fault.hint == (
        "leave out 'C' (0:50) and 'B' (1:10) and 'D' (1:00), or say less; 'build --minutes 6' leaves that out by itself"
    )
    assert fault.place == (TALK, 1, 7)


def test_a_part_of_a_minute_for_questions_is_told_in_seconds() -> None:
    (fault,) = edition(talk("A must 200", minutes=6, questions=2), 2)
    assert fault.message.endswith("that 2 minutes leave without 0:40 for questions")


def test_what_the_hint_names_is_what_an_edition_leaves_out() -> None:
    outline = talk("A must 240", "B should 50", "C could 30", "D could 28", "E extra 90")
    (fault,) = faults(outline)
    assert re.findall(r"'(\w)'", fault.hint) == ["C", "D", "B"]
    assert edition(outline, 5) == []


@pytest.mark.parametrize("seconds", [FULL + 0.5, FULL + 4, FULL + 99.5])
def test_the_figures_that_it_shows_add_up(seconds: float) -> None:
    (fault,) = faults(talk("A must 0", f"B should {seconds}"))
    shown = [int(one) * 60 + int(two) for one, two in re.findall(r"(\d+):(\d\d)", fault.message)]
    total, over, available = shown
    assert over > 0
    assert total == over + available


def test_where_what_must_stay_is_too_long_it_says_so_with_the_figures() -> None:
    (fault,) = faults(talk("A must 200", "B must 150", "C could 30", minutes=6, questions=1))
    assert fault.code == "C102"
    assert fault.message == (
        "'must' slides, with what opens their parts, take 6:02, "
        "1:02 more than the 5:00 that 6 minutes leave without 1 for questions"
    )
    assert fault.hint.endswith("or ask for 8 minutes")


@pytest.mark.parametrize("seconds", [301, 1234])
@pytest.mark.parametrize(("minutes", "questions"), [(5, 0), (10, 5)])
def test_the_minutes_that_it_asks_for_are_the_fewest_that_do(seconds: int, minutes: int, questions: int) -> None:
    outline = talk(f"A must {seconds}", minutes=minutes, questions=questions)
    needed = int(re.findall(r"ask for (\d+) minutes", faults(outline)[0].hint)[0])
    assert edition(outline, needed) == []
    assert [one.code for one in edition(outline, needed - 1)] == ["C102"]


def test_for_an_event_it_is_told_at_its_name() -> None:
    booking = "evening:\n  talk: talk\n  date: 2027-05-14\n  minutes: 4\n"
    (fault,) = faults(talk("A must 300"), events=booking)
    assert (fault.code, fault.place) == ("C102", (EVENTS, 1, 1))


REST = 4 + 4  # the cover and the opening of the part, of no words
LEAST = 0.85 * 600 - REST


def faults_under(seconds: float, more: str = "", **files: str) -> list[Diagnostic]:
    """What is reported of a slide of so many seconds in 10 minutes."""
    outline = (
        "talk: A talk\nspeaker: A speaker\nminutes: 12\nquestions: 2\nsections:\n- section: Part\n  slides:\n"
        f"  - {{title: A, ask: example-action, minutes: {seconds / 60}, priority: must}}\n{more}"
    )
    others = {f"talks/{name}.yaml": text for name, text in files.items()}
    return [one for one in diagnostics({TALK: outline, **others}, timing=True) if one.code == "C103"]


@pytest.mark.parametrize(("seconds", "count"), [(LEAST + 0.1, 0), (LEAST - 0.1, 1), (0, 1)])
def test_85_percent_of_the_time_is_enough(seconds: float, count: int) -> None:
    assert len(faults_under(seconds)) == count


def test_it_is_told_at_the_talk_with_both_times() -> None:
    more = "  - {title: B, ask: example-action, notes: Do it., minutes: 1}\n"
    assert "takes 2:48, 7:12 less" in faults_under(99.5, more)[0].message  # what is told adds up
    skipped = "  - {title: C, ask: example-action, notes: Do it., skip: true}\n"
    assert faults_under(100, f"{more}{skipped}")  # of which no time is missing
    (fault,) = faults_under(100, more)
    assert (fault.message, fault.place) == ("the talk takes 2:48, 7:12 less than the 10:00 that it has", (TALK, 1, 7))
    assert fault.hint == "say more where least is said: 'B' (1:00); or set aside more of it with 'questions'"


@pytest.mark.parametrize("key", ["priority: extra", "only: [youth]"])
def test_slides_of_other_editions_do_not_silence_it(key: str) -> None:
    more = f"  - {{title: B, ask: example-action, minutes: 9, {key}}}\n"
    assert len(faults_under(100, more)) == 1


def test_an_edition_that_had_to_leave_out_much_is_told_so_too() -> None:
    more = "  - {title: B, ask: example-action, priority: should, minutes: 9}\n"
    booking = "evening: {talk: talk, date: 2027-05-14, minutes: 12}\n"
    (fault,) = faults_under(100, more, events=booking)
    assert fault.place == (EVENTS, 1, 1)
    assert fault.hint.startswith("'B' (9:00) has no room: make two slides of it")


@pytest.mark.parametrize(("minutes", "is_told"), [(6, False), (20, True)])
def test_spare_slides_are_advised_only_where_they_would_join(minutes: int, is_told: bool) -> None:
    booking = f"evening: {{talk: talk, date: 2027-05-14, minutes: {minutes}}}\n"
    (fault,) = faults_under(100, events=booking)
    assert ("priority: extra" in fault.hint) == is_told


def test_a_talk_of_which_a_slide_cannot_be_read_may_be_shorter() -> None:
    assert faults_under(100, "  - {title: B, ask: no-such-action, minutes: 9}\n") == []
    assert faults_under(100, "  - {title: B, aks: example-action}\n") == []


def faults_of_slide_length(keys: str) -> list[Diagnostic]:
    """What is reported of one slide among others."""
    outline = with_slides(f"- title: A slide\n  ask: example-action\n  {keys}\n")
    found = diagnostics({TALK: outline}, timing=True)
    return [one for one in found if one.code in ("C104", "C105") and one.place[1] == 8]


@from_table
def test_a_slide_takes_ten_seconds_to_three_minutes(keys: str, codes: list[str]) -> None:
    assert [one.code for one in faults_of_slide_length("\n  ".join(keys.strip("{}").split(", ")))] == codes


def test_it_is_told_at_the_title_with_the_time() -> None:
    (long,), (short,) = faults_of_slide_length("notes: 'N. [pause 200]'"), faults_of_slide_length("notes: N.")
    assert (long.message, long.place) == ("'A slide' takes 3:25", (TALK, 8, 12))
    assert short.message.startswith("'A slide' is over after ")
    assert short.place == (TALK, 8, 12)


def test_what_opens_a_talk_and_its_parts_may_be_short() -> None:
    found = diagnostics({TALK: with_slides()}, timing=True)
    told = [(one.place[1], one.message.split("'")[1]) for one in found if one.code == "C105"]
    assert told == [(8, "One thing to do")]
