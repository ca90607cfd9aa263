"""E145 rewriting-insert, and E106 and E108 of inserts: what may be put in, and what may not."""

import pytest

from tests.corpora.tables import from_table
from tests.evidence.valley import judged


@from_table
def test_an_insert_explains_and_changes_nothing(post: str, true: str, bent: str, code: str) -> None:
    assert judged(post, true).faults == ()
    assert code in {one.code for one in judged(post, bent).faults}


@pytest.mark.parametrize(
    "text", ["The boys [of Norwood] were quiet.", "[My] boys were quiet.", "The boys [had] were quiet."]
)
def test_a_person_confirms_what_is_put_in(text: str) -> None:
    post = "The boys were quiet. We knew why."
    asked = judged(post, text.replace("[My] ", "[Anna:] The ")).question
    assert "is put in: does it say only who or what is meant?" in asked
    assert judged(post, "The boys were quiet [sic].").question


@pytest.mark.parametrize("text", ["He work[ed] at night", "He work[s] at night"])
def test_an_ending_of_another_tense_may_be_put_in(text: str) -> None:
    assert judged("He work at night and sleeps at noon.", text).faults == ()


def test_brackets_that_stand_in_the_post_stay_what_they_are() -> None:
    post = "The host [a baker] laughed, sang, and fell asleep."
    assert judged(post, "The host [a baker] laughed […] and fell asleep.").faults == ()
    assert judged(post, "The host [a thief] laughed […] and fell asleep.").faults
    # The same words may be put in elsewhere.
    assert judged("A guest [hungry] ate. The host laughed.", "The host [hungry] laughed.").faults == ()


def test_a_year_may_be_put_in_where_the_post_tells_it_nearby() -> None:
    post = "In 2010 it rained. The river rose in May."
    assert judged(post, "The river rose in May [2010].").faults == ()
    assert [one.code for one in judged(post, "The river rose in May [2011].").faults] == ["E108"]


@from_table
def test_an_insert_may_stand_for_whom_or_when_and_for_nothing_else(post: str, true: str, bent: str) -> None:
    assert judged(post, true).faults == ()
    assert judged(post, bent).faults
    assert ("is put in" in judged(post, true).question) == ("[" in true)
