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
        *(
            "young Anna",
            "A girl, Anna",
            "Little Anna",
            "A weaver (Anna)",
            "Sister of Anna K.",
            "Anna’s mother",
            "Anna, 23",
        ),
        *("Anna", "Anna from the valley", "Anna K.", "Anna, a weaver", "Sister Anna", "A woman called Anna"),
        *("A weaver named Anna", "Anna and her sister", "The weaver Anna", "Anna (not her name)", "A friend of Anna"),
        *("Anna told us", "Our neighbor Anna", "“Anna”", "Mrs. Example", "Peter Example, who was seventeen", "Аня"),
    ],
)
def test_a_name_is_told_by_its_capital(credit: str) -> None:
    assert looks_like_a_name(credit)


@pytest.mark.parametrize(
    "credit",
    [
        *(
            "A Kazakh woman",
            "An Uzbek worker",
            "A Russian-speaking woman",
            "Anonymous",
            "A man from Uzbekistan, now free",
        ),
        *("Mother of three", "Construction worker", "A member of the Survivor Council", "Two sisters"),
        *(
            "A woman we met",
            "a woman from Kazakhstan",
            "A young woman in the United States",
            "Former resident of a shelter",
        ),
        *(
            "Young woman in Almaty",
            "One of them",
            "Somebody who got out",
            "Women in a shelter",
            "Two men from North Dakota",
        ),
        *(
            "A girl of twelve",
            "Survivor",
            "Survivors of forced labor",
            "A resident of a shelter in Central Asia",
            "The weaver",
        ),
        *("A man helped by the IOM", "An anonymous guest", "They who came back", "Seventeen-year-old girl"),
    ],
)
def test_what_a_person_is_and_where_is_no_name(credit: str) -> None:
    assert not looks_like_a_name(credit)


@pytest.mark.parametrize(
    ("person", "expected"),
    [
        ("credit: Anna, role: survivor", ["C301"]),
        ("credit: Anna, role: minor", ["C301"]),
        ("credit: Anna, role: critic", ["C307"]),
        ("credit: Anna, role: staff", []),
        ("credit: Anna Example, role: public, may_be_named: true", []),
        ("credit: Anna, role: survivor, name_is_pseudonym: true", []),
        ("credit: Anna, role: survivor, name_is_pseudonym: true, may_be_named: true", ["C301"]),
        ("credit: A woman, role: survivor, may_be_named: true", ["C301"]),
        ("credit: A woman, role: survivor", []),
        ("credit: Anna, role: survivor, consent: {by: She, on: 2026-05-14, uses: talks}", []),
        ("credit: Anna, role: critic, consent: {by: She, on: 2026-05-14, uses: talks}", []),
    ],
)
def test_what_protects_a_person_is_what_they_are(person: str, expected: list[str]) -> None:
    assert codes(person) == expected


def test_it_is_told_at_the_credit_and_without_the_name() -> None:
    (fault,) = diagnostics({"assets/people.yaml": f"{ME}guest:\n  credit: Anna\n  role: survivor\n"})
    assert fault.place == ("assets/people.yaml", 3, 11)
    assert "Anna" not in fault.message + fault.hint
