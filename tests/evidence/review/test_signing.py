"""A signature stands for an entry and its passage as they were, and falls when either changes."""

import pytest

from talkbuilder.evidence.library.facts import Fact
from talkbuilder.evidence.library.library import Library
from talkbuilder.evidence.library.reviews import short_hash, written
from talkbuilder.evidence.proof.proof import prove
from talkbuilder.evidence.review.signing import Signatures, entry_hash
from tests.evidence.facts import LEAKS
from tests.evidence.valley import PEOPLE, POST, fact, library

ENTRY = fact(**LEAKS)


def entry_of(read: Library) -> Fact:
    found = read.facts["a-fact"]
    assert isinstance(found, Fact)
    return found


def signed(state: str = "signed", note: str = "") -> str:
    """The line of a review of the fact as it stands in the valley."""
    read = library(ENTRY)
    (verdict,) = prove(read).verdicts
    assert verdict.proved
    hashes = entry_hash(entry_of(read), read), short_hash(verdict.proved.text)
    return written(("fact", "a-fact"), state, "A. Reader", "2026-11-25", note, hashes)


def standing(reviews: str | None, facts: str = ENTRY, **changed: str | None) -> tuple[str, str]:
    read = library(facts, quotes="", **changed, reviews_yaml=reviews)
    found = Signatures(read).standing("fact", entry_of(read))
    return found.state, found.changed


def test_nobody_has_signed_what_has_no_review() -> None:
    assert standing(None)[0] == "unsigned"


def test_a_signature_stands_as_long_as_entry_and_passage_do() -> None:
    assert standing(signed()) == ("signed", "")
    assert standing(signed("returned", "too long"))[0] == "returned"


@pytest.mark.parametrize(
    ("changed", "what"),
    [
        ({"facts": fact(**(LEAKS | {"says": "Inspectors counted 88 leaks"}))}, "the entry"),
        ({"people_yaml": PEOPLE.replace("The county office", "The office")}, "the entry"),
        ({"posts__valley_txt": POST.replace("counted 88 leaks in 2010", "counted 88 leaks  in 2010")}, "its passage"),
        ({"posts__valley_txt": POST.replace("counted 88", "counted 89")}, "its passage"),
    ],
)
def test_it_falls_with_a_change_of_either(changed: dict[str, str], what: str) -> None:
    assert standing(signed(), **changed) == ("changed", what)


def test_a_line_that_somebody_edited_is_no_signature() -> None:
    assert standing(signed().replace("A. Reader", "B. Reader")) == ("changed", "the review")


def test_words_elsewhere_in_the_post_change_nothing() -> None:
    assert standing(signed(), posts__valley_txt=POST.replace("The inn has", "The old inn has")) == ("signed", "")
