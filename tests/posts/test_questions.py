"""Which entry of the shipped library comes first, question by question."""

from pathlib import Path

import pytest

from talkbuilder.evidence.library.library import Library
from talkbuilder.posts.search.find import find
from talkbuilder.posts.search.posts import Card
from tests.searching import ids, library_of

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def shipped() -> Library:
    return library_of(ROOT)


def _found(library: Library, question: str, most: int = 5) -> list[str]:
    return ids(find(None, library, tuple(question.split()), most, lambda _: Card()))


@pytest.mark.parametrize("nth", [4, pytest.param(1, marks=pytest.mark.trial)])
def test_the_entry_that_answers_comes_first_and_of_a_vague_question_it_is_among_what_is_found(
    nth: int, shipped: Library
) -> None:
    told = Path(__file__).with_name("questions.tsv").read_text("utf-8").splitlines()
    answers = dict(line.split("\t") for line in told[::nth] if not line.startswith("#"))
    first = {question: id for question, id in answers.items() if id[0] != "("}
    assert {question: _found(shipped, question)[0] for question in first} == first
    later = {question: id.strip("()") for question, id in answers.items() if id[0] == "("}
    assert [question for question, id in later.items() if id not in _found(shipped, question, 20)] == []


def test_what_the_posts_say_otherwise_is_told_beside_each_of_two_entries(shipped: Library) -> None:
    found = find(None, shipped, ("rank", "minnesota"), 2, lambda _: Card())
    told = {hold.entry.id: hold.entry.against for hold in found.entries}
    assert told["minnesota-rank-10"].startswith("{minnesota-rank-13} says: ")
    assert told["minnesota-rank-13"].startswith("{minnesota-rank-10} says: ")
