"""What the notes say of time: where the speaker should be, when a part is over, and where to jump if it is late."""

import io
import re

import pytest
from pptx import Presentation

from talkbuilder.diagnostics import Report
from talkbuilder.layout.page import Deck
from talkbuilder.pipeline import BuildOptions, build
from talkbuilder.source.events import EVERYDAY, Event, Occasion
from talkbuilder.source.project import MemoryProject
from talkbuilder.stages.read import read_events
from tests.listing import lines, written
from tests.sample import ASSETS, part, project, timed


def drawn(outline: str, occasion: Occasion = EVERYDAY, **changed: str) -> Deck:
    (deck,) = build(project(outline, **changed), ("talk",), Report(), BuildOptions(occasion))
    return deck


TALK = timed(
    part("One", "A must 60", "B should 90"), part("Two", "C could 30", "D should 20", "E must 10"), questions=1
)


def test_every_page_begins_with_where_the_speaker_should_be() -> None:
    assert [lines(page, "before")[0] for page in drawn(TALK).pages] == [
        "0:00 of 9:00 · slide 1 of 10 · next: One",
        "0:04 of 9:00 · slide 2 of 10 · next: A",
        "0:08 of 9:00 · slide 3 of 10 · next: B",
        "1:08 of 9:00 · slide 4 of 10 · next: Two",
        "2:38 of 9:00 · slide 5 of 10 · next: C",
        "2:42 of 9:00 · slide 6 of 10 · next: D",
        "3:12 of 9:00 · slide 7 of 10 · next: E",
        "3:32 of 9:00 · slide 8 of 10 · next: Thank you",
        "3:42 of 9:00 · slide 9 of 10",
        "3:46 of 9:00 · slide 10 of 10 · if somebody asks",
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


def test_the_last_slide_of_a_section_tells_when_it_is_over_and_the_cover_has_nothing_of_the_kind() -> None:
    told = {page.title: lines(page, "after") for page in drawn(TALK).pages if lines(page, "after")}
    assert told == {
        "B": ("This part ends at 2:38",),
        "Two": ("Late? Type 7, Enter leaves out “C” (0:30)",),
        "E": ("This part ends at 3:42",),
        "Thank you": ("The talk ends here, at 3:46",),
    }


def test_before_several_slides_that_may_go_the_nearest_is_told_first_with_what_all_of_them_save() -> None:
    outline = timed(part("One", "A must 60", "B could 30", "C extra 20", "D could 10", "E could 5", "F must 10"))
    told = {page.title: lines(page, "after") for page in drawn(outline, Occasion(minutes=20)).pages}
    assert told["A"] == (
        "Late? Type 5, Enter leaves out “B” (0:30); 6, Enter leaves out “C” too (0:50); "
        "7, Enter leaves out “D” too (1:00)",
    )
    assert told["B"] == (
        "Late? Type 6, Enter leaves out “C” (0:20); 7, Enter leaves out “D” too (0:30); "
        "8, Enter leaves out “E” too (0:35)",
    )
    assert told["E"] == ()


def test_what_is_typed_leads_to_the_slide_behind_what_is_left_out() -> None:
    deck = drawn(TALK)
    titles = {number: page.title for number, page in enumerate(deck.pages, start=1)}
    told = re.findall(
        r"(\d+), Enter leaves out “(\w+)”", " ".join(line for page in deck.pages for line in lines(page, "after"))
    )
    assert [(titles[int(number) - 1], title) for number, title in told] == [("C", "C")]


def test_where_a_part_has_no_opening_slide_the_jump_leads_to_its_first() -> None:
    outline = timed(
        part("One", "A must 60", "B could 30"), part("Two", "C must 30").replace("\n", "\n  opener: none\n", 1)
    )
    assert "Late? Type 5, Enter leaves out “B” (0:30)" in lines(drawn(outline).pages[2], "after")


def test_quotations_that_are_to_be_read_aloud_say_so() -> None:
    def told(more: str) -> tuple[str, ...]:
        slides = f"  - {{title: T, quote: grass{more}, notes: So.}}\n"
        outline = f"talk: A\nspeaker: B\nsections:\n- section: C\n  slides:\n{slides}"
        return lines(drawn(outline).pages[2], "before")

    assert "Read the quotation aloud" in told("")
    assert "Read the quotation aloud" not in told(", aloud: false")


def test_where_the_booking_tells_when_it_begins_the_notes_tell_what_the_clock_on_the_wall_shows() -> None:
    for starts, shown in (
        ("19:58", ["19:58", "19:58", "19:58", "19:59", "20:00"]),
        ("11:58 am", ["11:58 am", "11:59 am", "12:00 pm"]),
    ):
        pages = drawn(TALK, Occasion(booked(f"starts: '{starts}'"))).pages
        told = [lines(page, "before")[0].split(" · ")[0] for page in pages]
        assert set(shown) <= set(told)
        assert told[0] == starts
    assert lines(drawn(TALK, Occasion(booked("place: A hall"))).pages[0], "before")[0].startswith("0:00 of ")


def test_an_edition_has_the_numbers_and_the_times_of_its_own_slides() -> None:
    deck = drawn(TALK, Occasion(minutes=3))
    assert [page.title for page in deck.pages] == ["A talk", "One", "A", "Two", "C", "D", "E", "Thank you", "Sources"]
    assert lines(deck.pages[4], "before")[0] == "1:12 of 2:42 · slide 5 of 9 · next: D"
    assert lines(deck.pages[3], "after")[0] == "Late? Type 6, Enter leaves out “C” (0:30)"


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
        (f"1:12 of 9:00 · slide {number} of {len(pages)} · if somebody asks",) for number in range(5, len(pages) + 1)
    ]


def test_a_title_with_quotation_marks_stands_between_others() -> None:
    outline = timed(part("One", "A must 9"), part("Two", "“B” could 9"))
    assert lines(drawn(outline).pages[3], "after")[0].endswith("leaves out “‘B’” (0:09)")


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
    assert notes[3][-3] == "Where I have this from (my own words: not yet reviewed)"


def test_over_a_part_without_an_opening_slide_the_clock_and_what_to_type_lead_to_slides_that_are_seen() -> None:
    parts = (part("One", "A must 60", "B should 90"), part("Two", "C could 30", "D could 20", "E must 10"))
    outline = timed(*parts, part("Three", "F could 20", "G must 10"), questions=1) + "opener: none\n"
    pages = {page.title: page for page in drawn(outline).pages}
    assert {title: lines(page, "before")[0] for title, page in pages.items() if title in "BCEFG"} == {
        "B": "1:04 of 9:00 · slide 3 of 10 · next: C",
        "C": "2:34 of 9:00 · slide 4 of 10 · next: D",
        "E": "3:24 of 9:00 · slide 6 of 10 · next: F",
        "F": "3:34 of 9:00 · slide 7 of 10 · next: G",
        "G": "3:54 of 9:00 · slide 8 of 10 · next: Thank you",
    }
    late = {title: [line for line in lines(page, "after") if "Late" in line] for title, page in pages.items()}
    assert {title: told for title, (told,) in ((title, told) for title, told in late.items() if told)} == {
        "B": "Late? Type 5, Enter leaves out “C” (0:30); 6, Enter leaves out “D” too (0:50)",
        "C": "Late? Type 6, Enter leaves out “D” (0:20)",
        "E": "Late? Type 8, Enter leaves out “F” (0:20)",
    }


def test_what_ends_a_part_may_be_left_out_where_the_next_part_has_no_opening_slide() -> None:
    parts = (part("One", "A must 60", "B could 20"), part("Two", "C must 30"))
    pages = drawn(timed(*parts, questions=1) + "opener: none\n").pages
    assert "Late? Type 4, Enter leaves out “B” (0:20)" in lines(pages[1], "after")


def test_what_is_said_of_a_part_that_opens_without_a_slide_is_not_left_out_with_its_first_slide() -> None:
    parts = (
        part("One", "A must 60"),
        part("Two", "B could 20", "C must 30").replace(
            "- section: Two", "- section: Two\n  notes: We come to the second part."
        ),
    )
    pages = drawn(timed(*parts, questions=1) + "opener: none\n").pages
    assert not [line for page in pages for line in lines(page, "after") if "Late" in line]
