"""C032: every arrow rests on what names its ends."""

from tests.corpora.tables import from_table
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


@from_table
def test_an_arrow_from_a_place_that_nothing_names_is_refused(map: str) -> None:
    assert codes(map) == ["C032"]


def test_an_arrow_that_rests_on_nothing_is_refused() -> None:
    _, report = built(talk("  - {title: A headline, map: {focus: [AT], routes: [NG > AT]}, notes: Words.}"))
    assert "C032" in {one.code for one in report.diagnostics}


@from_table
def test_an_arrow_between_places_that_are_named_passes(map: str) -> None:
    assert codes(map) == []
