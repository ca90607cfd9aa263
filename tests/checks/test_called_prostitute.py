"""C310 and C330: nobody is called what was done with them, and a minor least of all."""

import pytest

from tests.checks.worded import faults, told


@pytest.mark.parametrize(
    ("notes", "words"),
    [
        ("She was a prostitute then.", "prostitute"),
        ("They spoke with PROSTITUTES.", "PROSTITUTES"),
    ],
)
def test_who_is_called_so_is_told(notes: str, words: str) -> None:
    assert told(notes) == [("C310", words)]


@pytest.mark.parametrize(
    "notes",
    [
        "Prostitution is in the law.",
        "Girls learn about the laws on it.",
    ],
)
def test_what_is_meant_otherwise_is_left_alone(notes: str) -> None:
    assert told(notes) == []


@pytest.mark.parametrize("notes", ["A child prostitute.", "A 16-year-old prostitute.", "Prostitutes as young as ten."])
def test_of_a_minor_it_is_an_error_and_told_once(notes: str) -> None:
    (fault,) = faults(notes)
    assert (fault.code, fault.is_error) == ("C330", True)


def test_of_a_minor_and_of_somebody_else_both_are_told() -> None:
    assert [one.code for one in faults("A child prostitute. Two prostitutes more.")] == ["C310", "C330"]
