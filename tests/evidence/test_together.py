"""Amounts side by side: which of them belong together, and what they are in a sentence."""

from typing import Any

import pytest
from msgspec import structs

from talkbuilder.diagnostics import Source, Span
from talkbuilder.evidence.library.amounts import Amount, Given, Together, faults, heading, of_whole, sentence

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


@pytest.mark.parametrize(
    ("form", "years", "found"),
    [
        ("slope", ["2009"], ["E034"]),
        ("slope", ["2008", "2009", "2010"], ["E034"]),
        ("line", ["2009", "2010"], ["E034"]),
        ("line", ["2006", "2009", "2010"], ["E034"]),
        ("line", ["2006-01", "2006-02", "2006-03"], []),
        ("line", [str(year) for year in range(2000, 2009)], ["E034"]),
        ("columns", ["2001", "2009", "2010"], []),
    ],
)
def test_each_form_has_dates_of_its_own(form: str, years: list[str], found: list[str]) -> None:
    assert codes(form, *(dated(year) for year in years)) == found


def test_dates_are_there_and_there_once() -> None:
    assert codes("columns", dated("2009"), dated("")) == ["E034"]
    assert codes("columns", dated("2009"), dated("2009")) == ["E034"]
    assert codes("columns", dated("2009"), given(id="another", as_of="2009")) == ["E034"]
    assert codes("slope", dated("2009"), dated("2010"), dated("2010", 1)) == ["E034"]


def test_a_line_has_two_dates_at_least() -> None:
    assert codes("line", dated("2008"), dated("2009"), dated("2010"), dated("2009", 1)) == ["E034"]


def test_a_sentence_tells_all_of_it() -> None:
    rows = (dated("2010"), dated("2009", value=49), given(1, "wells", value=3, unit="wells"))
    assert sentence(rows, None, 1.0) == "Herds counted: 49 in 2009, 88 in 2010; wells: 3 in 2010"
    whole = structs.replace(_HERDS, id="all", value=100, hedge="about", certainty="about")
    assert sentence((given(0, "of goats"),), whole, 1.0) == "Of about 100 herds in 2010: 88 of goats"


_FLOUR = {"unit": "pounds", "measure": "flour milled"}


@pytest.mark.parametrize(
    ("changed", "unit", "said"),
    [
        ({}, "", "herds counted, 2010"),
        (_FLOUR, "", "pounds · flour milled, 2010"),
        ({"unit": "pounds", "measure": "pounds of flour"}, "", "pounds of flour, 2010"),
        ({"unit": "pound", "measure": "a pound or two of flour"}, "", "a pound or two of flour, 2010"),
        ({"unit": "tons", "measure": "cotton picked"}, "", "tons · cotton picked, 2010"),
        ({"unit": "men", "measure": "women asked"}, "", "men · women asked, 2010"),
        ({"unit": "USD", "measure": "cost of the mill"}, "", "cost of the mill, 2010"),
        ({"unit": "%", "measure": "mills that turn"}, "", "mills that turn, 2010"),
        ({"unit": "miles", "measure": "the way to the mill"}, "", "miles · the way to the mill, 2010"),
        ({"unit": "miles", "measure": ""}, "", "miles, 2010"),
        ({"unit": "USD", "measure": ""}, "", "in 2010"),
        ({"unit": "USD", "measure": "", "date": ""}, "", ""),
        (_FLOUR, "pounds in all", "pounds in all, 2010"),
    ],
)
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
