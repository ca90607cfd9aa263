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
    assert [one.code for one in judged(post, "The host [a thief] laughed […] and fell asleep.").faults] == ["E145"]
    # The same words may be put in elsewhere.
    assert judged("A guest [hungry] ate. The host laughed.", "The host [hungry] laughed.").faults == ()


def test_a_year_may_be_put_in_where_the_post_tells_it_nearby() -> None:
    post = "In 2010 it rained. The river rose in May."
    assert judged(post, "The river rose in May [2010].").faults == ()
    assert [one.code for one in judged(post, "The river rose in May [2011].").faults] == ["E108"]


def test_the_thing_that_is_meant_may_be_named_even_if_it_is_a_crime_that_the_post_names() -> None:
    post = "The traffickers came at night. They took the passports."
    assert judged(post, "They [the traffickers] took the passports.").faults == ()
    assert [one.code for one in judged(post, "They [the murderers] took the passports.").faults] == ["E145"]


# A post, a quotation in which something else stands for a word of it, and one in which more is made of it.
REPLACED = [
    ("The nuns are sent to the coast.", "The nuns [were] sent to the coast.", "The nuns [must be] sent to the coast."),
    ("They have closed the gate.", "They [had] closed the gate.", "They [never] closed the gate."),
    ("We walk to the well in June.", "We [walked] to the well in June.", "We [ran] to the well in June."),
    (
        "I think my father built the pier.",
        "I think [her] father built the pier.",
        "I think [every] father built the pier.",
    ),
    ("In May Erik Lund became a monk.", "In May [the boy] became a monk.", "In May [the drunkard] became a monk."),
    ("In May Erik Lund became a monk.", "In May [Lund] became a monk.", "In May [Per Holm] became a monk."),
    ("In May Erik Lund became a monk.", "In May [he] became a monk.", "In May [Erik], […] became a monk."),
    ("The old smith was kind to us.", "The old smith was kind to [them].", "The [young] smith was kind to us."),
    (
        "On Friday she moves to the island.",
        "On Friday [Hanna] moves to the island.",
        "On Friday [she never] moves there.",
    ),
    ("For years we walked to the well.", "For years [they] walked to the well.", "For years [they ran] to the well."),
    ("The guests may have paid for it.", "The guests may have paid for it.", "The guests [had] paid for it."),
    ("The guests pay, and I smile.", "The guests pay, and [she] smile[s].", "The guests [smile] I smile."),
]


@pytest.mark.parametrize(("post", "true", "bent"), REPLACED, ids=[true for _, true, _ in REPLACED])
def test_an_insert_may_stand_for_whom_or_when_and_for_nothing_else(post: str, true: str, bent: str) -> None:
    assert judged(post, true).faults == ()
    assert judged(post, bent).faults


@pytest.mark.parametrize("true", [true for _, true, _ in REPLACED if "[" in true])
def test_a_person_sees_each_of_them(true: str) -> None:
    post = next(post for post, own, _ in REPLACED if own == true)
    assert "is put in" in judged(post, true).question
