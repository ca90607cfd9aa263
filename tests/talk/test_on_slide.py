"""What a text counts of its own slide: true counts need no reference, false ones do."""

import pytest

from tests.checks.test_typed_claim import codes
from tests.sample import ASSETS, built, talk

_YEARS = "table:\n      head: ['', '{own: 2009}', '{own: 2010}']\n      rows: [[Goats, a few, many]]"
_LAST = "\n    - {head: '{own: C}', at: 2010}"
_DATES = f"timeline:\n    - {{head: '{{own: A}}', at: 1990}}\n    - {{head: '{{own: B}}', at: 2000}}{_LAST}"
_LANDS = "bullets: [From Norway to Sweden, And home again]"
_TOWNS = "bullets: [I lived in Almaty, I lived in Astana, I lived in Fargo]"
_MAP = "map: {focus: [KZ], label: [Almaty, Astana]}"
_SOVIET = "bullets: [Born in the Soviet era, Grown up in a new nation]"


@pytest.mark.parametrize(
    ("title", "slide"),
    [
        ("More goats, in two years", _YEARS),
        ("The same goats, in two good years", _YEARS),
        ("It took them ten years", _DATES.removesuffix(_LAST)),
        ("A walk, and two countries", _LANDS),
        ("My life took place in three cities", _TOWNS),
        ("One life, and two countries", _SOVIET),
        ("The two cities that I called home", _MAP),
    ],
)
def test_a_count_that_the_slide_bears_out_is_no_claim(title: str, slide: str) -> None:
    assert codes(f"title: {title}\n    {slide}") == []


@pytest.mark.parametrize(
    ("title", "slide"),
    [
        ("More goats, in seven years", _YEARS),
        ("It took them thirty years", _DATES),
        ("A walk, and five countries", _LANDS),
        ("My life took place in four cities", _TOWNS),
        ("One life, and six countries", _SOVIET),
        ("The five cities that I called home", _MAP),
        ("Slaves in two countries", _LANDS),
        ("A walk, and two guards", _LANDS),
    ],
)
def test_any_other_count_is_a_claim(title: str, slide: str) -> None:
    assert "C020" in codes(f"title: {title}\n    {slide}")


@pytest.mark.parametrize(("number", "is_claim"), [("two", True), ("three", False), ("four", True)])
def test_the_places_of_what_is_shown_are_countries_of_the_slide(number: str, is_claim: bool) -> None:
    facts = str(ASSETS["assets/facts.yaml"])
    for measure, land in (("herds counted,\n  as_of: 2010", "KZ"), ("goats counted", "UZ"), ("camels told of", "MN")):
        facts = facts.replace(f"measure: {measure}", f"place: {land}, measure: {measure}")
    slide = f"  - title: A walk, and {number} countries\n    counts: [herds, goats, camels]\n    notes: N."
    found = [one.message for one in built(talk(slide), facts=facts)[1].diagnostics if one.code == "C020"]
    told = f"'{number}' is a figure, and 'herds', 'goats', 'camels' does not say it"
    assert found == ([told] if is_claim else [])


@pytest.mark.parametrize(("number", "is_claim"), [("three", False), ("five", True)])
def test_the_places_that_a_picture_is_said_to_show_are_counted(number: str, is_claim: bool) -> None:
    media = "steppe: {file: steppe.png, alt: 'From Almaty to Astana, Fargo and Oslo', credit: Me, people: []}"
    slide = f"  - title: A road, and {number} cities\n    photo: steppe\n    cite: [grass]\n    notes: N."
    found = [one.message for one in built(talk(slide), media=media)[1].diagnostics if one.code == "C020"]
    assert any(f"'{number}'" in one for one in found) == is_claim


_BLOCKS = "compare:\n    - {head: Seen, text: grass}\n    - {head: Told, text: wind}\n    - {head: Guessed, text: rain}"


@pytest.mark.parametrize(
    ("title", "is_claim"),
    [
        ("I keep what I know in three drawers", False),
        ("What I heard fits into three old suitcases", False),
        ("We sort our questions into three baskets", False),
        ("My year abroad, in three postcards", False),
        ("All of it, in three small jars", False),
        ("I put what I remember on three shelves", False),
        ("I keep what I know in four drawers", True),
        ("The men slept in three rooms", True),
        ("The guards sorted it into three piles", True),
        ("I kept the herdsmen in three sheds", True),
        ("I put my men into three crates", True),
        ("I found their letters in three drawers", True),
        ("What I saw in three villages", True),
        ("I keep what I know in three drawers of a thief", True),
    ],
)
def test_the_parts_into_which_a_speaker_sorts_what_they_tell_are_no_claim(title: str, is_claim: bool) -> None:
    assert ("C020" in codes(f"title: {title}\n    {_BLOCKS}\n    cite: [grass]")) == is_claim


def test_only_a_heading_counts_the_parts_of_its_slide() -> None:
    block = _BLOCKS.replace("text: rain", "text: I keep what I know in three drawers")
    assert codes(f"title: So\n    {block}\n    cite: [grass]") == ["C020"]


@pytest.mark.parametrize(
    ("notes", "is_claim"),
    [
        ("All three are for 2010, says the bureau of {herds}.", False),
        ("All three stand beside {herds}.", False),
        ("The three belong together, as {herds} shows.", False),
        ("These three go with {herds}.", False),
        ("All three of them are as old as {herds}.", False),
        ("All three rest on {herds}.", False),
        ("All four are for {herds}.", True),
        ("Only three are for {herds}.", True),
        ("All three men came with {herds}.", True),
        ("All three were killed after {herds}.", True),
        ("All three are closed, like {herds}.", True),
        ("All three are thieves, says the bureau of {herds}.", True),
        ("All three are bought for {herds}.", True),
        ("All three went to jail for {herds}.", True),
    ],
)
def test_all_of_what_a_slide_shows_may_be_counted_in_what_is_said(notes: str, is_claim: bool) -> None:
    points = "bullets: ['{herds} herds', '{wells-2010} wells', '{shepherds} shepherds']"
    assert ("C021" in codes(f"title: So\n    {points}", notes)) == is_claim


def test_what_stands_on_a_slide_does_not_bear_itself_out() -> None:
    block = _BLOCKS.replace("text: rain", "text: The bureau has 40 goats")
    assert codes(f"title: So\n    {block}\n    cite: [grass]") == ["C020"]
    assert codes("title: So\n    steps: [{head: Seven herds, icon: route}, {head: A road, icon: route}]") == ["C020"]
