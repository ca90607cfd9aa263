"""Which slides a slot and an audience keep, and why."""

import pytest
from msgspec import structs

from talkbuilder.checks import slot
from talkbuilder.source.events import EVERYDAY, Occasion
from talkbuilder.source.fields import Id
from talkbuilder.source.outline import Outline
from talkbuilder.stages.resolve import narrow
from talkbuilder.talk.edition import Edition, Slot, slot_of
from talkbuilder.talk.plan import plan
from talkbuilder.talk.talk import Section, Talk
from talkbuilder.units import clock
from tests.corpora.tables import from_table
from tests.editions import SPAN, citation, edition, event, kept, kickers, made, of_words, outline, slide


def why(found: Edition) -> dict[str, str]:
    return {one.slide.title.text: one.why for one in found.choices}


def test_a_slot_is_its_minutes_without_those_for_questions() -> None:
    assert Slot(30, 6).seconds == 24 * 60
    assert Slot(30, 30).seconds == Slot(30, 40).seconds == 0


@pytest.mark.parametrize(
    ("own", "occasion", "slot"),
    [
        (outline(30, None), EVERYDAY, (30, 6)),
        (outline(30, 5), EVERYDAY, (30, 5)),
        (outline(30, 0), EVERYDAY, (30, 0)),
        # A slot of another length has the same share of questions.
        (outline(30, None), Occasion(minutes=20), (20, 4)),
        (outline(30, 3), Occasion(minutes=20), (20, 2)),
        (outline(30, 3), Occasion(event(20)), (20, 2)),
        # An event says itself what stays free; its slot or the talk's.
        (outline(30, 3), Occasion(event(20, 10)), (20, 10)),
        (outline(30, 3), Occasion(event(questions=10)), (30, 10)),
        (outline(30, 3), Occasion(event(20, 0)), (20, 0)),
        # Minutes that are asked for go before the event's, and keep its share.
        (outline(30, 3), Occasion(event(20, 10), minutes=40), (40, 20)),
        (outline(30, 3), Occasion(event(20), minutes=40), (40, 4)),
    ],
)
def test_questions_have_their_share_of_every_slot(own: Outline, occasion: Occasion, slot: tuple[int, int]) -> None:
    found = slot_of(own, occasion)
    assert (found.minutes, found.questions) == slot


@pytest.mark.parametrize(
    ("seconds", "shown"), [(0, "0:00"), (9.6, "0:10"), (90, "1:30"), (3600, "60:00"), (59.7, "1:00")]
)
def test_a_clock_shows_minutes_and_seconds(seconds: float, shown: str) -> None:
    assert clock(seconds) == shown


@pytest.mark.parametrize("counts", [(25, 12, 35, 7), (25, 32, 5, 30)])
def test_what_fits_to_the_second_is_kept_and_no_fault(counts: tuple[int, int, int, int]) -> None:
    # At 90 words a minute, the first two slides take a minute together, but for the last bit of a float.
    first, pause, second, third = counts
    one, other, more = slide("A", "must", pause=pause), slide("B", "should"), slide("C", "could")
    talk = made([of_words(one, first), of_words(other, second), of_words(more, third)])
    found = edition(structs.replace(talk, pace=90.0), 1)
    assert kept(found) == ["A", "B"]
    assert list(slot._over_slot(plan(narrow(found), found))) == []


MIXED = made([slide("A", "could"), slide("B", "should"), slide("C", "must"), slide("D", "could"), slide("E", "should")])


@pytest.mark.parametrize(("minutes", "titles"), [(5, "ABCDE"), (4, "ABCE"), (3, "BCE"), (2, "BC"), (1, "C")])
def test_what_could_go_goes_before_what_should_stay(minutes: int, titles: str) -> None:
    assert kept(edition(MIXED, minutes)) == list(titles)


def test_what_must_stay_stays_even_where_it_does_not_fit() -> None:
    talk = made([slide("A", "must", 300), slide("B", "must", 300), slide("C", "should", 1)])
    found = edition(talk, 1)
    assert kept(found) == ["A", "B"]
    assert found.seconds == 600


def test_among_equals_the_longest_goes_first_so_that_the_fewest_go_and_the_last_is_the_shortest_that_is_enough() -> (
    None
):
    talk = made([slide("A", seconds=20), slide("B", seconds=90), slide("C", seconds=40), slide("D", seconds=60)])
    assert kept(edition(talk, 3)) == ["A", "B", "D"]
    assert kept(edition(talk, 2)) == ["A", "C", "D"]
    assert kept(edition(talk, 1)) == ["A", "C"]


def test_a_long_slide_stays_where_a_short_one_of_its_priority_is_enough_behind_those_that_could_go() -> None:
    talk = made([slide("A", "could", 26), slide("B", seconds=180), slide("C", seconds=30), slide("D", "must", 277)])
    assert kept(edition(talk, 8)) == ["B", "D"]  # 33 seconds too long


def test_of_slides_of_one_length_the_last_goes_first() -> None:
    talk = made([slide("A"), slide("B")], [slide("C")])
    assert [kept(edition(talk, minutes)) for minutes in (2, 1)] == [["A", "B"], ["A"]]


def test_nothing_that_could_go_stays_where_something_else_goes() -> None:
    talk = made([slide("A", "could", 40), slide("B", "could", 30), slide("C", "should", 90), slide("D", "must", 120)])
    # Without A and B, it is still too long by 30 seconds; without C as well, there are 60 to spare.
    assert kept(edition(talk, 3)) == ["D"]


def test_no_more_goes_than_has_to() -> None:
    talk = made([slide("A", "could", 61), slide("B", "could", 59), slide("C", "must", 120)])
    assert kept(edition(talk, 3)) == ["B", "C"]


def test_a_talk_that_just_fills_its_slot_is_kept() -> None:
    assert kept(edition(made([slide("A", "could"), slide("B", "must")]), 2)) == ["A", "B"]


def test_the_talk_as_it_is_written_is_not_shortened() -> None:
    found = edition(made([slide("A", "could", 900), slide("B", "must", 900)]), EVERYDAY)
    assert kept(found) == ["A", "B"]
    assert found.slot.minutes == 10


SPARE = made([slide("A", "must"), slide("B", "extra"), slide("C", "should"), slide("D", "extra", 90)], minutes=3)


@pytest.mark.parametrize(
    ("occasion", "titles"),
    [
        (EVERYDAY, "AC"),
        (Occasion(minutes=3), "AC"),
        (Occasion(minutes=2), "AC"),
        (Occasion(minutes=1), "A"),
        (Occasion(minutes=4), "ACD"),  # it is too long by a minute, which is B
        (Occasion(minutes=5), "ABCD"),
        (Occasion(event(5)), "ABCD"),
        (Occasion(event()), "AC"),
        (Occasion(event(4, 1)), "AC"),  # no longer to speak than in the talk's own three minutes
        (Occasion(event(5, 1)), "ACD"),
    ],
)
def test_spare_slides_join_in_a_slot_that_is_longer_than_the_talk_s_own(occasion: Occasion, titles: str) -> None:
    assert kept(edition(SPARE, occasion)) == list(titles)


def test_spare_slides_go_before_all_others() -> None:
    talk = made([slide("A", "could"), slide("B", "extra", 10), slide("C", "should", 300)], minutes=5)
    assert kept(edition(talk, 6)) == ["A", "C"]


MEANT = made(
    [
        slide("All"),
        slide("Youth", only=(Id("youth", SPAN),)),
        slide("Both", only=(Id("church", SPAN), Id("youth", SPAN))),
        slide("Not youth", not_=(Id("youth", SPAN),)),
        slide("Must for church", "must", only=(Id("church", SPAN),)),
    ]
)


@from_table
def test_an_audience_sees_what_is_meant_for_it(audience: str, titles: list[str]) -> None:
    assert kept(edition(MEANT, Occasion(audience=audience))) == titles
    assert kept(edition(MEANT, Occasion(event(audience=audience)))) == titles


def test_an_audience_that_is_asked_for_goes_before_the_event_s() -> None:
    assert kept(edition(MEANT, Occasion(event(audience="church"), audience="youth"))) == ["All", "Youth", "Both"]


def test_an_edition_for_an_audience_fits_the_slot_too() -> None:
    talk = made([slide("A", only=(Id("youth", SPAN),)), slide("B"), slide("C")], minutes=2)
    assert kept(edition(talk, Occasion(audience="youth"))) == ["A", "B"]


def test_a_part_of_which_nothing_is_left_goes_with_its_opening() -> None:
    talk = made([slide("A", "could")], [slide("B", "must")], [slide("C", only=(Id("youth", SPAN),))])
    found = edition(talk, 1)
    openers = [one.slide.title.text for one in found.choices if one.kept and one.is_opener]
    assert (kept(found), openers) == (["B"], ["Part 2"])
    assert why(found)["Part 1"] == why(found)["Part 3"] == "nothing of its part is left"


def test_the_time_of_an_opening_that_goes_is_won_as_well() -> None:
    # Without A, 95 seconds are left to say, or 125 with the opening of its part.
    talk = made([slide("A", "could", 30)], [slide("B", "could", 20), slide("C", "must", 75)])
    opener = structs.replace(talk.sections[1].slides[0], minutes=0.5)
    sections = (
        talk.sections[0],
        Section("Part 1", (opener, *talk.sections[1].slides[1:])),
        *talk.sections[2:],
    )
    assert kept(edition(structs.replace(talk, sections=sections), 2)) == ["B", "C"]


def test_the_parts_and_the_sources_follow_what_remains() -> None:
    talk = made(
        [structs.replace(slide("A", "could"), shown=(citation("one"),))],
        [structs.replace(slide("B", "must"), shown=(citation("two"),))],
        [structs.replace(slide("C", "must"), spoken=(citation("three"),))],
    )
    whole, short = narrow(edition(talk, 3)), narrow(edition(talk, 2))
    assert kickers(whole) == ["Part 0", "Part 0", "Part 0"]  # nothing goes, so nothing is numbered anew
    assert kickers(short) == ["Part 1 of 2", "Part 2 of 2"]
    assert _sources(whole) == ["Somebody of one; Somebody of two; Somebody of three"]
    assert _sources(short) == ["Somebody of two; Somebody of three"]


def test_a_talk_that_cites_nothing_any_more_lists_no_sources() -> None:
    talk = made([structs.replace(slide("A", "could"), shown=(citation("one"),))], [slide("B", "must")])
    assert [one.kind for one in narrow(edition(talk, 1)).slides] == ["cover", "section", "statement", "closing"]


def _sources(talk: Talk) -> list[str]:
    slots = (one.slots["sources"] for one in talk.slides if one.kind == "sources")
    return [paragraph.text for slot in slots if isinstance(slot, tuple) for paragraph in slot]


def test_slides_for_questions_take_no_time_of_the_slot() -> None:
    talk = made([structs.replace(slide("A", "must"), shown=(citation("one"),))])
    found = edition(talk, 1)
    assert found.seconds == 60
    assert found.choices[-1].slide.in_questions
    assert found.choices[-1].kept


def test_every_slide_is_told_why_it_is_kept_or_left_out() -> None:
    talk = made(
        [
            structs.replace(slide("A", "must"), shown=(citation("one"),)),
            slide("B", "should", 61),
            slide("C", "should", 59),
            slide("D", "could"),
            slide("E", "extra"),
            slide("F", only=(Id("youth", SPAN), Id("church", SPAN))),
            slide("G", not_=(Id("public", SPAN),)),
        ],
        [slide("H", "could")],
    )
    assert why(edition(talk, Occasion(minutes=2, audience="public"))) == {
        "Cover": "must",
        "Part 1": "opens its part",
        "A": "must",
        "B": "no room in 2:00",
        "C": "should",
        "D": "no room in 2:00",
        "E": "for more than 10:00",
        "F": "only for youth and church",
        "G": "not for public",
        "Part 2": "nothing of its part is left",
        "H": "no room in 2:00",
        "Thank you": "must",
        "Where this comes from": "for questions",
    }
