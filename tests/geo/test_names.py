"""Names of places, known without their outlines."""

from talkbuilder.geo.names import is_place, land_of


def test_countries_states_and_cities_are_known_by_their_names() -> None:
    assert all(map(is_place, ("Kazakhstan", "Minnesota", "Almaty")))
    assert not is_place("Nobodyland")


def test_a_country_or_a_state_has_its_id_and_a_city_none() -> None:
    assert (land_of("Kazakhstan"), land_of("Minnesota"), land_of("Almaty")) == ("KZ", "US-MN", "")
