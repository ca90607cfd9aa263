"""E109 and E137: the date of a fact is that of its passage, or it is explained."""

from typing import Any

import pytest

from talkbuilder.evidence.judge import Verdict
from talkbuilder.evidence.proof import prove
from tests.evidence.valley import PEOPLE, POST, POSTS, fact, library

WRITTEN = "2012-04"
# What the walker writes in April 2012, a year that is true of it, and one that is not told there.
TOLD = [
    ("The mill lost seven wheels in 1987.", 1987),
    ("The mill lost seven wheels last year.", 2011),
    ("Last summer the mill lost seven wheels.", 2011),
    ("Last month the mill lost seven wheels.", 2012),
    ("This spring the mill lost seven wheels.", 2012),
    ("A year ago the mill lost seven wheels.", 2011),
    ("Three years ago the mill lost seven wheels.", 2009),
    ("The mill lost seven wheels in the 1980s.", 1984),
    ("Next year the mill will have seven wheels.", 2013),
    ("The mill has seven wheels.", 2012),
    ("There are seven wheels at the mill that burned down.", 2012),
    ("I can see seven wheels of the mill.", 2012),
    ("Since 2005 the mill has had seven wheels.", 2012),
    ("Since 2005 the mill has had seven wheels.", 2005),
    ("By 1999, seven wheels were left.", 1999),
    ("In the fall of '98 seven wheels broke.", 1998),
    ("The mill, built in 1850, has seven wheels today.", 2012),
    ("Two years ago seven wheels broke.", 2010),
    ("The seven wheels are still there.", 2012),
    ("I still count seven wheels.", 2012),
    ("We went there last week and saw seven wheels.", 2012),
    ("Between 2001 and 2005 seven wheels broke.", 2003),
    ("From 2001 to 2005 the mill had seven wheels.", 2004),
    ("During the winter of 2010-11 seven wheels froze.", 2010),
    ("During the winter of 2010-11 seven wheels froze.", 2011),
    ("In the early 1990s the mill had seven wheels.", 1993),
    ("Today I counted seven wheels.", 2012),
    ("In March I saw seven wheels.", 2012),
    ("Each year seven wheels need repair.", 2012),
    ("A decade ago the mill had seven wheels.", 2002),
    ("It took until 2009 to mend seven wheels.", 2009),
]
# And dates that it does not have.
NOT_TOLD = [
    ("Since 2005 the mill has had seven wheels.", 1999),
    ("In the early 1990s the mill had seven wheels.", 2003),
    ("Two years ago seven wheels broke.", 2011),
    ("The mill, built in 1850, has seven wheels today.", 1900),
    ("Last year seven wheels broke.", 2012),
    ("Last year seven wheels broke.", 2010),
    ("The mill had seven wheels before the war.", 2012),
    ("The mill once had seven wheels.", 2012),
    ("By 1999, seven wheels were left.", 2009),
    ("In 1931 the mill had seven wheels, and it has one now.", 2012),
    ("The mill has seven wheels.", 2011),
    ("Between 2001 and 2005 seven wheels broke.", 2010),
    ("Before 1990 the mill had seven wheels.", 1995),
    ("When my grandfather was young, seven wheels turned.", 2012),
]


def verdict(sentence: str, as_of: object, **keys: Any) -> Verdict:
    """The verdict on a fact that points to a sentence of the walker."""
    entry = fact(
        says="Seven wheels",
        value=7,
        unit="wheels",
        measure="wheels",
        as_of=as_of,
        **{"source": "walker", "kind": "unsourced", "exact": "seven wheels"} | keys,
    )
    return prove(library(entry, posts__valley_txt=f"{POST}\n\n{sentence}\n")).verdicts[0]


@pytest.mark.parametrize(("sentence", "year"), TOLD)
def test_a_date_comes_from_the_passage(sentence: str, year: int) -> None:
    found = verdict(sentence, year)
    assert found.proved
    assert not found.review


@pytest.mark.parametrize(("sentence", "year"), TOLD)
def test_another_date_is_refused_or_listed_for_review(sentence: str, year: int) -> None:
    found = verdict(sentence, year - 20)
    asked = f"the passage does not say that this was in {year - 20}"
    assert [one.code for one in found.faults] in (["E109"], ["E137"]) or found.review == (asked,)


@pytest.mark.parametrize(("sentence", "year"), NOT_TOLD)
def test_a_date_that_only_looks_as_if_it_came_from_the_passage_does_not_pass(sentence: str, year: int) -> None:
    found = verdict(sentence, year)
    assert {one.code for one in found.faults} & {"E109", "E137"} or found.review


@pytest.mark.parametrize("sentence", ["The mill lost seven wheels.", "The mill went down with seven wheels."])
def test_what_was_once_is_not_as_of_the_post(sentence: str) -> None:
    assert verdict(sentence, 2012).review == ("the passage does not say that this was in 2012",)


def test_a_year_of_something_else_is_an_error_unless_the_date_is_explained() -> None:
    sentence = "The mill had seven wheels; the bridge fell in 1931."
    assert [one.code for one in verdict(sentence, 1987).faults] == ["E137"]
    found = verdict(sentence, 1987, as_of_why="the plate on the door says so")
    assert found.proved
    why = "'as_of' is 1987 only because “the plate on the door says so”: is it so?"
    assert found.review == (why, "the post names no 1987: see what 'as_of_why' says")


@pytest.mark.parametrize(
    ("year", "why", "is_asked"),
    [
        (2010, "the report is that of 2011, which tells of 2010", False),
        (2009, "the report is that of 2011, which tells of 2009", True),
        (2011, "the report is that of 2011", True),
        (2010, "the report tells of the year before", True),
        (2010, "the report is that of 2008, which tells of 2010", True),
    ],
)
def test_a_year_that_follows_from_that_of_a_report_is_not_asked_about(year: int, why: str, is_asked: bool) -> None:
    people = PEOPLE.replace("The county office", "Report of 2011")
    text = POST.replace("Inspectors counted", "Inspectors closed seven locks. They counted")
    assert text != POST
    told = fact(says="Inspectors closed seven locks", exact="closed seven locks", as_of=year, as_of_why=why)
    voices = POSTS.replace("Inspectors counted", "Inspectors closed")
    changed = {"people_yaml": people, "posts__valley_txt": text, "sources_yaml": voices}
    (found,) = prove(library(told, **changed)).verdicts
    assert found.proved
    assert any("only because" in one for one in found.review) == is_asked


@pytest.mark.parametrize(
    ("before", "year", "is_asked"),
    [
        ("The dam broke in 1931.", 1931, False),
        ("The dam broke in 1931.", 1930, True),
        ("The dam held in 1931, compared with four dams in 1930.", 1930, True),
        ("The dam held in 1931, an increase from 1930.", 1931, False),
        ("The dam was old.", 2012, False),
        ("The dam was old.", 1930, True),
    ],
)
def test_an_explained_year_that_is_not_told_of_before_is_asked_about(before: str, year: int, is_asked: bool) -> None:
    found = verdict(f"{before} The mill had seven wheels.", year, as_of_why="the sentence before tells it")
    assert not found.faults
    assert bool(found.review) == is_asked


def test_the_years_of_which_the_sentences_before_tell_are_named() -> None:
    found = verdict("The dam broke in 1931. The mill had seven wheels.", 1930, as_of_why="the sentence before tells it")
    assert "the sentences before tell of 1931, and 'as_of' is 1930" in found.review


def test_no_explanation_makes_another_year_of_that_in_its_own_words() -> None:
    found = verdict("The mill had seven wheels in 1931.", 1987, exact="seven wheels in 1931", as_of_why="I know it")
    assert [one.code for one in found.faults] == ["E109"]


def test_an_explanation_against_the_sentence_is_listed_for_review() -> None:
    found = verdict("The mill had seven wheels in 1931.", 1987, as_of_why="I know it")
    assert found.review == ("the passage names 1931, and 'as_of_why' says that it is not the figure's year",)


def test_the_day_on_which_a_letter_was_written_is_not_that_of_the_post() -> None:
    post = POST.replace("She knows all about", "The miller wrote: “I own seven sheep.” She knows all about")
    voices = "valley:\n  title: The valley\n  date: 2012-04\n  voices:\n  - {who: miller, from: I own, to: sheep}"
    keys: dict[str, Any] = {"says": "Seven sheep", "value": 7, "unit": "sheep", "measure": "sheep", "source": "miller"}
    entry = fact(**keys, kind="observation", as_of=2012, exact="I own seven sheep")
    (found,) = prove(library(entry, sources_yaml=voices, posts__valley_txt=post)).verdicts
    assert found.review == ("the passage does not say that this was in 2012",)


def test_a_month_is_of_the_year_of_a_post_of_which_no_more_is_known() -> None:
    posts = "valley: {title: The valley, date: 2012}\n"
    keys = {"says": "Seven wheels", "value": 7, "unit": "wheels", "measure": "wheels", "source": "walker"}
    entry = fact(**keys, kind="observation", as_of=2012, exact="seven wheels")  # type: ignore[arg-type]
    post = f"{POST}\n\nIn November I saw seven wheels.\n"
    (found,) = prove(library(entry, sources_yaml=posts, posts__valley_txt=post)).verdicts
    assert found.proved
    assert not found.review


GIFTS = "the club received 70 francs, a decrease from the 90 francs that it received in 2009."


@pytest.mark.parametrize(
    ("text", "exact", "year", "is_asked"),
    [
        (f"Later {GIFTS}", "received 70 francs", 2009, True),
        ("The guild trained 30 dyers, compared with 20 dyers in 2008.", "trained 30 dyers", 2008, True),
        (f"Later {GIFTS}", "90 francs that it received in 2009", 2009, False),
        (f"Later {GIFTS}", "the 90 francs that it received", 2009, False),
        (f"In 2010, {GIFTS}", "received 70 francs", 2010, False),
        ("The guild trained 30 dyers, the same number as in 2008.", "trained 30 dyers", 2008, False),
    ],
)
def test_a_year_of_a_comparison_is_asked_about(text: str, exact: str, year: int, is_asked: bool) -> None:
    says = f"It {exact}" if exact.startswith(("rec", "tra")) else f"It was {exact}"
    entry = fact(says=says, exact=exact, as_of=year, source="walker", kind="secondary")
    posts = "valley: {title: A letter, date: 2011-12}\n"
    (found,) = prove(library(entry, sources_yaml=posts, posts__valley_txt=f"{text}\n")).verdicts
    assert any("only as what it compares" in one for one in found.review) == is_asked
