"""Credits that make more of somebody, ways that are turned round, and keys of maps give a reason that names them."""

import pytest

from tests.authoring.test_retold import reasons
from tests.authoring.test_unsaid import FILES
from tests.cases import LIBRARY

_QUOTE = "- title: In somebody’s own words\n  quote: example-quote\n  notes: So.\n"
_AWAY = (
    "ferry-away:\n  says: The ferry carried farmers from Norway over the lake\n  show: over the lake\n"
    "  source: example-person\n  kind: secondary\n  post: village\n"
    "  exact: The ferry carried farmers from Norway over the lake\n"
    "ferry-there:\n  says: Bakers went to Sweden every year\n  show: every year\n"
    "  source: example-person\n  kind: secondary\n  post: village\n  exact: Bakers went to Sweden every year\n"
)
_FACTS = f"{FILES['assets/facts.yaml']!s}{_AWAY}"


def credited(credit: str) -> tuple[str, ...]:
    people = f"example-person: {{credit: {credit}, role: source, may_be_named: false}}\n"
    return reasons(_QUOTE, assets__people_dot_yaml=people)


@pytest.mark.parametrize(
    "credit",
    [
        "A diplomat who spoke",
        "A judge of many years",
        "Somebody who inspected mills",
        "A professor from abroad",
        "A survivor of the fire",
    ],
)
def test_a_credit_that_says_more_than_any_entry_is_told(credit: str) -> None:
    assert any(one.startswith("the credit “") for one in credited(credit))


@pytest.mark.parametrize(
    "credit",
    ["Somebody who knows", "A person in an example", "Someone the speaker talked with", "A reader", "A person"],
)
def test_a_credit_that_says_no_more_gives_no_reason(credit: str) -> None:
    assert [one for one in credited(credit) if one.startswith("the credit “")] == []


@pytest.mark.parametrize(
    ("credit", "named"),
    [
        ("A member of the Ministry of Goats", "'Ministry of Goats'"),
        ("A guest at the Old Mill", "'Old Mill'"),
        ("Somebody at UNICEF", "'UNICEF'"),
    ],
)
def test_a_body_that_only_a_credit_names_is_told(credit: str, named: str) -> None:
    assert f"{named} is named in the credit “{credit}”, and in no source or passage of the library" in credited(credit)


def test_what_somebody_is_may_be_told_by_their_id_and_by_what_they_say() -> None:
    people = "{}: {{credit: A judge, role: source, may_be_named: false}}\n"
    told = "the credit “A judge” says 'judge', and no entry of 'example-person' says it"
    assert told in reasons(_QUOTE, assets__people_dot_yaml=people.format("example-person"))
    quotes = LIBRARY["assets/quotes.yaml"].replace("example-person", "old-judge")
    files = {"assets__people_dot_yaml": people.format("old-judge"), "assets__quotes_dot_yaml": quotes}
    assert not [one for one in reasons(_QUOTE, **files) if one.startswith("the credit “")]
    says = _FACTS.replace("says: The ferry carried farmers", "says: A judge said that the ferry carried farmers")
    files = {"assets__people_dot_yaml": people.format("example-person"), "assets__facts_dot_yaml": says}
    assert not [one for one in reasons(_QUOTE, **files) if one.startswith("the credit “")]


@pytest.mark.parametrize(("route", "is_turned"), [("SE > NO", True), ("NO > SE", False)])
@pytest.mark.parametrize("cite", ["ferry-away", "ferry-there"])
def test_a_way_on_a_map_that_is_turned_round_is_told(route: str, is_turned: bool, cite: str) -> None:
    slide = f"- title: So\n  map: {{focus: [NO, SE], routes: [{{route: {route}, cite: [{cite}]}}]}}\n  notes: So.\n"
    told = "the way 'Sweden > Norway' is turned round: what it rests on tells it the other way"
    assert (told in reasons(slide, assets__facts_dot_yaml=_FACTS)) == is_turned


def mapped(lead: str, fact: str) -> tuple[str, ...]:
    slide = f"- title: Over the water\n  lead: {lead}\n  map: {{focus: [NO, SE], facts: [{fact}]}}\n  notes: So.\n"
    placed = _FACTS.replace(
        "  post: village\n  exact: The ferry carried farmers from",
        "  place: 'NO'\n  post: village\n  exact: The ferry carried farmers from",
    )
    placed = placed.replace(
        "  post: village\n  exact: Bakers went to", "  place: SE\n  post: village\n  exact: Bakers went to"
    )
    return reasons(slide, assets__facts_dot_yaml=placed)


@pytest.mark.parametrize(
    ("lead", "fact"),
    [
        ("How they came to Norway", "ferry-away"),
        ("Farmers on their way into Norway", "ferry-away"),
        ("Bakers from Sweden", "ferry-there"),
        ("What bakers from Sweden did", "ferry-there"),
        ("Leaving Sweden", "ferry-there"),
    ],
)
def test_a_way_that_is_turned_round_is_told(lead: str, fact: str) -> None:
    found = mapped(lead, fact)
    assert any("turns round the way" in one for one in found), found


@pytest.mark.parametrize(
    ("lead", "fact"),
    [
        ("Farmers from Norway", "ferry-away"),
        ("Away from Norway", "ferry-away"),
        ("Bakers in Sweden", "ferry-there"),
        ("On the way to Sweden", "ferry-there"),
        ("Norway, and its farmers", "ferry-away"),
    ],
)
def test_a_way_as_its_entry_tells_it_gives_no_reason(lead: str, fact: str) -> None:
    assert [one for one in mapped(lead, fact) if "turns round the way" in one] == []


def keyed(says: str) -> tuple[str, ...]:
    road = f"{{road: I-29, called: The road, says: {says}}}"
    return reasons(f"- title: A road\n  map: {{focus: [US-MN, US-ND], roads: [{road}]}}\n  notes: So.\n")


@pytest.mark.parametrize(
    "says",
    [
        "Down to the Mexican border",
        "The smugglers’ road",
        "Straight to the brothels of the coast",
        "Past the old prison",
        "Where the convoys drive",
    ],
)
def test_the_key_of_a_map_is_read_as_other_texts(says: str) -> None:
    assert any(one.startswith("no entry of this slide says '") for one in keyed(says))


@pytest.mark.parametrize(
    "says", ["The way home", "A long road", "My road to school", "From one town to the next", "What we all drive on"]
)
def test_a_plain_key_of_a_map_gives_no_reason(says: str) -> None:
    assert keyed(says) == ()


def on_the_way(route: str, facts: str) -> list[str]:
    slide = (
        "- title: Over the water\n  map:\n    focus: ['NO', SE]\n"
        f"    routes: [{{route: {route}, cite: [{facts}]}}]\n  notes: So.\n"
    )
    return [one for one in reasons(slide, assets__facts_dot_yaml=_FACTS) if "is turned round" in one]


@pytest.mark.parametrize(
    ("route", "fact"),
    [
        ("SE > NO", "ferry-away"),
        ("SE > NO", "ferry-there"),
        ("SE > DK", "ferry-there"),
        ("DK > NO", "ferry-away"),
    ],
)
def test_an_arrow_that_is_turned_round_is_told(route: str, fact: str) -> None:
    assert on_the_way(route, fact) != []


@pytest.mark.parametrize(
    ("route", "facts"),
    [
        ("NO > SE", "ferry-away"),
        ("NO > SE", "ferry-there"),
        ("NO > DK", "ferry-away"),
        ("DK > SE", "ferry-there"),
        ("NO > SE", "ferry-away, ferry-there"),
    ],
)
def test_an_arrow_as_its_entries_tell_it_gives_no_reason(route: str, facts: str) -> None:
    assert on_the_way(route, facts) == []


def cited(cite_as: str) -> tuple[str, ...]:
    own = "  title: The title of your post\n"
    sources = str(FILES["assets/sources.yaml"]).replace(own, f"{own}  cite_as: {cite_as}\n")
    return tuple(one for one in reasons(_QUOTE, assets__sources_dot_yaml=sources) if "is cited as" in one)


@pytest.mark.parametrize(
    "cite_as",
    ["Records of a court", "A study, 2012", "A government archive", "Transcripts of the time", "An official gazette"],
)
def test_a_post_that_is_cited_as_the_paper_of_a_body_is_told(cite_as: str) -> None:
    assert cited(cite_as) != ()


@pytest.mark.parametrize(
    "cite_as", ["The speaker’s blog, April 2012", "A post", "From a blog", "The village", "A walk in spring"]
)
def test_a_post_that_is_cited_as_a_post_gives_no_reason(cite_as: str) -> None:
    assert cited(cite_as) == ()


def pinned(label: str, latitude: float, longitude: float) -> list[str]:
    pin = f"{{label: {label}, latitude: {latitude}, longitude: {longitude}}}"
    slide = f"- title: So\n  map: {{focus: ['NO', SE], label: [{pin}], facts: [ferry-away]}}\n  notes: So.\n"
    return [one for one in reasons(slide, assets__facts_dot_yaml=_FACTS) if "stands on the map" in one]


@pytest.mark.parametrize(
    ("label", "latitude", "longitude"),
    [
        ("Oslo", 62.4, 17.3),
        ("Stockholm", 59.3, -18.1),
        ("Old Bergen", 67.3, 14.4),
        ("Sweden", 40.2, 16.3),
        ("US-ND", 61.1, 10.5),
        ("'Rochester, US-MN'", 43.2, -77.6),
    ],
)
def test_a_pin_far_from_the_place_whose_name_it_bears_is_told(label: str, latitude: float, longitude: float) -> None:
    assert len(pinned(label, latitude, longitude)) == 1


@pytest.mark.parametrize(
    ("label", "latitude", "longitude"),
    [
        ("Oslo", 59.9, 10.8),
        ("Oslo", 60.3, 10.9),
        ("Sweden", 62.1, 15.2),
        ("Rochester", 43.2, -77.6),  # one of two
        ("Georgia", 32.8, -83.5),  # the state, and not the country
        ("South of Oslo", 57.5, 10.8),
        ("The old mill", 61.2, 9.4),
    ],
)
def test_a_pin_near_it_or_of_a_place_that_nobody_knows_is_not(label: str, latitude: float, longitude: float) -> None:
    assert pinned(label, latitude, longitude) == []
