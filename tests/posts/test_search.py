"""Searching: what is found, in which order, and how passages are cut."""

import sqlite3
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from talkbuilder.evidence.proof.post_text import VoiceWords
from talkbuilder.posts.search.passages import count_words, cuts, paragraphs, passage, trim
from talkbuilder.posts.search.posts import Card, Spoken
from talkbuilder.posts.search.terms import readings
from tests.blog import POSTS, write
from tests.corpora.tables import from_table
from tests.searching import ids, search, where

ANYTHING = st.text(max_size=60) | st.text(alphabet="\"*()^:+-{}[]~AND OR NOT NEAR\x00\ud800а”“'`,;", max_size=40)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path)


@pytest.fixture(scope="module")
def lasting(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("blog"))


def test_all_words_go_before_some(folder: Path) -> None:
    found = search(folder, "bakery", "Sundays")
    assert where(found) == [("the-market", "farmer")]
    some = search(folder, "baker", "ploughed", "zebra")
    assert some.query is not None
    assert not some.query.all
    assert {post for post, _ in where(some)} == {"first-snow", "the-market"}


def test_a_passage_tells_whose_words_it_holds(folder: Path) -> None:
    assert where(search(folder, "oven warm")) == [("first-snow", "baker")]
    assert where(search(folder, "wrote down home")) == [("first-snow", "")]


def test_other_forms_of_a_word_are_found(folder: Path) -> None:
    assert where(search(folder, "prices", "weeks")) == [("the-market", "")]
    assert ids(search(folder, "price")) == ["price-rise"]


@pytest.mark.parametrize("word", ["ДАЛАДА", "хлеб"])
def test_cyrillic_is_found_also_by_the_beginning_of_a_word(folder: Path, word: str) -> None:
    assert where(search(folder, word)) == [("first-snow", "")]


def test_a_phrase_is_found_only_as_it_stands(folder: Path) -> None:
    assert len(search(folder, '"bread to the shelter"').passages) == 2
    assert len(search(folder, "bread to the shelter").passages) == 2
    turned = search(folder, '"shelter the to bread"')
    assert turned.query is not None
    assert turned.query.phrases == ("shelter", "the", "to", "bread")


def test_what_matches_is_marked(folder: Path) -> None:
    [one] = search(folder, "oven", "warm").passages
    assert {one.text[start:end].strip(".,") for start, end in one.marks} == {"oven", "warm"}


def test_a_passage_stands_in_its_post_just_so(folder: Path) -> None:
    for one in search(folder, "bread", "oven", "week").passages:
        assert POSTS[one.post][one.start : one.end] == one.text


def test_library_entries_tell_how_to_use_them(folder: Path) -> None:
    found = search(folder, "oven")
    assert [hold.entry.use for hold in found.entries] == ["quote: no-oven"]
    assert [hold.card.citation for hold in found.entries] == ["“The first snow”, April 18, 2012"]
    assert ids(search(folder, "flour")) == ["give-flour"]
    assert "baker" in ids(search(folder, "old baker"))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(ANYTHING, min_size=1, max_size=4))
def test_no_query_ever_raises(lasting: Path, words: list[str]) -> None:
    search(lasting, *words)


@given(words=st.lists(ANYTHING, max_size=4))
def test_every_reading_is_a_query_that_sqlite_understands(words: list[str]) -> None:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE words USING fts5(text)")
    for query in readings(tuple(words)):
        connection.execute("SELECT * FROM words WHERE words MATCH ?", (query.fts,))
    connection.close()


def test_a_thousand_words_are_no_query_too_long(lasting: Path) -> None:
    search(lasting, *(f"word{number}" for number in range(1000)))
    search(lasting, " ".join(f"word{number}" for number in range(1000)))
    assert readings(("...", "—")) == ()


def test_words_are_found_however_blanks_and_quote_marks_are_written() -> None:
    text = "She said:\u00a0 “It’s  cold —\nvery cold.” Then she left."
    [(start, end, who)] = Spoken(text, Card(voices=(VoiceWords("her", "\"It's cold", "- very cold."),))).voices
    assert (text[start:end], who) == ("“It’s  cold —\nvery cold.", "her")
    assert Spoken(text, Card(voices=(VoiceWords("her", "It was", "cold."), VoiceWords("her", "", "")))).voices == ()


def test_the_voice_inside_a_voice_speaks() -> None:
    text = "A b c d e."
    pieces = [(text[one.start : one.end], one.who) for one in cuts(text, (0, 10), ((0, 10, "outer"), (4, 5, "inner")))]
    assert pieces == [("A b ", "outer"), ("c", "inner"), (" d e.", "outer")]


@from_table
def test_a_passage_is_cut_where_sentences_end(text: str, word: str, most: int, expected: str) -> None:
    at = text.index(word)
    cut = passage(text, (0, len(text)), ((at, at + len(word)),), (), most)
    assert cut is not None
    assert text[cut.start : cut.end] == expected


@given(st.text(alphabet="ab .,;“”\n\u00a0!А", max_size=200), st.integers(0, 199), st.integers(1, 20))
def test_a_passage_is_never_too_long_and_stands_in_its_paragraph(text: str, at: int, most: int) -> None:
    for start, end in paragraphs(text):
        assert not text[start].isspace()
        assert not text[end - 1].isspace()
        word = (min(start + at, end - 1), min(start + at, end - 1) + 1)
        if (cut := passage(text, (start, end), (word,), (), most)) is not None:
            assert start <= cut.start <= word[0] < word[1] <= cut.end <= end
            assert count_words(text[cut.start : cut.end]) <= most
            assert trim(text, cut.start, cut.end) == (cut.start, cut.end)


@given(st.text(max_size=300))
def test_paragraphs_hold_all_that_is_not_blank(text: str) -> None:
    held = "".join(text[start:end] for start, end in paragraphs(text))
    assert "".join(held.split()) == "".join(text.split())
