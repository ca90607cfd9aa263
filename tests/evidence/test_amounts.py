"""Amounts: what of a fact can be drawn to scale, and how it is written beside others."""

import pytest

from talkbuilder.diagnostics import Report
from talkbuilder.evidence.library.amounts import Amount, amount, common_scale, why_not
from talkbuilder.evidence.library.facts import Fact
from talkbuilder.stages.read import read_library
from tests.sample import project


def fact(keys: str, kind: str = "primary", says: str = "So many") -> Fact:
    text = f"one: {{says: {says}, {keys}, source: bureau, kind: {kind}, post: first, exact: herds}}"
    found = read_library(project("", facts=text), Report()).facts["one"]
    assert isinstance(found, Fact)
    return found


def made(keys: str, kind: str = "primary", says: str = "So many") -> Amount:
    found = amount(fact(keys, kind, says))
    assert found
    return found


@pytest.mark.parametrize(
    ("keys", "value", "unit", "told", "counted"),
    [
        ("value: 88, unit: cases", 88, "cases", "88", "88 cases"),
        ("value: 16, unit: million men, precision: about", 16e6, "men", "about 16 million", "about 16 million men"),
        ("value: 5, unit: '%'", 5, "%", "5%", "5%"),
        ("value: 64200, unit: USD", 64200, "USD", "$64,200", "$64,200"),
        ("value: 2.5, unit: years, precision: over", 2.5, "years", "more than 2.5", "more than 2.5 years"),
        ("value: 7", 7, "", "7", "7"),
    ],
)
def test_a_number_is_written_with_its_hedge_and_what_it_counts(
    keys: str, value: float, unit: str, told: str, counted: str
) -> None:
    one = made(keys)
    assert (one.value, one.unit, one.told(), one.counted()) == (value, unit, told, counted)


def test_what_words_beside_it_say_is_not_said_again() -> None:
    assert made("value: 88, unit: cases").counted(beside="a case of theft") == "88"
    assert made("value: 88, unit: cases").counted(beside="thefts") == "88 cases"
    assert made("value: 88, unit: tons").counted(beside="cotton") == "88 tons"
    assert made("value: 88, unit: boxes").counted(beside="boxes of figs") == "88"
    assert made("value: 3, unit: days").counted(beside="Fridays in May") == "3"
    assert made("value: 3, unit: days").counted(beside="a daily walk") == "3 days"


@pytest.mark.parametrize(
    ("keys", "certainty"),
    [
        ("value: 1", "exact"),
        ("value: 1, precision: at-least", "more"),
        ("value: 1, precision: over", "more"),
        ("value: 1, precision: almost", "about"),
    ],
)
def test_how_certain_it_is_follows_from_its_precision(keys: str, certainty: str) -> None:
    assert made(keys).certainty == certainty


def test_what_was_only_told_is_supposed_whatever_else_it_is() -> None:
    assert made("value: 1, precision: about", "hearsay").told() == "supposedly about 1"
    assert made("value: 1", says="Supposedly there is one").certainty == "told"
    assert made("value: 1", "secondary", says="There is one").certainty == "exact"


def test_a_hedge_that_only_its_display_has_is_kept() -> None:
    assert made("value: 7, show: nearly seven").told() == "nearly 7"


@pytest.mark.parametrize(
    ("keys", "why"),
    [
        ("show: many", "it has no value"),
        ("value: 3, precision: rank", "it is a rank, and a rank is no amount"),
        ("value: 3, precision: range", "it is a range"),
        ("value: -3", "it is less than nothing"),
    ],
)
def test_what_is_no_amount_says_why(keys: str, why: str) -> None:
    assert (amount(fact(keys)), why_not(fact(keys))) == (None, why)


def test_only_whole_counts_are_counted_one_by_one() -> None:
    wholes = {
        keys: made(keys).is_whole
        for keys in ("value: 3, unit: people", "value: 2.5, unit: people", "value: 3, unit: '%'")
    }
    assert list(wholes.values()) == [True, False, False]


def test_millions_are_written_so_only_where_all_amounts_are_millions() -> None:
    large, larger, small = (made(f"value: {value}") for value in (2_500_000, 16_000_000, 900))
    assert [one.figure(common_scale([large, larger])) for one in (large, larger)] == ["2.5 million", "16 million"]
    assert [one.figure(common_scale([large, small])) for one in (large, small)] == ["2,500,000", "900"]
    assert common_scale([made("value: 0")]) == 1
    assert made("value: 2.5").figure(1.0) == "2.5"


def test_a_number_is_written_in_digits_however_large() -> None:
    assert made("value: 1000000000000").figure(1.0) == "1,000,000,000,000"
    assert made("value: 900000000000000").figure(1e9) == "900,000 billion"
    assert made("value: 0.125").figure(1.0) == "0.125"
