"""E104, and a post as it is searched: whole words, sentences, voices; what is cut from it always verifies."""

import re

from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from talkbuilder.evidence.library.quotes import Quote
from talkbuilder.evidence.library.sources import Source
from talkbuilder.evidence.proof.post_text import PostText
from talkbuilder.evidence.proof.quotes import find_quote
from talkbuilder.evidence.proof.voices import hear
from tests.corpora.tables import from_table
from tests.evidence.valley import POST, library, quote

_LIBRARY = library(quotes=quote("I walked through the valley"))
_ENTRY = _LIBRARY.quotes["a-quote"]
_VALLEY = _LIBRARY.sources["valley"]
assert isinstance(_ENTRY, Quote)
assert isinstance(_VALLEY, Source)
VALLEY, _ = hear(_VALLEY, POST, "walker")
WORDS = [match.span() for match in re.finditer(r"\S+", POST)]


def post_of(text: str) -> PostText:
    """A post of this text in which nobody but the blogger speaks."""
    return PostText(text)


def places(words: str) -> int:
    return len(list(VALLEY.places(words)))


def sentence(words: str) -> str:
    (place,) = VALLEY.places(words)
    start, end = VALLEY.sentence(*place)
    return VALLEY.text[start:end].strip()


@from_table
def test_only_whole_words_and_numbers_are_found(words: str, count: int) -> None:
    assert places(words) == count


def test_a_dash_parts_words_and_a_hyphen_joins_them() -> None:
    post_text = post_of("the mill—the well-kept one, 16–18 August")
    assert [len(list(post_text.places(words))) for words in ("the well-kept", "kept one", "18 August")] == [1, 0, 0]


@from_table
def test_a_sentence_ends_where_it_ends(words: str, whole: str) -> None:
    assert sentence(words) == whole.replace("“", '"').replace("”", '"')


def test_a_short_form_ends_no_sentence() -> None:
    post_text = post_of("He saw Dr. Brown, i.e. No. 5 in the U.S. Army, on Feb. 2. She did not.")
    assert post_text.sentence(3, 4) == (0, post_text.text.index("She"))


stretches = st.tuples(st.integers(0, len(WORDS) - 1), st.integers(1, 12)).map(
    lambda cut: (WORDS[cut[0]][0], WORDS[min(cut[0] + cut[1], len(WORDS)) - 1][1])
)


# That words do not stand in their post, one verdict or the other.
NOT_THERE = {"E101", "E140", "E142", "E143", "E144"}


def codes_of(text: str) -> set[str]:
    assert isinstance(_ENTRY, Quote)
    entry = structs.replace(_ENTRY, text=structs.replace(_ENTRY.text, value=text))
    return {one.code for one in find_quote(entry, VALLEY).faults}


@given(stretches)
def test_what_is_cut_from_a_post_always_stands_in_it(cut: tuple[int, int]) -> None:
    # Whose words they are, and whether a hedge was cut off, is another question.
    faults = codes_of(POST[slice(*cut)]) & {*NOT_THERE, "E105", "E109"}
    assert not faults or not re.search(r"\w", POST[slice(*cut)])


@given(stretches, st.sampled_from(["“”", "‘’`", "\u00a0 ", "–—"]))
def test_what_was_typed_on_another_keyboard_still_stands_in_it(cut: tuple[int, int], signs: str) -> None:
    text = POST[slice(*cut)]
    for sign in signs:
        text = text.replace(sign, {"“": '"', "‘": "'", "\u00a0": " ", "–": "-"}[signs[0]])
    assert not codes_of(text) & NOT_THERE or not re.search(r"\w", text)


@given(stretches, st.data())
def test_a_changed_word_never_stands_in_it(cut: tuple[int, int], data: st.DataObject) -> None:
    words = POST[slice(*cut)].split()
    at = data.draw(st.integers(0, len(words) - 1))
    words[at] = data.draw(st.sampled_from(["stones", "not", "Seventeen", words[at] + "x", "x" + words[at]]))
    text = " ".join(words)
    # What stands in brackets is declared to be put in; and single words may stand elsewhere too.
    assert codes_of(text) & NOT_THERE or "[" in text or text in POST


@given(stretches, st.data())
def test_a_word_that_is_left_out_unmarked_never_stands_in_it(cut: tuple[int, int], data: st.DataObject) -> None:
    words = POST[slice(*cut)].split()
    at = data.draw(st.integers(0, len(words) - 1))
    if 0 < at < len(words) - 1 and words[at] not in (words[at - 1], words[at + 1]) and "[" not in " ".join(words):
        text = " ".join(words[:at] + words[at + 1 :])
        assert codes_of(text) & NOT_THERE or text in POST
