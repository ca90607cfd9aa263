"""Amounts: what of a fact can be drawn to scale, and how it is written beside others."""

from typing import Any

import pytest
from msgspec import structs

from talkbuilder.diagnostics import Report, Source, Span
from talkbuilder.evidence.library.amounts import (
    Amount,
    Given,
    Together,
    amount,
    common_scale,
    faults,
    heading,
    is_part,
    of_whole,
    strangers,
    why_not,
)
from talkbuilder.evidence.library.facts import Fact, Pointer
from talkbuilder.source.fields import Id, Text, When
from talkbuilder.stages.read import read_library
from tests.corpora.tables import from_table
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


@from_table
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


@from_table
def test_how_certain_it_is_follows_from_its_precision(keys: str, certainty: str) -> None:
    assert made(keys).certainty == certainty


def test_what_was_only_told_is_supposed_whatever_else_it_is() -> None:
    assert made("value: 1, precision: about", "hearsay").told() == "supposedly about 1"
    assert made("value: 1", says="Supposedly there is one").certainty == "told"
    assert made("value: 1", "secondary", says="There is one").certainty == "exact"


def test_a_hedge_that_only_its_display_has_is_kept() -> None:
    assert made("value: 7, show: nearly seven").told() == "nearly 7"


@from_table
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


SPAN = Span(Source("facts.yaml", "-"), 0, 1)


def counting(id: str, measure: str, value: float, says: str = "So many were there", year: str = "2010") -> Fact:
    one = Id("one", SPAN)
    return Fact(
        span=SPAN,
        id=id,
        says=Text(says, SPAN),
        source=one,
        kind="primary",
        post=one,
        exact=Pointer("so many", SPAN),
        value=value,
        unit=Text("people", SPAN),
        measure=Text(measure, SPAN),
        as_of=When(year, SPAN),
    )


COUNTED = counting("counted", "northern guests counted by the inn", 30)


@from_table
def test_a_part_is_one_whose_words_say_so(measure: str, says: str, wanted: bool) -> None:
    assert is_part(counting("late", measure, 5, says or "Five came late"), COUNTED) is wanted


def test_another_year_has_other_parts() -> None:
    assert not is_part(counting("late", "late guests counted by the inn", 5, year="2011"), COUNTED)


def test_what_an_author_declares_holds() -> None:
    late = structs.replace(counting("late", "those who came late", 5), part_of=Id("counted", SPAN))
    assert is_part(late, COUNTED)


def test_what_is_no_part_is_told_with_what_to_show_instead() -> None:
    late, boats = counting("late", "late guests counted by the inn", 5), counting("boats", "boats on the lake", 5)
    (told,) = strangers([(late, SPAN), (boats, SPAN), (None, SPAN)], COUNTED, "`columns`")
    assert (told.code, told.message) == ("E033", "nothing says that 'boats' is some of 'counted'")
    assert told.hint == "if the post says so, write 'part_of: counted' at 'boats'; else show them as `columns`"


_SPAN = Span(Source("talks/talk.yaml", ""), 0, 0)
_HERDS = Amount("herds", 88, "herds", "", "exact", "herds counted", "2010", "2010", "KZ")


def given(row: int = 0, name: str = "", **changed: Any) -> Given:
    return Given(row, name, structs.replace(_HERDS, **changed), _SPAN)


def dated(year: str, row: int = 0, name: str = "", **changed: Any) -> Given:
    return given(row, name, id=f"herds-{row}-{year}", as_of=year, date=year, **changed)


def codes(form: str, *amounts: Given, **others: object) -> list[str]:
    return [one.code for one in faults(Together(form, amounts, _SPAN, **others))]  # type: ignore[arg-type]


def test_facts_of_one_measure_belong_together() -> None:
    for form in ("columns", "bars", "slope"):
        assert codes(form, dated("2009"), dated("2010")) == []
    assert codes("line", *(dated(str(year)) for year in range(2005, 2011))) == []


@pytest.mark.parametrize(
    ("changed", "named"),
    [({"measure": "wells"}, []), ({"place": "US"}, []), ({"unit": "wells"}, ["E031"]), ({"unit": "%"}, ["E031"])],
)
def test_what_is_unlike_needs_a_name_of_its_own(changed: dict[str, Any], named: list[str]) -> None:
    assert codes("columns", dated("2009"), dated("2010", **changed)) == ["E031"]
    assert codes("columns", dated("2009"), dated("2010", 1, **changed)) == named


def test_what_is_of_one_measure_in_two_units_is_not_sent_to_counts_which_refuse_it() -> None:
    [fault] = faults(Together("columns", (dated("2009"), dated("2010", unit="wells")), _SPAN))
    assert fault.hint == "they are of one `measure`: give them one `unit` in assets/facts.yaml"


def test_counts_of_different_things_take_a_unit_that_they_have_in_common_and_measures_none() -> None:
    assert codes("columns", dated("2009"), dated("2010", 1, unit="wells"), has_unit=True) == []
    assert codes("columns", dated("2009"), dated("2010", 1, unit="%"), has_unit=True) == ["E031"]


def test_a_share_has_a_whole_of_its_unit_and_date_that_is_at_least_as_much() -> None:
    whole = structs.replace(_HERDS, id="all", value=100)
    others = {"whole": whole, "of": _SPAN}
    assert codes("share", given(), **others) == []
    assert codes("share", given(), given(1, id="more", value=12), **others) == []
    assert codes("share", given(), given(1, id="more", value=13), **others) == ["E033"]
    assert codes("share", dated("2009"), **others) == ["E033"]
    assert codes("share", given(place="US"), **others) == ["E033"]
    assert codes("share", given(value=0), whole=structs.replace(whole, value=0), of=_SPAN) == ["E033"]
    assert codes("share", given(unit="wells"), has_unit=True, **others) == ["E031"]
    assert codes("share", given()) == ["E003"]
    assert codes("columns", dated("2009"), dated("2010"), **others) == ["E031"]


@from_table
def test_each_form_has_dates_of_its_own(form: str, years: list[str], found: list[str]) -> None:
    assert codes(form, *(dated(year) for year in years)) == found


def test_dates_are_there_and_there_once() -> None:
    assert codes("columns", dated("2009"), dated("")) == ["E034"]
    assert codes("columns", dated("2009"), dated("2009")) == ["E034"]
    assert codes("columns", dated("2009"), given(id="another", as_of="2009")) == ["E034"]
    assert codes("slope", dated("2009"), dated("2010"), dated("2010", 1)) == ["E034"]


def test_a_line_has_two_dates_at_least() -> None:
    assert codes("line", dated("2008"), dated("2009"), dated("2010"), dated("2009", 1)) == ["E034"]


_FLOUR = {"unit": "pounds", "measure": "flour milled"}


@from_table
def test_behind_the_figure_of_a_whole_stands_its_unit_once_and_what_is_measured(
    changed: dict[str, Any], unit: str, said: str
) -> None:
    assert of_whole(given(**changed).amount, unit) == said


@pytest.mark.parametrize(
    ("names", "changed", "heads", "said"),
    [
        (["", ""], {}, ("", "A headline"), "Herds counted"),
        (["", ""], _FLOUR, ("", "A headline"), "Flour milled (pounds)"),
        (["", ""], {"unit": "USD", "measure": "cost of flour"}, ("", "A headline"), "Cost of flour"),
        (["", ""], {"unit": "%", "measure": "mills that turn"}, ("", "A headline"), "Mills that turn"),
        (["", ""], {"unit": "tons", "measure": "cotton picked"}, ("", "A headline"), "Cotton picked (tons)"),
        (["", ""], {"unit": "", "measure": "the level"}, ("", "A headline"), "The level"),
        (["", ""], {"unit": "miles", "measure": ""}, ("", "A headline"), "Miles"),
        (["", ""], _FLOUR, ("", "More pounds every year"), "Flour milled"),
        (["", ""], _FLOUR, ("What came out of the mill", "A headline"), "Pounds"),
        (["", ""], _FLOUR, ("Pounds of flour", "A headline"), ""),
        (["old mill", "new mill"], _FLOUR, ("", "A headline"), "Pounds"),
        (["pounds here", "there"], _FLOUR, ("", "A headline"), "Pounds"),
        (["pounds here", "pounds there"], _FLOUR, ("", "A headline"), ""),
        (["old mill", "new mill"], _FLOUR, ("The mills", "A headline"), "Pounds"),
        (["old mill", "new mill"], {"unit": "USD", "measure": "cost"}, ("", "A headline"), ""),
    ],
)
def test_the_unit_stands_over_amounts_where_nothing_there_says_it(
    names: list[str], changed: dict[str, Any], heads: tuple[str, str], said: str
) -> None:
    amounts = (dated("2009", 0, name=names[0], **changed), dated("2010", 1, name=names[1], **changed))
    assert heading(amounts, "", *heads) == said


def test_what_an_author_calls_all_of_them_goes_before_and_a_date_of_all_behind() -> None:
    mills = (given(0, "old mill", **_FLOUR), given(1, "new mill", **_FLOUR))
    assert heading(mills, "", "", "") == "Pounds, 2010"
    assert heading(mills, "flour in pounds", "", "") == "Flour in pounds, 2010"
    assert heading(mills, "flour in pounds", "A lead", "") == ""
    assert heading(mills, "", "A lead", "") == "Pounds"
