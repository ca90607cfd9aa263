"""What the notes say of time: where the speaker should be, when a part is over, and where to jump if it is late."""

import re

from talkbuilder.diagnostics import Report
from talkbuilder.layout.page import Deck
from talkbuilder.pipeline import BuildOptions, build
from talkbuilder.source.events import EVERYDAY, Event, Occasion
from talkbuilder.stages.read import read_events
from tests.corpora.tables import from_table
from tests.listing import lines
from tests.memory import MemoryProject
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


def test_quotations_that_are_to_be_read_aloud_say_so() -> None:
    def told(more: str) -> tuple[str, ...]:
        slides = f"  - {{title: T, quote: grass{more}, notes: So.}}\n"
        outline = f"talk: A\nspeaker: B\nsections:\n- section: C\n  slides:\n{slides}"
        return lines(drawn(outline).pages[2], "before")

    assert "Read the quotation aloud" in told("")
    assert "Read the quotation aloud" not in told(", aloud: false")


def test_where_the_booking_tells_when_it_begins_the_notes_tell_what_the_clock_on_the_wall_shows() -> None:
    for starts, shown in (
        ("19:58", ["7:58 PM", "7:59 PM", "8:00 PM"]),
        ("11:58 am", ["11:58 AM", "11:59 AM", "12:00 PM"]),
    ):
        pages = drawn(TALK, Occasion(booked(f"starts: '{starts}'"))).pages
        told = [lines(page, "before")[0].split(" · ")[0].replace("\N{NO-BREAK SPACE}", " ") for page in pages]
        assert set(shown) <= set(told)
        assert told[0] == shown[0]
    assert lines(drawn(TALK, Occasion(booked("place: A hall"))).pages[0], "before")[0].startswith("0:00 of ")


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


def booked(entry: str) -> Event:
    report = Report()
    files = {"talks/talk.yaml": TALK, "talks/events.yaml": f"e: {{talk: talk, date: 2027-05-14, {entry}}}\n"}
    (event,) = read_events(MemoryProject(files), report).values()
    assert isinstance(event, Event), report.diagnostics
    return event


@from_table
def test_the_notes_of_the_cover_tell_of_the_booking(entry: str, line: str) -> None:
    deck = drawn(TALK, Occasion(booked(entry)))
    assert lines(deck.pages[0], "after")[-1] == line
    assert [page for page in deck.pages[1:] if "2027" in " ".join(lines(page, "after"))] == []


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
