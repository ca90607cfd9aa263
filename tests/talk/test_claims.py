"""Claims in prose: a list of sentences, of which half claim something and half are plain talk."""

import re
from pathlib import Path

import pytest

from talkbuilder.geo.gazetteer import is_place
from talkbuilder.talk.claims import Claim, claims

_LISTS = Path(__file__).parent / "typed"
_LEAST_CAUGHT = 0.95
_MOST_FLAGGED = 0.03


def lines(name: str) -> list[str]:
    return (_LISTS / f"{name}.txt").read_text("utf-8").splitlines()


def is_caught(line: str) -> bool:
    """Whether all that is marked «so» in a sentence is found there."""
    parts = re.split("[«»]", line)
    text, places, at = "".join(parts), [], 0
    for number, part in enumerate(parts):
        if number % 2:
            places.append((at, at + len(part)))
        at += len(part)
    found = claims(text, is_place)
    return all(any(one.start < end and start < one.end for one in found) for start, end in places)


@pytest.mark.parametrize("name", ["claims", "claims-held-out"])
def test_nearly_all_claims_are_found(name: str) -> None:
    missed = [line for line in lines(name) if not is_caught(line)]
    assert len(missed) <= (1 - _LEAST_CAUGHT) * len(lines(name)), missed


@pytest.mark.parametrize("name", ["plain", "plain-held-out"])
def test_nearly_all_plain_talk_passes(name: str) -> None:
    flagged = [line for line in lines(name) if claims(line, is_place)]
    assert len(flagged) <= _MOST_FLAGGED * len(lines(name)), flagged


def test_the_lists_are_long_enough_to_tell() -> None:
    assert len(lines("claims")) + len(lines("plain")) >= 400
    assert len(lines("claims-held-out")) + len(lines("plain-held-out")) >= 100


@pytest.mark.parametrize(
    ("text", "sort", "words"),
    [
        ("The fund holds 88 goats.", "figure", "88"),
        ("One in three goats is lame.", "share", "One in three"),
        ("It costs $84,000.", "money", "$84,000"),
        ("It is the ninth largest valley.", "rank", "ninth largest"),
        ("It was built in 1998.", "date", "1998"),
        ("They call it “the long winter”.", "quoted", "“the long winter”"),
        ("The herdsman claims that it rains.", "saying", "The herdsman claims"),
        ("It has been proven that goats sing.", "saying", "It has been proven that"),
        ("The goats sing, reported the old bureau.", "saying", "reported the old bureau"),
        ("According to the ministry all is well.", "saying", "According to the ministry"),
        ("The ministry ordered them to look away.", "saying", "The ministry ordered them to look"),
        ("By then it was minus forty.", "figure", "forty"),
        ("We met Anna Weber there.", "name", "Anna Weber"),
    ],
)
def test_a_claim_has_its_sort_its_place_and_its_words(text: str, sort: str, words: str) -> None:
    found = claims(text)
    assert [(one.sort, one.words) for one in found] == [(sort, words)]
    assert text[found[0].start : found[0].end] == words


def test_a_place_that_is_known_needs_no_evidence_and_any_other_name_does() -> None:
    assert claims("We went to Almaty.", is_place) == ()
    assert [one.words for one in claims("We went to Almaty.")] == ["Almaty"]


def test_marks_of_silence_are_no_figures() -> None:
    assert claims("Look at it. [pause 5] Then go on.") == ()


@pytest.mark.parametrize("text", ["It was twenty below when I came.", "I remember that it was minus forty."])
def test_how_cold_it_was_the_speaker_remembers(text: str) -> None:
    assert claims(text) == ()


def test_an_address_is_no_name_and_no_figure() -> None:
    assert claims("Write to somebody@example.org or look at https://example.org/2011/Report-9.") == ()


def test_headings_in_capitals_and_in_title_case_name_nobody() -> None:
    assert claims("HIDDEN IN PLAIN SIGHT") == ()
    assert claims("What Every Neighbor Should Know Before Winter") == ()
    assert [one.words for one in claims("88 GOATS WERE LOST")] == ["88"]


def test_claims_do_not_overlap_but_for_who_says_them() -> None:
    found = claims("The Office of Goats says that 9 of 10 are lame.")
    assert [one.sort for one in found] == ["saying", "name", "share"]


def test_nothing_is_claimed_by_nothing() -> None:
    assert claims("") == ()
    assert isinstance(claims("7")[0], Claim)
