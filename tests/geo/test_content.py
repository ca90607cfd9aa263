"""A map in words: made of what it shows."""

from msgspec import structs

from talkbuilder.geo.content import told
from tests.geo.maps import asked


def test_a_country_lies_between_its_largest_neighbours() -> None:
    assert told(asked("KZ", label=("Almaty", "Astana"))) == (
        "Map: Kazakhstan, between Russia and China; Almaty and Astana are marked"
    )
    assert told(asked("MN")) == "Map: Mongolia, between Russia and China"
    assert told(asked("LS")) == "Map: Lesotho, beside South Africa"
    assert told(asked("IS")) == "Map: Iceland"


def test_routes_to_one_place_are_told_together() -> None:
    routes = ("UZ > KZ", "KG > KZ", "NG > KZ")
    assert told(asked("KZ", routes=routes)).endswith("; routes from Uzbekistan, Kyrgyzstan and Nigeria to Kazakhstan")


def test_a_globe_tells_of_its_arcs_or_of_its_places() -> None:
    globe = structs.replace(asked("KZ", "US-ND", routes=("US-ND > KZ",)), view="globe")
    assert told(globe) == "Globe: an arc from North Dakota to Kazakhstan"
    assert told(structs.replace(globe, routes=())) == "Globe: Kazakhstan and North Dakota"


def test_disputes_of_a_country_that_is_named_are_told_and_no_others() -> None:
    assert "; Crimea (held by Russia, claimed by Ukraine, and drawn as part of it)" in told(asked("UA")).replace(
        "Borders in dispute: ", "; "
    )
    assert "dispute" not in told(asked("KZ"))
    assert "Kuril" in told(asked("JP"))
