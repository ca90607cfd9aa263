"""E103, E104 and E160: who is speaking where, and whose words a quotation takes."""

import pytest

from talkbuilder.evidence.proof.proof import prove
from tests.corpora.tables import from_table
from tests.evidence.proof.test_quotes import told
from tests.evidence.valley import codes, fact, found, library, quote


@from_table
def test_voices_are_where_they_are_said_to_be(voices: str, messages: list[str]) -> None:
    posts = f"valley: {{title: T, date: 2012, voices: [{voices}]}}"
    faults = found(quotes=quote("She knows all about the three passes"), sources_yaml=posts)
    assert [(one.code, one.message) for one in faults] == [("E104", message) for message in messages]


def test_nothing_is_proved_while_a_voice_is_nowhere() -> None:
    posts = "valley: {title: T, date: 2012, voices: [{who: miller, from: Once upon, to: a time}]}"
    proof = prove(library(quotes=quote("She knows all about the three passes"), sources_yaml=posts))
    assert [one.proved for one in proof.verdicts] == [None]


@from_table
def test_words_are_his_who_says_them(text: str, right: str, wrong: str) -> None:
    assert codes(quotes=quote(text, right)) == []
    assert codes(quotes=quote(text, wrong)) == ["E103"]


def test_two_voices_are_not_joined() -> None:
    assert "E105" in codes(quotes=quote("has not turned […] Nobody mends", "walker"))
    assert "E105" in codes(quotes=quote("I walked through the valley […] We don't grind", "walker"))


def test_without_an_author_nobody_says_what_no_voice_covers() -> None:
    people = (
        "walker: {credit: W, role: public}\nneighbour: {credit: N, role: critic}\nmiller: {credit: M, role: critic}\n"
    )
    (fault,) = found(quotes=quote("I walked through"), people_yaml=people + "office: {credit: O, role: source}\n")
    assert fault.code == "E103"
    assert "role 'author'" in fault.hint


@pytest.mark.parametrize("text", ["Nothing grows here but nettles.", "Nothing grows here but nettles", "nothing grows"])
def test_where_no_voice_tells_whose_words_they_are_that_alone_is_said(text: str) -> None:
    (fault,) = told("“Nothing grows here but nettles,” the miller told me. I left.", text).faults
    assert fault.code == "E160"
    assert fault.hint.endswith('- {who: PERSON, from: Nothing grows here but, to: "grows here but nettles,"}')


@pytest.mark.parametrize("source", ["walker", "miller"])
def test_a_posts_author_is_not_reported_by_somebody_whom_the_post_quotes(source: str) -> None:
    text = "I never tell a beginner to hurry, the miller says. So I went on."
    posts = "valley: {title: T, date: 2012, by: walker, voices: [{who: miller, from: I never, to: miller says.}]}\n"
    entry = fact(
        says="I never tell a beginner to hurry", source=source, kind="hearsay", exact="tell a beginner to hurry"
    )
    (verdict,) = prove(library(entry, sources_yaml=posts, posts__valley_txt=f"{text}\n")).verdicts
    assert [one.code for one in verdict.faults] == (["E103"] if source == "walker" else [])


def test_the_line_to_add_leaves_out_the_name_that_signs_a_passage() -> None:
    (fault,) = told("“The nettles stung us all and I cried. (Torben, 12)” I left.", "stung us all").faults
    assert fault.code == "E160"
    assert "Torben" not in fault.hint
