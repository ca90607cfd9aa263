"""How long a talk takes."""

import pytest

from talkbuilder.plan import CHANGE_SECONDS
from tests.sample import built, talk


def words(count: int) -> str:
    return " ".join(["word"] * count)


def test_a_slide_takes_its_words_at_120_a_minute_and_the_change() -> None:
    deck, _ = built(talk(f"  - {{title: T, quote: grass, notes: {words(60)}}}"))
    timing = deck.plan.timings[2]
    assert (timing.words, timing.seconds) == (60, 30 + CHANGE_SECONDS)


def test_a_pause_comes_on_top_of_the_words() -> None:
    deck, _ = built(talk(f"  - {{title: T, quote: grass, pause: 15, notes: {words(60)}}}"))
    assert deck.plan.timings[2].seconds == 45 + CHANGE_SECONDS


def test_minutes_replace_what_words_would_tell() -> None:
    deck, _ = built(talk(f"  - {{title: T, quote: grass, minutes: 1.5, notes: {words(200)}}}"))
    assert deck.plan.timings[2].seconds == 90


def test_a_slide_begins_when_the_one_before_it_ends() -> None:
    deck, _ = built(talk("  - {title: T, quote: grass, notes: Some words.}\n  - {title: U, quote: wind, notes: More.}"))
    starts = [timing.start_seconds for timing in deck.plan.timings]
    ends = [timing.start_seconds + timing.seconds for timing in deck.plan.timings]
    assert starts == pytest.approx([0, *ends[:-1]])
    assert deck.plan.seconds == pytest.approx(ends[-1])


def test_the_words_of_a_fact_count_and_its_evidence_does_not() -> None:
    deck, _ = built(talk('  - {title: T, quote: grass, notes: "It is {people}."}'))
    assert deck.plan.timings[2].words == len(["It", "is", "about", "16", "million."])
