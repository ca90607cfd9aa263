"""`talkbuilder time`: what is drawn at which width, and what other programs are told."""

import contextlib
import io
import json
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from talkbuilder.authoring.rehearsals import EditionKey, written
from talkbuilder.cli import main
from talkbuilder.commands.drawing import draw
from talkbuilder.commands.time import OTHERS
from talkbuilder.diagnostics import Report
from talkbuilder.diagnostics.printing import columns
from talkbuilder.pipeline import BuildOptions, schedule
from talkbuilder.source.events import Occasion
from talkbuilder.source.project import Project
from talkbuilder.stages.checking import load_library
from talkbuilder.stages.read import read_outline
from talkbuilder.talk.plan import Plan
from tests.bookings import FILES, book, write
from tests.running import run
from tests.sample import part, slide, talk, timed, words

TALK = "audiences: [youth]\n" + timed(
    part("How it began", "A must 60", "B should 90", "C extra 100"),
    part("What came of it, which is a long story that no line can hold", "D could 75", "E could 45"),
    part("What is left to do", "F should 150", "G must 100", "H should 30").replace("F,", "F, only: [youth],"),
)
EVERY_DAY = EditionKey()
LATER = "later: {talk: talk, date: 2027-06-01, minutes: 12, questions: 3, audience: youth}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    book(write(tmp_path, {**FILES, "talks/talk.yaml": TALK}), LATER)
    return tmp_path


def planned(folder: Path, occasion: Occasion) -> Plan:
    project = Project(folder)
    outline = read_outline(project, "talk", Report())
    assert outline
    return schedule("talk", outline, load_library(project, Report()), Report(), BuildOptions(occasion))


def told(folder: Path, *arguments: object, status: int = 0) -> Any:
    """What other programs are told."""
    found, out, err = run("time", "-C", folder, *arguments, "--format", "json")
    assert (found, err) == (status, "")
    return json.loads(out)


@pytest.mark.parametrize("width", [60, 110])
@pytest.mark.parametrize(("name", "minutes", "status"), [("shortened", 6, 0), ("too-long", 2, 1)])
def test_a_plan_is_drawn_as_its_golden_says(
    name: str,
    minutes: int,
    status: int,
    width: int,
    folder: Path,
    golden: Callable[[str, str], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    found, out, err = run("time", "-C", folder, "--minutes", minutes)
    assert (found, "error[C102]" in err) == (status, status == 1)
    golden(f"time-{name}-{width}", out)


@pytest.mark.parametrize("terminal", ["20", "83", "500"])
def test_a_drawing_is_as_wide_as_the_terminal_from_60_columns_to_110(
    terminal: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", terminal)
    width = max(60, min(int(terminal), 110))
    plans = [planned(folder, Occasion(minutes=minutes)) for minutes in (10, *OTHERS)]
    out = run("time", "-C", folder, "--minutes", 10)[1]
    assert out.splitlines() == (lines := list(draw(plans, width, False)))
    assert [_BARE.sub("", line) for line in draw(plans, width, True)] == lines


def test_signs_that_are_two_columns_wide_count_as_two(tmp_path: Path) -> None:
    wide = TALK.replace("What came of it, which is a long story", "中国" * 30).replace(
        "talk: A talk", f"talk: {'字' * 50}"
    )
    write(tmp_path, {**FILES, "talks/talk.yaml": wide})
    lines = list(draw([planned(tmp_path, Occasion(minutes=6))], 60, False))
    assert [line for line in lines if columns(line) > 60] == []
    assert sum("中国" in line for line in lines) > 1


_BARE = re.compile("\x1b\\[\\d+m")


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "no_color", "coloured"), [(_Terminal, None, True), (_Terminal, "1", False), (io.StringIO, None, False)]
)
def test_colour_is_for_terminals_whose_owner_wants_it(
    stream: type[io.StringIO], no_color: str | None, coloured: bool, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    if no_color is not None:
        monkeypatch.setenv("NO_COLOR", no_color)
    out = stream()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(io.StringIO()):
        assert main(["time", "-C", str(folder), "--minutes", "6"]) == 0
    assert ("\x1b" in out.getvalue()) == coloured


def _slides(one: Any) -> Iterator[tuple[str, Any]]:
    titles = [slide["title"] for slide in one["slides"]]
    assert len(titles) == len(set(titles))
    yield from zip(titles, one["slides"], strict=True)


@pytest.mark.parametrize("minutes", [6, 12])
def test_other_programs_are_told_what_the_plan_says(minutes: int, folder: Path) -> None:
    occasion = Occasion(minutes=minutes, audience="youth")
    made = planned(folder, occasion)
    one = told(folder, "--minutes", minutes, "--audience", "youth", status=0 if made.fits else 1)
    assert (one["talk"], one["minutes"], one["audience"], one["pace"]) == ("talk", minutes, "youth", 120)
    assert (one["fits"], one["seconds"], one["available"]) == (made.fits, round(made.seconds, 1), 60 * minutes)
    assert (one["least"], one["most"]) == tuple(round(seconds, 1) for seconds in made.range_seconds)
    slides = dict(_slides(one))
    assert list(slides) == [choice.slide.title.text for choice in made.edition.choices]
    for choice in made.edition.choices:
        slide = slides[choice.slide.title.text]
        assert (slide["kept"], slide["why"], slide["priority"] or "") == (choice.kept, choice.why, choice.priority)
        assert (slide["words"], slide["seconds"]) == (choice.time.words, round(choice.time.seconds, 1))
    numbered = {title: slide for title, slide in slides.items() if slide["number"]}
    assert list(numbered) == [timing.slide.title.text for timing in made.timings]
    assert [slide["number"] for slide in numbered.values()] == list(range(1, len(made.timings) + 1))
    for timing, slide in zip(made.timings, numbered.values(), strict=True):
        assert slide["starts"] == round(timing.start_seconds, 1)
        skipped = [made.timings[at].slide.title.text for at in timing.skips]
        assert [one["slides"].index(_numbered(one, number)) for number in slide["skip_if_late"]] == [
            list(slides).index(title) for title in skipped
        ]
    left_out = [slide for title, slide in slides.items() if title not in numbered]
    assert all((slide["starts"], slide["skip_if_late"]) == (None, []) for slide in left_out)
    assert [(point["seconds"], point["slide"] - 1, point["what"]) for point in one["checkpoints"]] == [
        (round(point.seconds, 1), point.slide, point.what) for point in made.checkpoints
    ]


def _numbered(one: Any, number: int) -> Any:
    (slide,) = [slide for slide in one["slides"] if slide["number"] == number]
    return slide


def test_other_programs_are_told_of_other_slots_too(folder: Path) -> None:
    assert [one["minutes"] for one in told(folder, "--minutes", 20)["editions"]] == [45]
    first, second = told(folder, "--minutes", 30)["editions"]
    assert (first["minutes"], second["minutes"]) == (20, 45)
    alone = told(folder, "--minutes", 45)
    assert second == {key: value for key, value in alone.items() if key not in ("editions", "faults")}


def test_for_an_event_its_minutes_questions_and_audience_count(folder: Path) -> None:
    one = told(folder, "--event", "later")
    assert (one["minutes"], one["questions"], one["audience"], one["available"]) == (12, 3, "youth", 540)
    slides = dict(_slides(one))
    assert (slides["F"]["kept"], slides["E"]["why"]) == (True, "no room in 9:00")
    one = told(folder, "--event", "later", "--minutes", 16)
    assert (one["minutes"], one["questions"]) == (16, 4)
    status, _, err = run("time", "-C", folder, "--event", "latre")
    assert status == 2
    assert "did you mean 'later'?" in err


def test_which_of_two_talks_is_meant_has_to_be_said(folder: Path) -> None:
    (folder / "talks" / "another.yaml").write_text(TALK, "utf-8")
    status, out, err = run("time", "-C", folder)
    assert (status, out) == (2, "")
    assert "name one of: another, talk" in err
    assert told(folder, "another")["talk"] == "another"
    assert run("time", "-C", folder, "anothre")[0] == 2


def test_what_cannot_fit_is_drawn_and_a_fault(folder: Path) -> None:
    status, out, err = run("time", "-C", folder, "--minutes", 2)
    assert status == 1
    assert "error[C102]" in err
    assert "too long" in out
    one = told(folder, "--minutes", 2, status=1)
    assert not one["fits"]
    assert "C102" in [fault["code"] for fault in one["faults"]]


def test_a_talk_that_fills_its_slot_to_the_second_has_nothing_to_spare(folder: Path) -> None:
    # 678 words at 113 a minute are 360 seconds, nine changes 36, and the pause 84; the sum is not exact in floats.
    counts = (113, 49, 160, 200, 74, 75)
    slides = "".join(
        f"  - {{statement: S{at}, cite: [grass], notes: {words(count)}{', pause: 84' * (at == 5)}}}\n"
        for at, count in enumerate(counts)
    )
    outline = f"talk: T\nspeaker: A speaker\npace: 113\nminutes: 10\nnotes: {words(1)}\nsections:\n- section: Part\n"
    outline += f"  notes: {words(5)}\n  slides:\n{slides}closing: {{title: Thank you, notes: {words(1)}}}\n"
    (folder / "talks" / "talk.yaml").write_text(outline, "utf-8")
    status, out, _ = run("time", "-C", folder)
    assert (status, "of 8:00, 0:00 to spare" in out) == (0, True)
    one = told(folder)
    assert (one["seconds"], one["available"], one["fits"]) == (480, 480, True)


def rehearsed(folder: Path, *takes: Mapping[str, float], edition: EditionKey = EVERY_DAY) -> None:
    text = "".join(written("2026-11-25", edition, take) for take in takes)
    (folder / "talks" / "talk.rehearsals.yaml").write_text(text, "utf-8")


SPOKEN = talk(slide("bullets", "Long", words(120)) + "\n" + slide("statement", "", words(60)) + "\n    id: short")


def test_three_rehearsals_tell_the_pace(tmp_path: Path) -> None:
    book(write(tmp_path, {**FILES, "talks/talk.yaml": SPOKEN}), LATER)
    rehearsed(tmp_path, *[{"Long": 52.0, "short": 56.0}] * 3)
    status, out, _ = run("time", "talk", "-C", tmp_path)
    assert status == 0
    assert "3 rehearsals of this edition\n" in out
    assert "your own pace: 108 words a minute ('pace: 108' in the outline)\n" in out
    assert told(tmp_path, "talk")["rehearsed"] == {"rehearsals": 3, "pace": 108}


def test_rehearsals_of_an_edition_are_told_of_that_edition(tmp_path: Path) -> None:
    book(write(tmp_path, {**FILES, "talks/talk.yaml": SPOKEN}), LATER)
    rehearsed(tmp_path, *[{"Long": 52.0}] * 3, edition=EditionKey(20))
    assert "rehearsed" not in told(tmp_path, "talk")
    assert told(tmp_path, "talk", "--minutes", 20)["rehearsed"]["rehearsals"] == 3


def test_rehearsals_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    book(write(tmp_path, {**FILES, "talks/talk.yaml": SPOKEN}), LATER)
    (tmp_path / "talks" / "talk.rehearsals.yaml").write_text("- on: today\n", "utf-8")
    status, _, err = run("time", "talk", "-C", tmp_path)
    assert status == 1
    assert "talks/talk.rehearsals.yaml:1:7: error[E013]" in err
