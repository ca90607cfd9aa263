"""C020 beside the outline: nothing may be claimed where nothing can be referred to."""

import re

import pytest

from talkbuilder.source.events import EVERYDAY, Occasion
from tests.sample import ASSETS, booked, built, slide, talk


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


def test_the_name_of_the_speaker_claims_nothing() -> None:
    assert codes("speaker: Anna Weber, who freed 5000 goats") == ["C020"]
    assert codes("speaker: Anna Weber of the United Nations") == ["C020"]


@pytest.mark.parametrize(
    ("key", "file", "where"),
    [
        ("do: Call somebody", "actions", "in what the audience is asked to do"),
        ("message: GRASS", "actions", "in what the audience is asked to do"),
        ('credit: "Picture: nobody"', "media", "in the credit of a picture"),
    ],
)
def test_nothing_is_claimed_in_a_request_or_a_credit(key: str, file: str, where: str) -> None:
    assets = str(ASSETS[f"assets/{file}.yaml"])
    claimed = assets.replace(key, f"{key.partition(':')[0]}: Of 5000 goats", 1)
    outline = talk("\n".join((slide("ask"), slide("photo"))))
    told = [one.message for one in built(outline, EVERYDAY, **{file: claimed})[1].diagnostics if one.code == "C020"]
    assert told == [f"'5000' claims something {where}, where nothing can be referred to"]
    assert not [one for one in built(outline)[1].diagnostics if one.code == "C020"]


@pytest.mark.parametrize(
    "line", ["summary: What a teacher saw.", "keywords: [goats, Kazakhstan]", "speaker: Anna Weber"]
)
def test_plain_properties_pass(line: str) -> None:
    assert codes(line) == []
