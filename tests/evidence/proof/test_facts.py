"""E101 to E103, E106 to E109 of facts: each true one beside one that was tampered with."""

from typing import Any

import pytest

from talkbuilder.evidence.proof.proof import prove
from tests.cases import LIBRARY, diagnostics
from tests.evidence.asking import judged
from tests.evidence.facts import (
    BARRELS,
    BRIDGE,
    DAM,
    FAMILIES,
    FOREST,
    ICE,
    LAMBS,
    LAND,
    LEAD,
    LEAKS,
    LETTERS,
    MONEY,
    OWNERS,
    PASSES,
    PIPES,
    RANK,
    SIGNATURES,
    SPRINGS,
    WEEKS,
    WOLVES,
)
from tests.evidence.valley import codes, fact, found, library

# A fact that is true, what is changed of it, and what must be said of that.
PAIRS: list[tuple[dict[str, Any], dict[str, Any], str]] = [
    (LEAKS, {"exact": "counted 98 leaks in 2010"}, "E101"),
    (LEAKS, {"exact": "counted 88 Leaks in 2010"}, "E101"),
    (LEAKS, {"value": 98}, "E108"),
    (LEAKS, {"value": 49}, "E108"),
    (LEAKS, {"says": "Inspectors counted 98 leaks in 2010"}, "E108"),
    (LEAKS, {"show": "98"}, "E108"),
    (LEAKS, {"as_of": 2009}, "E109"),
    (LEAKS, {"source": "miller"}, "E103"),
    (LEAKS, {"source": "walker"}, "E103"),
    (LEAKS | {"value": 49, "says": "49 leaks", "as_of": 2009, "exact": "49 leaks in 2009"}, {"as_of": 2010}, "E109"),
    (LEAKS | {"value": 35, "says": "35 wells", "exact": "closed 35 wells in 2010"}, {"as_of": 2009}, "E109"),
    (LEAKS | {"value": 48, "says": "48 wells", "as_of": 2009, "exact": "with 48 wells"}, {"as_of": 2010}, "E109"),
    (LEAKS, {"says": "Inspectors counted 88 leaks in 2010, of 500"}, "E108"),
    (LEAKS, {"says": "Inspectors counted 88 leaks in 2007"}, "E109"),
    (LEAKS, {"show": "88 in 2007"}, "E109"),
    (LEAKS, {"unit": "%"}, "E108"),
    (MONEY, {"unit": "%"}, "E108"),
    (FOREST, {"says": "A third of the valley, 4,000 acres, is forest"}, "E108"),
    (BARRELS, {"precision": "exact"}, "E107"),
    (BARRELS, {"precision": "over"}, "E107"),
    (BARRELS, {"says": "The river carries 16 million barrels a year"}, "E107"),
    (BARRELS, {"show": "16 million barrels"}, "E107"),
    (BARRELS | {"value": 16, "unit": "million barrels"}, {"value": 17}, "E108"),
    (BARRELS, {"value": 16_000}, "E108"),
    (BARRELS, {"value": 160_000_000}, "E108"),
    (BARRELS, {"source": "walker"}, "E103"),
    (RANK, {"says": "A bridge is ranked 10th for accidents"}, "E107"),
    (RANK, {"value": 12, "says": "I’ve heard 12th", "show": "12th"}, "E108"),
    (RANK | {"value": 13, "says": "I’ve heard 10th or 13th", "show": "13th"}, {"value": 3}, "E108"),
    (LETTERS, {"precision": "exact"}, "E107"),
    (LETTERS, {"show": "191"}, "E107"),
    (SIGNATURES, {"precision": "exact"}, "E107"),
    (SIGNATURES, {"precision": "about"}, "E107"),
    (SIGNATURES, {"exact": "thousand signatures"}, "E108"),
    (MONEY, {"value": 84000}, "E108"),
    (MONEY, {"value": 7000}, "E108"),
    (
        MONEY
        | {
            "value": 84000,
            "says": "$84,000 for repairs",
            "show": None,
            "as_of": 2009,
            "as_of_why": None,
            "exact": "$84,000 that it",
        },
        {"as_of": 2010},
        "E109",
    ),
    (FAMILIES, {"value": 7, "says": "7 families", "exact": "seven families moved away"}, "E101"),
    (FAMILIES, {"value": 20}, "E108"),
    (WEEKS, {"value": 3}, "E108"),
    (WEEKS, {"exact": "½ weeks in the summer of 2011", "value": 0.5, "says": "½"}, "E108"),
    (WEEKS, {"as_of": 2012}, "E109"),
    (WEEKS | {"exact": "for 3½ weeks"}, {"exact": "for 2½ weeks"}, "E101"),
    (PIPES, {"as_of": 2009}, "E109"),
    (LEAD, {"as_of": 2010}, "E109"),
    (LEAD, {"value": 13}, "E108"),
    (OWNERS, {"as_of": 2008}, "E109"),
    (OWNERS | {"as_of": 2010}, {"as_of": 2011}, "E109"),
    (DAM, {"says": "The dam is fifth on a list of old dams"}, "E107"),
    (LAMBS, {"kind": "primary"}, "E103"),
    (LAMBS, {"source": "miller", "kind": "primary"}, "E103"),
    (ICE, {"says": "The ice has cracked the wall"}, "E107"),
    (ICE | {"exact": "cracked the wall"}, {"says": "The ice cracked the wall"}, "E107"),
    (LAND, {"source": "walker"}, "E103"),
    (FOREST, {"show": "a half"}, "E108"),
    (FOREST | {"value": 0.3333333333, "measure": "share", "as_of": 2010}, {"value": 0.25}, "E108"),
    (BRIDGE, {"within": None}, "E102"),
    (BRIDGE, {"within": ["The"]}, "E102"),
    (BRIDGE, {"within": ["in spring. The", "in spring"]}, "E102"),
    (BRIDGE | {"within": ["in autumn"]}, {"within": ["in summer"]}, "E102"),
    (PASSES, {"value": 4, "says": "There are four passes"}, "E108"),
    (PASSES | {"exact": "all about the three passes"}, {"exact": "all of the three passes"}, "E101"),
    (SPRINGS, {"as_of": 2012}, "E109"),
    (SPRINGS | {"value": 4, "says": "There are four springs"}, {"value": 3}, "E108"),
]


@pytest.mark.parametrize(("true", "change", "code"), PAIRS)
def test_a_fact_is_proved_and_its_forgery_is_not(true: dict[str, Any], change: dict[str, Any], code: str) -> None:
    assert codes(fact(**true)) == []
    assert code in codes(fact(**(true | change)))


@pytest.mark.parametrize("exact", ["counted 3", "1/2 tons of plums"])
def test_a_figure_is_pointed_to_as_a_whole(exact: str) -> None:
    faults = judged("In 2010 the office counted 3 1/2 tons of plums.", says="Plums were counted", exact=exact).faults
    assert ("E108", "'exact' cuts the figure '3 1/2' in two") in [(one.code, one.message) for one in faults]


def test_a_source_that_is_only_reported_must_be_told_of() -> None:
    assert codes(fact(**(LAMBS | {"kind": "secondary"}))) == []


def test_about_is_no_hedge_of_what_it_only_is_about() -> None:
    assert codes(fact(**(PASSES | {"precision": "exact"}))) == []


def test_a_hedge_belongs_to_the_figure_beside_it() -> None:
    exact = {"exact": "191 letters and over one thousand signatures"}
    assert codes(fact(**(SIGNATURES | exact))) == codes(fact(**(LETTERS | exact))) == []


@pytest.mark.parametrize("precision", ["at-least", "over", "almost"])
def test_a_figure_that_the_post_does_not_hedge_has_no_precision_that_does(precision: str) -> None:
    leaks: dict[str, Any] = {
        "says": "88 leaks in 2010",
        "value": 88,
        "unit": "leaks",
        "measure": "leaks",
        "as_of": 2010,
    }
    told = leaks | {"source": "office", "kind": "primary", "exact": "Inspectors counted 88 leaks in 2010"}
    assert codes(fact(**told)) == []
    assert codes(fact(**told, precision=precision)) == ["E107"]


def test_each_fault_lies_at_what_has_to_be_changed() -> None:
    entry = fact(**(LEAKS | {"as_of": 2009, "source": "miller"}))
    lines = {one.code: entry.split("\n")[one.place[1] - 1].split(":")[0].strip() for one in found(entry)}
    assert lines == {"E103": "source", "E109": "as_of"}


def test_a_miss_shows_the_closest_passage() -> None:
    (fault,) = found(fact(**(LEAKS | {"exact": "counted 88 large leaks in 2010"})))
    assert fault.hint == "copy it from the post: “counted 88 leaks in 2010,” (only here 'large')"


@pytest.mark.parametrize(
    ("behind", "is_told"),
    [
        ("She said that it was damp.", True),
        ("He noted that nobody swept it.", True),
        ("They also told us of its cellar.", True),
        ("The cook wrote of its roof.", True),
        ("He has mentioned that it leaks.", True),
        ("It was damp.", False),
        ("Nobody swept it.", False),
        ("I have said so before.", False),
        ("Later we were told of its cellar.", False),
        ("The roof leaks, as people said.", False),
    ],
)
def test_who_tells_something_may_be_said_right_behind_it(behind: str, is_told: bool) -> None:
    text = f"There was a loft of one of the Hansa houses. {behind}"
    told = {"says": "I was told of a loft of one of the Hansa houses", "exact": "a loft of one of the Hansa houses"}
    found = judged(text, **told, source="neighbour", kind="hearsay")
    assert [one.code for one in found.faults] == ([] if is_told else ["E103"])


TWO: dict[str, Any] = LEAKS | {
    "says": "Of 88 leaks in 2010, the office repaired 82 pipes",
    "exact": ["88 leaks in 2010", "it repaired 82 pipes"],
}


def test_figures_and_years_may_come_from_either_passage() -> None:
    assert codes(fact(**TWO)) == []
    assert codes(fact(**(TWO | {"value": 82, "measure": "pipes repaired"}))) == []
    assert codes(fact(**(TWO | {"value": 83}))) == ["E108", "E108"]


def test_both_passages_are_locked() -> None:
    (found,) = prove(library(fact(**TWO))).verdicts
    (single,) = prove(library(fact(**(TWO | {"says": "88 leaks", "exact": "88 leaks in 2010"})))).verdicts
    assert found.proved
    assert single.proved
    assert found.proved.length > single.proved.length
    assert found.proved.entry != single.proved.entry


def test_a_list_of_one_passage_is_that_passage() -> None:
    assert codes(fact(**(LEAKS | {"exact": ["counted 88 leaks in 2010"]}))) == []


@pytest.mark.parametrize(
    ("passages", "code"),
    [
        (["88 leaks in 2010", "it repaired 82 bridges"], "E101"),
        (["it repaired 82 pipes", "88 leaks in 2010"], "E138"),
        (["counted 88 leaks in 2010", "88 leaks"], "E138"),
        (["counted 88 leaks in 2010", "I think that wolves took them"], "E138"),
        (["counted 88 leaks in 2010", "The footbridge was closed"], "E102"),
        (["counted 88 ponds", "it repaired 82 pipes"], "E101"),
    ],
)
def test_passages_that_do_not_belong_together_are_refused(passages: list[str], code: str) -> None:
    assert codes(fact(**(TWO | {"says": "88 leaks", "exact": passages}))) == [code]


@pytest.mark.parametrize("exact", ["[Yes, it is so, over it is]", "{a: b}"])
def test_what_is_no_text_and_no_list_of_two_is_reported(exact: str) -> None:
    facts = LIBRARY["assets/facts.yaml"]
    line = next(line for line in facts.splitlines() if line.startswith("  exact: "))
    found = diagnostics({"assets/facts.yaml": facts.replace(line, f"  exact: {exact}")})
    assert "E004" in [one.code for one in found]


@pytest.mark.parametrize(
    ("true", "says", "words"),
    [(WOLVES, "Wolves took the lambs", "think"), (LAND, "A miller’s brother has sold his land", "never")],
)
def test_in_other_words_than_those_of_the_passage_what_is_lost_is_asked_about(
    true: dict[str, Any], says: str, words: str
) -> None:
    (verdict,) = prove(library(fact(**(true | {"says": says})))).verdicts
    assert verdict.proved
    assert words in verdict.question


@pytest.mark.parametrize(
    ("key", "told"),
    [("says", {"says": "The wreck weighs 27 tons"}), ("show", {"says": "About 27 tons", "show": "27 tons"})],
)
def test_the_hedge_of_a_figure_is_kept_in_what_is_said_and_in_what_is_shown(key: str, told: dict[str, str]) -> None:
    text = "I know that the wreck weighs about 27 tons."
    (fault,) = judged(text, **told, value=27, precision="about", exact="weighs about 27 tons").faults
    assert (fault.code, fault.message) == ("E107", f"'{key}': the passage says 'about 27'")
    assert fault.hint == f"write 'about' too; the post says there: “{text}”"


def test_a_sentence_without_end_is_compared_around_the_words() -> None:
    text = "and so on, " * 4000 + "we counted 40 boats, " + "and so on, " * 4000
    told: dict[str, Any] = {"exact": "we counted 40 boats", "value": 40, "measure": "boats", "as_of": 2011}
    assert judged(text, says="We counted 40 boats", **told).proved
    assert not judged(text, says="We counted 41 boats", **told).proved
