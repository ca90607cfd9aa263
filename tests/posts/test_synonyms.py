"""Other spellings and other words: what they find, and the rows that authors add."""

from pathlib import Path

import pytest

from talkbuilder.diagnostics import Report
from talkbuilder.posts.search.synonyms import PLAIN, read_synonyms
from talkbuilder.source.project import Project
from tests.blog import write
from tests.corpora.tables import from_table
from tests.running import run
from tests.searching import ids, search, where


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(write(tmp_path))
    return tmp_path


@from_table
def test_british_and_american_spelling_go_both_ways(one: str, other: str) -> None:
    assert other in PLAIN.of(one)
    assert one in PLAIN.of(other)


@pytest.mark.parametrize("word", ["four", "hour", "flour"])
def test_short_words_are_no_spellings_of_each_other(word: str) -> None:
    assert not {"for", "four", "hor", "tor", "flor", "yor"} & set(PLAIN.of(word))


def test_a_post_is_found_in_the_other_spelling_and_by_another_word(folder: Path) -> None:
    assert where(search(folder, "plowed")) == [("the-market", "farmer")]
    assert ("the-market", "farmer") in where(search(folder, "brought", "begun", "ploughed"))
    assert ids(search(folder, "started"))[0].startswith("baking-age")


def test_all_forms_of_a_word_have_its_synonyms() -> None:
    assert "assist" in PLAIN.of("helps")
    assert "help" in PLAIN.of("assisted")


def test_an_author_adds_words_which_go_both_ways(folder: Path) -> None:
    assert "price-rise" not in run("find", "inflation")[1]
    (folder / "assets" / "synonyms.yaml").write_text("inflation: [prices rose, costlier]\n", "utf-8")
    assert "{price-rise}" in run("find", "inflation")[1]
    synonyms = read_synonyms(Project(folder), Report())
    assert "inflation" in synonyms.of("costlier")
    assert "movie" in synonyms.of("film")  # ours are there too


@pytest.mark.parametrize("text", ["- shelter", "a: [b", "\udcff"])
def test_faulty_synonyms_are_told_and_the_search_goes_on(folder: Path, text: str) -> None:
    (folder / "assets" / "synonyms.yaml").write_bytes(text.encode("utf-8", "surrogateescape"))
    status, out, err = run("find", "oven")
    assert (status, "quote: no-oven" in out) == (0, True)
    assert "assets/synonyms.yaml:" in err
