"""C020 beside the outline: nothing may be claimed where nothing can be referred to."""

import re

import pytest

from talkbuilder.source.events import EVERYDAY, Occasion
from tests.sample import booked, built, slide, talk


def codes(line: str = "", occasion: Occasion = EVERYDAY) -> list[str]:
    whole = talk(slide("bullets", "One"))
    key = line.partition(":")[0]
    if line:
        whole = re.sub(rf"^{key}:.*$", line, whole, flags=re.MULTILINE)
    _, report = built(whole, occasion)
    return [one.code for one in report.diagnostics if one.code == "C020"]


@pytest.mark.parametrize(
    "line",
    [
        "cover: 5000 goats freed since 2010",
        "cover: Recommended by the Ministry of Goats",
        "cover: Winner of the Nobel Prize",
        "place: Where nearly every man is a herdsman",
        "cover: '“It changed me”, said Gulnara'",
    ],
)
def test_a_booking_lends_the_talk_nothing(line: str) -> None:
    assert codes(occasion=booked(f"date: 2027-05-14, {line}")) == ["C020"]


@pytest.mark.parametrize(
    "line",
    [
        "place: Room 12 of the town library",
        "cover: 'Saturday, April 17, at 7 p.m.'",
        "cover: First Lutheran Church",
        "place: 'St. Paul, Minnesota'",
        "cover: Third evening of five",
    ],
)
def test_where_and_when_it_is_may_be_said(line: str) -> None:
    assert codes(occasion=booked(f"date: 2027-05-14, {line}")) == []


@pytest.mark.parametrize("line", ["summary: Half of all herds are lost.", "keywords: [goats, 5 million herds]"])
def test_the_properties_of_a_deck_claim_nothing(line: str) -> None:
    assert codes(line) == ["C020"]


@pytest.mark.parametrize(
    "line", ["summary: What a teacher saw.", "keywords: [goats, Kazakhstan]", "speaker: Anna Weber"]
)
def test_plain_properties_pass(line: str) -> None:
    assert codes(line) == []
