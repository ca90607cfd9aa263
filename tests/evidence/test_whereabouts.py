"""E124: a fact's place against the land that its passage tells it of."""

import pytest

from talkbuilder.diagnostics import Report
from talkbuilder.evidence.proof import prove
from talkbuilder.source.project import MemoryProject
from talkbuilder.stages.read import read_library

POST = """\
Minnesota has rural, out of the way places where people hide.

In Uzbekistan the wells are deep. My cousin dug one there.

Nine mills closed in Kazakhstan that winter. The bakers were paid in Tajikistan, and the millers were not.

Her mother in Georgia wrote to us that the bridge was open. Across Mongolia herders waited for rain.

He came from Armenia to sell his boats. In Minnesota the lakes were frozen, and boats lay on the ice.

But in Kyrgyzstan, I heard, most orchards were lost. In Italy as in Spain the vines had frozen. Kazakh farmers in Russia
sold their cows.
"""
PEOPLE = "walker: {credit: A walker, role: author}\n"
SOURCES = "valley: {title: Wells and mills, date: 2012-04}\n"


def codes(says: str, exact: str, place: str) -> list[str]:
    facts = (
        f"one: {{says: {says}, show: so, place: {place}, source: walker, kind: observation, post: valley, "
        f"exact: {exact}}}\n"
    )
    files = {
        "assets/facts.yaml": facts,
        "assets/people.yaml": PEOPLE,
        "assets/sources.yaml": SOURCES,
        "assets/posts/valley.txt": POST,
    }
    (verdict,) = prove(read_library(MemoryProject(files), Report())).verdicts
    return [one.code for one in verdict.faults if one.code == "E124"]


@pytest.mark.parametrize(
    ("says", "exact", "place"),
    [
        ("The wells are deep", "the wells are deep", "KZ"),
        ("Nine mills closed that winter", "Nine mills closed in Kazakhstan", "UZ"),
        ("The bakers were paid", "The bakers were paid in Tajikistan", "KZ"),
        ("Out of the way places can hide people", "out of the way places", "KZ"),
        ("Herders waited for rain", "herders waited for rain", "KZ"),
        ("The lakes were frozen", "the lakes were frozen", "RU"),
        ("Most orchards were lost", "most orchards were lost", "TJ"),
        ("The vines had frozen", "the vines had frozen", "FR"),
    ],
)
def test_a_place_that_the_passage_gives_to_another_land_is_refused(says: str, exact: str, place: str) -> None:
    assert codes(says, exact, place) == ["E124"]


@pytest.mark.parametrize(
    ("says", "exact", "place"),
    [
        ("The wells are deep", "the wells are deep", "UZ"),
        ("My cousin dug a well", "My cousin dug one there", "UZ"),
        ("Nine mills closed that winter", "Nine mills closed", "KZ"),
        ("The bridge was open", "the bridge was open", "KZ"),  # only the mother is in Georgia
        ("The bakers in Tajikistan were paid", "The bakers were paid in Tajikistan", "KZ"),  # which it tells itself
        ("He came to sell his boats", "to sell his boats", "KZ"),
        ("The lakes were frozen", "the lakes were frozen", "US-MN"),
        ("The lakes were frozen", "the lakes were frozen", "US"),
        ("Kazakh farmers sold their cows", "Kazakh farmers in Russia", "KZ"),
    ],
)
def test_the_land_of_the_passage_and_that_of_somebody_else_pass(says: str, exact: str, place: str) -> None:
    assert codes(says, exact, place) == []
