"""What holds for every edition of every talk."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from talkbuilder.source.events import EVERYDAY, Occasion
from talkbuilder.source.fields import Id
from talkbuilder.stages.resolve import narrow
from talkbuilder.talk.edition import TIERS, Choice, Edition
from talkbuilder.talk.talk import Slide, Talk
from tests.editions import SPAN, edition, event, kept, kickers, made, of_words, slide

LISTENERS = ("youth", "church")


def slides() -> st.SearchStrategy[Slide]:
    names = st.lists(st.sampled_from(LISTENERS), max_size=1)
    return st.builds(
        _generated, st.sampled_from(["must", *TIERS]), st.integers(0, 300), st.integers(0, 90), names, names
    )


def _generated(priority: str, count: int, pause: int, only: list[str], not_: list[str]) -> Slide:
    meant, unmeant = (tuple(Id(name, SPAN) for name in names) for names in (only, not_))
    return of_words(slide("S", priority, pause=pause, only=meant, not_=unmeant), count)


PARTS = st.lists(st.lists(slides(), min_size=1, max_size=4), min_size=1, max_size=4)


@st.composite
def talks(draw: st.DrawFn) -> Talk:
    """Any talk: its openings, cover and closing take time, and its pace is any."""
    whole = made(*draw(PARTS), minutes=draw(st.integers(1, 20)), questions=draw(st.none() | st.integers(0, 3)))
    timed = tuple(
        structs.replace(
            section, slides=tuple(one if one.minutes is None else _spoken(one, draw) for one in section.slides)
        )
        for section in whole.sections
    )
    return structs.replace(whole, sections=timed, pace=draw(st.integers(60, 240)))


def _spoken(slide: Slide, draw: st.DrawFn) -> Slide:
    return structs.replace(slide, minutes=draw(st.sampled_from([0.0, 0.1, 0.5])))


ANY_AUDIENCE = st.sampled_from(["", *LISTENERS])
ANY_MINUTES = st.none() | st.integers(1, 25)
EVENTS = st.builds(event, ANY_MINUTES, st.none() | st.integers(0, 6), ANY_AUDIENCE)
OCCASIONS = st.builds(Occasion, event=st.none() | EVENTS, minutes=ANY_MINUTES, audience=ANY_AUDIENCE).filter(
    lambda occasion: occasion.is_edition
)
NEARLY = 1e-6  # seconds: sums of floating numbers


def _is_optional(choice: Choice) -> bool:
    return choice.slide.priority in TIERS and not choice.is_opener and not choice.slide.in_questions


@given(talks(), OCCASIONS)
def test_an_edition_exceeds_its_slot_only_by_what_must_stay(talk: Talk, occasion: Occasion) -> None:
    found = edition(talk, occasion)
    if any(one.kept and _is_optional(one) for one in found.choices):
        assert found.seconds <= found.slot.seconds + NEARLY


@given(talks(), OCCASIONS)
def test_what_must_stay_and_is_meant_for_the_audience_is_never_left_out(talk: Talk, occasion: Occasion) -> None:
    for one in edition(talk, occasion).choices:
        if one.slide.priority == "must":
            only = [name.value for name in one.slide.only]
            not_ = [name.value for name in one.slide.not_]
            assert one.kept == ((not only or occasion.listeners in only) and occasion.listeners not in not_)


@given(talks(), OCCASIONS, st.integers(1, 10))
def test_a_longer_slot_keeps_no_fewer_slides_and_all_that_a_shorter_one_keeps_but_one(
    talk: Talk, occasion: Occasion, more: int
) -> None:
    shorter, longer = edition(talk, occasion), edition(talk, _longer(talk, occasion, more))
    assert longer.slot.minutes == shorter.slot.minutes + more
    assert len(_kept_places(shorter)) <= len(_kept_places(longer))
    assert len(_kept_places(shorter) - _kept_places(longer)) <= 1


def _longer(talk: Talk, occasion: Occasion, more: int) -> Occasion:
    """The same occasion, with so many minutes more wherever its minutes come from."""
    booked = occasion.event
    if booked and booked.minutes and not occasion.minutes:
        return structs.replace(occasion, event=structs.replace(booked, minutes=booked.minutes + more))
    return structs.replace(occasion, minutes=(occasion.minutes or talk.outline.minutes) + more)


def _kept_places(found: Edition) -> set[int]:
    """What is kept, but for what opens a part and stays or goes with it."""
    return {at for at, one in enumerate(found.choices) if one.kept and not one.is_opener}


@given(talks(), OCCASIONS)
def test_narrowing_gives_just_what_is_kept_in_its_order(talk: Talk, occasion: Occasion) -> None:
    found = edition(talk, occasion)
    left = [one.slide for one in found.choices if one.kept]
    narrowed = narrow(found)
    assert [one.slide for one in found.choices] == list(talk.slides)
    assert [_apart_from_number(one) for one in narrowed.slides] == [_apart_from_number(one) for one in left]
    if narrowed.sections != talk.sections:
        count = len(kickers(narrowed))
        several = [f"Part {part} of {count}" for part in range(1, count + 1)]
        assert kickers(narrowed) == (several if count > 1 else ["Part 1"] * count)


def _apart_from_number(slide: Slide) -> Slide:
    return structs.replace(slide, slots={}, shows=None, described="")


@given(talks(), OCCASIONS)
def test_every_part_that_is_left_has_a_slide_besides_its_opening(talk: Talk, occasion: Occasion) -> None:
    for section in narrow(edition(talk, occasion)).sections:
        assert [one for one in section.slides if one.kind != "section"]
        assert section.name in {one.name for one in talk.sections}


@given(talks(), OCCASIONS)
def test_no_speech_is_hurried(talk: Talk, occasion: Occasion) -> None:
    for short, whole in zip(edition(talk, occasion).choices, edition(talk, EVERYDAY).choices, strict=True):
        assert short.time == whole.time


SOME = st.lists(st.tuples(st.sampled_from(["must", *TIERS]), st.integers(1, 120)), min_size=1, max_size=7)


@given(SOME, st.integers(1, 7))
def test_the_fewest_slides_of_the_least_important_tiers_go(written: list[tuple[str, int]], minutes: int) -> None:
    # A 'must' slide of no length keeps the part, whose opening takes no time either.
    talk = made(
        [slide("M", "must", 0), *(slide(str(at), tier, seconds) for at, (tier, seconds) in enumerate(written))],
        minutes=1,
    )
    found = edition(talk, minutes)
    spare = {at for at, (tier, _) in enumerate(written) if tier == "extra" and minutes <= 1}
    gone = {at for at in range(len(written)) if str(at) not in kept(found)} - spare
    assert _by_tier(gone, written) == _fewest(written, minutes * 60, spare)


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
