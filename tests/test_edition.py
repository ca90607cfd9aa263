"""Which slides a slot and an audience keep, and why."""

from collections.abc import Iterable
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from talkbuilder.checks import over_slot
from talkbuilder.diagnostics import Report, Source, Span
from talkbuilder.edition import TIERS, Choice, Edition, Slot, choose, slot_of
from talkbuilder.events import EVERYDAY, Event, Occasion
from talkbuilder.evidence.library import Library
from talkbuilder.fields import Day, Id, Text
from talkbuilder.kinds import KINDS
from talkbuilder.kinds.sources import Cited
from talkbuilder.outline import Outline
from talkbuilder.plan import plan
from talkbuilder.resolve import narrow
from talkbuilder.talk import Citation, Section, Slide, Talk, plain
from talkbuilder.units import clock
from talkbuilder.words import Words

SPAN = Span(Source("talks/talk.yaml", "x"), 0, 1)
LISTENERS = ("youth", "church")


def outline(minutes: int = 10, questions: int | None = 0) -> Outline:
    return Outline(
        span=SPAN, talk=Text("A talk", SPAN), speaker=Text("I", SPAN), sections=(), minutes=minutes, questions=questions
    )


def event(minutes: int | None = None, questions: int | None = None, audience: str = "") -> Event:
    listeners = Id(audience, SPAN) if audience else None
    day = Day("2027-05-14", SPAN)
    return Event(
        span=SPAN,
        id="e",
        talk=Id("talk", SPAN),
        date=day,
        minutes=minutes,
        questions=questions,
        audience=listeners,
    )


def slide(title: str, priority: Any = "should", seconds: float = 60, kind: str = "statement", **keys: Any) -> Slide:
    """A slide that takes so many seconds."""
    slots = {"kicker": (plain("Part 0", SPAN),)} if kind == "section" else {}
    return Slide(kind, plain(title, SPAN), slots, (), (), (), SPAN, priority=priority, minutes=seconds / 60, **keys)


def citation(name: str) -> Citation:
    return Citation("fact", name, "It is so", f"Somebody of {name}", "", "", "seen")


def made(*parts: Iterable[Slide], minutes: int = 10, questions: int | None = 0) -> Talk:
    """A talk of parts, with a cover, a closing and the sources of all that it cites; all three take no time."""
    sections = [Section("Opening", (slide("Cover", "must", 0, "cover"),))]
    for number, part in enumerate(parts, start=1):
        opener = slide(f"Part {number}", seconds=0, kind="section")
        sections.append(Section(f"Part {number}", (opener, *part)))
    cited = tuple(dict.fromkeys(one for section in sections for each in section.slides for one in each.citations))
    sources = KINDS["sources"].resolve(Cited(cited, None, outline()), Words(Library(), Report()))
    closing = slide("Thank you", "must", 0, "closing")
    sections.append(Section("Closing and sources", (closing, sources) if sources else (closing,)))
    return Talk(
        outline(minutes, questions), Library(), "talk", "en-US", Text("I", SPAN), 120, EVERYDAY, tuple(sections)
    )


def edition(talk: Talk, occasion: Occasion | int) -> Edition:
    """What an occasion, or a slot of so many minutes, keeps of a talk."""
    wanted = Occasion(minutes=occasion) if isinstance(occasion, int) else occasion
    return choose(structs.replace(talk, occasion=wanted))


def kept(found: Edition) -> list[str]:
    """The titles of what is kept, apart from what every talk has."""
    return [one.slide.title.text for one in found.choices if one.kept and one.slide.kind == "statement"]


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
    talk = made([_of_words(one, first), _of_words(other, second), _of_words(more, third)])
    found = edition(structs.replace(talk, pace=90.0), 1)
    assert kept(found) == ["A", "B"]
    assert list(over_slot.check(plan(narrow(found), found))) == []


def _of_words(slide: Slide, count: int) -> Slide:
    return structs.replace(slide, notes=(plain(" ".join(["word"] * count), SPAN),), minutes=None)


MIXED = made([slide("A", "could"), slide("B", "should"), slide("C", "must"), slide("D", "could"), slide("E", "should")])


@pytest.mark.parametrize(("minutes", "titles"), [(5, "ABCDE"), (4, "ABCE"), (3, "BCE"), (2, "BC"), (1, "C")])
def test_what_could_go_goes_before_what_should_stay(minutes: int, titles: str) -> None:
    assert kept(edition(MIXED, minutes)) == list(titles)


def test_what_must_stay_stays_even_where_it_does_not_fit() -> None:
    talk = made([slide("A", "must", 300), slide("B", "must", 300), slide("C", "should", 1)])
    found = edition(talk, 1)
    assert kept(found) == ["A", "B"]
    assert found.seconds == 600


def test_among_equals_the_longest_goes_first_so_that_the_fewest_go() -> None:
    talk = made([slide("A", seconds=20), slide("B", seconds=90), slide("C", seconds=40), slide("D", seconds=60)])
    assert kept(edition(talk, 3)) == ["A", "C", "D"]
    assert kept(edition(talk, 2)) == ["A", "C", "D"]
    assert kept(edition(talk, 1)) == ["A", "C"]


def test_of_slides_of_one_length_the_last_goes_first() -> None:
    talk = made([slide("A"), slide("B")], [slide("C")])
    assert [kept(edition(talk, minutes)) for minutes in (2, 1)] == [["A", "B"], ["A"]]


def test_one_that_went_comes_back_if_it_fits_into_what_the_last_one_leaves_free() -> None:
    talk = made([slide("A", "could", 40), slide("B", "could", 30), slide("C", "should", 90), slide("D", "must", 120)])
    # Without A and B, it is still too long by 30 seconds; without C as well, there are 60 to spare.
    assert kept(edition(talk, 3)) == ["B", "D"]  # the one that went last comes back first


def test_what_would_bring_its_part_along_does_not_come_back() -> None:
    talk = made([slide("A", "could", 30)], [slide("B", "should", 90), slide("C", "must", 120)])
    assert kept(edition(talk, 3)) == ["C"]


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
        (Occasion(minutes=4), "ABC"),  # there is no room for D, the longer one
        (Occasion(minutes=5), "ABCD"),
        (Occasion(event(5)), "ABCD"),
        (Occasion(event()), "AC"),
        (Occasion(event(4, 1)), "AC"),  # no longer to speak than in the talk's own three minutes
        (Occasion(event(5, 1)), "ABC"),
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


@pytest.mark.parametrize(
    ("audience", "titles"),
    [
        ("youth", ["All", "Youth", "Both"]),
        ("church", ["All", "Both", "Not youth", "Must for church"]),
        ("community", ["All", "Not youth"]),
        ("", ["All", "Not youth"]),
    ],
)
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
    assert _kickers(whole) == ["Part 0", "Part 0", "Part 0"]  # nothing goes, so nothing is numbered anew
    assert _kickers(short) == ["Part 1", "Part 2"]
    assert _sources(whole) == ["Somebody of one", "Somebody of two", "Somebody of three"]
    assert _sources(short) == ["Somebody of two", "Somebody of three"]


def test_a_talk_that_cites_nothing_any_more_lists_no_sources() -> None:
    talk = made([structs.replace(slide("A", "could"), shown=(citation("one"),))], [slide("B", "must")])
    assert [one.kind for one in narrow(edition(talk, 1)).slides] == ["cover", "section", "statement", "closing"]


def _kickers(talk: Talk) -> list[str]:
    slots = (one.slots["kicker"] for one in talk.slides if one.kind == "section")
    return [slot[0].text for slot in slots if isinstance(slot, tuple)]


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


def slides() -> st.SearchStrategy[Slide]:
    names = st.lists(st.sampled_from(LISTENERS), max_size=1)
    return st.builds(
        _generated, st.sampled_from(["must", *TIERS]), st.integers(0, 300), st.integers(0, 90), names, names
    )


def _generated(priority: str, count: int, pause: int, only: list[str], not_: list[str]) -> Slide:
    meant, unmeant = (tuple(Id(name, SPAN) for name in names) for names in (only, not_))
    return _of_words(slide("S", priority, pause=pause, only=meant, not_=unmeant), count)


PARTS = st.lists(st.lists(slides(), min_size=1, max_size=4), min_size=1, max_size=4)


@st.composite
def talks(draw: st.DrawFn) -> Talk:
    """Any talk: its openings, cover and closing take time, and its pace is any."""
    whole = made(*draw(PARTS), minutes=draw(st.integers(1, 20)), questions=draw(st.none() | st.integers(0, 3)))
    timed = tuple(
        Section(section.name, tuple(one if one.minutes is None else _spoken(one, draw) for one in section.slides))
        for section in whole.sections
    )
    return structs.replace(whole, sections=timed, pace=draw(st.integers(60, 240)))


def _spoken(slide: Slide, draw: st.DrawFn) -> Slide:
    return structs.replace(slide, minutes=draw(st.sampled_from([0.0, 0.1, 0.5])))


OCCASIONS = st.builds(
    Occasion,
    minutes=st.integers(1, 25),
    audience=st.sampled_from(["", *LISTENERS]),
)
NEARLY = 1e-6  # seconds: sums of floating numbers


def _is_optional(choice: Choice) -> bool:
    return choice.slide.priority in TIERS and not choice.is_opener and not choice.slide.in_questions


@settings(max_examples=80)
@given(talks(), OCCASIONS)
def test_an_edition_exceeds_its_slot_only_by_what_must_stay(talk: Talk, occasion: Occasion) -> None:
    found = edition(talk, occasion)
    if any(one.kept and _is_optional(one) for one in found.choices):
        assert found.seconds <= found.slot.seconds + NEARLY


@settings(max_examples=80)
@given(talks(), OCCASIONS)
def test_what_must_stay_and_is_meant_for_the_audience_is_never_left_out(talk: Talk, occasion: Occasion) -> None:
    for one in edition(talk, occasion).choices:
        if one.slide.priority == "must":
            only = [name.value for name in one.slide.only]
            not_ = [name.value for name in one.slide.not_]
            assert one.kept == ((not only or occasion.audience in only) and occasion.audience not in not_)


@settings(max_examples=80)
@given(talks(), OCCASIONS, st.integers(1, 10))
def test_a_longer_slot_keeps_no_fewer_slides_and_all_that_a_shorter_one_keeps_but_one(
    talk: Talk, occasion: Occasion, more: int
) -> None:
    assert occasion.minutes
    shorter = _kept_places(edition(talk, occasion))
    longer = _kept_places(edition(talk, structs.replace(occasion, minutes=occasion.minutes + more)))
    assert len(shorter) <= len(longer)
    assert len(shorter - longer) <= 1


def _kept_places(found: Edition) -> set[int]:
    return {at for at, one in enumerate(found.choices) if one.kept}


@settings(max_examples=30)
@given(talks(), OCCASIONS)
def test_the_same_talk_has_the_same_edition(talk: Talk, occasion: Occasion) -> None:
    again = structs.replace(talk, sections=tuple(structs.replace(section) for section in talk.sections))
    assert edition(talk, occasion).choices == edition(again, occasion).choices


@settings(max_examples=80)
@given(talks(), OCCASIONS)
def test_narrowing_gives_just_what_is_kept_in_its_order(talk: Talk, occasion: Occasion) -> None:
    found = edition(talk, occasion)
    left = [one.slide for one in found.choices if one.kept]
    narrowed = narrow(found)
    assert [one.slide for one in found.choices] == list(talk.slides)
    assert [_apart_from_number(one) for one in narrowed.slides] == [_apart_from_number(one) for one in left]
    if narrowed.sections != talk.sections:
        assert _kickers(narrowed) == [f"Part {part}" for part in range(1, len(_kickers(narrowed)) + 1)]


def _apart_from_number(slide: Slide) -> Slide:
    return structs.replace(slide, slots={})


@settings(max_examples=80)
@given(talks(), OCCASIONS)
def test_every_part_that_is_left_has_a_slide_besides_its_opening(talk: Talk, occasion: Occasion) -> None:
    for section in narrow(edition(talk, occasion)).sections:
        assert [one for one in section.slides if one.kind != "section"]
        assert section.name in {one.name for one in talk.sections}


@settings(max_examples=80)
@given(talks(), OCCASIONS)
def test_no_speech_is_hurried(talk: Talk, occasion: Occasion) -> None:
    for short, whole in zip(edition(talk, occasion).choices, edition(talk, EVERYDAY).choices, strict=True):
        assert short.time == whole.time


SOME = st.lists(st.tuples(st.sampled_from(["must", *TIERS]), st.integers(1, 120)), min_size=1, max_size=7)


@settings(max_examples=80)
@given(SOME, st.integers(1, 7))
def test_the_fewest_slides_of_the_least_important_tiers_go_and_one_of_them_may_come_back(
    written: list[tuple[str, int]], minutes: int
) -> None:
    # A 'must' slide of no length keeps the part, whose opening takes no time either.
    talk = made(
        [slide("M", "must", 0), *(slide(str(at), tier, seconds) for at, (tier, seconds) in enumerate(written))],
        minutes=1,
    )
    found = edition(talk, minutes)
    spare = {at for at, (tier, _) in enumerate(written) if tier == "extra" and minutes <= 1}
    gone = {at for at in range(len(written)) if str(at) not in kept(found)} - spare
    strictly, fits = _fewest(written, minutes * 60, spare), found.slot.holds(found.seconds)
    back = [before - after for before, after in zip(strictly, _by_tier(gone, written), strict=True)]
    assert sorted(back)[:-1] == [0, 0]
    assert back in ([0, 0, 0], *([1, 0, 0], [0, 1, 0], [0, 0, 1]) * fits)


def _fewest(written: list[tuple[str, int]], seconds: int, spare: set[int]) -> list[int]:
    """How many slides of each tier have to go, by trying all sets of each: a tier goes whole before the next."""
    left = {at: length for at, (_, length) in enumerate(written) if at not in spare}
    counts = []
    for tier in TIERS:
        places = [at for at in left if written[at][0] == tier]
        excess = sum(left.values()) - seconds
        counts.append(_least(places, left, excess))
        if counts[-1] == len(places):
            left = {at: length for at, length in left.items() if at not in places}
        else:
            return [*counts, *[0] * (len(TIERS) - len(counts))]
    return counts


def _least(places: list[int], lengths: dict[int, int], excess: int) -> int:
    """The size of the smallest set that wins so many seconds; all of them where none does."""
    for size in range(len(places)):
        if any(sum(lengths[at] for at in chosen) >= excess for chosen in combinations(places, size)):
            return size
    return len(places)


def _by_tier(gone: set[int], written: list[tuple[str, int]]) -> list[int]:
    return [sum(written[at][0] == tier for at in gone) for tier in TIERS]
