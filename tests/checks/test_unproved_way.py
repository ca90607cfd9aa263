"""C032: every arrow that rests on something rests on what names its ends."""

import pytest

from tests.sample import ASSETS, built, talk

_WAYS = "".join(
    f"{id}: {{says: {says}, show: so, source: bureau, kind: primary, post: first, exact: so{more}}}\n"
    for id, says, more in (
        ("masons", "Masons from Uzbekistan built the wall", ""),
        ("salt", "Salt came over the lake", ", place: TJ"),
        ("uzbeks", "Some Uzbek traders sold melons", ""),
        ("guests", "Guests from the U.S. brought seed", ""),
        ("dakota", "A farmer in North Dakota sold a bull", ""),
        ("moscow", "Letters went to Moscow", ""),
        ("nothing", "Somebody came", ""),
    )
)


def codes(map: str) -> list[str]:
    slide = f"  - {{title: A headline, cite: [herds], map: {map}, notes: Words.}}"
    _, report = built(talk(slide), facts=f"{ASSETS['assets/facts.yaml']!s}{_WAYS}")
    return [one.code for one in report.diagnostics if one.code == "C032"]


@pytest.mark.parametrize(
    "map",
    [
        "{focus: [KZ], routes: [{route: UZ > KZ, cite: [nothing]}]}",
        "{focus: [KZ], routes: [{route: KG > KZ, cite: [masons]}]}",
        "{focus: [KZ], routes: [KZ > CN], facts: [salt]}",
        "{focus: [KZ], routes: [{route: Moscow > Astana, cite: [moscow]}]}",
        "{focus: [KZ], routes: [{route: TJ > KZ, cite: [uzbeks]}], facts: [salt]}",
        "{view: globe, focus: [KZ], routes: [{route: US-ND > KZ, cite: [masons]}]}",
    ],
)
def test_an_arrow_from_a_place_that_nothing_names_is_refused(map: str) -> None:
    assert codes(map) == ["C032"]


@pytest.mark.parametrize(
    "map",
    [
        "{focus: [KZ], routes: [{route: UZ > KZ, cite: [masons]}]}",
        "{focus: [KZ], routes: [{route: UZ > KZ, cite: [uzbeks]}]}",
        "{focus: [KZ], routes: [TJ > KZ], facts: [salt]}",
        "{view: globe, focus: [KZ], routes: [{route: US > KZ, cite: [guests]}]}",
        "{view: globe, focus: [KZ], routes: [{route: US-ND > KZ, cite: [dakota]}]}",
        "{focus: [KZ], routes: [{route: KZ > Moscow, cite: [moscow]}]}",
        "{focus: [KZ, UZ], routes: [{route: UZ > KZ, cite: [nothing]}]}",  # a person looks at it: it is not certain
        "{focus: [KZ], routes: [UZ > KZ]}",
    ],
)
def test_an_arrow_between_places_that_are_named_passes(map: str) -> None:
    assert codes(map) == []
