"""What of a source, a page or a credit speaks against an entry is listed for a person."""

import pytest

from talkbuilder.evidence.proof import prove
from tests.evidence.asking import asked
from tests.evidence.valley import fact, library

POST = "I saw the mill. The miller said that it was old. A letter shared the following:\n\nThe mill is old and grey."


def review(people: str, voices: str, exact: str, says: str, **keys: str) -> str:
    posts = f"valley:\n  title: A letter\n  date: 2011-12\n  voices: {voices}\n"
    entry = fact(**({"says": says, "kind": "secondary", "exact": exact} | keys))
    found = prove(library(entry, people_yaml=people, sources_yaml=posts, posts__valley_txt=f"{POST}\n")).verdicts[0]
    assert found.proved, found.faults
    return " | ".join(found.review)


PEOPLE = "walker: {{credit: {walker}, role: author}}\noffice: {{credit: {office}, role: source}}\n"


def test_a_post_has_no_pages() -> None:
    assert "a post has no pages" in asked(
        "The mill is old.", exact="The mill is old", says="The mill is old", page="12"
    )
    assert "pages" not in asked("The mill is old.", exact="The mill is old", says="The mill is old")


@pytest.mark.parametrize(
    ("credit", "word"),
    [
        ("An inspector of mills", "inspector"),
        ("A diplomat in the valley", "diplomat"),
        ("An eyewitness", "eyewitness"),
        ("A professor", "professor"),
        ("A police officer", "police"),
        ("A walker in the valley", ""),
        ("Somebody who likes mills", ""),
        ("A miller", ""),
        ("An old friend", ""),
        ("A reader of letters", ""),
    ],
)
def test_a_credit_says_no_more_than_the_source(credit: str, word: str) -> None:
    people = PEOPLE.format(walker=credit, office="The mill office")
    told = review(people, "[]", "I saw the mill", "I saw the mill", source="walker")
    assert (f"credited as '{word}'" in told) if word else "credited" not in told


def test_the_name_of_an_office_is_no_credit_that_says_too_much() -> None:
    people = PEOPLE.format(walker="A walker", office="The inspector of mills")
    voices = "[{who: office, from: The mill is old, to: old and grey}]"
    told = review(people, voices, "The mill is old and grey", "The mill is old and grey", source="office")
    assert "credited" not in told
    people = PEOPLE.format(walker="A walker", office="An inspector of mills")
    told = review(people, voices, "The mill is old and grey", "The mill is old and grey", source="office")
    assert "'office' is credited as 'inspector', of which the source says nothing" in told


def test_an_office_says_no_i_and_does_not_introduce_itself() -> None:
    people = PEOPLE.format(walker="A walker", office="The mill office")
    all_of_it = "[{who: office, from: I saw the mill, to: old and grey}]"
    its_own = "[{who: office, from: The mill is old, to: old and grey}]"
    told = review(people, all_of_it, "I saw the mill", "I saw the mill", source="office")
    assert "is no single person" in told
    told = review(people, all_of_it, "that it was old", "The miller said that it was old", source="office")
    assert "does the voice of 'office' begin only there?" in told
    told = review(people, its_own, "The mill is old and grey", "The mill is old and grey", source="office")
    assert "voice" not in told
