"""A heading may tell the share that its slide of people shows, and no other."""

import pytest

from tests.sample import ASSETS, built, talk

_FACTS = "".join(
    f"{id}: {{says: The bureau counted {value} {what} in 2010, show: '{value}', value: {value}, unit: shepherds,\n"
    f"  measure: {what} counted, as_of: 2010, source: bureau, kind: primary, post: third, exact: {value} {what}}}\n"
    for id, value, what in (
        ("all-riders", 40, "riders"),
        ("most-riders", 30, "young riders"),
        ("half-riders", 20, "old riders"),
        ("few-riders", 10, "tired riders"),
        ("nearly-half", 19, "tall riders"),
    )
)


def claims(title: str, show: str) -> list[str]:
    slide = f"  - {{title: {title}, people: {{show: {show}, of: all-riders}}, notes: Words.}}"
    _, report = built(talk(slide), facts=f"{ASSETS['assets/facts.yaml']!s}{_FACTS}")
    return [one.message for one in report.diagnostics if one.code == "C020" and "share" in one.message]


@pytest.mark.parametrize(
    ("title", "show"),
    [
        ("More than half of them were young", "most-riders"),
        ("Most of them were young", "most-riders"),
        ("Three quarters of them were young", "most-riders"),
        ("Half of them were old", "half-riders"),
        ("Less than half of them were tired", "few-riders"),
        ("A quarter of them were tired", "few-riders"),
        ("Almost half of them were tall", "nearly-half"),
    ],
)
def test_a_share_that_the_two_facts_make_is_no_claim(title: str, show: str) -> None:
    assert claims(title, show) == []


@pytest.mark.parametrize(
    ("title", "show"),
    [
        ("More than half of them were old", "half-riders"),
        ("Most of them were tired", "few-riders"),
        ("A third of them were young", "most-riders"),
        ("Half of them were young", "most-riders"),
        ("Less than half of them were young", "most-riders"),
        ("Almost half of them were tired", "few-riders"),
        ("Half of the country was old", "half-riders"),
    ],
)
def test_another_share_is_an_error(title: str, show: str) -> None:
    assert len(claims(title, show)) == 1
