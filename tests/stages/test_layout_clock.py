"""What the notes say of time: where the speaker should be, when a part is over, and what to skip if it is late."""

import io
import re

import pytest
from pptx import Presentation

from talkbuilder.diagnostics import Report
from talkbuilder.layout.page import Deck
from talkbuilder.pipeline import build
from talkbuilder.source.events import EVERYDAY, Event, Occasion
from talkbuilder.source.project import MemoryProject
from talkbuilder.stages.read import read_events
from tests.listing import lines, written
from tests.sample import ASSETS, part, project, timed


def drawn(outline: str, occasion: Occasion = EVERYDAY, **changed: str) -> Deck:
    ((_, deck),) = build(project(outline, **changed), ("talk",), Report(), occasion)
    return deck


TALK = timed(
    part("One", "A must 60", "B should 90"), part("Two", "C could 30", "D should 20", "E must 10"), questions=1
)


def test_every_page_begins_with_where_the_speaker_should_be() -> None:
    assert [lines(page, "before")[0] for page in drawn(TALK).pages] == [
        "0:00 of 9:00, slide 1 of 10",
        "0:04 of 9:00, slide 2 of 10",
        "0:08 of 9:00, slide 3 of 10",
        "1:08 of 9:00, slide 4 of 10",
        "2:38 of 9:00, slide 5 of 10",
        "2:42 of 9:00, slide 6 of 10",
        "3:12 of 9:00, slide 7 of 10",
        "3:32 of 9:00, slide 8 of 10",
        "3:42 of 9:00, slide 9 of 10",
        "3:46 of 9:00, slide 10 of 10, if somebody asks",
    ]


def test_the_quarters_are_told_on_the_slides_on_which_they_fall() -> None:
    told = {page.title: lines(page, "before")[1:] for page in drawn(TALK).pages if lines(page, "before")[1:]}
    assert told == {
        "A": ("A quarter of the talk is over at 0:57, on this slide",),
        "B": ("Half of the talk is over at 1:53, on this slide",),
        "C": ("Three quarters of the talk is over at 2:50, on this slide",),
    }


def test_quarters_that_fall_on_one_slide_are_all_told_there() -> None:
    pages = drawn(timed(part("One", "A must 180"))).pages
    (told,) = [lines(page, "before")[1:] for page in pages if lines(page, "before")[1:]]
    assert [line.split(" of ")[0] for line in told] == ["A quarter", "Half", "Three quarters"]


def test_the_last_slide_of_a_section_tells_when_it_is_over_and_what_to_skip() -> None:
    told = {page.title: lines(page, "after") for page in drawn(TALK).pages if lines(page, "after")}
    assert told == {
        "A talk": (
            "This part ends at 0:04. If it is later, skip slide 6, “C” (0:30), then slide 4, “B” (1:30), "
            "then slide 7, “D” (0:20)",
        ),
        "B": ("This part ends at 2:38. If it is later, skip slide 6, “C” (0:30), then slide 7, “D” (0:20)",),
        "E": ("This part ends at 3:42. If it is later: all that follows has to be said, so say less about it",),
        "Thank you": ("The talk ends here, at 3:46",),
    }


def test_slides_to_skip_are_told_by_the_number_that_they_have_in_the_deck() -> None:
    deck = drawn(TALK)
    titles = {number: page.title for number, page in enumerate(deck.pages, start=1)}
    told = re.findall(r"slide (\d+), “(\w+)”", " ".join(line for page in deck.pages for line in lines(page, "after")))
    assert len(told) == 5
    assert [titles[int(number)] for number, _ in told] == [title for _, title in told]


def test_an_edition_has_the_numbers_and_the_times_of_its_own_slides() -> None:
    deck = drawn(TALK, Occasion(minutes=3))
    assert [page.title for page in deck.pages] == ["A talk", "One", "A", "Two", "C", "D", "E", "Thank you", "Sources"]
    assert lines(deck.pages[4], "before")[0] == "1:12 of 2:42, slide 5 of 9"
    assert lines(deck.pages[2], "after")[0].endswith("skip slide 5, “C” (0:30), then slide 6, “D” (0:20)")


def test_the_pages_of_one_slide_have_one_time_and_numbers_of_their_own() -> None:
    people = "".join(
        f"voice-{number}: {{credit: A voice that was heard as number {number}, role: source, may_be_named: true}}\n"
        for number in range(40)
    )
    facts = "".join(
        f"fact-{number}: {{says: It is, source: voice-{number}, kind: primary, post: first, exact: The wind}}\n"
        for number in range(40)
    )
    cited = ", ".join(f"fact-{number}" for number in range(40))
    outline = timed(part("One", "A must 60").replace("grass", cited), questions=1)
    pages = drawn(outline, people=f"{ASSETS['assets/people.yaml']!s}{people}", facts=facts).pages
    sources = [page for page in pages if page.kind == "sources"]
    assert len(sources) > 1
    assert [lines(page, "before") for page in sources] == [
        (f"1:12 of 9:00, slide {number} of {len(pages)}, if somebody asks",) for number in range(5, len(pages) + 1)
    ]


def test_a_title_with_quotation_marks_stands_between_others() -> None:
    outline = timed(part("One", "A must 9"), part("Two", "“B” could 9"))
    assert lines(drawn(outline).pages[2], "after")[0].endswith("skip slide 5, “‘B’” (0:09)")


def booked(entry: str) -> Event:
    report = Report()
    files = {"talks/talk.yaml": TALK, "talks/events.yaml": f"e: {{talk: talk, date: 2027-05-14, {entry}}}\n"}
    (event,) = read_events(MemoryProject(files), report).values()
    assert isinstance(event, Event), report.diagnostics
    return event


@pytest.mark.parametrize(
    ("entry", "line"),
    [
        ("place: The hall", "The hall, May 14, 2027: 10 minutes, 1 of them for questions"),
        ("minutes: 25", "May 14, 2027: 25 minutes, 2.5 of them for questions"),
        ("minutes: 20, questions: 5", "May 14, 2027: 20 minutes, 5 of them for questions"),
        ("audience: youth", "May 14, 2027: 10 minutes, 1 of them for questions, for the audience “youth”"),
    ],
)
def test_the_notes_of_the_cover_tell_of_the_booking(entry: str, line: str) -> None:
    deck = drawn(TALK, Occasion(booked(entry)))
    assert lines(deck.pages[0], "after")[-1] == line
    assert [page for page in deck.pages[1:] if "2027" in " ".join(lines(page, "after"))] == []


def test_the_contact_is_told_only_where_it_is_asked_for() -> None:
    event = booked("contact: 'Ann, 555-0199'")
    told, untold = (drawn(TALK, Occasion(event, with_contact=asked)).pages for asked in (True, False))
    assert lines(told[0], "after")[-1] == "Contact: Ann, 555-0199"
    assert "Contact" not in " ".join(line for page in untold for line in lines(page, "after"))


def test_the_notes_of_the_written_deck_begin_with_the_clock_and_end_with_what_to_skip() -> None:
    deck = drawn(f"notes: Hello to you all.\n{TALK}")
    notes = []
    for slide in Presentation(io.BytesIO(written(deck))).slides:
        frame = slide.notes_slide.notes_text_frame
        assert frame
        notes.append([paragraph.text for paragraph in frame.paragraphs])
    assert [one[0] for one in notes] == [lines(page, "before")[0] for page in deck.pages]
    cover = deck.pages[0]
    assert notes[0] == [*lines(cover, "before"), "Hello to you all.", *lines(cover, "after")]
    assert notes[3][: len(notes[3]) - 3] == [*lines(deck.pages[3], "before"), *lines(deck.pages[3], "after")]
    assert notes[3][-3] == "Where I have this from"
