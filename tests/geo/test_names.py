"""Names of places, known without their outlines."""

import pytest

from talkbuilder.geo.names import is_place, land_of, lands_in


def test_countries_states_and_cities_are_known_by_their_names() -> None:
    assert all(map(is_place, ("Kazakhstan", "Minnesota", "Almaty")))
    assert not is_place("Nobodyland")


def test_a_country_or_a_state_has_its_id_and_a_city_none() -> None:
    assert (land_of("Kazakhstan"), land_of("Minnesota"), land_of("Almaty")) == ("KZ", "US-MN", "")


@pytest.mark.parametrize(
    ("text", "lands"),
    [
        ("In North Dakota they ride", ["US-ND"]),
        ("In New York City they ride", ["US-NY"]),
        ("The Netherlands and the United States agreed", ["US", "NL"]),
        ("Kazakhstan’s people ride", ["KZ"]),
        ("Nobody rides", []),
    ],
)
def test_lands_are_found_wherever_a_sentence_names_them(text: str, lands: list[str]) -> None:
    assert [id for _, id in lands_in(text)] == lands
