"""What a text counts of its own slide: true counts need no reference, false ones do."""

from collections.abc import Iterator

import pytest

from talkbuilder.checks.typed_claim import check
from talkbuilder.diagnostics import Report
from talkbuilder.source.fields import Broken
from talkbuilder.stages.read import read_library, read_outline
from talkbuilder.stages.resolve import resolve
from talkbuilder.talk.typed import of_slide
from tests.checks.test_typed_claim import codes
from tests.sample import ASSETS, SLIDES, built, project, talk

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


def _everywhere() -> Iterator[tuple[str, str, str]]:
    """Every text that an audience sees, of every kind of slide, with a figure in its place: kind, key and slide."""
    longer = {
        "photo": "photo: steppe\n    caption: Grass\n    cite: [grass]",
        "number": "number: people\n    caption: They live there",
        "icons": f"{SLIDES['icons']}\n    lead: Both are new",
        "drawing": "drawing: gate\n    caption: Half open\n    cite: [grass]",
        "map": "map: {focus: [KZ], label: [Almaty, {label: '{own: Home}', latitude: 48.0, longitude: 68.0}]}",
    }
    for kind, content in (SLIDES | longer).items():
        outline = talk(f"  - title: A headline\n    {content}\n    notes: Some words.")
        read = read_outline(project(outline), "talk", Report())
        assert read is not None
        (one,) = read.sections[0].slides
        assert not isinstance(one, Broken)
        for text in of_slide(one):
            span = text.text.span
            if text.is_seen and text.text.value:
                yield kind, text.key, f"{outline[: span.start]}'97 horses came'{outline[span.end :]}"


@pytest.mark.parametrize(("kind", "key", "outline"), [*_everywhere()], ids=lambda one: one if len(one) < 20 else "")
def test_a_figure_is_a_claim_wherever_it_stands(kind: str, key: str, outline: str) -> None:
    given = project(outline)
    read = read_outline(given, "talk", Report())
    assert read is not None
    faults = [*check(resolve("talk", read, read_library(given, Report()), Report()))]
    assert any(one.code == "C020" and "'97'" in one.message for one in faults), [one.message for one in faults]


@pytest.mark.parametrize("word", ["seven", "sixteen"])
def test_a_large_value_holds_no_figures_but_itself(word: str) -> None:
    """16000000.0 is no 1.6e+07, in which a 7 would stand."""
    assert "C020" in codes(f"title: Only {word} wells\n    number: people")


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
