"""C301, C307: nobody who was harmed, and nobody who finds fault at home, is called by a name."""

import pytest

from talkbuilder.checks.named_people import looks_like_a_name
from tests.cases import diagnostics

ME = "example-person: {credit: Me, role: author}\n"


def codes(person: str) -> list[str]:
    return [one.code for one in diagnostics({"assets/people.yaml": f"{ME}guest: {{{person}}}\n"})]


@pytest.mark.parametrize(
    "credit",
    [
        "young Anna",
        "A weaver (Anna)",
        "Anna’s mother",
        "Anna",
        "Anna from the valley",
        "A woman called Anna",
        "The weaver Anna",
        "Anna (not her name)",
        "“Anna”",
        "Mrs. Example",
    ],
)
def test_a_name_is_told_by_its_capital(credit: str) -> None:
    assert looks_like_a_name(credit)


@pytest.mark.parametrize(
    "credit",
    [
        "A Kazakh woman",
        "An Uzbek worker",
        "Anonymous",
        "Mother of three",
        "A member of the Survivor Council",
        "a woman from Kazakhstan",
        "One of them",
        "Somebody who got out",
        "A girl of twelve",
        "Survivor",
        "The weaver",
        "They who came back",
    ],
)
def test_what_a_person_is_and_where_is_no_name(credit: str) -> None:
    assert not looks_like_a_name(credit)


@pytest.mark.parametrize(
    ("person", "expected"),
    [
        ("credit: Anna, role: survivor", ["C301"]),
        ("credit: Anna, role: critic", ["C307"]),
        ("credit: Anna, role: staff", []),
        ("credit: Anna Example, role: public, may_be_named: true", []),
        ("credit: Anna, role: survivor, name_is_pseudonym: true", []),
        ("credit: Anna, role: survivor, name_is_pseudonym: true, may_be_named: true", ["C301"]),
        ("credit: A woman, role: survivor, may_be_named: true", ["C301"]),
        ("credit: A woman, role: survivor", []),
        ("credit: Anna, role: survivor, consent: {by: She, on: 2026-05-14, uses: talks}", []),
    ],
)
def test_what_protects_a_person_is_what_they_are(person: str, expected: list[str]) -> None:
    assert codes(person) == expected


def test_it_is_told_at_the_credit_and_without_the_name() -> None:
    (fault,) = diagnostics({"assets/people.yaml": f"{ME}guest:\n  credit: Anna\n  role: survivor\n"})
    assert fault.place == ("assets/people.yaml", 3, 11)
    assert "Anna" not in fault.message + fault.hint
