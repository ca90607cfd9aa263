"""A map in words: made of what it shows."""

from msgspec import structs

from talkbuilder.geo.content import alt_text
from tests.geo.maps import content


def test_a_country_lies_between_its_largest_neighbours() -> None:
    assert alt_text(content("KZ", label=("Almaty", "Astana"))) == (
        "Map: Kazakhstan, between Russia and China; Almaty and Astana are marked"
    )
    assert alt_text(content("MN")) == "Map: Mongolia, between Russia and China"
    assert alt_text(content("LS")) == "Map: Lesotho, beside South Africa"
    assert alt_text(content("IS")) == "Map: Iceland"


def test_routes_to_one_place_are_told_together() -> None:
    routes = ("UZ > KZ", "KG > KZ", "NG > KZ")
    assert alt_text(content("KZ", routes=routes)).endswith(
        "; routes from Uzbekistan, Kyrgyzstan and Nigeria to Kazakhstan"
    )


def test_a_globe_tells_of_its_arcs_or_of_its_places() -> None:
    globe = structs.replace(content("KZ", "US-ND", routes=("US-ND > KZ",)), view="globe")
    assert alt_text(globe) == "Globe: an arc from North Dakota to Kazakhstan"
    assert alt_text(structs.replace(globe, routes=())) == "Globe: Kazakhstan and North Dakota"


def test_disputes_of_a_country_that_is_named_are_told_and_no_others() -> None:
    assert "; Crimea (held by Russia, claimed by Ukraine, and drawn as part of it)" in alt_text(content("UA")).replace(
        "Borders in dispute: ", "; "
    )
    assert "dispute" not in alt_text(content("KZ"))
    assert "Kuril" in alt_text(content("JP"))


def test_disputes_far_off_the_map_are_not_told_but_those_that_a_globe_may_show() -> None:
    assert "dispute" not in alt_text(content("GB"))
    assert "Gibraltar" in alt_text(content("GB", "ES"))
    assert "Falkland" in alt_text(structs.replace(content("GB"), view="globe"))
