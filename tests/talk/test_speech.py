"""How many words a text has when it is said aloud, and how long a slide takes to say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs
from num2words import num2words

from talkbuilder.diagnostics import Source, Span
from talkbuilder.talk.speech import (
    CHANGE_SECONDS,
    PACE,
    PAUSE_SECONDS,
    cardinal,
    misspelt_pauses,
    ordinal,
    pauses_in,
    time_of,
    words_said,
    year_said,
    years_said,
)
from talkbuilder.talk.talk import Slide, plain
from tests.corpora.tables import from_table
from tests.sample import built, talk, words

SPAN = Span(Source("talk.yaml", "x"), 0, 1)


def slide(*notes: str, aloud: tuple[str, ...] = ()) -> Slide:
    """A slide that is nothing but what is said over it."""
    heard, read = (tuple(plain(text, SPAN) for text in texts) for texts in (notes, aloud))
    return Slide("statement", plain("A title that nobody says", SPAN), {}, heard, (), (), SPAN, aloud=read)


@from_table
def test_a_word_is_what_stands_between_blanks_and_has_a_letter(text: str, count: int) -> None:
    assert words_said(text) == count


@from_table
def test_a_figure_has_the_words_that_are_said(figure: str, spoken: str) -> None:
    count = len(spoken.split())
    assert words_said(figure) == count
    assert words_said(f"It was {figure}, we heard.") == count + 4


@from_table
def test_a_figure_is_said_in_the_language_of_the_talk(figure: str, language: str, count: int) -> None:
    assert words_said(figure, language) == count


@pytest.mark.parametrize("language", ["xx", "tlh-QO", "en_US", ""])
def test_a_language_that_nobody_can_count_in_counts_as_english(language: str) -> None:
    assert words_said("64,200 in 2010 and 21st", language) == words_said("64,200 in 2010 and 21st")


def test_what_a_language_lacks_is_said_in_english() -> None:
    # Nobody has taught num2words the ordinals of Kazakh.
    assert words_said("21st", "kk") == 2


def test_a_year_is_said_as_years_are() -> None:
    assert years_said(2012) == ("twenty twelve", "two thousand and twelve", "two thousand twelve")
    assert "nineteen ninety five" in years_said(1995)
    assert years_said(2010, "de")[0] == "zweitausendzehn"


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("[pause]", PAUSE_SECONDS),
        ("[pause 5]", 5),
        ("[pause 2.5 s]", 2.5),
        ("[pause 2.5s]", 2.5),
        ("[Pause 4 sec]", 4),
        ("[PAUSE 4 seconds]", 4),
        ("[ pause  5 ]", 5),
        ("[pause 0]", 0),
        ("So. [pause 5] Well. [pause] So", 5 + PAUSE_SECONDS),
        ("[pause five]", 0),
        ("[pause 1:30]", 0),
        ("[pause -5]", 0),
        ("[pauses 5]", 0),
        ("[pausing]", 0),
        ("[5]", 0),
        ("pause 5", 0),
    ],
)
def test_a_pause_has_the_seconds_that_stand_in_it(text: str, seconds: float) -> None:
    assert pauses_in(text) == seconds


def test_a_marked_pause_is_no_word_and_parts_words() -> None:
    assert words_said("Listen [pause 5] now") == 2
    assert words_said("Listen[pause]now") == 2
    assert words_said("[pause 10]") == 0


def test_a_pause_of_unreadable_length_is_no_word_either() -> None:
    assert words_said("Listen [pause five] now") == 2
    assert misspelt_pauses("Listen [pause five] now [Pause: 5], [pause 5] and [pause]") == (
        "[pause five]",
        "[Pause: 5]",
    )


def test_brackets_without_a_pause_are_words() -> None:
    assert words_said("He said [in Russian] no") == 5
    assert misspelt_pauses("He said [in Russian] no, [to] pause") == ()


def test_a_slide_takes_its_words_at_their_pace_and_the_change() -> None:
    timed = time_of(slide(words(60)), PACE, "en-US")
    assert (timed.words, timed.speech_seconds, timed.other_seconds) == (60, 30, CHANGE_SECONDS)
    assert timed.seconds == 34
    assert CHANGE_SECONDS == 4


def test_the_notes_and_what_is_read_aloud_are_said_and_no_title() -> None:
    assert time_of(slide(), PACE, "en-US").words == 0
    assert time_of(slide("Two words.", "Three more words.", aloud=("And four read aloud",)), PACE, "en-US").words == 9


def test_a_faster_pace_shortens_only_the_speech() -> None:
    paused = structs.replace(slide(f"{words(60)} [pause 5]"), pause=10, media=20.5)
    slow, fast = time_of(paused, 60, "en-US"), time_of(paused, 240, "en-US")
    assert (slow.speech_seconds, fast.speech_seconds) == (60, 15)
    assert slow.other_seconds == fast.other_seconds == 5 + 10 + 20.5 + CHANGE_SECONDS


def test_minutes_stand_for_words_media_and_the_change_but_not_for_pauses() -> None:
    timed = time_of(structs.replace(slide(f"{words(60)} [pause 5]"), minutes=1.5, pause=10, media=20.0), PACE, "en-US")
    assert (timed.words, timed.speech_seconds, timed.seconds) == (60, 0, 90 + 5 + 10)
    assert timed.seconds_at(1.15) == timed.seconds_at(0.85) == timed.seconds
    assert time_of(structs.replace(slide(words(60)), minutes=0.0), PACE, "en-US").seconds == 0


def test_a_range_is_the_pace_15_percent_faster_and_slower() -> None:
    timed = time_of(slide(f"{words(120)} [pause 6]"), PACE, "en-US")
    assert timed.seconds_at(1.15) == pytest.approx(120 / (PACE * 1.15) * 60 + 6 + CHANGE_SECONDS)
    assert timed.seconds_at(0.85) == pytest.approx(120 / (PACE * 0.85) * 60 + 6 + CHANGE_SECONDS)


def test_a_quotation_is_read_aloud_unless_its_author_says_otherwise() -> None:
    deck, _ = built(
        talk(
            "  - {title: T, quote: grass, notes: Two words.}\n"
            "  - {title: U, quote: wind, aloud: false, notes: Two words.}\n"
            "  - {title: V, quote: wind, aloud: true, notes: Two words.}"
        )
    )
    # "The grass was higher than we were." has seven words, "The wind never stopped" four.
    assert [timing.words for timing in deck.plan.timings[2:5]] == [2 + 7, 2, 2 + 4]


def test_a_recording_runs_on_top_of_the_words() -> None:
    deck, _ = built(talk(f"  - {{title: T, photo: steppe, media: 42.5, notes: {words(60)}}}"))
    assert deck.plan.timings[2].seconds == 30 + 42.5 + CHANGE_SECONDS


TEXTS = st.one_of(st.text(), st.text(st.sampled_from("0123456789,.-–+%$€½st nd'’[pause]٣²")))
LANGUAGES = st.sampled_from(["en-US", "ru", "de", "kk", "xx"])


@given(TEXTS, LANGUAGES)
def test_no_text_is_too_strange_to_count(text: str, language: str) -> None:
    assert words_said(text, language) >= 0
    assert pauses_in(text) >= 0
    assert len(misspelt_pauses(text)) <= text.count("[")


@given(TEXTS, LANGUAGES)
def test_one_more_word_is_one_more_word(text: str, language: str) -> None:
    assert words_said(f"{text} word", language) == words_said(text, language) + 1


@given(TEXTS, st.floats(60, 240), st.integers(0, 3600), st.floats(0, 7200))
def test_no_slide_takes_less_than_nothing_and_a_word_never_shortens_it(
    text: str, pace: float, pause: int, media: float
) -> None:
    shorter = structs.replace(slide(text), pause=pause, media=media)
    longer = structs.replace(shorter, notes=(plain(f"{text} word", SPAN),))
    one, other = time_of(shorter, pace, "en-US"), time_of(longer, pace, "en-US")
    assert 0 <= one.seconds < other.seconds
    for timed in (one, other):
        assert timed.seconds_at(1.15) <= timed.seconds <= timed.seconds_at(0.85)


@pytest.mark.parametrize(("figure", "language"), [("2010", "vi"), ("100th", "ko"), ("1234567", "am")])
def test_a_language_that_is_known_in_part_is_no_fault(figure: str, language: str) -> None:
    assert words_said(figure, language) > 0


def theirs(value: float, form: str) -> str:
    return str(num2words(value, lang="en", to=form)).replace(",", "").replace("-", " ")


@given(st.one_of(st.integers(0, 10**15 - 1), st.integers(0, 2000), st.integers(0, 15).map(lambda power: 10**power - 1)))
def test_whole_numbers_are_said_alike(number: int) -> None:
    assert cardinal(str(number)) == theirs(number, "cardinal")
    assert ordinal(str(number)) == theirs(number, "ordinal")


@given(st.integers(0, 10**6), st.integers(0, 9999).map(lambda decimals: f"{decimals:04}"))
def test_decimals_are_said_alike(number: int, decimals: str) -> None:
    assert cardinal(f"{number}.{decimals}") == theirs(float(f"{number}.{decimals}"), "cardinal")


def test_years_are_said_alike() -> None:
    years = range(1100, 2100)
    assert [year_said(str(year)) for year in years] == [theirs(year, "year") for year in years]
