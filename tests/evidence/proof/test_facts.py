"""E101 to E103, E106 to E109 of facts: each true one beside one that was tampered with."""

from typing import Any

import pytest

from tests.cases import LIBRARY, diagnostics
from tests.corpora.tables import from_table
from tests.evidence.asking import judged
from tests.evidence.facts import FORGED, LAMBS, LEAKS, LETTERS, PASSES, SIGNATURES
from tests.evidence.valley import codes, fact, found


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


def test_a_number_of_another_column_of_a_table_is_asked_about() -> None:
    table = "Year | Carts admitted | Mended\n\n2010 | 84 | 61\n\n2011 | 92 | 70\n\nThat is all."
    told: dict[str, Any] = {"value": 70, "unit": "carts", "measure": "carts", "as_of": 2011, "exact": "2011 | 92 | 70"}
    asked = judged(table, says="In 2011 the smith admitted 70 carts", **told).question
    assert asked == "70 stands below “Mended” in the table, and 'says' has “Carts admitted”: is it the right column?"
    for says in ("In 2011 the smith mended 70 carts", "Of the carts admitted in 2011, 70 were mended"):
        assert "column" not in judged(table, says=says, **told).question
    assert "column" not in judged(table, says="In 2011 the smith admitted 92 carts", **told | {"value": 92}).question


def test_an_age_that_limits_a_group_is_exact_and_a_length_of_time_is_not() -> None:
    for says, show, expected in (
        ("Children under 12 paid nothing", "children under 12", []),
        ("It took under 12 years", "under 12 years", ["E107"]),
    ):
        told = judged(says, says=says, show=show, value=12, unit="years", measure="an age", as_of=2011, exact=says)
        assert [one.code for one in told.faults if one.code != "E109"] == expected


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


def test_a_miss_shows_the_closest_passage() -> None:
    (fault,) = found(fact(**(LEAKS | {"exact": "counted 88 large leaks in 2010"})))
    assert fault.hint == "copy it from the post: “counted 88 leaks in 2010,” (only here 'large')"


TWO: dict[str, Any] = LEAKS | {
    "says": "Of 88 leaks in 2010, the office repaired 82 pipes",
    "exact": ["88 leaks in 2010", "it repaired 82 pipes"],
}


def test_figures_and_years_may_come_from_either_passage() -> None:
    assert codes(fact(**TWO)) == []
    assert codes(fact(**(TWO | {"value": 82, "measure": "pipes repaired"}))) == []
    assert codes(fact(**(TWO | {"value": 83}))) == ["E108", "E108"]


def test_two_passages_stand_in_any_order() -> None:
    assert codes(fact(**(TWO | {"exact": ["it repaired 82 pipes", "88 leaks in 2010"]}))) == []


@pytest.mark.parametrize(("says", "is_told"), [("Nearly half of them leaked", True), ("Half of them leaked", False)])
def test_a_value_may_be_told_made_round_where_it_says_so(says: str, is_told: bool) -> None:
    found = judged("In 2010 45% of them leaked.", says=says, exact="45% of them leaked", value=45, unit="%")
    assert ("E108" in [one.code for one in found.faults]) is not is_told


def test_a_figure_without_a_year_is_asked_about_where_the_passage_tells_a_time() -> None:
    for passage, question in (
        ("Since 2010 there were 88 leaks.", "the passage says '2010': is the figure true without a year?"),
        ("There are 88 leaks today.", "the passage says 'today': is the figure true without a year?"),
        ("There were 88 leaks.", ""),
    ):
        assert (
            judged(passage, says="88 leaks were there", exact=passage[:-1], value=88, unit="leaks").question == question
        )


@pytest.mark.parametrize(("told", "asks"), [("In 1086 there were 88 leaks.", False), ("There were 88 leaks.", True)])
def test_a_year_of_long_ago_that_the_passage_tells_is_not_asked_about(told: str, asks: bool) -> None:
    found = judged(told, says="88 leaks were there", exact=told[:-1], value=88, unit="leaks", as_of=1086)
    assert (found.question == "the passage names no year: is it of 1086?") is asks


@pytest.mark.parametrize(
    ("passage", "says", "as_of", "is_refused"),
    [
        ("In 2010 we had 12 mills. It has 88 leaks, fewer than in 2009.", "It has 88 leaks", 2010, False),
        ("It has 88 leaks, half of what it had in 2009.", "It has 88 leaks", 2011, False),
        ("88 leaks were there, for the first time since 1937.", "In 2011 there were 88 leaks", 2011, False),
        ("88 leaks were there until 1911, and none for 26 years.", "There were 88 leaks until 1937", 1937, True),
        ("88 leaks were there until 1911, and none for 26 years.", "There were 88 leaks until 1911", None, False),
    ],
)
def test_a_year_of_a_comparison_and_one_up_to_which_something_is_are_no_year_of_a_figure(
    passage: str, says: str, as_of: int | None, is_refused: bool
) -> None:
    exact = next(one for one in ("It has 88 leaks", "88 leaks were there") if one in passage)
    dated: dict[str, Any] = {"as_of": as_of} if as_of else {}
    found = judged(passage, says=says, exact=exact, value=88, unit="leaks", **dated)
    assert ("E109" in [one.code for one in found.faults]) is is_refused


def test_the_year_of_one_of_two_passages_may_be_that_of_the_other() -> None:
    passage = "In 2010 we had 12 mills and 3 boats. It had 88 leaks. They said so."
    exact = ["In 2010 we had 12 mills", "It had 88 leaks"]
    assert judged(passage, says="In 2010 it had 88 leaks", exact=exact, value=88, unit="leaks", as_of=2010).proved


@pytest.mark.parametrize(
    ("exact", "shown", "is_refused"),
    [
        ("The county pays 40 percent", "35 percent", True),  # which stands in the same sentence
        ("The county pays 40 percent", "40 percent", False),
        ("two foundations pay 35 percent", "35 percent", False),
        ("and 12 families", "35 percent", False),  # of another measure
        ("the rest comes from", "12 families", False),
    ],
)
def test_of_two_figures_of_a_sentence_that_is_proved_to_which_exact_points(
    exact: str, shown: str, is_refused: bool
) -> None:
    passage = (
        "The county pays 40 percent of it, two foundations pay 35 percent, and the rest comes from us and 12 families."
    )
    found = judged(passage, says=f"It is {shown}", show=shown, exact=exact)
    assert ("points to" in " ".join(one.message for one in found.faults)) is is_refused


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
