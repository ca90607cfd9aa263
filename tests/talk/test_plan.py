"""When each slide begins, and where the speaker should be at which time."""

import pytest
from msgspec import structs

from talkbuilder.diagnostics import Report
from talkbuilder.evidence.library.library import Library
from talkbuilder.layout.items import Text
from talkbuilder.layout.page import Deck
from talkbuilder.pipeline import BuildOptions, schedule
from talkbuilder.source.events import EVERYDAY, Occasion
from talkbuilder.stages.checking import load_library
from talkbuilder.stages.read import read_outline
from talkbuilder.stages.resolve import resolve
from talkbuilder.talk.edition import choose
from talkbuilder.talk.plan import Plan, plan
from talkbuilder.talk.speech import CHANGE_SECONDS
from tests.sample import ASSETS, built, codes, part, project, slide, talk, timed, words


def planned(outline: str, occasion: Occasion = EVERYDAY, **changed: str) -> Plan:
    """The plan of an outline; nothing is drawn, and faults of its time are not asked for."""
    files, report = project(outline, **changed), Report()
    library, read = load_library(files, report), read_outline(files, "talk", report)
    assert read
    return schedule("talk", read, library, report, BuildOptions(occasion))


def starts(made: Plan) -> dict[str, float]:
    return {timing.slide.title.text: timing.start_seconds for timing in made.timings}


TWO_PARTS = timed(part("One", "A must 60", "B should 90"), part("Two", "C could 30", "D must 20"))


def test_a_slide_begins_when_the_one_before_it_ends() -> None:
    made = planned(TWO_PARTS)
    assert starts(made) == pytest.approx(
        {"A talk": 0, "One": 4, "A": 8, "B": 68, "Two": 158, "C": 162, "D": 192, "Thank you": 212, "Sources": 216}
    )
    ends = [timing.end_seconds for timing in made.timings]
    assert [timing.start_seconds for timing in made.timings] == [0, *ends[:-1]]
    assert made.seconds == pytest.approx(216)


def test_the_words_of_a_fact_count_as_they_are_said_and_its_evidence_does_not() -> None:
    deck, _ = built(talk('  - {title: T, quote: grass, aloud: false, notes: "It is {people}."}'))
    assert deck.plan.timings[2].words == len(["It", "is", "about", "sixteen", "million."])


def test_the_words_of_a_talk_are_those_of_all_its_slides() -> None:
    made = planned(talk("  - {title: T, quote: wind, notes: Some words.}"))
    # Hello. It begins. Some words. The wind never stopped. Goodbye.
    assert made.words == 1 + 2 + 2 + 4 + 1


def test_a_talk_takes_between_15_percent_less_and_15_percent_more_of_its_speech() -> None:
    made = planned(talk(f"  - {{title: T, number: people, pause: 30, notes: {words(230)}}}"))
    spoken = sum(timing.time.speech_seconds for timing in made.in_talk)
    silent = 30 + 4 * CHANGE_SECONDS
    assert made.seconds == pytest.approx(spoken + silent)
    assert made.range_seconds == pytest.approx((spoken / 1.15 + silent, spoken / 0.85 + silent))


def test_slides_for_questions_take_no_time_and_come_at_the_end() -> None:
    made = planned(TWO_PARTS)
    sources = made.timings[-1]
    assert (sources.slide.kind, sources.start_seconds, sources.end_seconds) == ("sources", 216, 216)
    assert sources.seconds > CHANGE_SECONDS  # should somebody ask, it does take a while
    assert sources not in made.in_talk
    assert len(made.in_talk) == len(made.timings) - 1
    assert (sources.ends_section, sources.ends_talk, sources.skips) == (False, False, ())


def test_every_section_ends_with_the_last_slide_that_is_said() -> None:
    made = planned(TWO_PARTS)
    assert [timing.slide.title.text for timing in made.timings if timing.ends_section] == [
        *("A talk", "B", "D", "Thank you")
    ]
    assert [timing.slide.title.text for timing in made.timings if timing.ends_talk] == ["Thank you"]


def test_a_talk_without_a_closing_ends_with_its_last_part() -> None:
    made = planned(TWO_PARTS.replace("closing: {title: Thank you}\n", ""))
    assert [timing.slide.title.text for timing in made.timings if timing.ends_talk] == ["D"]
    assert made.timings[-1].slide.in_questions


def test_checkpoints_are_the_ends_of_sections_and_the_quarters() -> None:
    made = planned(TWO_PARTS)
    found = [(one.seconds, made.timings[one.slide].slide.title.text, one.what) for one in made.checkpoints]
    assert found == [
        (4, "A talk", "end of “Opening”"),
        (54, "A", "a quarter of the talk"),
        (108, "B", "half of the talk"),
        (158, "B", "end of “One”"),
        (162, "C", "three quarters of the talk"),
        (212, "D", "end of “Two”"),
        (216, "Thank you", "end of “Closing and sources”"),
    ]


def test_on_screen_is_the_slide_that_began_last() -> None:
    made = planned(TWO_PARTS)
    assert [made.on_screen(seconds) for seconds in (0, 3.9, 4, 8, 67, 68, 1000)] == [0, 0, 1, 2, 2, 3, 7]


def skips(made: Plan) -> dict[str, list[str]]:
    """The titles of what may be skipped, by the title of the slide that says so."""
    return {
        timing.slide.title.text: [made.timings[at].slide.title.text for at in timing.skips]
        for timing in made.timings
        if timing.skips
    }


def test_who_is_late_may_leave_out_what_comes_next() -> None:
    made = planned(
        timed(
            part("One", "A could 60", "B must 60"),
            part("Two", "C should 50", "D could 20", "E extra 90", "F could 30", "G could 10"),
            part("Three", "H should 60", "I must 60"),
        ),
        Occasion(minutes=20),
    )
    assert skips(made) == {
        "One": ["A"],
        "C": ["D", "E", "F"],
        "D": ["E", "F", "G"],
        "E": ["F", "G"],
        "F": ["G"],
    }


def test_only_where_nothing_has_a_lower_priority_may_what_says_none_be_left_out() -> None:
    assert skips(planned(timed(part("One", "A must 60", "B should 60", "C must 10")))) == {"A": ["B"]}
    assert skips(planned(timed(part("One", "A must 60", "B should 60", "C could 10", "D must 9")))) == {"B": ["C"]}


def test_where_all_that_follows_must_be_said_nothing_is_skipped() -> None:
    assert skips(planned(timed(part("One", "A must 60")))) == {}


def test_an_edition_is_planned_as_if_it_were_the_talk() -> None:
    made = planned(TWO_PARTS, Occasion(minutes=2))
    # A and D take 80 s with the three openings, the cover and the closing; B and C have no room.
    assert starts(made) == pytest.approx(
        {"A talk": 0, "One": 4, "A": 8, "Two": 68, "D": 72, "Thank you": 92, "Sources": 96}
    )
    assert made.slot.seconds == 120
    assert made.seconds == pytest.approx(made.edition.seconds)
    assert made.talk.slides == tuple(timing.slide for timing in made.timings)


SAID = f"  - {{title: T, number: people, notes: {words(60)}}}"


def pace_of(made: Plan) -> tuple[float, float]:
    return made.talk.pace, made.timings[2].time.speech_seconds


def test_a_talk_has_its_own_pace() -> None:
    assert pace_of(planned(talk(SAID))) == (120, 30)
    assert pace_of(planned(f"pace: 90\n{talk(SAID)}")) == (90, 40)


PEOPLE = (
    f"{ASSETS['assets/people.yaml']!s}slow: {{credit: A slow speaker, role: author, may_be_named: true, pace: 60}}\n"
)


def test_a_speaker_of_the_library_has_a_pace_and_the_talk_s_own_goes_before_it() -> None:
    slow = talk(SAID).replace("speaker: A speaker", "speaker: slow")
    assert pace_of(planned(slow, people=PEOPLE)) == (60, 60)
    assert pace_of(planned(f"pace: 90\n{slow}", people=PEOPLE)) == (90, 40)


def test_a_speaker_of_no_given_pace_speaks_at_120_words_a_minute() -> None:
    assert pace_of(planned(talk(SAID).replace("speaker: A speaker", "speaker: bureau"))) == (120, 30)


def test_the_cover_prints_the_credit_of_a_speaker_of_the_library() -> None:
    deck, report = built(talk(SAID).replace("speaker: A speaker", "speaker: slow"), people=PEOPLE)
    assert codes(report) == []
    assert texts(deck)["Speaker"] == ["A slow speaker"]
    assert deck.plan.talk.speaker.value == "A slow speaker"


def texts(deck: Deck) -> dict[str, list[str]]:
    """What stands on the cover, by placeholder."""
    found = (item for item in deck.pages[0].items if isinstance(item, Text))
    return {text.placeholder: [paragraph.text for paragraph in text.paragraphs] for text in found}


def test_a_talk_is_timed_in_its_language() -> None:
    said = talk("  - {title: T, number: people, notes: 2010}")
    assert planned(said).timings[2].words == 2  # twenty ten
    assert planned(f"language: de\n{said}").timings[2].words == 1  # zweitausendzehn


def test_a_talk_of_no_time_has_no_checkpoints() -> None:
    read = read_outline(project(TWO_PARTS), "talk", Report())
    assert read
    found = choose(resolve("talk", read, Library(), Report()))
    nothing = plan(structs.replace(found.talk, sections=()), found)
    assert (nothing.seconds, nothing.words, nothing.checkpoints) == (0, 0, ())


def test_what_the_audience_can_do_is_a_must_and_is_never_to_be_skipped() -> None:
    slides = f"{slide('bullets', 'A')}\n{slide('ask', 'B')}\n{slide('ask', 'C')}\n    priority: could"
    made, _ = built(talk(slides))
    by_title = {timing.slide.title.text: at for at, timing in enumerate(made.plan.timings)}
    assert made.plan.timings[by_title["B"]].slide.priority == "must"
    skipped = {at for timing in made.plan.timings for at in timing.skips}
    assert by_title["A"] in skipped
    assert not skipped & {by_title["B"], by_title["C"]}
