"""C110, C113: a talk is booked in its own language, and one that is not English is told what stays English."""

import pytest

from talkbuilder.diagnostics import Diagnostic
from tests.cases import EVENTS, TALK, diagnostics, talk
from tests.corpora.tables import from_table


def faults(booked: str, own: str = "") -> list[Diagnostic]:
    booking = f"evening:\n  talk: talk\n  date: 2027-05-14\n{booked}"
    return [one for one in diagnostics({TALK: own + talk(), EVENTS: booking}) if one.code == "C110"]


@pytest.mark.parametrize(
    ("booked", "own"),
    [("", ""), ("  language: en-GB\n", ""), ("  language: EN\n", ""), ("  language: ru\n", "language: ru-KZ\n")],
)
def test_one_language_has_many_tags(booked: str, own: str) -> None:
    assert faults(booked, own) == []


@from_table
def test_another_language_is_told_in_the_booking(booked: str, own: str, message: str) -> None:
    (fault,) = faults(f"  language: {booked}\n", own)
    assert (fault.code, fault.message, fault.place) == ("C110", message, (EVENTS, 4, 13))
    assert fault.is_error


@from_table
def test_only_another_language_is_told(language: str, codes: list[str]) -> None:
    head = f"language: {language}\n" if language else ""
    found = diagnostics({"talks/talk.yaml": head + talk()})
    assert [one.code for one in found if one.code == "C113"] == codes
    told = [one for one in found if one.code == "C113"]
    assert all(one.place[1] == 1 for one in told)
    assert all("“16 million”" in one.message and "“Source”" not in one.message for one in told if language != "fr")
    assert all("“Source”" in one.message for one in told if language == "fr")
