"""C304: three details of one person who is protected, and they are known again."""

import pytest

from talkbuilder.diagnostics import Diagnostic
from tests.cases import TALK, apart_from_proof, diagnostics, talk
from tests.corpora.tables import from_table

QUOTES = "rain: {text: 'it is over', speaker: guest, post: example-post}\n"
SLIDE = "- title: It is over\n  quote: rain\n  notes: |\n    NOTES\n"


def faults(notes: str, role: str = "critic", more: str = "", quote: str = "it is over") -> list[Diagnostic]:
    people = f"example-person: {{credit: Me, role: author}}\nguest: {{credit: A former guest, role: {role}{more}}}\n"
    quotes = QUOTES.replace("it is over", quote)
    files = {TALK: talk(SLIDE.replace("NOTES", notes)), "assets/people.yaml": people, "assets/quotes.yaml": quotes}
    return [one for one in apart_from_proof(diagnostics(files)) if one.code == "C304"]


@from_table
def test_three_kinds_of_details_are_told(notes: str) -> None:
    assert len(faults(notes)) == 1


@from_table
def test_fewer_details_and_those_of_others_are_not(notes: str) -> None:
    assert faults(notes) == []


def test_words_of_their_own_count() -> None:
    assert len(faults("N.", quote="I work as a nurse, and my husband and I came to Almaty in 2011")) == 1


@pytest.mark.parametrize(("role", "count"), [("survivor", 1), ("minor", 1), ("source", 0), ("author", 0)])
def test_those_who_need_no_protection_may_tell(role: str, count: int) -> None:
    assert len(faults("She is a nurse in Almaty, and her husband left.", role)) == count


def test_who_may_be_named_may_be_told_of() -> None:
    assert faults("She is a nurse in Almaty, and her husband left.", more=", may_be_named: true") == []


def test_details_of_all_slides_count_and_are_told_where_the_third_comes() -> None:
    people = "example-person: {credit: Me, role: author}\nguest: {credit: A guest, role: critic}\n"
    slides = "".join(
        f"- {{title: Slide {at}, quote: rain, notes: '{told}'}}\n"
        for at, told in enumerate(("She is a nurse.", "Her husband left.", "She is from Osh.", "She is blind."))
    )
    files = {TALK: talk(slides), "assets/people.yaml": people, "assets/quotes.yaml": QUOTES}
    (fault,) = [one for one in apart_from_proof(diagnostics(files)) if one.code == "C304"]
    assert fault.message == "3 details of 'guest' are told: job, family, place"
    assert fault.place[1] == 10
