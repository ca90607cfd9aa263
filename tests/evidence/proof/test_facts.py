"""E101 to E103, E106 to E109 of facts: each true one beside one that was tampered with."""

from typing import Any

import pytest

from talkbuilder.evidence.proof.proof import prove
from tests.cases import LIBRARY, diagnostics
from tests.corpora.tables import from_table
from tests.evidence.asking import judged
from tests.evidence.facts import FORGED, LAMBS, LAND, LEAKS, LETTERS, PASSES, SIGNATURES, WOLVES
from tests.evidence.valley import codes, fact, found, library


@pytest.mark.parametrize(("true", "change", "code"), FORGED)
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
    assert fault.hint.endswith("counted 88 {+large+} leaks in 2010,")


@from_table
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


@from_table
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
    assert fault.hint == "write 'about' too"


def test_a_sentence_without_end_is_compared_around_the_words() -> None:
    text = "and so on, " * 4000 + "we counted 40 boats, " + "and so on, " * 4000
    told: dict[str, Any] = {"exact": "we counted 40 boats", "value": 40, "measure": "boats", "as_of": 2011}
    assert judged(text, says="We counted 40 boats", **told).proved
    assert not judged(text, says="We counted 41 boats", **told).proved
